"""EAEU rail preliminary information: the wagons of one train, and consignments that each state their own carriage.

The name of its root is not published; it is known by the elements PIW… that no other document has. The album's mirror
has the root RWPreliminary.
"""

from collections.abc import Set
from dataclasses import replace
from datetime import tzinfo
from functools import partial

from .. import reading
from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, StatedConsignment
from ..xml_nodes import Node, mentions, root_name
from .consignment import checked, read_consignment
from .document import Form, parse_form
from .equipment import bearer, containers
from .goods import items
from .trip import Trip, announced, carriers, crew, read_carriage, read_head, with_conveyance
from .vehicles import listed_means

ALBUM_ROOT = "RWPreliminary"
_ROOTS = frozenset({"RailPreliminaryInformation", "RailwayPreliminaryInformation", ALBUM_ROOT})
_MARKS = ("PIWConsignmentDetails", "PIWBorderTransportDetails", "PIWEntryCheckPointDetails")


def recognises(raw: bytes) -> bool:
    """Return whether the bytes are XML of rail preliminary information, whatever the name of its root."""
    return root_name(raw) in _ROOTS or mentions(raw, *_MARKS)


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the wagons at once and the consignments as they are asked for."""
    return parse_form(raw, _FORM, lambda root: root in _ROOTS or mentions(raw, *_MARKS), local_zone)


def _read_trip(root: Node, boxes: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    border = root.any("PIWBorderTransportDetails", "BorderTransportDetails")
    manifest, pieces = with_conveyance(read_head(root, local_zone, notes), "rail", listed_means(border), notes)
    arrival = root.any("ArrivalDateTime")  # of the album only
    if arrival:
        arrival_at = notes.read(partial(reading.moment, local_zone=local_zone), arrival.text(), arrival.path)
        manifest = replace(manifest, arrival_at=arrival_at)
    return Trip(manifest=announced(manifest, root, carriers(root), notes), bodies=pieces)


def _read_one(node: Node, trip: Trip, local_zone: tzinfo) -> StatedConsignment:
    """Read a consignment with its own procedure, seals, office of destination and carriers.

    Which wagon carries which consignment is not said, so each has all of them; a container that the train lists goes
    only where no container is named.
    """
    notes = Notes()
    boxes = {*containers(node, Notes()), *(box for _, item in items(node) for box in containers(item, Notes()))}
    bodies = tuple(body for body in trip.bodies if body.kind == "wagon" or not boxes)
    carrier, driver = crew(carriers(node), notes)
    stated = read_consignment(
        node,
        replace(
            trip,
            carriage=read_carriage(node, notes),
            bodies=bodies,
            bearer=bearer(boxes, (body.number for body in bodies)),
            parties=tuple(one for one in (carrier, driver) if one) if trip.manifest.carrier is None else (),
        ),
        local_zone,
        notes,
    )
    return checked(stated, notes)


_FORM = Form(
    kind=DocumentKind.EAEU_RAIL_PRELIMINARY,
    consignment=lambda root: "ConsignmentDetails" if root == ALBUM_ROOT else "PIWConsignmentDetails",
    read_trip=_read_trip,
    read_one=_read_one,
)
