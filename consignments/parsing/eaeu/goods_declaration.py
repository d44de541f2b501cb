"""EAEU goods declaration (R.036) of one shipment; one that declares transit (ТТ) is a transit declaration."""

from collections.abc import Set
from dataclasses import replace
from datetime import tzinfo

from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment, StatedParty
from ..xml_nodes import Node, root_name, texts_at_beginning
from .codes import mode, procedure
from .consignment import checked, read_consignment
from .document import Form, parse_form
from .equipment import bearer
from .measures import count
from .parties import party, subject
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
from .vehicles import listed_means

ROOT = "GoodsDeclaration"
SHIPMENT = "DeclarationGoodsShipmentDetails"
_DECLARED = ("DeclarationKindCode", "CustomsProcedureCode")
# Who settles the deal is the trader of our side of it.
_SETTLING_ROLES = {"import": "buyer", "export": "seller"}


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


def settling_party(
    node: Node | None, declared: str | None, declarant: StatedParty | None, notes: Notes
) -> tuple[StatedParty, ...]:
    """Return the person responsible for the settlement (box 9) as buyer of an import or seller of an export."""
    role = _SETTLING_ROLES.get(declared or "")
    stated = party(node, role, notes, declarant) if role else None
    return (stated,) if stated else ()


def _read_trip(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    shipment = root.first(SHIPMENT)
    transport = shipment.first("DeclarationConsignmentDetails") if shipment else None
    border = transport.first("BorderTransportDetails") if transport else None
    inland = transport.first("ArrivalDepartureTransportDetails") if transport else None
    # Where nothing crosses the border by itself (transit), the vehicles stand only where the goods arrive.
    means, block = (listed_means(border), border) if listed_means(border) else (listed_means(inland), inland)
    modes = [block.text("UnifiedTransportModeCode") for block in (border, inland) if block]
    carriage = read_carriage(root, notes, transport)
    declared = procedure(*map(root.text, _DECLARED)) or ("transit" if root.first("TransitProcedureCode") else None)
    office = read_office(transport.first("BorderCustomsOfficeDetails") if transport else None, notes)
    head = read_head(root, local_zone, notes)
    manifest, bodies = with_conveyance(head, mode(next(filter(None, modes), None)), means, notes, block)
    carrier, driver = crew(carriers(root, shipment), notes)
    declarant = subject(root.first("DeclarantDetails"), "declarant", notes)
    leaves_at = carriage.destination if carriage.leaves else office if declared == "export" else Office()
    enters_at = office if declared != "export" else Office()
    settling = shipment.first("FinancialSettlementSubjectDetails") if shipment else None
    return Trip(
        manifest=replace(
            manifest,
            carrier=carrier,
            driver=driver,
            declarant=declarant,
            entry_post=enters_at.code or enters_at.name,
            entry_post_name=enters_at.name,
            exit_post=leaves_at.code or leaves_at.name,
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
