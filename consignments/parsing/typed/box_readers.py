"""How each sort of box is read: the text of one box in, its value out, its problems noted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal
from functools import partial
from typing import Any

from .. import places, reading
from ..noting import Notes
from ..party_text import country_at_end, split_name
from ..values import Severity, StatedAddress, StatedParty
from . import free_text
from .check_digits import air_waybill_is_wrong, wagon_is_wrong
from .paper import Box, Holds

_POUNDS = re.compile(r"\s*(?:lbs?|pounds?)\.?$", re.IGNORECASE)
_KG_OF_POUND = Decimal("0.45359237")
_NO_VALUE_DECLARED = {"nvd", "ncv", "xxx", "nil"}


@dataclass(frozen=True, slots=True)
class Typed:
    """One filled box: its text, the place that problems name, and where they are noted."""

    box: Box
    text: str
    path: str
    notes: Notes
    local_zone: tzinfo

    def read(self, reader: Callable[[Any], Any], severity: Severity = Severity.ERROR) -> Any:
        return self.notes.read(reader, self.text, self.path, severity)

    def identifier(self, limit: int, severity: Severity = Severity.ERROR) -> str | None:
        return self.notes.identifier(self.text, self.path, min(limit, self.box.limit), severity)

    def identifiers(self, separators: str, limit: int) -> tuple[str, ...]:
        numbers = (self.notes.identifier(part, self.path, limit) for part in re.split(separators, self.text)[:100])
        return tuple(dict.fromkeys(number for number in numbers if number))


def _text(typed: Typed) -> str | None:
    return typed.notes.text(typed.text, typed.path, typed.box.limit)


def _party(typed: Typed) -> StatedParty:
    """Return the party of "name, address, country"; its role is that of the field it fills."""
    role = typed.box.fills.removeprefix("parties.")
    name, rest = split_name(typed.text)
    address = StatedAddress(text=typed.notes.text(rest, typed.path, 700), country=country_at_end(rest))
    is_person = True if role == "driver" else None
    return StatedParty(role, typed.notes.text(name, typed.path, 500), address=address, is_natural_person=is_person)


def _arrival(typed: Typed) -> Any:
    """Return a time where an hour is stated, else a day."""
    has_hour = ":" in typed.text
    return typed.read(partial(reading.moment, local_zone=typed.local_zone) if has_hour else reading.day)


def _country_of_several(typed: Typed, position: int) -> str | None:
    parts = [part for part in re.split(r"[,;/\n]", typed.text) if part.strip()]
    return typed.notes.read(places.country, parts[position], typed.path, Severity.WARNING) if parts else None


def _declared_value(typed: Typed) -> Decimal | None:
    return None if typed.text.strip(" .").lower() in _NO_VALUE_DECLARED else typed.read(reading.amount)


def _mass_kg_or_lb(raw: object) -> Decimal:
    text = str(raw)
    pounds = _POUNDS.sub("", text)
    return reading.mass_kg(text) if pounds == text else reading.mass_kg(pounds, factor=_KG_OF_POUND)


def _mass_of_tonnes(raw: object) -> Decimal:
    return reading.mass_kg(re.sub(r"\s*(?:т|t|mt)\.?$", "", str(raw), flags=re.IGNORECASE), factor=Decimal(1000))


def _commodity(typed: Typed) -> str | None:
    code = typed.read(reading.commodity_code)
    if code and not reading.is_well_formed_commodity_code(code):
        typed.notes.warning("commodity_code_malformed", typed.path, value=code)
    return code


def _checked(typed: Typed, is_wrong: Callable[[str], bool], code: str, limit: int) -> str | None:
    """Return the number as stated; one whose check digit is wrong is a warning."""
    number = typed.identifier(limit)
    if number and is_wrong(number):
        typed.notes.warning(code, typed.path, value=number)
    return number


def _airport(typed: Typed) -> str | None:
    code = typed.identifier(40)
    if code and not re.fullmatch(r"[A-Za-z]{3}", code):
        typed.notes.warning("airport_code_malformed", typed.path, value=code)
    return code


def _vehicle(typed: Typed) -> tuple[str | None, tuple[str, ...]]:
    """Return the plate of the tractor and those that a slash divides from it."""
    first, *others = (typed.notes.identifier(part, typed.path, 60) for part in typed.text.split("/")[:11])
    return first, tuple(plate for plate in others if plate)


READERS: dict[Holds, Callable[[Typed], Any]] = {
    Holds.TEXT: _text,
    Holds.DESCRIPTION: _text,
    Holds.IDENTIFIER: lambda typed: typed.identifier(60 if typed.box.fills.endswith(".identifier") else 120),
    Holds.PARTY: _party,
    Holds.PLACE: _text,
    Holds.STATION: _text,
    Holds.COUNTRY: lambda typed: typed.read(places.country, Severity.WARNING),
    Holds.FIRST_COUNTRY: lambda typed: _country_of_several(typed, 0),
    Holds.LAST_COUNTRY: lambda typed: _country_of_several(typed, -1),
    Holds.DAY: lambda typed: typed.read(reading.day),
    Holds.ARRIVAL: _arrival,
    Holds.CURRENCY: lambda typed: typed.read(places.currency, Severity.WARNING),
    Holds.AMOUNT: lambda typed: typed.read(reading.amount),
    Holds.DECLARED_VALUE: _declared_value,
    Holds.MASS: lambda typed: typed.read(reading.mass_kg),
    Holds.TONNES: lambda typed: typed.read(_mass_of_tonnes),
    Holds.MASS_KG_OR_LB: lambda typed: typed.read(_mass_kg_or_lb),
    Holds.VOLUME: lambda typed: typed.read(reading.volume_m3),
    Holds.COUNT: lambda typed: typed.read(reading.count),
    Holds.COMMODITY: _commodity,
    Holds.PACKING: lambda typed: typed.identifier(10, Severity.WARNING),
    Holds.PAYMENT: lambda typed: free_text.freight_payment_method(typed.text),
    Holds.PAPERS: lambda typed: free_text.papers(typed.text, typed.path, typed.notes),
    Holds.SEALS: lambda typed: free_text.seals(typed.text, typed.path, typed.notes),
    Holds.INSTRUCTIONS: lambda typed: free_text.seals_in_prose(typed.text, typed.path, typed.notes),
    Holds.VEHICLE: _vehicle,
    Holds.TRAILERS: lambda typed: typed.identifiers("/", 60),
    Holds.CONTAINER: lambda typed: typed.identifier(40),
    Holds.CONTAINERS: lambda typed: typed.identifiers("[,;]", 40),
    Holds.WAGON: lambda typed: _checked(typed, wagon_is_wrong, "wagon_check_digit", 40),
    Holds.AIR_WAYBILL: lambda typed: _checked(typed, air_waybill_is_wrong, "air_waybill_check_digit", 120),
    Holds.AIRPORT: _airport,
    Holds.TICK: lambda typed: None,
}


def read_box(typed: Typed) -> Any:
    """Return the value of a filled box; None when nothing can be read from it."""
    return READERS[typed.box.holds](typed)
