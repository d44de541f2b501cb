"""The GID groups of a consignment: one goods line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .. import reading
from ..noting import Notes, Unreadable, storable
from ..values import Severity, StatedGoodsItem
from . import segment_values as values
from .lexer import Segment, following

GROUP_SEGMENTS = frozenset(
    {"FTX", "MEA", "SGP", "DGS", "PCI", "PAC", "CST", "PIA", "MOA", "LOC", "DIM", "HAN", "RFF", "GIR", "TMP", "QTY",
     "IMD", "GIN", "CUX", "RNG", "TMD", "EQN", "TCC", "DOC", "TPL", "CTA", "COM", "DTM"}
)  # fmt: skip

_NET = {"N", "AAA", "AAL", "AAC"}
_GROSS = {"G", "AAB", "AAD", ""}
_VALUE = {"43", "44", "66", "77", "38", "39", "40", "123"}
_GOODS_TEXT = {"AAA", "AAD", "AAC", "PRD"}
_HS_KINDS = {"HS", "CC", "CV", "122", "TSP"}
# What follows the split over containers or the dangerous goods belongs to them, no longer to the whole line.
_PARTS_OF = {"SGP": {"MEA", "EQN"}, "DGS": {"FTX", "MEA", "CTA", "COM", "QTY", "EQN"}}


@dataclass(slots=True)
class _Masses:
    gross_kg: Decimal | None = None
    net_kg: Decimal | None = None
    volume_m3: Decimal | None = None


def read_goods_item(
    segment: Segment,
    group: Sequence[Segment],
    position: int,
    notes: Notes,
    *,
    origin_country: str | None = None,
    currency: str | None = None,
) -> StatedGoodsItem:
    """Return the goods line of a GID segment and the segments of its group.

    position: from 1 in the consignment. origin_country, currency: what holds where the line states none.
    """
    number = notes.read(reading.small_count, segment.at(0), segment.path, Severity.WARNING)
    own, of_its_parts = _own_and_of_its_parts(group)
    masses = _masses(own, notes)
    if masses.gross_kg is None and masses.net_kg is None and any(s.tag == "MEA" for s in of_its_parts):
        masses = _masses(of_its_parts, notes)
        masses.gross_kg = _gross_mass_kg_over_containers(group) or masses.gross_kg
    value, stated_currency = _value(group, notes)
    description = _description(segment, own, notes) or _description(segment, group, notes)
    return StatedGoodsItem(
        number=number or position,
        commodity_code=_commodity_code(group, notes),
        description=description,
        packages=notes.read(reading.count, segment.at(1, 0) or _outer_packages(group), segment.path),
        package_kind=notes.identifier(
            segment.at(1, 1) or _outer_package_kind(group), segment.path, 10, Severity.WARNING
        ),
        gross_mass_kg=masses.gross_kg,
        net_mass_kg=masses.net_kg,
        volume_m3=masses.volume_m3,
        value=value,
        currency=(stated_currency or currency) if value is not None else None,
        origin_country=origin_of(group) or origin_country,
        un_number=_un_number(segment, group, description, notes),
        marks=_marks(group, notes),
        equipment_numbers=_equipment_numbers(group, notes),
    )


def origin_of(segments: Sequence[Segment]) -> str | None:
    return next((values.place_country(s) for s in segments if s.tag == "LOC" and s.at(0) == "27"), None)


def _own_and_of_its_parts(group: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Return the segments that speak of the whole line, and those of its share in a container or its dangers."""
    own: list[Segment] = []
    of_its_parts: list[Segment] = []
    tags: set[str] = set()
    for segment in group:
        if segment.tag in tags:
            of_its_parts.append(segment)
        else:
            tags = _PARTS_OF.get(segment.tag, set())
            own.append(segment)
    return own, of_its_parts


