"""Declaration of the WCO Data Model (DEC): one Declaration is one consignment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo

from .. import places, reading
from ..checking import note_disagreements, numbered_once
from ..identity import identity_date
from ..noting import Notes, Unreadable, error, notice
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment, StatedManifest, StatedParty
from ..xml_nodes import Node, local_name, read_head
from . import moments
from .equipment import read_equipment
from .goods import mass_kg, money, read_item
from .head import itinerary
from .head import read_head as read_manifest
from .locations import place, unlocode
from .papers import TRANSPORT_DOCUMENTS, papers, type_code
from .parties import first_party

DECLARATION = "Declaration"
_PAYMENT = {
    "A": "cash", "B": "other", "C": "other", "D": "other", "H": "other", "Y": "account", "Z": "collect",
    "PP": "prepaid", "CC": "collect",
}  # fmt: skip
_PROCEDURES = {"1": "export", "2": "export", "3": "export", "4": "import", "5": "import", "6": "import", "8": "transit"}


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the declarations of a document; the head of the first is the document's manifest."""
    document = ParsedDocument(DocumentKind.WCO_DECLARATION, StatedManifest(), iter(()))
    try:
        root, _ = read_head(raw, repeated="")
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    nodes = [root] if local_name(root.element) == DECLARATION else root.all(DECLARATION)
    if not nodes:
        document.problems.append(notice("no_consignments", root.path))
        return document
    version = root.text("WCODataModelVersionCode")
    notes = Notes(document.problems, is_lenient=True)
    manifests = [read_manifest(node, version, local_zone, notes) for node in nodes]
    document.manifest = manifests[0]
    document.consignments = _consignments(nodes, manifests, local_zone)
    return document


def _consignments(
    nodes: list[Node], manifests: list[StatedManifest], local_zone: tzinfo
) -> Iterator[StatedConsignment]:
    for node, manifest in zip(nodes, manifests, strict=True):
        stated = _read(node, manifest, local_zone)
        yield stated if manifest is manifests[0] else replace(stated, manifest=manifest)


def _read(node: Node, manifest: StatedManifest, local_zone: tzinfo) -> StatedConsignment:
    notes = Notes()
    shipments = node.all("GoodsShipment")
    consignments = [one for shipment in shipments for one in shipment.all("Consignment")]
    number = notes.identifier(node.text("ID") or node.text("FunctionalReferenceID"), node.path, 120)
    if number is None:
        notes.error("document_number_missing", node.path)
    items = [item for shipment in shipments for item in shipment.all("GovernmentAgencyGoodsItem")]
    goods = [read_item(item, position, notes) for position, item in enumerate(items, start=1)]
    boxes = read_equipment((box for one in consignments for box in one.all("TransportEquipment")), notes)
    issued_on = moments.day(node.first("IssueDateTime"), local_zone, notes)
    total_value, total_currency = money(_first(node, shipments, "InvoiceAmount"), notes)
    named = [*_all(node, shipments, items, "PreviousDocument"), *_all(node, shipments, items, "AdditionalDocument")]
    contracts = [paper for one in consignments for paper in one.all("TransportContractDocument")]
    loading = _first(node, consignments, "LoadingLocation")
    stated_items = notes.read(reading.count, node.text("GoodsItemQuantity"), node.path, Severity.WARNING)
    if stated_items is not None and stated_items != len(goods):
        notes.warning("goods_count_differs", f"{node.path}/GoodsItemQuantity", stated=stated_items, found=len(goods))
    kind = next((TRANSPORT_DOCUMENTS[code] for c in contracts if (code := type_code(c)) in TRANSPORT_DOCUMENTS), None)
    flag = next((flag for one in consignments if (flag := one.text("ContainerCode"))), None)
    freight = _first(node, [*node.all("Consignment"), *consignments], "Freight")
    stated = StatedConsignment(
        path=node.path,
        document_number=number,
        identity_date=identity_date(issued_on, manifest, local_zone),
        transport_document_kind=kind,
        procedure=_procedure(node, items),
        function=manifest.function,
        issued_on=issued_on,
        place_of_loading=place(loading, notes),
        place_of_delivery=place(_first(node, consignments, "UnloadingLocation"), notes),
        loading_unlocode=unlocode(loading),
        delivery_unlocode=unlocode(_first(node, consignments, "UnloadingLocation")),
        dispatch_country=_country(shipments, ("ExportCountry", "ID"), notes),
        destination_country=_country(shipments, ("Destination", "CountryCode"), notes),
        itinerary=itinerary(node.first("Consignment"), notes) or itinerary(node.first("BorderTransportMeans"), notes),
        parties=_parties(node, shipments, manifest, notes),
        goods=numbered_once(goods, node.path, notes),
        equipment=boxes,
        documents=papers([*named, *contracts], local_zone, notes),
        total_packages=notes.read(reading.count, node.text("TotalPackageQuantity"), node.path),
        total_gross_mass_kg=mass_kg(_first(node, shipments, "TotalGrossMassMeasure"), notes),
        total_value=total_value,
        total_currency=total_currency,
        freight_payment_method=_PAYMENT.get(freight.text("PaymentMethodCode") or "") if freight else None,
        # The container code answers whether there is a container; only "there is one" leaves open which.
        states_equipment=bool(boxes) or flag == "0",
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _first(node: Node, below: list[Node], name: str) -> Node | None:
    return next((found for one in (node, *below) if (found := one.first(name))), None)


def _all(node: Node, shipments: list[Node], items: list[Node], name: str) -> list[Node]:
    return [found for one in (node, *shipments, *items) for found in one.all(name)]


def _procedure(node: Node, items: list[Node]) -> str | None:
    """By the kind of the declaration, else by the first digit of the procedure of the first item."""
    kind = (node.text("TypeCode") or "").upper()[:2]
    if kind in ("EX", "IM", "TR"):
        return {"EX": "export", "IM": "import", "TR": "transit"}[kind]
    code = items[0].text("GovernmentProcedure", "CurrentCode") if items else None
    return _PROCEDURES.get((code or "")[:1])


def _parties(node: Node, shipments: list[Node], manifest: StatedManifest, notes: Notes) -> tuple[StatedParty, ...]:
    """Return one party per role: an exporter is the consignor, an importer the consignee, where none is stated."""
    levels = [*shipments, node]

    def of(role: str, *names: str) -> StatedParty | None:
        return first_party(role, (level.first(name) for name in names for level in levels), notes)

    parties = (
        of("consignor", "Consignor", "Exporter"),
        of("consignee", "Consignee", "Importer"),
        of("notify_party", "NotifyParty"),
        of("seller", "Seller"),
        of("buyer", "Buyer"),
        manifest.carrier,
        manifest.driver,
        manifest.declarant,
    )
    return tuple(party for party in parties if party)


def _country(shipments: list[Node], way: tuple[str, str], notes: Notes) -> str | None:
    for shipment in shipments:
        if found := shipment.first(*way):
            return notes.read(places.country, found.text(), found.path, Severity.WARNING)
    return None
