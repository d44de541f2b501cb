"""One consignment of any of the Union's documents: they differ in the names of its parts, not in their meaning."""

from dataclasses import replace
from datetime import date, tzinfo

from .. import places, reading
from ..checking import note_disagreements, numbered_once
from ..identity import identity_date
from ..noting import Notes
from ..values import Severity, StatedConsignment, StatedDocument, StatedEquipment, StatedManifest, StatedParty
from ..xml_nodes import Node
from .equipment import containers, sealed
from .goods import goods_item, items
from .measures import count, mass_kg, money
from .papers import TransportDocument, papers, presented_transport_document, transport_document
from .parties import pair, party
from .trip import MAX_CARNET, Office, Trip, read_destination

_DOCUMENTS = ("PIATTransportDocumentDetails", "TransportDocumentDetails")
_TOTALS = ("CAValueAmount", "TotalAmount", "CAInvoiceValueAmount")
_GROSS_MASSES = ("UnifiedGrossMassMeasure", "TotalGrossMassMeasure", "GrossWeightQuantity")
_LOADINGS = ("PIATLoadingLocationDetails", "PIWLoadingLocationDetails", "LoadingLocationDetails")
_UNLOADINGS = (
    "PIATUnloadingLocationDetails", "PIWUnloadingLocationDetails", "UnloadingLocationDetails",
    "UnLoadingLocationDetails",
)  # fmt: skip
_SIDES = (
    (
        ("consignor", "seller"),
        ("PIATConsignorDetails", "PIConsignorDetails", "ConsignorDetails", "ESADout_CUConsignor"),
        ("PISellerDetails", "SellerDetails"),
    ),
    (
        ("consignee", "buyer"),
        ("PIATConsigneeDetails", "PIConsigneeDetails", "ConsigneeDetails", "ESADout_CUConsignee"),
        ("PIBuyerDetails", "BuyerDetails"),
    ),
)


def read_consignment(node: Node, trip: Trip, local_zone: tzinfo, notes: Notes) -> StatedConsignment:
    """Read one consignment; what its document says once for all comes from the trip. `checked` ends the reading."""
    document = _transport_document(node, trip, notes)
    if document.number is None:
        notes.error("document_number_missing", node.path)
    goods = [goods_item(item, position, notes, _currency_of_contract(node)) for position, item in items(node)]
    total_value, total_currency = money(node.any(*_TOTALS), notes)
    loading, unloading = node.any(*_LOADINGS), node.any(*_UNLOADINGS)
    aim, office = node.any("ATDestinationDetails", "DestinationDetails"), read_destination(node, notes)
    beside = tuple(papers(node, (item for _, item in items(node)), notes, document.number))
    return StatedConsignment(
        path=node.path,
        document_number=document.number,
        identity_date=_identity_date(document, trip, local_zone),
        transport_document_kind=document.kind or ("tir" if trip.carriage.tir_carnet_number else None),
        procedure=trip.carriage.procedure,
        function=trip.manifest.function,
        issued_on=document.issued_on,
        taken_over_on=(
            notes.read(reading.day, loading.text("EventDate"), f"{loading.path}/EventDate") if loading else None
        ),
        place_of_loading=_place(loading, notes),
        place_of_delivery=_place(unloading, notes) or _place(aim, notes) or _name(office, trip.carriage.destination),
        dispatch_country=_country(node, ("DepartureCountryCode", "DispatchCountryCode"), notes),
        destination_country=_country(node, ("DestinationCountryCode",), notes),
        itinerary=trip.itinerary,
        parties=_parties(node, trip, notes),
        goods=numbered_once(goods, node.path, notes),
        equipment=_equipment(node, trip, notes),
        documents=beside,
        total_packages=count(node.any("CargoQuantity", "TotalPackageNumber"), notes),
        total_gross_mass_kg=mass_kg(node.any(*_GROSS_MASSES), notes),
        total_value=total_value,
        total_currency=total_currency,
        tir_carnet_number=_carnet(trip, document, beside),
        manifest=_manifest_of_its_own(trip, office),
    )


