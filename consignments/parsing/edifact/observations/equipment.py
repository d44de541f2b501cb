"""What one piece of equipment is reported with: number, seals, mass, damage, place and time, out of its segments."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from ...noting import Notes, Unreadable, storable
from ...values import Severity
from .. import segment_values as values
from ..lexer import Segment
from .codes import EQUIPMENT_KINDS, FULLNESS, GROSS_MASS_CODES, NO_SEAL, SEAL_CONDITIONS, TARE_MASS_CODES

# The format that a time of so many digits must be in, whatever format is stated: strptime would read 20121125 as a
# minute of the year 2012.
_BY_LENGTH = {6: "101", 8: "102", 10: "201", 12: "203", 14: "204"}
_DIGITS = {"101": 6, "2": 6, "102": 8, "201": 10, "203": 12, "204": 14}
_TERMINALS = frozenset({"TER", "BER", "72"})
_VESSEL_IMO = re.compile(r"(?:IMO)?([0-9]{7})", re.IGNORECASE)


def of_equipment(segment: Segment, group: Sequence[Segment], notes: Notes) -> dict[str, Any]:
    """Return the fields of an observation that EQD and the segments after it state; without a number it is empty."""
    number = notes.identifier(segment.at(1, 0), segment.path, 40)
    if not number:
        return {}
    seals, condition = _seals(group, notes)
    return {
        "equipment_kind": EQUIPMENT_KINDS.get(segment.at(0).strip(), "container"),
        "equipment_number": number,
        # BAPLIE writers put the size into the last component, as free text.
        "size_type": notes.identifier(segment.at(2, 0) or segment.at(2, 3), segment.path, 10, Severity.WARNING),
        "fullness": FULLNESS.get(segment.at(5).strip()),
        "seals": seals,
        "seal_condition": condition,
        "gross_mass_kg": gross_mass_kg(group, notes),
        "damage": _damage(group, notes),
        "document_number": transport_document(group, notes),
        "remark": _remark(group, notes),
    }


def gross_mass_kg(group: Sequence[Segment], notes: Notes) -> Decimal | None:
    """Return the mass of the box with its goods: the verified one, else the most reliable that is stated."""
    found: dict[str, Segment] = {}
    for segment in group:
        code = segment.at(1, 0).strip() or segment.at(0).strip()
        is_a_mass = segment.tag == "MEA" and segment.at(2, 0).strip().upper() in values.KILOGRAMS
        if is_a_mass and code not in TARE_MASS_CODES:
            found.setdefault(code, segment)
    best = next((found[code] for code in GROSS_MASS_CODES if code in found), None)
    return values.mass_kg(best, notes) if best else None


def transport_document(group: Iterable[Segment], notes: Notes) -> str | None:
    """Return the bill of lading that RFF+BM names; "1" is what stow planners write for none."""
    named = (s for s in group if s.tag == "RFF" and s.at(0, 0) == "BM" and s.at(0, 1).strip() not in ("", "1"))
    found = next(named, None)
    return notes.identifier(found.at(0, 1), found.path, 120, Severity.WARNING) if found else None


def place(group: Iterable[Segment], *qualifiers: str) -> Segment | None:
    """Return the LOC segment of the first qualifier that is there and names something."""
    found: dict[str, Segment] = {}
    for segment in group:
        if segment.tag == "LOC" and (segment.at(1, 0).strip() or segment.at(1, 3).strip()):
            found.setdefault(segment.at(0).strip(), segment)
    return next((found[qualifier] for qualifier in qualifiers if qualifier in found), None)


def of_place(segment: Segment | None, notes: Notes) -> dict[str, Any]:
    """Return place and code: the name beside the code where there is one, with the terminal in the port."""
    if segment is None:
        return {}
    terminal = segment.at(2, 3) or segment.at(2, 0) if segment.at(2, 1).strip() in _TERMINALS else ""
    said = f"{segment.at(1, 3) or segment.at(1, 0)} {terminal}"
    return {
        "place": notes.text(said, segment.path, 200),
        "place_unlocode": values.place_unlocode(segment),
    }


def when(group: Iterable[Segment], local_zone: tzinfo, notes: Notes, *qualifiers: str) -> dict[str, Any]:
    """Return `seen_at`, or `seen_on` where only a day is stated, by the first of the DTM qualifiers that is there."""
    found: dict[str, Segment] = {}
    for segment in group:
        if segment.tag == "DTM" and segment.at(0, 1).strip():
            found.setdefault(segment.at(0, 0).strip(), segment)
    stated = next((found[qualifier] for qualifier in qualifiers if qualifier in found), None)
    if stated is None:
        return {}
    try:
        moment, has_hour = _moment(stated, local_zone)
    except Unreadable as fault:
        notes.error(fault.code, stated.path, **{"value": stated.at(0, 1), **fault.params})
        return {}
    return {"seen_at": moment} if has_hour else {"seen_on": moment.date()}


def of_conveyance(segment: Segment, notes: Notes) -> dict[str, Any]:
    """Return what a TDT segment names: the plate or wagon, or the vessel with its name, number and voyage."""
    number, name = segment.at(7, 0).strip(), segment.at(7, 3).strip()
    imo = _VESSEL_IMO.fullmatch(number) if segment.at(7, 1).strip() == "146" else None
    return {
        "conveyance_id": notes.text(name or number, segment.path, 60),
        "vessel_imo": imo[1] if imo else None,
        "trip_number": notes.identifier(segment.at(1), segment.path, 60, Severity.WARNING),
    }


def overland(segment: Segment, notes: Notes) -> dict[str, Any]:
    """Return the plate or wagon number of a TDT segment; it stands where a vessel's number would."""
    return {"conveyance_id": notes.text(segment.at(7, 0) or segment.at(7, 3), segment.path, 60)}


