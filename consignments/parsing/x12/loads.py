"""What a bill of a 309 carries: containers (VID, M7) and the goods inside (N10, H1)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedEquipment, StatedGoodsItem
from .measures import mass_kg
from .splitter import Segment

_KINDS = {
    **dict.fromkeys(("TL", "TF", "TW", "TV", "CH", "TR", "TE"), "trailer"),
    **dict.fromkeys(("RR", "RC", "RF", "RT", "RO"), "wagon"),
}
_FULLNESS = {"L": "full", "E": "empty"}


@dataclass(slots=True)
class Loads:
    """The equipment by number and the goods in their order, as far as the segments have been read."""

    equipment: dict[str, StatedEquipment] = field(default_factory=dict)
    goods: list[StatedGoodsItem] = field(default_factory=list)


def read_loads(segments: Sequence[Segment], notes: Notes) -> Loads:
    """Read the loops of VID. Goods belong to the container before them; those before any belong to none."""
    loads, number = Loads(), None
    for segment in segments:
        if segment.tag == "VID":
            number = _open_box(segment, loads, notes)
        elif segment.tag == "M7" and number:
            _add_seals(number, [segment.at(position) for position in range(1, 5)], segment, loads, notes)
        elif segment.tag == "N10":
            loads.goods.append(_line(segment, len(loads.goods) + 1, number, notes))
        elif segment.tag == "H1" and loads.goods:
            _add_un_number(segment, loads, notes)
        elif segment.tag == "MAN" and loads.goods and loads.goods[-1].marks is None:
            loads.goods[-1] = replace(loads.goods[-1], marks=notes.text(segment.at(2), segment.path, 1000))
    return loads


def _open_box(segment: Segment, loads: Loads, notes: Notes) -> str | None:
    """VID: kind, letters and digits of the number, two seals, type, loaded or empty."""
    number = notes.identifier(segment.at(2) + segment.at(3), segment.path, 40)
    if not number:
        return None
    box = StatedEquipment(
        kind=_KINDS.get(segment.at(1).upper(), "container"),
        number=number,
        size_type=notes.identifier(segment.at(9), segment.path, 10, Severity.WARNING),
        fullness=_FULLNESS.get(segment.at(10).upper()),
    )
    loads.equipment.setdefault(number, box)
    _add_seals(number, [segment.at(4), segment.at(5)], segment, loads, notes)
    return number


def _add_seals(number: str, stated: list[str], segment: Segment, loads: Loads, notes: Notes) -> None:
    seals = [seal for text in stated if (seal := notes.identifier(text, segment.path, 40))]
    if seals:
        box = loads.equipment[number]
        loads.equipment[number] = replace(box, seals=tuple(dict.fromkeys((*(box.seals or ()), *seals))))


def _line(segment: Segment, position: int, box: str | None, notes: Notes) -> StatedGoodsItem:
    """N10: quantity, text, marks, code, customs value, unit and weight, unit of quantity, country, currency."""
    code = notes.read(reading.commodity_code, segment.at(5), segment.path)
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", segment.path, value=code)
    description = notes.text(segment.at(2), segment.path, 4000)
    value = notes.read(reading.amount, segment.at(6), segment.path) or None  # 0 where nobody asked
    return StatedGoodsItem(
        number=position,
        commodity_code=code,
        description=description,
        packages=notes.read(reading.count, segment.at(1), segment.path),
        package_kind=notes.identifier(segment.at(10), segment.path, 10, Severity.WARNING),
        gross_mass_kg=mass_kg(segment.at(8), segment.at(7), segment.path, notes),
        value=value,
        currency=notes.read(places.currency, segment.at(13), segment.path, Severity.WARNING) if value else None,
        origin_country=notes.read(places.country, segment.at(11), segment.path, Severity.WARNING),
        un_number=reading.un_number_in_text(description or ""),
        marks=notes.text(segment.at(3), segment.path, 1000),
        equipment_numbers=(box,) if box else (),
    )


def _add_un_number(segment: Segment, loads: Loads, notes: Notes) -> None:
    """H1 follows the goods it is about; its code is a UN number, or one of a list of national numbers (NA)."""
    if segment.at(1).upper().startswith("NA"):
        return
    if number := notes.read(reading.un_number, segment.at(1), segment.path, Severity.WARNING):
        loads.goods[-1] = replace(loads.goods[-1], un_number=loads.goods[-1].un_number or number)