def checked(stated: StatedConsignment, notes: Notes) -> StatedConsignment:
    """Return the consignment with all problems that were met in it, its disagreements among them."""
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _transport_document(node: Node, trip: Trip, notes: Notes) -> TransportDocument:
    """Return the document under which the goods travel; a declaration without one goes by its own number."""
    stated = transport_document(node.any(*_DOCUMENTS), notes)
    if (stated is None or stated.number is None) and trip.own_number:
        stated = transport_document(presented_transport_document(item for _, item in items(node)), notes)
        if stated is None or stated.number is None:
            notes.warning("eaeu_transport_document_missing", node.path, value=trip.own_number)
            ordinal = node.text("ObjectOrdinal")
            return TransportDocument(trip.own_number if ordinal in (None, "1") else f"{trip.own_number}/{ordinal}")
    return stated or TransportDocument()


def _identity_date(document: TransportDocument, trip: Trip, local_zone: tzinfo) -> date | None:
    """Return the date of identity; a declaration's own number needs none, and its correction may tell another day."""
    if trip.own_number and not document.path:
        return None
    return identity_date(document.issued_on, trip.manifest, local_zone)


def _manifest_of_its_own(trip: Trip, office: Office) -> StatedManifest | None:
    """Return the manifest with the post where this consignment leaves, where the document states it only here."""
    post = office.code or office.name
    return replace(trip.manifest, exit_post=post) if trip.carriage.leaves and post else None


def _carnet(trip: Trip, document: TransportDocument, beside: tuple[StatedDocument, ...]) -> str | None:
    """Return the number of the TIR carnet, wherever it is stated: in the head, as transport document or beside it."""
    numbers = [document.number if document.kind == "tir" else None]
    numbers += [paper.number for paper in beside if paper.kind == "tir_carnet"]
    return trip.carriage.tir_carnet_number or next((n for n in numbers if n and len(n) <= MAX_CARNET), None)


def _place(node: Node | None, notes: Notes) -> str | None:
    """Return a place by its name, else by the code of its railway station."""
    return notes.text(node.text_of("PlaceName", "RailwayStationCode"), node.path, 200) if node else None


def _name(*offices: Office) -> str | None:
    return next((stated for office in offices if (stated := office.name or office.code)), None)


def _currency_of_contract(node: Node) -> str | None:
    return node.text("ESADout_CUMainContractTerms", "ContractCurrencyCode")


def _country(node: Node, names: tuple[str, ...], notes: Notes) -> str | None:
    """Return a country: the code itself, in the earlier dialect wrapped in an element of details."""
    stated = node.any(*names) or node.first(names[0].replace("Code", "Details"), "CACountryCode")
    return notes.read(places.country, stated.text(), stated.path, Severity.WARNING) if stated else None


def _parties(node: Node, trip: Trip, notes: Notes) -> tuple[StatedParty, ...]:
    """Return the parties; one that is declared equal is the seller or buyer of a preliminary information, and in a
    declaration, which names neither, the declarant."""
    stated: list[StatedParty | None] = []
    for roles, names, counterparts in _SIDES:
        trader = node.any(*counterparts)
        if trader is None and trip.own_number:
            stated.append(party(node.any(*names), roles[0], notes, trip.manifest.declarant))
        else:
            stated += pair(node.any(*names), trader, roles, notes)
    manifest = trip.manifest
    stated += [*trip.parties, manifest.carrier, manifest.driver, manifest.declarant]
    return tuple(one for one in stated if one)


def _equipment(node: Node, trip: Trip, notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the containers on consignment and items together; the bodies where there is none or they bear the seals.

    Wagons are always there: they are pieces of their own.
    """
    numbers = dict.fromkeys(containers(node, notes))
    for _, item in items(node):
        numbers.update(dict.fromkeys(containers(item, Notes())))  # the item has noted what is wrong with them
    pieces = [StatedEquipment("container", number) for number in numbers]
    bears_seals = trip.carriage.seals.numbers and trip.bearer in {body.number for body in trip.bodies}
    if not pieces or bears_seals or trip.manifest.mode == "rail":
        pieces += [body for body in trip.bodies if body.number not in numbers]
    return sealed(pieces, trip.bearer, trip.carriage.seals)