def _masses(group: Sequence[Segment], notes: Notes) -> _Masses:
    """MEA+AAE+G is gross, MEA+AAE+N net; US filers write MEA+AAI++K for gross, without a qualifier."""
    found = _Masses()
    for segment in group:
        if segment.tag != "MEA":
            continue
        qualifier = segment.at(1, 0).strip()
        if values.is_volume(segment):
            found.volume_m3 = found.volume_m3 or values.volume_m3(segment, notes)
        elif qualifier in _NET:
            found.net_kg = found.net_kg or values.mass_kg(segment, notes)
        elif qualifier in _GROSS and segment.at(0) in ("AAE", "AAI", "WT", ""):
            found.gross_kg = found.gross_kg or values.mass_kg(segment, notes)
    return found


def _gross_mass_kg_over_containers(group: Sequence[Segment]) -> Decimal | None:
    """Return the sum of what each SGP says of its container; None when one of them states no mass."""
    shares = [
        _masses(following(group, position, frozenset(_PARTS_OF["SGP"])), Notes()).gross_kg  # noted once already
        for position, segment in enumerate(group)
        if segment.tag == "SGP"
    ]
    stated = [share for share in shares if share is not None]
    return sum(stated, Decimal(0)) if stated and len(stated) == len(shares) else None


def _value(group: Sequence[Segment], notes: Notes) -> tuple[Decimal | None, str | None]:
    stated = next((s for s in group if s.tag == "MOA" and s.at(0, 0) in _VALUE), None)
    return values.money(stated, notes) if stated else (None, None)


def _description(segment: Segment, group: Sequence[Segment], notes: Notes) -> str | None:
    texts = [s for s in group if s.tag == "FTX" and s.at(0) in ("AAA", "PRD", "ACB")]
    parts = [values.joined_text(s, 3) for s in texts] or [values.joined_text(s, 2, 3) for s in group if s.tag == "IMD"]
    return notes.text(" ".join(parts), (texts or [segment])[0].path, 4000)


def _commodity_code(group: Sequence[Segment], notes: Notes) -> str | None:
    """CST holds the customs code in C246, PIA an item number that says of itself that it is HS."""
    for segment in group:
        raw = ""
        if segment.tag == "CST" or (
            segment.tag == "PIA" and segment.at(1, 1) in ({*_HS_KINDS, ""} if segment.at(0) == "5" else _HS_KINDS)
        ):
            raw = segment.at(1, 0)
        if code := notes.read(reading.commodity_code, raw, segment.path, Severity.WARNING):
            if not reading.is_well_formed_commodity_code(code):
                notes.warning("commodity_code_malformed", segment.path, value=code)
            return code
    return None


def _un_number(segment: Segment, group: Sequence[Segment], description: str | None, notes: Notes) -> str | None:
    """DGS holds the UN number; some senders hide it in the text instead ("CL 9,UN 3077"), which is noted."""
    for dangerous in group:
        if dangerous.tag == "DGS":
            try:
                return reading.un_number(dangerous.at(2, 0))
            except Unreadable:
                continue
    texts = [values.joined_text(s, 3) for s in group if s.tag == "FTX" and s.at(0) in _GOODS_TEXT]
    found = reading.un_number_in_text(" ".join([*texts, description or ""]))
    if found:
        notes.notice("edifact_un_number_in_text", segment.path, value=found)
    return found


def _marks(group: Sequence[Segment], notes: Notes) -> str | None:
    marks = [storable(" ".join(s.elements[1])) for s in group if s.tag == "PCI" and len(s.elements) > 1]
    return notes.text("; ".join(mark for mark in marks if mark), group[0].path, 1000) if marks else None


def _outer_packages(group: Sequence[Segment]) -> str:
    return next((s.at(0) for s in group if s.tag == "PAC" and s.at(0).strip()), "")


def _outer_package_kind(group: Sequence[Segment]) -> str:
    return next((s.at(2, 0) for s in group if s.tag == "PAC" and s.at(2, 0).strip()), "")


def _equipment_numbers(group: Sequence[Segment], notes: Notes) -> tuple[str, ...]:
    numbers = [notes.identifier(s.at(0, 0), s.path, 40) for s in group if s.tag == "SGP"]
    return tuple(dict.fromkeys(number for number in numbers if number))
