"""The declaration ESADout_CU of the Russian album, by itself or in an envelope ED_Container with other papers.

Official names are kept with their misspellings: CounryName, PakageQuantity, ESADout_CUConsigment.
"""

import re
from collections.abc import Set
from dataclasses import replace
from datetime import date, datetime, tzinfo
from functools import partial

from .. import places, reading
from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment
from ..xml_nodes import Node, root_name
from .codes import ends_at_the_border, procedure
from .consignment import checked, read_consignment
from .declaring import settling_party, transport, with_posts
from .document import Form, parse_form
from .equipment import Seals, bearer, containers
from .goods import items
from .measures import count, money
from .parties import subject
from .trip import (
    Carriage,
    Trip,
    carriers,
    crew,
    itinerary,
    original_number,
    read_destination,
    read_head,
    read_office,
    with_conveyance,
)

DECLARATION = "ESADout_CU"
ENVELOPE = "ED_Container"
_SHIPMENT = "ESADout_CUGoodsShipment"
_JOURNEYS = ("ESADout_CUConsigment", "ESADout_CUConsignment")
_BETWEEN_SEALS = re.compile(r"[,;\s]+")


def recognises(raw: bytes) -> bool:
    """Return whether the bytes are such a declaration, or an envelope that holds one."""
    root = root_name(raw)
    return root == DECLARATION or (root == ENVELOPE and DECLARATION.encode() in raw.replace(b"\x00", b""))


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the declarations; each is one consignment, with a manifest of its own where it differs from the first."""
    return parse_form(raw, _FORM, {DECLARATION, ENVELOPE}.__contains__, local_zone)


def _read_first(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Trip:
    """Return the trip of the first declaration; what is wrong with it is noted when its consignment is read."""
    bodies = (
        [root]
        if root.name == DECLARATION
        else [one for part in root.all("ContainerDoc") for body in part.all("DocBody") for one in body.all(DECLARATION)]
    )
    return _read_trip(bodies[0], local_zone, Notes()) if bodies else Trip(read_head(root, local_zone, notes))


def _read_one(node: Node, first: Trip, local_zone: tzinfo) -> StatedConsignment:
    notes = Notes()
    trip = _read_trip(node, local_zone, Notes(notes.problems, is_lenient=True))
    shipment = node.first(_SHIPMENT)
    if shipment is None:
        notes.error("field_missing", node.path, field=_SHIPMENT)
    shipment = shipment or node
    journey = shipment.any(*_JOURNEYS)
    total = shipment.first("ESADout_CUMainContractTerms", "TotalInvoiceAmount")
    value, currency = money(total, notes, shipment.text("ESADout_CUMainContractTerms", "ContractCurrencyCode"))
    stated = replace(
        read_consignment(shipment, trip, local_zone, notes),
        path=node.path,
        dispatch_country=_country(journey, "DispatchCountryCode", notes),
        destination_country=_country(journey, "DestinationCountryCode", notes) or trip.carriage.destination.country,
        total_value=value,
        total_currency=currency,
        manifest=None if trip.manifest == first.manifest else trip.manifest,
    )
    goods = count(shipment.any("TotalGoodsNumber"), notes, Severity.WARNING)
    if goods is not None and goods != len(stated.goods):
        notes.warning("goods_count_differs", shipment.path, stated=goods, found=len(stated.goods))
    return checked(stated, notes)


def _read_trip(node: Node, local_zone: tzinfo, notes: Notes) -> Trip:
    shipment = node.first(_SHIPMENT) or node
    journey = shipment.any(*_JOURNEYS) or shipment
    mode, means, block = transport(
        journey.first("ESADout_CUBorderTransport"), journey.first("ESADout_CUDepartureArrivalTransport")
    )
    office = read_office(journey.any("PPBorderCustoms", "BorderCustomsOffice"), notes)
    destination = read_destination(journey, notes)
    declared = procedure(node.text("CustomsProcedure"), node.text("CustomsModeCode"))
    leaves = ends_at_the_border(node.text("TransitDirectionCode"))
    arrival_at, arrival_on = _arrival(journey, local_zone, notes)
    manifest, bodies = with_conveyance(read_head(node, local_zone, notes), mode, means, notes, block)
    carrier, driver = crew(carriers(shipment), notes)
    declarant = subject(shipment.first("ESADout_CUDeclarant"), "declarant", notes)
    boxes = {box for _, item in items(shipment) for box in containers(item, Notes())}
    settling = shipment.first("ESADout_CUFinancialAdjustingResponsiblePerson")
    return Trip(
        manifest=replace(
            with_posts(manifest, declared, office, destination if leaves else None),
            carrier=carrier,
            driver=driver,
            declarant=declarant,
            arrival_at=arrival_at,
            arrival_on=arrival_on,
        ),
        carriage=Carriage(procedure=declared, seals=_seals(node, notes), destination=destination),
        itinerary=(
            itinerary(_country(journey, "DispatchCountryCode", Notes()), office.country, destination.country)
            if office.country
            else ()
        ),
        bodies=bodies,
        bearer=bearer(boxes, (body.number for body in bodies)),
        own_number=original_number(node, notes),
        parties=settling_party(settling, declared, declarant, notes),
    )


def _arrival(journey: Node, local_zone: tzinfo, notes: Notes) -> tuple[datetime | None, date | None]:
    """Return the expected arrival, as a time where one is stated with the day."""
    day, clock = journey.first("DateExpectedArrival"), journey.first("TimeExpectedArrival")
    if day is None:
        return None, None
    at = None
    if clock and clock.text():
        at = notes.read(partial(reading.moment, local_zone=local_zone), f"{day.text()}T{clock.text()}", clock.path)
    return at, notes.read(reading.day, day.text(), day.path) if at is None else None


def _seals(node: Node, notes: Notes) -> Seals:
    """Return the seals, which stand in one element; a declaration without that element says nothing of seals."""
    stated = _BETWEEN_SEALS.split(node.text("SealNumber") or "")
    numbers = tuple(number for one in stated if (number := notes.identifier(one, node.path, 40)))
    quantity = node.first("SealQuantity")
    total = notes.read(reading.small_count, quantity.text(), quantity.path, Severity.WARNING) if quantity else None
    return Seals(numbers if numbers or total == 0 else None, total)


def _country(node: Node | None, name: str, notes: Notes) -> str | None:
    stated = node.first(name) if node else None
    return notes.read(places.country, stated.text(), stated.path, Severity.WARNING) if stated else None


_FORM = Form(
    kind=DocumentKind.ESADOUT_DECLARATION,
    consignment=lambda root: DECLARATION,
    left_out="ESADout_CUGoods",
    read_trip=_read_first,
    read_one=_read_one,
    path=lambda root: "/ContainerDoc/DocBody" if root == ENVELOPE else "",
)
