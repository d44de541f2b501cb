"""EAEU transit declaration (R.048): one carriage under customs control with one or more shipments."""

from collections.abc import Set
from dataclasses import replace
from datetime import tzinfo

from .. import reading
from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment
from ..xml_nodes import Node, root_name
from .codes import mode
from .consignment import checked, read_consignment
from .document import Form, parse_form
from .equipment import bearer
from .measures import count
from .parties import subject
from .trip import Trip, carriers, crew, original_number, read_carriage, read_head, with_conveyance
from .vehicles import listed_means

ROOT = "TransitDeclaration"


def recognises(raw: bytes) -> bool:
    return root_name(raw) == ROOT


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the carriage at once and its shipments as they are asked for."""
    return parse_form(raw, _FORM, ROOT.__eq__, local_zone)


def _read_trip(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    means = listed_means(root)
    way = mode(means[0].text("UnifiedTransportModeCode") if means else None)
    manifest, bodies = with_conveyance(read_head(root, local_zone, notes), way, means, notes)
    carrier, driver = crew(sorted(carriers(root), key=lambda node: _ordinal(node)), notes)
    return Trip(
        manifest=replace(
            manifest,
            carrier=carrier,
            driver=driver,
            declarant=subject(root.first("DeclarantDetails"), "declarant", notes),
        ),
        carriage=replace(read_carriage(root, notes), procedure="transit"),
        bodies=bodies,
        bearer=bearer(containers, (body.number for body in bodies)),
        own_number=original_number(root, notes),
        total_packages=count(root.any("CargoQuantity"), notes, Severity.WARNING),
        total_goods=count(root.any("GoodsQuantity"), notes, Severity.WARNING),
    )


def _read_one(node: Node, trip: Trip, local_zone: tzinfo) -> StatedConsignment:
    notes = Notes()
    return checked(read_consignment(node, trip, local_zone, notes), notes)


def _ordinal(carrier: Node) -> int:
    return Notes().read(reading.small_count, carrier.text("CarrierOrdinal"), carrier.path) or 0


_FORM = Form(
    kind=DocumentKind.EAEU_TRANSIT_DECLARATION,
    consignment=lambda root: "TDGoodsShipmentDetails",
    read_trip=_read_trip,
    read_one=_read_one,
    code="R.048",
)
