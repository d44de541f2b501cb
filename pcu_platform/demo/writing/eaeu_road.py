"""Writes a trip as road preliminary information of the Eurasian Economic Union (structure R.042)."""

from datetime import datetime
from uuid import UUID

from lxml import etree
from lxml.builder import ElementMaker

from pcu_platform.demo.drafts import Item, Load, Trip
from pcu_platform.demo.firms import Firm

CONTENT_TYPE = "application/xml"
_SPACES = {
    "atpi": "urn:EEC:R:042:AutoPreliminaryInformation:v1.0.0",
    "csdo": "urn:EEC:M:SimpleDataObjects:v0.4.14",
    "ccdo": "urn:EEC:M:ComplexDataObjects:v0.4.14",
    "casdo": "urn:EEC:M:CA:SimpleDataObjects:v1.8.1",
    "cacdo": "urn:EEC:M:CA:ComplexDataObjects:v1.8.1",
}
_ROOT, _CSDO, _CCDO, _CASDO, _CACDO = (
    ElementMaker(namespace=namespace, nsmap=_SPACES) for namespace in _SPACES.values()
)


def write(trip: Trip, *, document_id: UUID, composed_at: datetime, office_code: str) -> bytes:
    """Return the document of a truck; office_code: of the customs office at the entry post."""
    has_box = any(load.boxes for load in trip.loads)
    carnet = trip.loads[0].tir_carnet
    seals = list(dict.fromkeys(s for load in trip.loads for s in (load.boxes[0].seals if load.boxes else load.seals)))
    packages = sum(item.packages for load in trip.loads for item in load.items)
    main = _CACDO.PIATMainConsignmentDetails(_CASDO.TIRCarnetIndicator("1" if carnet else "0"))
    if carnet:
        main.append(_CACDO.TIRCarnetIdDetails(_CASDO.TIRSeriesId(carnet[:2]), _CASDO.TIRId(carnet[2:])))
    main.append(_CASDO.DeclarationKindCode("TT" if trip.loads[0].way == "transit" else "ПИ"))
    main.append(_CASDO.GoodsQuantity(str(sum(len(load.items) for load in trip.loads))))
    main.append(_CASDO.CargoQuantity(str(packages)))
    if seals or has_box:
        main.append(_seals(seals))
    main.extend(_consignment(load) for load in trip.loads)
    root = _ROOT.AutoPreliminaryInformation(
        _CSDO.EDocCode("R.042"),
        _CSDO.EDocId(str(document_id)),
        _CSDO.EDocDateTime(composed_at.isoformat(timespec="seconds")),
        _CACDO.PIATEntryCheckPointDetails(_CSDO.CustomsOfficeCode(office_code)),
        _CACDO.PIDeclarantDetails(_CASDO.EqualIndicator("true")),
        _border(trip, office_code, has_box),
        main,
        _subject("PIATCarrierDetails", trip.carrier),
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _border(trip: Trip, office_code: str, has_box: bool) -> etree._Element:
    return _CACDO.PIATBorderTransportDetails(
        _CSDO.UnifiedTransportModeCode("31"),
        _CASDO.ContainerIndicator("1" if has_box else "0"),
        *(
            _CACDO.PIATTransportMeansItemDetails(
                _CSDO.ObjectOrdinal(str(number)),
                _CASDO.RegistrationNationalityCode(trip.country),
                _CSDO.TransportMeansRegId(plate),
            )
            for number, plate in enumerate((trip.plate, trip.trailer), start=1)
        ),
        *(
            _CACDO.ItineraryPointDetails(_CSDO.UnifiedCountryCode(country), _CSDO.ObjectOrdinal(str(number)), *at)
            for number, country in enumerate(trip.loads[0].itinerary, start=1)
            for at in [_at_the_post(trip, office_code) if country == "KG" else ()]
        ),
    )


def _at_the_post(trip: Trip, office_code: str) -> tuple[etree._Element, ...]:
    return (_CSDO.CustomsOfficeCode(office_code), _CSDO.EventDate(trip.arrival_at.date().isoformat()))


def _seals(seals: list[str]) -> etree._Element:
    return _CACDO.CustomsIdentificationDetails(
        _CASDO.CustomsIdentificationMethodCode("01"),
        _CASDO.SealQuantity(str(len(seals))),
        *(_CACDO.CustomsIdentificationMeansIdDetails(_CASDO.CustomsIdentificationMeansId(seal)) for seal in seals),
    )


def _consignment(load: Load) -> etree._Element:
    value, currency = sum(item.value for item in load.items), load.items[0].currency
    same_currency = all(item.currency == currency for item in load.items)
    return _CACDO.PIATConsignmentDetails(
        _CACDO.PIATTransportDocumentDetails(
            _CSDO.DocKindCode("02024" if load.kind == "tir" else "02015"),
            _CSDO.DocId(load.number),
            _CSDO.DocCreationDate(load.issued_on.isoformat()),
        ),
        _CASDO.CargoQuantity(str(sum(item.packages for item in load.items))),
        _CASDO.DepartureCountryCode(load.dispatch),
        _CASDO.DestinationCountryCode(load.destination),
        *([_CASDO.TotalAmount(f"{value:.2f}", currencyCode=currency)] if same_currency else []),
        _CSDO.UnifiedGrossMassMeasure(f"{sum(item.gross_kg for item in load.items):.3f}", measurementUnitCode="166"),
        _subject("PIATConsignorDetails", load.consignor),
        _subject("PIATConsigneeDetails", load.consignee),
        _CACDO.PIATLoadingLocationDetails(
            _CSDO.UnifiedCountryCode(load.dispatch), _CASDO.PlaceName(load.place_of_loading or "?")
        ),
        *(_CACDO.PIContainerDetails(_CASDO.ContainerId(box.number)) for box in load.boxes),
        *(_item(number, item, load) for number, item in enumerate(load.items, start=1)),
    )


def _item(number: int, item: Item, load: Load) -> etree._Element:
    return _CACDO.PIATConsignmentItemDetails(
        _CASDO.ConsignmentItemOrdinal(str(number)),
        *([_CSDO.CommodityCode(item.code)] if item.code else []),
        _CASDO.GoodsDescriptionText(item.description),
        _CSDO.UnifiedGrossMassMeasure(f"{item.gross_kg:.3f}", measurementUnitCode="166"),
        _CSDO.UnifiedNetMassMeasure(f"{item.net_kg:.3f}", measurementUnitCode="166"),
        _CACDO.CargoPackagePalletDetails(
            _CASDO.PackageAvailabilityCode("1"),
            _CACDO.PackagePalletDetails(
                _CSDO.PackageKindCode(item.kind.package_kind), _CSDO.PackageQuantity(str(item.packages))
            ),
        ),
        _CACDO.OriginCountryDetails(_CASDO.CACountryCode(item.origin)),
        _CASDO.CAValueAmount(f"{item.value:.2f}", currencyCode=item.currency),
        _CACDO.PIGoodsDocDetails(
            _CSDO.DocKindCode("04021"),
            _CSDO.DocId(load.invoice),
            _CSDO.DocCreationDate(load.invoiced_on.isoformat()),
        ),
    )


def _subject(name: str, firm: Firm) -> etree._Element:
    address = [_CSDO.AddressKindCode("1"), _CSDO.UnifiedCountryCode(firm.country)]
    address += [_CSDO.CityName(firm.city)] if firm.city else []
    address += [_CSDO.StreetName(firm.street)] if firm.street else []
    return _CACDO(
        name,
        _CSDO.SubjectBriefName(firm.name),
        *([_CSDO.TaxpayerId(firm.identifier)] if firm.identifier else []),
        _CCDO.SubjectAddressDetails(*address),
    )
