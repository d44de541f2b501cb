"""One PIATConsignmentDetails of road preliminary information: a consignment under its own transport document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal
from functools import partial

from .. import places, reading
from ..checking import note_disagreements, numbered_once
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes
from ..values import (
    Severity,
    StatedConsignment,
    StatedDocument,
    StatedEquipment,
    StatedGoodsItem,
    StatedParty,
)
from ..xml_nodes import Node
from .parties import pair
from .truck import Truck

_CUT_LENGTH = 250  # of a part of the description: the next part goes on in the middle of the word
_UNITS_KG = {"166": Decimal(1), "168": Decimal(1000), "163": Decimal("0.001")}
# Kinds of list 2009: of transport documents, and of the papers beside them (by their first digits).
_TRANSPORT_DOCUMENTS = {
    "02015": "cmr",
    "02024": "tir",
    "02013": "smgs",
    "02011": "bill_of_lading",
    "02017": "air_waybill",
}
_PAPERS = (
    ("04021", "invoice"), ("04131", "packing_list"), ("03", "contract"), ("06", "certificate_of_origin"),
    ("01", "permit"), ("05", "permit"), ("09013", "previous_declaration"),
)  # fmt: skip


def read_consignment(node: Node, truck: Truck, itinerary: tuple[str, ...], local_zone: tzinfo) -> StatedConsignment:
    """Read one consignment; truck, carrier, driver, seals and TIR carnet are taken over from the document."""
    notes = Notes()
    document = node.first("PIATTransportDocumentDetails")
    number = notes.identifier(document.text("DocId"), f"{document.path}/DocId", 120) if document else None
    if number is None:
        notes.error("document_number_missing", node.path)
    issued_on = (
        notes.read(reading.day, document.text("DocCreationDate"), f"{document.path}/DocCreationDate")
        if document
        else None
    )
    goods = [_goods_item(item, position, notes) for position, item in _items(node)]
    total_value, total_currency = _money(node.first("TotalAmount") or node.first("CAInvoiceValueAmount"), notes)
    loading, unloading = node.first("PIATLoadingLocationDetails"), node.first("PIATUnloadingLocationDetails")
    destination = node.first("ATDestinationDetails")
    delivery = (unloading.text("PlaceName") if unloading else None) or (
        destination.text("PlaceName") if destination else None
    )
    stated = StatedConsignment(
        path=node.path,
        document_number=number,
        identity_date=identity_date(issued_on, truck.manifest, local_zone),
        transport_document_kind=_document_kind(document, truck),
        procedure="transit" if truck.is_transit else None,
        function=truck.manifest.function,
        issued_on=issued_on,
        taken_over_on=_loaded_on(loading, notes),
        place_of_loading=notes.text(loading.text("PlaceName"), loading.path, 200) if loading else None,
        place_of_delivery=notes.text(delivery or truck.destination_office, node.path, 200),
        dispatch_country=_country(node, "DepartureCountryCode", "DepartureCountryDetails", notes),
        destination_country=_country(node, "DestinationCountryCode", "DestinationCountryDetails", notes),
        itinerary=itinerary,
        parties=_parties(node, truck, notes),
        goods=numbered_once(goods, node.path, notes),
        equipment=_equipment(node, truck, notes),
        documents=tuple(_papers(node, notes)),
        total_packages=notes.read(reading.count, node.text("CargoQuantity"), f"{node.path}/CargoQuantity"),
        total_gross_mass_kg=_mass_kg(node.first("UnifiedGrossMassMeasure"), notes),
        total_value=total_value,
        total_currency=total_currency,
        tir_carnet_number=truck.tir_carnet_number,
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _items(node: Node) -> Iterator[tuple[int, Node]]:
    return enumerate(node.all("PIATConsignmentItemDetails"), start=1)


def _goods_item(node: Node, position: int, notes: Notes) -> StatedGoodsItem:
    value, currency = _money(node.first("CAValueAmount"), notes)
    number = notes.read(reading.small_count, node.text("ConsignmentItemOrdinal"), node.path, Severity.WARNING)
    code = notes.read(reading.commodity_code, node.text("CommodityCode"), f"{node.path}/CommodityCode")
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", f"{node.path}/CommodityCode", value=code)
    packages, package_kind = _packages(node, notes)
    origin = node.first("OriginCountryDetails", "CACountryCode")
    return StatedGoodsItem(
        number=number or position,
        commodity_code=code,
        description=notes.text(_description(node), node.path, 4000),
        packages=packages,
        package_kind=package_kind,
        gross_mass_kg=_mass_kg(node.first("UnifiedGrossMassMeasure"), notes),
        net_mass_kg=_mass_kg(node.first("UnifiedNetMassMeasure"), notes),
        value=value,
        currency=currency,
        origin_country=notes.read(places.country, origin.text(), origin.path, Severity.WARNING) if origin else None,
        equipment_numbers=_containers(node, notes),
    )


def _description(node: Node) -> str:
    """Return the description of up to four parts as one text."""
    text = ""
    for part in (one.text() or "" for one in node.all("GoodsDescriptionText")):
        text += part if len(part) == _CUT_LENGTH else f"{part} "
    return text


def _packages(node: Node, notes: Notes) -> tuple[int | None, str | None]:
    """Return the number of packages, else the sum over the kinds of packing, and the first kind's code."""
    cargo = node.first("CargoPackagePalletDetails")
    if cargo is None:
        return None, None
    total = notes.read(reading.count, cargo.text("CargoQuantity"), f"{cargo.path}/CargoQuantity")
    kinds = cargo.all("PackagePalletDetails")
    if total is None:
        counts = [notes.read(reading.count, kind.text("PackageQuantity"), kind.path) for kind in kinds]
        total = sum(count for count in counts if count) if counts and None not in counts else None
    codes = (notes.identifier(kind.text("PackageKindCode"), kind.path, 10, Severity.WARNING) for kind in kinds)
    return total, next((code for code in codes if code), None)


