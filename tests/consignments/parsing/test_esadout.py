"""The declaration of the Russian album: alone or in an envelope, by its official and misspelt names."""

import pytest

from consignments.parsing.eaeu import esadout

from .samples import BISHKEK


def tag(name: str, *content: str) -> str:
    return f"<{name}>{''.join(content)}</{name}>"


CMR = tag(
    "ESADout_CUPresentedDocument",
    tag("PrDocumentNumber", "C-1"),
    tag("PrDocumentDate", "2026-11-20"),
    tag("PresentedDocumentModeCode", "02015"),
)
GOODS = tag("ESADout_CUGoods", tag("GoodsNumeric", "1"), CMR)


def declaration(transport: str = "", goods: str = GOODS, shipment: str = "", head: str = "") -> str:
    inner = tag("ESADout_CUGoodsShipment", shipment, tag("ESADout_CUConsigment", transport), goods)
    return tag("ESADout_CU", tag("DocumentID", "ID-1"), head, inner)


def envelope(*documents: str) -> str:
    return tag("ED_Container", *(tag("ContainerDoc", tag("DocBody", one)) for one in documents))


def read(raw: str):
    document = esadout.parse(raw.encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("alone", declaration(), True),
        ("in an envelope", envelope(declaration()), True),
        ("far back in an envelope", envelope("<Inventory>" + "x" * 300_000 + "</Inventory>", declaration()), True),
        ("an envelope of other papers", envelope("<Inventory/>"), False),
        ("another root", "<Inventory/>", False),
    ],
)
def test_it_is_recognised(name, raw, expected):
    assert esadout.recognises(raw.encode()) is expected
    assert esadout.recognises(raw.encode("utf-16")) is expected


def test_an_envelope_without_a_declaration_has_no_consignment():
    document, consignments = read(envelope("<Inventory/>"))
    assert consignments == [] and [p.code for p in document.problems] == ["no_consignments"]


def test_declarations_of_one_envelope_keep_what_is_their_own():
    other = declaration(tag("PPBorderCustoms", tag("Code", "417"))).replace("C-1", "C-2").replace("ID-1", "ID-2")
    document, (first, same, second) = read(envelope(declaration(), declaration(), other))
    assert document.manifest.document_reference == "ID-1"
    assert (first.manifest, same.manifest) == (None, None)
    assert (second.manifest.document_reference, second.manifest.entry_post) == ("ID-2", "417")


@pytest.mark.parametrize(
    ("day", "clock", "at", "on", "problems"),
    [
        ("2026-11-25", "10:00:00", "2026-11-25 10:00:00+06:00", None, []),
        ("2026-11-25", "", None, "2026-11-25", []),
        ("2026-11-25", "morning", None, "2026-11-25", [("warning", "time_unreadable")]),
        ("soon", "", None, None, [("warning", "date_unreadable")]),
        ("", "10:00:00", None, None, []),
    ],
)
def test_the_expected_arrival(day, clock, at, on, problems):
    transport = (tag("DateExpectedArrival", day) if day else "") + tag("TimeExpectedArrival", clock)
    document, (stated,) = read(declaration(transport))
    found = [value and str(value) for value in (document.manifest.arrival_at, document.manifest.arrival_on)]
    assert found == [at, on]
    assert [(p.severity, p.code) for p in stated.problems] == problems


@pytest.mark.parametrize("code", ["643", "RU", "RUS"])
def test_the_country_of_an_office_is_read_in_digits_too(code):
    office = tag("PPBorderCustoms", tag("Code", "10803040"), tag("CustomsCountryCode", code))
    _, (stated,) = read(declaration(tag("DispatchCountryCode", "GE") + office))
    assert stated.itinerary == ("GE", "RU")


@pytest.mark.parametrize(
    ("name", "means", "expected"),
    [
        ("plate before VIN", tag("VIN", "V1") + tag("TransportIdentifier", "P1"), "P1"),
        ("VIN alone", tag("VIN", "V1"), "V1"),
    ],
)
def test_a_car_without_plates_is_known_by_its_vin(name, means, expected):
    block = tag("TransportModeCode", "90") + tag("RUTransportMeans", means)
    document, (stated,) = read(declaration(tag("ESADout_CUDepartureArrivalTransport", block)))
    assert (document.manifest.mode, document.manifest.conveyance_id) == ("road", expected)
    assert [piece.number for piece in stated.equipment] == [expected]


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (tag("KGOrganizationFeatures", tag("KGINN", "1")), "1"),
        (tag("RFOrganizationFeatures", tag("OGRN", "2"), tag("INN", "3")), "3"),
        (tag("RKOrganizationFeatures", tag("BIN", "4")), "4"),
        (tag("RBOrganizationFeatures", tag("UNP", "5")), "5"),
        (tag("RAOrganizationFeatures", tag("UNN", "6")), "6"),
        ("", None),
    ],
)
def test_the_tax_number_of_each_country(features, expected):
    _, (stated,) = read(declaration(shipment=tag("ESADout_CUConsignee", tag("OrganizationName", "FIRM"), features)))
    assert [(p.role, p.name, p.identifier) for p in stated.parties] == [("consignee", "FIRM", expected)]


def test_the_misspelt_names_are_read():
    address = tag("SubjectAddressDetails", tag("CounryName", "КИРГИЗИЯ"), tag("City", "ОШ"))
    packaging = tag("ESADGoodsPackaging", tag("PakageQuantity", "7"))
    shipment = tag("ESADout_CUConsignor", tag("OrganizationName", "FIRM"), address)
    _, (stated,) = read(declaration(goods=tag("ESADout_CUGoods", CMR, packaging), shipment=shipment))
    assert (stated.parties[0].address.country, stated.parties[0].address.city) == ("KG", "ОШ")
    assert stated.goods[0].packages == 7


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (tag("SealNumber", "A1, A2;A3"), ("A1", "A2", "A3")),
        (tag("SealQuantity", "0"), ()),
        ("", None),
    ],
)
def test_seals_stand_in_one_element(head, expected):
    means = tag("TransportModeCode", "31") + tag("TransportMeans", tag("TransportIdentifier", "P1"))
    _, (stated,) = read(declaration(tag("ESADout_CUBorderTransport", means), head=head))
    assert stated.equipment[0].seals == expected


def test_a_declaration_without_a_shipment_is_rejected():
    _, (stated,) = read(tag("ESADout_CU", tag("DocumentID", "ID-1")))
    assert ("error", "field_missing") in [(p.severity, p.code) for p in stated.problems]
