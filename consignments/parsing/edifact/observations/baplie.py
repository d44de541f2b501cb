"""BAPLIE, the stowage plan of a vessel: which boxes were on board when it left (SMDG 2.0 to 2.2, 3.1).

In version 2 a group begins with LOC+147, the cell, and ends where the next begins; version 3.1 closes each with CNT+8.
"""

from collections.abc import Iterator
from datetime import tzinfo
from itertools import pairwise
from typing import Any

from ...noting import Notes
from ...values import DocumentKind, ParsedDocument, StatedObservation
from ..envelope import Message
from ..lexer import Segment
from . import equipment
from .messages import groups, parse_observations

_CELL = "147"


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a plan; empty cells are passed over."""
    return parse_observations(raw, DocumentKind.BAPLIE, "BAPLIE", _read, local_zone)


def _read(message: Message, local_zone: tzinfo, notes: Notes) -> Iterator[StatedObservation]:
    parts = groups(message.segments, _begins)
    head = _of_head(next(parts), local_zone, notes)
    for group in parts:
        # One cell may hold a bundle: several EQD, and the mass before the first is that of all together.
        starts = [position for position, segment in enumerate(group) if segment.tag == "EQD"]
        for position, end in pairwise([*starts, len(group)]):
            of_cell = group[: starts[0]] if position == starts[0] else []
            of_box = [*of_cell, *group[position + 1 : end]]
            own = Notes()
            if fields := equipment.of_equipment(group[position], of_box, own):
                path = group[position].path
                yield StatedObservation(path, "on_board", **(fields | head), problems=tuple(own.problems))
            elif group[position].at(0).strip() != "BB":  # break bulk has no number
                notes.warning("equipment_without_number", group[position].path)


def _begins(group: list[Segment], segment: Segment) -> bool:
    if segment.tag == "LOC" and segment.at(0).strip() == _CELL:
        return True
    return segment.tag == "EQD" and bool(group) and group[-1].tag == "CNT"


def _of_head(head: list[Segment], local_zone: tzinfo, notes: Notes) -> dict[str, Any]:
    """The vessel, the port it left, and when: departed (136), due to depart (133), else when the plan was made."""
    vessel = next((s for s in head if s.tag == "TDT" and s.at(0).strip() == "20"), None)
    return {
        **(equipment.of_conveyance(vessel, notes) if vessel else {}),
        **equipment.of_place(equipment.place(head, "5"), notes),
        **equipment.when(head, local_zone, notes, "136", "186", "133", "137"),
    }