def _mass_kg(node: Node | None, notes: Notes) -> Decimal | None:
    if node is None:
        return None
    unit = node.attribute("measurementUnitCode") or "166"
    if unit not in _UNITS_KG:
        notes.warning("unit_unknown", node.path, value=unit)
        return None
    return notes.read(partial(reading.mass_kg, factor=_UNITS_KG[unit]), node.text(), node.path)


def _money(node: Node | None, notes: Notes) -> tuple[Decimal | None, str | None]:
    if node is None:
        return None, None
    currency = notes.read(places.currency, node.attribute("currencyCode"), node.path, Severity.WARNING)
    return notes.read(reading.amount, node.text(), node.path), currency


def _document_kind(document: Node | None, truck: Truck) -> str | None:
    code = document.text("DocKindCode") if document else None
    if code:
        return _TRANSPORT_DOCUMENTS.get(code, "other")
    return "tir" if truck.tir_carnet_number else None


def _loaded_on(loading: Node | None, notes: Notes):
    return notes.read(reading.day, loading.text("EventDate"), f"{loading.path}/EventDate") if loading else None


def _country(node: Node, code_name: str, details_name: str, notes: Notes) -> str | None:
    """Return a country: the code itself, in the earlier dialect wrapped in an element of details."""
    code = node.text(code_name) or node.text(details_name, "CACountryCode")
    return notes.read(places.country, code, f"{node.path}/{code_name}", Severity.WARNING)


def _parties(node: Node, truck: Truck, notes: Notes) -> tuple[StatedParty, ...]:
    sides = (
        (("consignor", "seller"), ("PIATConsignorDetails", "PISellerDetails")),
        (("consignee", "buyer"), ("PIATConsigneeDetails", "PIBuyerDetails")),
    )
    stated = [
        party for roles, names in sides for party in pair(node.first(names[0]), node.first(names[1]), roles, notes)
    ]
    manifest = truck.manifest
    return tuple(party for party in [*stated, manifest.carrier, manifest.driver, manifest.declarant] if party)


def _containers(node: Node, notes: Notes) -> tuple[str, ...]:
    numbers = [
        notes.identifier(one.text("ContainerId"), one.path, 40, Severity.WARNING)
        for one in node.all("PIContainerDetails")
    ]
    return tuple(dict.fromkeys(number for number in numbers if number))


def _equipment(node: Node, truck: Truck, notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the containers on consignment and items together; without any the trailers, else the truck's own body.

    What bears the seals of the truck is among them, unless it is a container of another consignment.
    """
    containers = dict.fromkeys(_containers(node, notes))
    for _, item in _items(node):
        containers.update(dict.fromkeys(_containers(item, Notes())))
    pieces = [StatedEquipment("container", number) for number in containers]
    bodies = load_bodies(truck.manifest)
    if not pieces or (truck.seals and truck.seal_bearer in {body.number for body in bodies}):
        pieces += bodies
    return tuple(
        replace(piece, seals=truck.seals, seals_stated_count=truck.seals_stated_count)
        if piece.number == truck.seal_bearer
        else piece
        for piece in pieces
    )


def _papers(node: Node, notes: Notes) -> Iterator[StatedDocument]:
    """Yield the papers of the consignment and its items, each once."""
    seen: set[tuple[str, str | None]] = set()
    if prior := node.first("CustomsDocIdDetails"):
        parts = map(prior.text, ("CustomsOfficeCode", "DocCreationDate", "CustomsDocumentId"))
        joined = "/".join(part for part in parts if part)
        yield StatedDocument("previous_declaration", notes.identifier(joined, prior.path, 120), path=prior.path)
    for _, item in _items(node):
        for paper in [*item.all("PIGoodsDocDetails"), *item.all("PIPrecedingDocDetails")]:
            code = paper.text("DocKindCode") or ""
            kind = next((kind for start, kind in _PAPERS if code.startswith(start)), "other")
            number = notes.identifier(paper.text("DocId"), f"{paper.path}/DocId", 120)
            if (kind, number) not in seen:
                seen.add((kind, number))
                day_path = f"{paper.path}/DocCreationDate"
                issued_on = notes.read(reading.day, paper.text("DocCreationDate"), day_path)
                yield StatedDocument(kind, number, issued_on, paper.path)
