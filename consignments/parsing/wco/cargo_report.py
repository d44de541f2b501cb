"""Cargo report of the WCO Data Model (CAR, CRI): a stream of consignments below one means of transport."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo

from .. import reading
from ..checking import note_disagreements, numbered_once, sum_of_gross_mass_kg, sum_of_packages
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes, Unreadable, error, notice, warning
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment, StatedManifest, StatedParty
from ..xml_nodes import Node, local_name, read_head, read_repeated
from . import moments
from .declaration import DECLARATION
from .equipment import read_equipment
from .goods import mass_kg, money, read_item
from .head import itinerary
from .head import read_head as read_manifest
from .locations import place, unlocode
from .papers import TRANSPORT_DOCUMENTS, papers, type_code
from .parties import first_party

CONSIGNMENT = "Consignment"
_ITEMS = ("ConsignmentItem", "GovernmentAgencyGoodsItem")
_PAYMENT = {
    "A": "cash",
    "Y": "account",
    "Z": "collect",
    "P": "prepaid",
    "PP": "prepaid",
    "C": "collect",
    "CC": "collect",
}
_PROCEDURES = {"22": "export", "23": "import", "24": "transit", "28": "transhipment"}
_MASTERS = {"704", "741"}
_HOUSES = {"703", "714"}
_ROLES = (
    ("consignor", ("Consignor", "Exporter")), ("consignee", ("Consignee", "Importer")),
    ("notify_party", ("NotifyParty",)), ("carrier", ("Carrier",)), ("freight_forwarder", ("FreightForwarder",)),
    ("seller", ("Seller",)), ("buyer", ("Buyer",)),
)  # fmt: skip


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the head at once, the consignments as they are asked for."""
    document = ParsedDocument(DocumentKind.WCO_CARGO_REPORT, StatedManifest(), iter(()))
    try:
        root, _ = read_head(raw, CONSIGNMENT)
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    declaration = root if local_name(root.element) == DECLARATION else root.first(DECLARATION)
    if declaration is None:
        document.problems.append(notice("no_consignments", root.path))
        return document
    version = root.text("WCODataModelVersionCode")
    notes = Notes(document.problems, is_lenient=True)
    document.manifest = read_manifest(declaration, version, local_zone, notes)
    stated = declaration.text("ConsignmentQuantity") or declaration.text("TotalConsignmentQuantity")
    count = notes.read(reading.count, stated, declaration.path, Severity.WARNING)
    document.manifest = replace(document.manifest, stated_consignments=count)
    document.consignments = _consignments(raw, declaration, local_zone, document)
    return document


def _consignments(
    raw: bytes, declaration: Node, local_zone: tzinfo, document: ParsedDocument
) -> Iterator[StatedConsignment]:
    countries = itinerary(declaration.first("BorderTransportMeans"), Notes())
    count = 0
    for node in read_repeated(raw, CONSIGNMENT, declaration.path):
        count += 1
        yield _read(node, document.manifest, countries, local_zone)
    stated = document.manifest.stated_consignments
    if stated is not None and stated != count:
        document.problems.append(warning("consignment_count_differs", declaration.path, stated=stated, found=count))
    if count == 0:
        document.problems.append(notice("no_consignments", declaration.path))


def _read(node: Node, manifest: StatedManifest, countries: tuple[str, ...], local_zone: tzinfo) -> StatedConsignment:
    notes = Notes()
    contracts = node.all("TransportContractDocument")
    number, level, master = _numbers(node, contracts, notes)
    if number is None:
        notes.error("document_number_missing", node.path)
    items = [item for name in _ITEMS for item in node.all(name)]
    goods = [read_item(item, position, notes) for position, item in enumerate(items, start=1)]
    own = next((one for one in contracts if one.text("ID") == number), None)
    issued_on = moments.day(own.first("IssueDateTime") if own else None, local_zone, notes)
    loading, unloading = node.first("LoadingLocation"), node.first("UnloadingLocation")
    total_value, total_currency = money(node.first("InvoiceAmount") or node.first("ValueAmount"), notes)
    freight = node.first("Freight")
    packages = notes.read(reading.count, node.text("TotalPackageQuantity"), f"{node.path}/TotalPackageQuantity")
    boxes = read_equipment(node.all("TransportEquipment"), notes)
    if not boxes and manifest.mode == "road":
        boxes = load_bodies(manifest)
    loading_code, unloading_code = unlocode(loading), unlocode(unloading)
    stated = StatedConsignment(
        path=node.path,
        document_number=number,
        identity_date=identity_date(issued_on, manifest, local_zone),
        transport_document_kind=TRANSPORT_DOCUMENTS.get(type_code(own)) if own else None,
        document_level=level,
        master_document_number=master,
        procedure=_PROCEDURES.get(node.text("CustomsStatusCode") or node.text("TransportMovementCode") or ""),
        function=manifest.function,
        issued_on=issued_on,
        place_of_loading=place(loading, notes),
        place_of_delivery=place(unloading, notes),
        loading_unlocode=loading_code,
        delivery_unlocode=unloading_code,
        dispatch_country=loading_code[:2] if loading_code else None,
        destination_country=unloading_code[:2] if unloading_code else None,
        itinerary=itinerary(node, notes) or countries,
        parties=_parties(node, manifest, notes),
        goods=numbered_once(goods, node.path, notes),
        equipment=boxes,
        documents=papers([*node.all("PreviousDocument"), *node.all("AdditionalDocument")], local_zone, notes),
        total_packages=sum_of_packages(goods) if packages is None else packages,
        total_gross_mass_kg=mass_kg(_total_mass(node), notes) or sum_of_gross_mass_kg(goods),
        total_value=total_value,
        total_currency=total_currency,
        freight_payment_method=_PAYMENT.get(freight.text("PaymentMethodCode") or "") if freight else None,
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _numbers(node: Node, contracts: list[Node], notes: Notes) -> tuple[str | None, str | None, str | None]:
    """Return number, level and number of the master document: a consignment may name its own and the one above."""
    masters = [one for one in contracts if type_code(one) in _MASTERS]
    others = [one for one in contracts if type_code(one) not in _MASTERS]
    own = next(iter([*others, *masters]), None)
    if own is None:
        return notes.identifier(node.text("ID"), f"{node.path}/ID", 120), None, None
    number = notes.identifier(own.text("ID"), f"{own.path}/ID", 120)
    if others and masters:
        return number, "house", notes.identifier(masters[0].text("ID"), masters[0].path, 120, Severity.WARNING)
    return number, "master" if masters else "house" if type_code(own) in _HOUSES else None, None


def _total_mass(node: Node) -> Node | None:
    return node.first("TotalGrossMassMeasure") or node.first("GrossMassMeasure")


def _parties(node: Node, manifest: StatedManifest, notes: Notes) -> tuple[StatedParty, ...]:
    found: dict[str, StatedParty] = {}
    for role, names in _ROLES:
        if party := first_party(role, (node.first(name) for name in names), notes):
            found[role] = party
    for party in (manifest.carrier, manifest.driver, manifest.declarant):
        if party:
            found.setdefault(party.role, party)
    return tuple(found.values())
