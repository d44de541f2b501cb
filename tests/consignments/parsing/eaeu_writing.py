"""Writes stated values as the Union's XML, so that the parsers can be held to read back what was written."""

from datetime import date
from decimal import Decimal

from lxml import etree
from lxml.builder import E

from consignments.parsing.values import (
    StatedConsignment,
    StatedDocument,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)

_KINDS = {"cmr": "02015", "smgs": "02013", "tir": "02024", "other": "02099"}
_PAPERS = {"invoice": "04021", "contract": "03011", "permit": "01401", "packing_list": "04131"}


def transit_declaration(
    manifest: StatedManifest, consignments: list[StatedConsignment], seals: tuple[str, ...] | None
) -> bytes:
    """Return a declaration R.048 by road; seals: of the whole carriage, None for no block of them."""
    root = E.TransitDeclaration(E.EDocCode("R.048"), *_head(manifest), E.DeclarationKindCode("ТТ"))
    for ordinal, number in enumerate((manifest.conveyance_id, *manifest.trailer_ids), start=1):
        means = E.TransportMeansItemDetails(E.ObjectOrdinal(str(ordinal)), E.UnifiedTransportModeCode("31"))
        _add(means, "RegistrationNationalityCode", manifest.conveyance_nationality if ordinal == 1 else None)
        _add(means, "TransportMeansRegId", number)
        root.append(means)
    root.append(_party("DeclarantDetails", manifest.declarant))
    for one in consignments:
        shipment = E.TDGoodsShipmentDetails(
            _paper(
                "TransportDocumentDetails", _KINDS[str(one.transport_document_kind)], one.document_number, one.issued_on
            )
        )
        _totals(shipment, one, "TotalGrossMassMeasure")
        for role, name in (("consignor", "ConsignorDetails"), ("consignee", "ConsigneeDetails")):
            shipment.extend(_party(name, party) for party in one.parties if party.role == role)
        shipment.extend(_goods("TransitGoodsItemDetails", "TDPresentedDocDetails", item, one) for item in one.goods)
        root.append(shipment)
    root.extend(_seals(seals))
    root.append(_party("CarrierDetails", manifest.carrier))
    return etree.tostring(root, encoding="utf-8")


def rail_preliminary(manifest: StatedManifest, consignments: list[StatedConsignment], wagons: tuple[str, ...]) -> bytes:
    """Return preliminary information of a train; the seals of a consignment are those of its first wagon."""
    border = E.PIWBorderTransportDetails(E.ContainerIndicator("0"))
    border.extend(E.PIWTransportMeansDetails(E.TransportMeansRegId(number)) for number in wagons)
    root = E.RailPreliminaryInformation(
        *_head(manifest),
        E.PIWEntryCheckPointDetails(E.RailwayStationCode(manifest.entry_post)),
        _party("PIDeclarantDetails", manifest.declarant),
        border,
    )
    for one in consignments:
        node = E.PIWConsignmentDetails(
            _paper(
                "TransportDocumentDetails", _KINDS[str(one.transport_document_kind)], one.document_number, one.issued_on
            )
        )
        _totals(node, one, "UnifiedGrossMassMeasure")
        for role, name in (("consignor", "PIConsignorDetails"), ("consignee", "PIConsigneeDetails")):
            node.extend(_party(name, party) for party in one.parties if party.role == role)
        if one.place_of_loading:
            node.append(E.PIWLoadingLocationDetails(E.PlaceName(one.place_of_loading)))
        node.extend(_seals(one.equipment[0].seals))
        node.extend(_goods("PIWConsignmentItemDetails", "PIGoodsDocDetails", item, one) for item in one.goods)
        root.append(node)
    return etree.tostring(root, encoding="utf-16")


def _head(manifest: StatedManifest) -> list[etree._Element]:
    head = [E.EDocId(str(manifest.document_reference))]
    if manifest.function == "change":
        head.append(E.EDocRefId("another"))
    return [*head, E.EDocDateTime(manifest.composed_at.isoformat())] if manifest.composed_at else head


def _add(node: etree._Element, name: str, value: object, **attributes: str) -> None:
    if value is not None:
        etree.SubElement(node, name, attributes).text = str(value)


def _mass(node: etree._Element, name: str, kilograms: Decimal | None) -> None:
    _add(node, name, kilograms, measurementUnitCode="166", measurementUnitCodeListId="2016")


def _money(node: etree._Element, name: str, amount: Decimal | None, currency: str | None) -> None:
    _add(node, name, amount, **({"currencyCode": currency} if currency else {}))


def _totals(node: etree._Element, one: StatedConsignment, mass_name: str) -> None:
    _add(node, "CargoQuantity", one.total_packages)
    _add(node, "DepartureCountryCode", one.dispatch_country)
    _add(node, "DestinationCountryCode", one.destination_country)
    _mass(node, mass_name, one.total_gross_mass_kg)
    _money(node, "TotalAmount", one.total_value, one.total_currency)


def _party(name: str, party: StatedParty | None) -> etree._Element:
    node = E(name)
    if party:
        _add(node, "SubjectBriefName", party.name)
        _add(node, "TaxpayerId", party.identifier)
        if party.address.city:
            node.append(
                E.SubjectAddressDetails(E.UnifiedCountryCode(party.address.country), E.CityName(party.address.city))
            )
    return node


def _paper(name: str, code: str, number: str | None, day: date | None) -> etree._Element:
    node = E(name, E.DocKindCode(code))
    _add(node, "DocId", number)
    _add(node, "DocCreationDate", day)
    return node


def _goods(name: str, paper_name: str, item: StatedGoodsItem, one: StatedConsignment) -> etree._Element:
    """The papers of the consignment stand under its first item."""
    node = E(name, E.ConsignmentItemOrdinal(str(item.number)))
    _add(node, "CommodityCode", item.commodity_code)
    _add(node, "GoodsDescriptionText", item.description)
    _mass(node, "UnifiedGrossMassMeasure", item.gross_mass_kg)
    _mass(node, "UnifiedNetMassMeasure", item.net_mass_kg)
    packing = E.PackagePalletDetails(E.PackageKindCode(item.package_kind)) if item.package_kind else None
    cargo = E.CargoPackagePalletDetails(*([packing] if packing is not None else []))
    _add(cargo, "CargoQuantity", item.packages)
    node.append(cargo)
    if item.origin_country:
        node.append(E.OriginCountryDetails(E.CACountryCode(item.origin_country)))
    _money(node, "CAValueAmount", item.value, item.currency)
    papers: tuple[StatedDocument, ...] = one.documents if item is one.goods[0] else ()
    node.extend(_paper(paper_name, _PAPERS[paper.kind], paper.number, paper.issued_on) for paper in papers)
    return node


def _seals(seals: tuple[str, ...] | None) -> list[etree._Element]:
    if seals is None:
        return []
    block = E.CustomsIdentificationDetails(E.SealQuantity(str(len(seals))))
    block.extend(E.CustomsIdentificationMeansIdDetails(E.CustomsIdentificationMeansId(seal)) for seal in seals)
    return [block]