def _moment(segment: Segment, local_zone: tzinfo) -> tuple[datetime, bool]:
    text, stated = segment.at(0, 1).strip(), segment.at(0, 2).strip()
    looks_like = _BY_LENGTH.get(len(text)) if text.isdigit() and stated != "718" else None
    if looks_like and _DIGITS.get(stated) != len(text):
        segment = Segment("DTM", [[segment.at(0, 0), text, looks_like]], segment.number, segment.offset)
    return values.moment_and_precision(segment, local_zone)


def _seals(group: Sequence[Segment], notes: Notes) -> tuple[tuple[str, ...] | None, str | None]:
    """Return the seals (None: nothing is said of them) and the worst condition that is stated of one."""
    stated = [segment for segment in group if segment.tag == "SEL"]
    conditions = {SEAL_CONDITIONS.get(segment.at(2).strip()) for segment in stated}
    condition = next((c for c in ("missing", "broken", "intact") if c in conditions), None)
    numbers, says_none = [], False
    for segment in stated:
        text = storable(segment.at(0, 0))
        if text.upper() in NO_SEAL:
            says_none = True
        elif any(character.isdigit() for character in text):
            numbers.append(notes.identifier(text, segment.path, 40, Severity.WARNING))
        elif text:
            # "SI" or "OK": there is a seal, its number is not told.
            notes.notice("seal_without_number", segment.path, value=text)
    known = tuple(number for number in numbers if number)
    return (known if known or says_none or condition == "missing" else None), condition


def _damage(group: Iterable[Segment], notes: Notes) -> str | None:
    """Return what DAM says of damage, else the remark FTX+DAR makes; "OK" is none."""
    said = [_joined(segment, 1) for segment in group if segment.tag == "DAM"]
    said = said or [_joined(segment, 2) for segment in group if segment.tag == "FTX" and segment.at(0) == "DAR"]
    text = "; ".join(part for part in said if part and part.split()[0].upper() != "OK")
    return notes.text(text, "", 200) if text else None


def _remark(group: Iterable[Segment], notes: Notes) -> str | None:
    said = next((s for s in group if s.tag == "FTX" and s.at(0) in ("AAA", "AAI", "OSI") and s.at(3, 0)), None)
    return notes.text(values.joined_text(said, 3), said.path, 300) if said else None


def _joined(segment: Segment, start: int) -> str:
    return " ".join(part for element in segment.elements[start:] for part in element if part and part not in _AGENCIES)


_AGENCIES = frozenset({"ZZZ", "184", "5", "6", "139"})  # who keeps the list that a code is of
