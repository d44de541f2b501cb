"""COARRI, CODECO and COPRAR: boxes loaded, discharged, through the gate, or ordered to be (D.95B, D.00B).

One layout: a head of the voyage, then a group from each EQD on, and at the end CNT+16 with the number of boxes.
"""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from functools import partial
from typing import Any

from ...noting import Notes
from ...values import DocumentKind, ParsedDocument, StatedObservation
from ..envelope import Message
from ..lexer import Segment
from . import equipment
from .codes import GATE_EVENTS, INLAND_STAGES, OVERLAND_MODES, SHIP_EVENT_OF_STATUS, SHIP_EVENTS
from .messages import groups, parse_observations

Event = Callable[[list[Segment], Segment], str]

# Which LOC says where it happened: 9 port of loading, 11 of discharge, 165 the terminal, 7 and 8 delivery.
_PLACES = {
    "loaded": ("9", "165"),
    "discharged": ("11", "165"),
    "gate_in": ("165", "9"),
    "gate_out": ("165", "11"),
    "seen": ("165", "9", "11"),
}
# Of the box itself: 203 executed, 7 effective, 181 and 182 at and out of the gate, WAT weighed.
_OF_THE_BOX = ("203", "7", "181", "182", "WAT")
# Of the voyage: 132 and 133 expected arrival and departure, 178 and 186 the actual ones, 137 when it was written.
_OF_THE_VOYAGE = {"discharged": ("178", "132", "137"), "loaded": ("186", "136", "133", "137")}


def parse_coarri(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a discharge and loading report."""
    return parse_observations(raw, DocumentKind.COARRI, "COARRI", partial(_read, _ship_event, False), local_zone)


def parse_codeco(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a gate report; the truck's plate is in TDT with mode 3 of each box."""
    return parse_observations(raw, DocumentKind.CODECO, "CODECO", partial(_read, _gate_event, False), local_zone)


def parse_coprar(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an order to load or discharge: nothing has happened yet, so each box is "ordered" for its voyage's day."""
    return parse_observations(raw, DocumentKind.COPRAR, "COPRAR", partial(_read, _ordered_as, True), local_zone)


def _read(
    event_of: Event, is_order: bool, message: Message, local_zone: tzinfo, notes: Notes
) -> Iterator[StatedObservation]:
    parts = groups(message.segments, lambda _, segment: segment.tag == "EQD")
    head = next(parts)
    for count, group in enumerate(parts, start=1):
        if observation := _observation(event_of, is_order, head, group, local_zone):
            yield observation
        else:
            notes.warning("equipment_without_number", group[0].path)
        _compare_count(group, count, notes)


def _observation(
    event_of: Event, is_order: bool, head: list[Segment], group: list[Segment], local_zone: tzinfo
) -> StatedObservation | None:
    notes = Notes()
    fields = equipment.of_equipment(group[0], group[1:], notes)
    if not fields:
        return None
    event = event_of(head, group[0])
    # In the group LOC+9 and LOC+11 are the other end of a voyage; where it happened stands in the head.
    where = equipment.place(group, "165") or equipment.place(head, *_PLACES[event])
    moment = equipment.when(group, local_zone, notes, *_OF_THE_BOX) or equipment.when(
        head, local_zone, notes, *_OF_THE_VOYAGE.get(event, ("137",))
    )
    return StatedObservation(
        path=group[0].path,
        event="ordered" if is_order else event,
        **fields,
        **_conveyance(event, head, group, notes),
        **equipment.of_place(where, notes),
        **moment,
        problems=tuple(notes.problems),
    )


def _conveyance(event: str, head: list[Segment], group: list[Segment], notes: Notes) -> dict[str, Any]:
    """The truck or wagon of a gate move; else the vessel, but not that which a box at the gate is yet to go with."""
    trucks = (s for s in [*group, *head] if s.tag == "TDT" and s.at(0) in INLAND_STAGES and s.at(2) in OVERLAND_MODES)
    truck = next(trucks, None)
    if event.startswith("gate") and truck:
        return equipment.overland(truck, notes)
    vessel = next((s for s in head if s.tag == "TDT" and s.at(0) == "20"), None)
    return equipment.of_conveyance(vessel, notes) if vessel and not event.startswith("gate") else {}


def _document_code(head: list[Segment]) -> str:
    return next((segment.at(0, 0).strip() for segment in head if segment.tag == "BGM"), "")


def _ship_event(head: list[Segment], segment: Segment) -> str:
    """By the code of the document, else by the port that the head names, else by the status of the box."""
    if event := SHIP_EVENTS.get(_document_code(head)):
        return event
    ports = {s.at(0).strip() for s in head if s.tag == "LOC"} & {"9", "11"}
    if len(ports) == 1:
        return "loaded" if "9" in ports else "discharged"
    return SHIP_EVENT_OF_STATUS.get(segment.at(4).strip(), "seen")


def _gate_event(head: list[Segment], segment: Segment) -> str:
    return GATE_EVENTS.get(_document_code(head), "seen")


def _ordered_as(head: list[Segment], segment: Segment) -> str:
    """What is to be done: 43 is a list of boxes to discharge, 45 to load."""
    return {"43": "discharged", "45": "loaded"}.get(_document_code(head)) or _ship_event(head, segment)


def _compare_count(group: list[Segment], count: int, notes: Notes) -> None:
    for segment in group:
        if segment.tag == "CNT" and segment.at(0, 0).strip() == "16":
            stated = segment.at(0, 1).strip()
            if stated.lstrip("0") != str(count):
                notes.warning("observation_count_differs", segment.path, stated=stated, found=count)
