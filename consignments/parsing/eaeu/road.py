"""EAEU road preliminary information (R.042) of one truck: the dialect of 2018, the earlier one, and the album's mirror.

Elements are matched by local name: the versions of the namespaces differ from sender to sender.
"""

from collections.abc import Set
from dataclasses import replace
from datetime import date, tzinfo

from .. import places, reading
from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment
from ..xml_nodes import Node, root_name
from .codes import for_comparison, mode
from .consignment import checked, read_consignment
from .document import Form, parse_form
from .equipment import bearer
from .measures import count
from .trip import (
    ENTRIES,
    Carriage,
    Trip,
    announced,
    carriers,
    itinerary,
    read_carriage,
    read_head,
    with_conveyance,
)
from .vehicles import listed_means, ordinal

ALBUM_ROOT = "AutoPreliminary"
ROOTS = frozenset({"AutoPreliminaryInformation", ALBUM_ROOT})
_MAINS = ("PIATMainConsignmentDetails", "MainConsignmentDetails")
_BORDERS = ("PIATBorderTransportDetails", "BorderTransportDetails")


def recognises(raw: bytes) -> bool:
    """Return whether the bytes are XML whose root is road preliminary information."""
    return root_name(raw) in ROOTS


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the truck at once and its consignments as they are asked for."""
    return parse_form(raw, _FORM, ROOTS.__contains__, local_zone)


def _read_trip(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    main, border = root.any(*_MAINS), root.any(*_BORDERS)
    carriage = read_carriage(main, notes) if main else Carriage()
    way = mode(border.text_of("UnifiedTransportModeCode", "TransportModeCode") if border else None) or "road"
    manifest, bodies = with_conveyance(read_head(root, local_zone, notes), way, listed_means(border), notes, border)
    manifest = replace(
        announced(manifest, root, carriers(root, main), notes),
        exit_post=(carriage.destination.code or carriage.destination.name) if carriage.leaves else None,
        arrival_on=_arrival(border, root.any(*ENTRIES), notes) if border else None,
    )
    return Trip(
        manifest=manifest,
        carriage=replace(carriage, leaves=False),  # the manifest says it for all consignments
        itinerary=_itinerary(border, notes),
        bodies=bodies,
        bearer=bearer(containers, (body.number for body in bodies)),
        total_packages=count(main.any("CargoQuantity"), notes, Severity.WARNING) if main else None,
        total_goods=count(main.any("GoodsQuantity"), notes, Severity.WARNING) if main else None,
    )


def _read_one(node: Node, trip: Trip, local_zone: tzinfo) -> StatedConsignment:
    notes = Notes()
    return checked(read_consignment(node, trip, local_zone, notes), notes)


def _itinerary(border: Node | None, notes: Notes) -> tuple[str, ...]:
    """Return the countries of the itinerary points in their order; empty when none are stated."""
    points = sorted(border.all("ItineraryPointDetails"), key=ordinal) if border else []
    countries = [
        notes.read(places.country, point.text_of("UnifiedCountryCode", "CountryCode"), point.path, Severity.WARNING)
        for point in points
    ]
    return itinerary(*countries)


def _arrival(border: Node, entry: Node | None, notes: Notes) -> date | None:
    """Return the day of the itinerary point at the entry post: the structure has no other expected arrival."""
    code = entry.text("CustomsOfficeCode") if entry else None
    name = for_comparison(entry.text("BorderCheckpointName")) if entry else ""
    for point in border.all("ItineraryPointDetails"):
        place = for_comparison(point.text_of("PlaceName", "CustomsOfficeName"))
        if (code and point.text("CustomsOfficeCode") == code) or (name and place == name):
            return notes.read(reading.day, point.text_of("EventDate", "Date"), f"{point.path}/EventDate")
    return None


_FORM = Form(
    kind=DocumentKind.EAEU_ROAD_PRELIMINARY,
    consignment=lambda root: "ConsignmentDetails" if root == ALBUM_ROOT else "PIATConsignmentDetails",
    read_trip=_read_trip,
    read_one=_read_one,
    code="R.042",
    path=lambda root: "/MainConsignmentDetails" if root == ALBUM_ROOT else "/PIATMainConsignmentDetails",
)
