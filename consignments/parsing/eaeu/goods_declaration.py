"""EAEU goods declaration (R.036) of one shipment; one that declares transit (ТТ) is a transit declaration."""

from collections.abc import Set
from dataclasses import replace
from datetime import tzinfo

from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment
from ..xml_nodes import Node, root_name, texts_at_beginning
from .codes import procedure
from .consignment import checked, read_consignment
from .declaring import settling_party, transport, with_posts
from .document import Form, parse_form
from .equipment import bearer
from .measures import count
from .parties import subject
from .trip import (
    Office,
    Trip,
    carriers,
    crew,
    itinerary,
    original_number,
    read_carriage,
    read_head,
    read_office,
    with_conveyance,
)

ROOT = "GoodsDeclaration"
SHIPMENT = "DeclarationGoodsShipmentDetails"
_DECLARED = ("DeclarationKindCode", "CustomsProcedureCode")


def recognises(raw: bytes) -> bool:
    return root_name(raw) == ROOT


def recognises_transit(raw: bytes) -> bool:
    """Return whether the bytes are a goods declaration by which transit is declared."""
    if not recognises(raw):
        return False
    texts = texts_at_beginning(raw, (*_DECLARED, "TransitProcedureCode"))
    declared = procedure(*map(texts.get, _DECLARED))
    return declared == "transit" or (declared is None and "TransitProcedureCode" in texts)


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a goods declaration, of transit too."""
    kind = DocumentKind.EAEU_TRANSIT_DECLARATION if recognises_transit(raw) else DocumentKind.EAEU_GOODS_DECLARATION
    return parse_form(raw, replace(_FORM, kind=kind), ROOT.__eq__, local_zone)


def _read_trip(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    shipment = root.first(SHIPMENT)
    journey = shipment.first("DeclarationConsignmentDetails") if shipment else None
    border = journey.first("BorderTransportDetails") if journey else None
    inland = journey.first("ArrivalDepartureTransportDetails") if journey else None
    mode, means, block = transport(border, inland)
    carriage = read_carriage(root, notes, journey)
    declared = procedure(*map(root.text, _DECLARED)) or ("transit" if root.first("TransitProcedureCode") else None)
    office = read_office(journey.first("BorderCustomsOfficeDetails") if journey else None, notes)
    manifest, bodies = with_conveyance(read_head(root, local_zone, notes), mode, means, notes, block)
    carrier, driver = crew(carriers(root, shipment), notes)
    declarant = subject(root.first("DeclarantDetails"), "declarant", notes)
    settling = shipment.first("FinancialSettlementSubjectDetails") if shipment else None
    return Trip(
        manifest=replace(
            with_posts(manifest, declared, office, carriage.destination if carriage.leaves else None),
            carrier=carrier,
            driver=driver,
            declarant=declarant,
        ),
        carriage=replace(carriage, procedure=declared, leaves=False),  # the manifest has the post of exit
        itinerary=_way(shipment, office, carriage.destination),
        bodies=bodies,
        bearer=bearer(containers, (body.number for body in bodies)),
        own_number=original_number(root, notes),
        total_packages=count(root.any("CargoQuantity"), notes, Severity.WARNING),
        total_goods=count(root.any("GoodsQuantity"), notes, Severity.WARNING),
        parties=settling_party(settling, declared, declarant, notes),
    )


def _way(shipment: Node | None, border: Office, destination: Office) -> tuple[str, ...]:
    """Return the countries on the way where the document states that of the border office; else it tells no way."""
    if shipment is None or border.country is None:
        return ()
    departure = shipment.text("DepartureCountryDetails", "CACountryCode")
    return itinerary(departure, border.country, destination.country)


def _read_one(node: Node, trip: Trip, local_zone: tzinfo) -> StatedConsignment:
    """Read the only shipment; the packages of all goods stand in the head of the declaration."""
    notes = Notes()
    stated = read_consignment(node, trip, local_zone, notes)
    return checked(replace(stated, total_packages=trip.total_packages), notes)


_FORM = Form(
    kind=DocumentKind.EAEU_GOODS_DECLARATION,
    consignment=lambda root: SHIPMENT,
    left_out="DeclarationGoodsItemDetails",
    read_trip=_read_trip,
    read_one=_read_one,
    code="R.036",
)
