"""IFTSTA, the status of a transport: each STS tells where a box was and what happened to it (D.00B)."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from ...noting import Notes
from ...values import DocumentKind, ParsedDocument, StatedObservation
from ..envelope import Message
from ..lexer import Segment
from . import equipment
from .codes import OVERLAND_MODES, event_of_status
from .messages import groups, parse_observations

_MOMENTS = ("334", "78", "7", "203", "178", "186")  # 334: when the status changed
# The activity itself (175, 198); what follows TDT are the ends of the leg.
_PLACES = ("175", "198", "14", "18", "9")


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a status message; a status that names no box is passed over."""
    return parse_observations(raw, DocumentKind.IFTSTA, "IFTSTA", _read, local_zone)


def _read(message: Message, local_zone: tzinfo, notes: Notes) -> Iterator[StatedObservation]:
    parts = groups(message.segments, lambda _, segment: segment.tag in ("CNI", "STS"))
    head, consignment = next(parts), list[Segment]()
    for group in parts:
        if group[0].tag == "CNI":
            consignment = group
            continue
        found = list(_of_status(group, consignment, head, local_zone))
        yield from found
        if not found:
            notes.notice("status_names_no_equipment", group[0].path)


def _of_status(
    group: list[Segment], consignment: list[Segment], head: list[Segment], local_zone: tzinfo
) -> Iterator[StatedObservation]:
    """One observation for each EQD; without EQD one for each number that RFF+EQ names, nearest first."""
    boxes = [segment for segment in group if segment.tag == "EQD"]
    if not boxes:
        boxes = next(filter(None, (_referred(part) for part in (group, consignment, head))), [])
    status = group[0]
    for box in boxes:
        notes = Notes()
        fields = equipment.of_equipment(box, _after(box, group), notes)
        if not fields:
            continue
        fields["document_number"] = (
            equipment.transport_document(group, notes)
            or notes.identifier(consignment[0].at(1, 0) if consignment else None, status.path, 120)
            or equipment.transport_document(head, notes)
        )
        fields["remark"] = notes.text(status.at(1, 3), status.path, 300)
        yield StatedObservation(
            path=status.path,
            event=event_of_status(status.at(1, 0), status.at(1, 3)),
            **fields,
            **_conveyance(group, notes),
            **equipment.of_place(equipment.place(group, *_PLACES), notes),
            **(equipment.when(group, local_zone, notes, *_MOMENTS) or equipment.when(head, local_zone, notes, "137")),
            problems=tuple(notes.problems),
        )


def _referred(part: list[Segment]) -> list[Segment]:
    """The numbers of RFF+EQ as if they stood in EQD."""
    return [
        Segment("EQD", [["CN"], [segment.at(0, 1)]], segment.number, segment.offset)
        for segment in part
        if segment.tag == "RFF" and segment.at(0, 0) == "EQ" and segment.at(0, 1).strip()
    ]


def _after(box: Segment, group: list[Segment]) -> list[Segment]:
    """The segments of the box: those after its EQD up to the next."""
    after = [segment for segment in group if segment.number > box.number]
    end = next((position for position, segment in enumerate(after) if segment.tag == "EQD"), len(after))
    return after[:end] if box in group else []


def _conveyance(group: list[Segment], notes: Notes) -> dict[str, Any]:
    leg = next((segment for segment in group if segment.tag == "TDT"), None)
    if leg is None:
        return {}
    if leg.at(2).strip() in OVERLAND_MODES:
        return equipment.overland(leg, notes)
    return equipment.of_conveyance(leg, notes)
