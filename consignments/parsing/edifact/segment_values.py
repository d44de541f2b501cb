"""Values of single EDIFACT segments as D.95B and D.96B lay them out: dates, measures, amounts, parties, places."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from decimal import Decimal
from functools import partial

from .. import party_text, places, reading
from ..noting import Notes, Unreadable, storable
from ..values import Severity, StatedAddress, StatedParty
from .lexer import Segment

CUT_LENGTHS = (70, 512)  # a text component of exactly this length was cut by the sender's program
_NAME_LINE = 35

# Factor to kilograms or cubic metres. "K" and "L" are what US filers write.
KILOGRAMS = {
    "KGM": Decimal(1), "K": Decimal(1), "KG": Decimal(1), "TNE": Decimal(1000), "GRM": Decimal("0.001"),
    "LBR": Decimal("0.45359237"), "L": Decimal("0.45359237"), "LB": Decimal("0.45359237"),
}  # fmt: skip
_CUBIC_METRES = {"MTQ": Decimal(1), "DMQ": Decimal("0.001"), "LTR": Decimal("0.001"), "FTQ": Decimal("0.028316846592")}

_DATE_FORMATS = {
    "101": "%y%m%d", "102": "%Y%m%d", "2": "%d%m%y", "718": "%Y%m%d",
    "201": "%y%m%d%H%M", "203": "%Y%m%d%H%M", "204": "%Y%m%d%H%M%S", "303": "%Y%m%d%H%M",
}  # fmt: skip
_DAYS_ONLY = {"101", "102", "2", "718"}

# Possessive, so that a long run of digits cannot make the search start over.
_LIKE_A_STREET = re.compile(
    r"^\d++[\w/-]*+[\s,]++\S|\b(?:str|street|road|rd|ave|avenue|lane|blvd|highway|ул|улица|проспект|көчөсү)\b",
    re.IGNORECASE,
)


def moment_and_precision(segment: Segment, local_zone: tzinfo) -> tuple[datetime, bool]:
    """Return the time of a DTM segment and whether it states the hour; raise Unreadable."""
    text, layout = segment.at(0, 1).strip(), segment.at(0, 2).strip()
    pattern = _DATE_FORMATS.get(layout)
    if pattern is None:
        raise Unreadable("edifact_date_format_unknown", value=layout)
    text = text.split("-")[0][:8] if layout == "718" else re.sub(r"[A-Z]{3}$", "", text) if layout == "303" else text
    try:
        found = datetime.strptime(text, pattern)
    except ValueError:
        raise Unreadable("date_unreadable", value=text) from None
    return reading.moment(found, local_zone), layout not in _DAYS_ONLY


def mass_kg(segment: Segment, notes: Notes) -> Decimal | None:
    """Return the mass that a MEA segment states; None when it states none, or in an unknown unit (noted)."""
    return _measure(segment, KILOGRAMS, reading.mass_kg, notes)


def volume_m3(segment: Segment, notes: Notes) -> Decimal | None:
    return _measure(segment, _CUBIC_METRES, reading.volume_m3, notes)


def is_volume(segment: Segment) -> bool:
    return segment.at(2, 0).strip().upper() in _CUBIC_METRES


def number(raw: str, reader: Callable[..., Decimal], path: str, notes: Notes) -> Decimal | None:
    """Return a number read by one of the readers of numbers: the comma is a decimal mark, never a thousands one."""
    return notes.read(partial(reader, decimal_mark=","), raw, path)


def money(segment: Segment, notes: Notes) -> tuple[Decimal | None, str | None]:
    """Return amount and currency of a MOA segment."""
    value = number(segment.at(0, 1), reading.amount, segment.path, notes)
    currency = notes.read(places.currency, segment.at(0, 2), segment.path, Severity.WARNING)
    return value, currency


def party(segment: Segment, role: str, followers: Sequence[Segment], notes: Notes) -> StatedParty:
    """Return the party of a NAD segment; CTA, COM and RFF segments that follow it add contacts and tax number."""
    name, address = _name_and_address(segment, notes)
    identifier = notes.identifier(segment.at(1, 0), segment.path, 60)
    kind = reading.tax_number_kind(identifier) if identifier else None
    phone = email = None
    for follower in followers:
        if follower.tag == "COM" and follower.at(0, 1) in ("TE", "AL", "MO"):
            phone = phone or notes.text(follower.at(0, 0), follower.path, 60)
        elif follower.tag == "COM" and follower.at(0, 1) == "EM":
            email = email or notes.text(follower.at(0, 0), follower.path, 200)
        elif follower.tag == "RFF" and follower.at(0, 0) in ("VA", "AHP", "GN", "FC", "TC"):
            identifier, kind = notes.identifier(follower.at(0, 1), follower.path, 60), "INN"
    return StatedParty(
        role=role,
        name=name,
        identifier=identifier,
        identifier_kind=kind,
        address=address,
        phone=phone,
        email=email,
        is_natural_person=True if role == "driver" else None,
    )


def joined_text(segment: Segment, element: int, component_from: int = 0) -> str:
    """Return the components of one text element joined: without a space where the sender's program cut a word."""
    parts = segment.elements[element][component_from:] if len(segment.elements) > element else []
    text = ""
    for position, part in enumerate(parts):
        text += part
        if position < len(parts) - 1 and part and len(part) not in CUT_LENGTHS:
            text += " "
    return text


