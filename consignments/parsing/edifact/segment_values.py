"""Values of single EDIFACT segments: dates, measures, amounts, texts, places."""

import re
from collections.abc import Callable
from datetime import datetime, tzinfo
from decimal import Decimal
from functools import partial

from .. import places, reading
from ..noting import Notes, Unreadable, storable
from ..values import Severity
from .lexer import Segment

CUT_LENGTHS = (70, 512)  # a text component of exactly this length was cut by the sender's program

# Factor to kilograms or cubic metres. "K" and "L" are what US filers write.
KILOGRAMS = {
    "KGM": Decimal(1), "K": Decimal(1), "KG": Decimal(1), "TNE": Decimal(1000), "GRM": Decimal("0.001"),
    "LBR": Decimal("0.45359237"), "L": Decimal("0.45359237"), "LB": Decimal("0.45359237"),
}  # fmt: skip
_CUBIC_METRES = {"MTQ": Decimal(1), "DMQ": Decimal("0.001"), "LTR": Decimal("0.001"), "FTQ": Decimal("0.028316846592")}

_DATE_FORMATS = {
    "101": "%y%m%d", "102": "%Y%m%d", "2": "%d%m%y", "718": "%Y%m%d",
    "201": "%y%m%d%H%M", "203": "%Y%m%d%H%M", "204": "%Y%m%d%H%M%S", "205": "%Y%m%d%H%M%z", "303": "%Y%m%d%H%M",
}  # fmt: skip
_DAYS_ONLY = {"101", "102", "2", "718"}
_DATE_LENGTHS = {
    "101": 6, "102": 8, "2": 6, "718": 8, "201": 10, "203": 12, "204": 14, "205": 17, "303": 12,
}  # fmt: skip
_LAYOUT_BY_LENGTH = {6: "101", 8: "102", 12: "203", 14: "204"}
_LOCAL_CODE_LISTS = {"77", "78", "162", "163", "276"}  # of one country's customs, and of countries and states alone


def moment_and_precision(segment: Segment, local_zone: tzinfo) -> tuple[datetime, bool]:
    """Return the time of a DTM segment and whether it states the hour; raise Unreadable."""
    text, layout = segment.at(0, 1).strip(), segment.at(0, 2).strip()
    if layout and layout not in _DATE_FORMATS:
        raise Unreadable("edifact_date_format_unknown", value=layout)
    if layout in ("303", "718"):  # with the name of a zone; a period, of which the first day is taken
        text = re.sub(r"[A-Z]{3}$", "", text) if layout == "303" else text.split("-")[0]
    if len(text) != _DATE_LENGTHS.get(layout):  # some state a layout with the time and send only the day
        layout = _LAYOUT_BY_LENGTH.get(len(text), "")
    try:
        found = datetime.strptime(text, _DATE_FORMATS[layout])
    except (KeyError, ValueError):
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
    """Return the UN/LOCODE of a LOC segment; None when its code is of another list, such as a customs' own."""
    if segment.at(1, 1).strip() in _LOCAL_CODE_LISTS:
        return None
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
