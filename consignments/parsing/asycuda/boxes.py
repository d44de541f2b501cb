"""Containers of ASYCUDA documents: each by itself, and what a manifest says of one that several bills share."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lxml import etree

from ..noting import Notes
from ..values import Severity, StatedEquipment
from ..xml_nodes import local_name, read_repeated
from . import values
from .names import SEALS
from .segment import Segment

BOX = "ctn_segment"

_FULLNESS = {
    **dict.fromkeys(("5", "7", "8", "F", "FULL", "FCL", "LCL", "FCL/FCL", "LCL/LCL", "FCL/LCL", "1/1"), "full"),
    **dict.fromkeys(("4", "E", "EMPTY", "MTY", "MT", "ETY", "0/0", "0/1"), "empty"),
}
_BETWEEN_SEALS = re.compile(r"[,;/]+")
# An empty box weighs from 1.6 t (a light one of 20 feet) to 5.6 t (a refrigerated one of 45 feet).
_TARE_KG = (Decimal(1600), Decimal(5600))
_ROUNDING = Decimal("0.01")  # of the bill's mass


def read_box(segment: Segment, notes: Notes) -> StatedEquipment | None:
    """Return one container; None when it has no number. The sizes 20, 40 and 45 stay as stated."""
    number = segment.identifier("box_number", 40, notes)
    if not number:
        return None
    fullness, path = segment.stated("box_fullness")
    if fullness and fullness.upper() not in _FULLNESS:
        notes.warning("code_unknown", path, value=fullness)
    return StatedEquipment(
        kind="container",
        number=number,
        size_type=segment.identifier("box_type", 10, notes, Severity.WARNING),
        fullness=_FULLNESS.get((fullness or "").upper()),
        seals=_seals(segment, notes),
        gross_mass_kg=values.mass_kg(segment, "box_gross_mass", notes),
        tare_mass_kg=values.mass_kg(segment, "box_tare", notes),
    )


def read_boxes(segments: Sequence[Segment], bill_mass_kg: Decimal | None, notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the containers of one bill, each once.

    Some carriers name the tare `Goods_weight`. When these together are the mass of the bill they are its goods, and
    otherwise, if each could be the mass of an empty box, they are the tares.
    """
    found: dict[str, StatedEquipment] = {}
    stated: dict[str, Decimal] = {}
    for segment in segments:
        box = read_box(segment, notes)
        if box is None:
            continue
        found[box.number] = completed(found[box.number], box) if box.number in found else box
        if mass_kg := values.mass_kg(segment, "box_goods_mass", notes):
            stated.setdefault(box.number, mass_kg)
    total_kg = sum(stated.values())
    are_goods = bill_mass_kg is not None and abs(total_kg - bill_mass_kg) <= bill_mass_kg * _ROUNDING
    if stated and not are_goods and all(_TARE_KG[0] <= mass_kg <= _TARE_KG[1] for mass_kg in stated.values()):
        for number, mass_kg in stated.items():
            found[number] = completed(found[number], replace(found[number], tare_mass_kg=mass_kg))
    return tuple(found.values())


def completed(box: StatedEquipment, other: StatedEquipment) -> StatedEquipment:
    """Return the box with what only the other statement about it says."""
    return replace(
        box,
        size_type=box.size_type or other.size_type,
        fullness=box.fullness or other.fullness,
        seals=box.seals if box.seals is not None else other.seals,
        gross_mass_kg=box.gross_mass_kg if box.gross_mass_kg is not None else other.gross_mass_kg,
        tare_mass_kg=box.tare_mass_kg if box.tare_mass_kg is not None else other.tare_mass_kg,
    )


class SharedBoxes:
    """The containers that several bills of a manifest name: what one bill says of a box is true for all of them.

    Of those that only one bill names nothing is kept but the number, so that memory hardly grows with the manifest.
    """

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._repeated: set[str] = set()
        self._known: dict[str, StatedEquipment] = {}

    @property
    def distinct(self) -> int:
        """The number of different containers among the bills that were shown."""
        return len(self._numbers)

    def show(self, bill: etree._Element) -> None:
        """Take note of which containers a bill names."""
        own = {number for child in bill if _is_box(child) and (number := Segment(child, "").text("box_number"))}
        self._repeated |= own & self._numbers
        self._numbers |= own

    def collect(self, raw: bytes, bill: str) -> None:
        """Read what the bills of the document say of the containers that several of them name."""
        for node in read_repeated(raw, bill, "") if self._repeated else ():
            segments = [Segment(child, "") for child in node.element if _is_box(child)]
            for box in read_boxes([s for s in segments if s.text("box_number") in self._repeated], None, Notes()):
                known = self._known.get(box.number)
                self._known[box.number] = completed(known, box) if known else box

    def with_all_that_is_known(self, boxes: Sequence[StatedEquipment]) -> tuple[StatedEquipment, ...]:
        return tuple(completed(box, self._known[box.number]) if box.number in self._known else box for box in boxes)


def _is_box(child: etree._Element) -> bool:
    return local_name(child).lower() == BOX


def _seals(segment: Segment, notes: Notes) -> tuple[str, ...] | None:
    """Return the seals; None when none is stated, for an empty mark says nothing."""
    stated = [part for name in SEALS for text in segment.texts(name) for part in _BETWEEN_SEALS.split(text)]
    numbers = [notes.identifier(part, segment.path, 40, Severity.WARNING) for part in stated]
    return tuple(dict.fromkeys(number for number in numbers if number)) or None