def place_name(segment: Segment) -> str:
    """Return the name of a LOC segment, else its code."""
    return storable(segment.at(1, 3) or segment.at(1, 0))


def place_country(segment: Segment) -> str | None:
    """Return the country of a LOC segment: a country code itself, else the first letters of a UN/LOCODE.

    Other codes say nothing of the country: IRKESHTAM does not lie in Iran.
    """
    code = segment.at(1, 0).strip().upper()
    if len(code) == 2:
        return code if places.is_country_code(code) else None
    unlocode = place_unlocode(segment)
    return unlocode[:2] if unlocode else None


def place_unlocode(segment: Segment) -> str | None:
    try:
        return places.unlocode(segment.at(1, 0))
    except Unreadable:
        return None


def _measure(
    segment: Segment, factors: dict[str, Decimal], reader: Callable[..., Decimal], notes: Notes
) -> Decimal | None:
    unit, text = segment.at(2, 0).strip().upper(), segment.at(2, 1)
    if not text.strip():
        return None
    factor = factors.get(unit)
    if factor is None:
        notes.warning("unit_unknown", segment.path, value=unit)
        return None
    return number(text, partial(reader, factor=factor), segment.path, notes)


def _name_and_address(segment: Segment, notes: Notes) -> tuple[str | None, StatedAddress]:
    if storable(joined_text(segment, 3)):
        return _structured(segment, notes)
    return _unstructured(segment, notes)


def _structured(segment: Segment, notes: Notes) -> tuple[str | None, StatedAddress]:
    """C080 has the name and C059 the street; some senders swap them, which is seen and mended."""
    name = storable(_joined_lines(segment.elements[3][:5]))
    street = storable(_joined_lines(segment.elements[4] if len(segment.elements) > 4 else []))
    if street and _LIKE_A_STREET.search(name) and not _LIKE_A_STREET.search(street):
        notes.notice("edifact_name_and_street_swapped", segment.path)
        name, street = street, name
    address = StatedAddress(
        street=notes.text(street, segment.path, 300),
        city=notes.text(segment.at(5), segment.path, 120),
        postcode=notes.text(segment.at(7), segment.path, 20),
        country=notes.read(places.country, segment.at(8), segment.path, Severity.WARNING),
    )
    return notes.text(name, segment.path, 500), address


def _unstructured(segment: Segment, notes: Notes) -> tuple[str | None, StatedAddress]:
    """C058 has up to five free lines, the name on the first; a single line is split at its first comma."""
    lines = [line for line in segment.elements[2] if line.strip()] if len(segment.elements) > 2 else []
    if not lines:
        return None, StatedAddress()
    if len(lines) == 1:
        first, rest = party_text.split_name(lines[0])
    elif len(lines[0]) == _NAME_LINE:  # the name goes on, cut at the width of the line
        first, rest = lines[0] + lines[1], ", ".join(lines[2:])
    else:
        first, rest = lines[0], ", ".join(line.strip() for line in lines[1:])
    address = StatedAddress(text=notes.text(rest, segment.path, 700), country=party_text.country_at_end(rest))
    return notes.text(first, segment.path, 500), address


def _joined_lines(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        text += line if len(line) == _NAME_LINE else f"{line} "
    return text
