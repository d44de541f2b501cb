"""EAEU declarations of goods and of transit: which is which, whose number they bear, and who is equal to whom."""

import pytest

from consignments.parsing.documents import parse
from consignments.parsing.values import DocumentKind

from .samples import BISHKEK

TRANSIT, GOODS = DocumentKind.EAEU_TRANSIT_DECLARATION, DocumentKind.EAEU_GOODS_DECLARATION


def read(raw: str):
    document = parse(raw.encode(), "application/xml", local_zone=BISHKEK)
    return document, list(document.consignments)


def tag(name: str, *content: str) -> str:
    return f"<{name}>{''.join(content)}</{name}>"


def goods_declaration(shipment: str = "", head: str = tag("DeclarationKindCode", "ИМ"), rest: str = ""):
    body = tag("DeclarationGoodsShipmentDetails", shipment)
    return read(tag("GoodsDeclaration", tag("EDocCode", "R.036"), tag("EDocId", "ID-1"), head, rest, body))


def transit_declaration(*shipments: str, head: str = tag("EDocId", "ID-1")):
    bodies = (tag("TDGoodsShipmentDetails", shipment) for shipment in shipments)
    return read(tag("TransitDeclaration", tag("EDocCode", "R.048"), head, *bodies))


@pytest.mark.parametrize(
    ("name", "head", "kind", "procedure"),
    [
        ("transit", tag("DeclarationKindCode", "ТТ"), TRANSIT, "transit"),
        ("transit in Latin letters", tag("DeclarationKindCode", "TT"), TRANSIT, "transit"),
        ("transit in mixed letters", tag("DeclarationKindCode", "Tт"), TRANSIT, "transit"),
        ("transit by its procedure", tag("CustomsProcedureCode", "80"), TRANSIT, "transit"),
        ("transit by what only transit has", tag("TransitProcedureCode", "ИМ"), TRANSIT, "transit"),
        ("import", tag("DeclarationKindCode", "ИМ"), GOODS, "import"),
        ("import, transcribed", tag("DeclarationKindCode", "im"), GOODS, "import"),
        ("export", tag("DeclarationKindCode", "ЭК"), GOODS, "export"),
        ("export by its procedure", tag("CustomsProcedureCode", "10"), GOODS, "export"),
        ("something else", tag("DeclarationKindCode", "ПР"), GOODS, None),
        ("nothing is said", "", GOODS, None),
    ],
)
def test_a_goods_declaration_of_transit_is_a_transit_declaration(name, head, kind, procedure):
    document, (stated,) = goods_declaration(head=head)
    assert (document.kind, stated.procedure) == (kind, procedure)


def test_transit_is_recognised_in_utf_16():
    raw = tag("GoodsDeclaration", tag("DeclarationKindCode", "ТТ"))
    assert parse(raw.encode("utf-16"), "application/xml", local_zone=BISHKEK).kind is TRANSIT


def presented(kind: str, number: str, day: str = "2026-11-20", name: str = "TDPresentedDocDetails") -> str:
    return tag(name, tag("DocKindCode", kind), tag("DocId", number), tag("DocCreationDate", day))


OF_SHIPMENT = tag("TransportDocumentDetails", tag("DocKindCode", "02015"), tag("DocId", "CMR-1"))


@pytest.mark.parametrize(
    ("name", "shipment", "expected"),
    [
        ("of the shipment", OF_SHIPMENT, ("CMR-1", "cmr", [])),
        ("among the presented", presented("02013", "S-7"), ("S-7", "smgs", ["2026-11-20"])),
        ("of no known kind", presented("02099", "X-7"), ("X-7", "other", ["2026-11-20"])),
        ("beside a carnet", presented("02024", "XA1") + presented("02015", "C-2"), ("C-2", "cmr", ["2026-11-20"])),
        ("a carnet alone", presented("02024", "XA1"), ("XA1", "tir", ["2026-11-20"])),
        ("an invoice is none", presented("04021", "INV"), ("ID-1", None, [])),
        ("none at all", "", ("ID-1", None, [])),
    ],
)
def test_the_number_is_that_of_the_transport_document(name, shipment, expected):
    items = shipment if shipment == OF_SHIPMENT else tag("TransitGoodsItemDetails", shipment)
    _, (stated,) = transit_declaration(items)
    dates = [str(day) for day in [stated.identity_date] if day]
    assert (stated.document_number, stated.transport_document_kind, dates) == expected
    missing = [p.code for p in stated.problems] == ["eaeu_transport_document_missing"]
    assert missing is (expected[0] == "ID-1")


def test_shipments_without_transport_documents_are_told_apart_by_their_ordinals():
    _, stated = transit_declaration(*(tag("ObjectOrdinal", number) for number in "123"))
    assert [one.document_number for one in stated] == ["ID-1", "ID-1/2", "ID-1/3"]


def test_a_correction_goes_by_the_number_of_what_it_corrects():
    document, (stated,) = transit_declaration("", head=tag("EDocId", "ID-2") + tag("EDocRefId", "ID-1"))
    assert (document.manifest.document_reference, document.manifest.function) == ("ID-2", "change")
    assert (stated.document_number, stated.function, stated.identity_date) == ("ID-1", "change", None)


def test_a_declaration_without_any_number_is_rejected():
    _, (stated,) = transit_declaration("", head="")
    assert [(p.severity, p.code) for p in stated.problems] == [("error", "document_number_missing")]


SAME = tag("EqualIndicator", "true")
SETTLING = tag("FinancialSettlementSubjectDetails", SAME)
DECLARANT = tag("DeclarantDetails", tag("SubjectName", "DECLARANT"))


@pytest.mark.parametrize(
    ("name", "kind", "shipment", "rest", "expected"),
    [
        ("consignor", "ЭК", tag("ConsignorDetails", SAME), DECLARANT, {"consignor": "DECLARANT"}),
        ("consignee", "ИМ", tag("ConsigneeDetails", SAME), DECLARANT, {"consignee": "DECLARANT"}),
        ("who settles an import", "ИМ", SETTLING, DECLARANT, {"buyer": "DECLARANT"}),
        ("who settles an export", "ЭК", SETTLING, DECLARANT, {"seller": "DECLARANT"}),
        ("who settles in transit", "ТТ", SETTLING, DECLARANT, {}),
        ("nobody is declared", "ИМ", tag("ConsigneeDetails", SAME), "", None),
    ],
)  # fmt: skip
def test_a_party_equal_to_the_declarant(name, kind, shipment, rest, expected):
    document, (stated,) = goods_declaration(shipment, tag("DeclarationKindCode", kind), rest)
    names = {party.role: party.name for party in stated.parties}
    if expected is None:
        assert names == {}
        assert "eaeu_equal_to_nobody" in [p.code for p in stated.problems]
    else:
        assert names == {"declarant": "DECLARANT", **expected}
        assert "eaeu_equal_to_nobody" not in [p.code for p in [*stated.problems, *document.problems]]


def plates(*numbers: str, name: str = "TransportMeansItemDetails") -> str:
    return "".join(tag(name, tag("TransportMeansRegId", number)) for number in numbers)


BORDER, INLAND = "BorderTransportDetails", "ArrivalDepartureTransportDetails"
EARLIER = "TransportMeansRegistrationIdDetails"


@pytest.mark.parametrize(
    ("name", "blocks", "expected"),
    [
        ("of 2018", tag(BORDER, plates("A", "B")), ("A", ("B",))),
        ("earlier dialect", tag(BORDER, plates("A", "B", name=EARLIER)), ("A", ("B",))),
        ("the border's before the inland's", tag(BORDER, plates("A")) + tag(INLAND, plates("Z")), ("A", ())),
        ("the inland's alone", tag(BORDER, "") + tag(INLAND, plates("A", "B", name=EARLIER)), ("A", ("B",))),
        ("by ordinal", tag(BORDER, *(tag("TransportMeansItemDetails", tag("ObjectOrdinal", number),
                                         tag("TransportMeansRegId", plate)) for number, plate in ("2B", "1A"))),
         ("A", ("B",))),
        ("none", "", (None, ())),
    ],
)  # fmt: skip
def test_vehicles_in_both_dialects(name, blocks, expected):
    document, _ = goods_declaration(tag("DeclarationConsignmentDetails", blocks))
    assert (document.manifest.conveyance_id, document.manifest.trailer_ids) == expected


OFFICES = tag("BorderCustomsOfficeDetails", tag("CustomsOfficeCode", "417A")) + tag(
    "TransitTerminationDetails", tag("CustomsOfficeDetails", tag("CustomsOfficeCode", "417Z"))
)


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("import", tag("DeclarationKindCode", "ИМ"), ("417A", None)),
        ("export", tag("DeclarationKindCode", "ЭК"), (None, "417A")),
        ("through", tag("DeclarationKindCode", "ТТ") + tag("TransitProcedureCode", "ТР"), ("417A", "417Z")),
        ("inward", tag("DeclarationKindCode", "ТТ") + tag("TransitProcedureCode", "ИМ"), ("417A", None)),
    ],
)
def test_posts_of_entry_and_exit(name, head, expected):
    document, (stated,) = goods_declaration(tag("DeclarationConsignmentDetails", OFFICES), head)
    assert (document.manifest.entry_post, document.manifest.exit_post) == expected
    assert stated.place_of_delivery == "417Z"


def test_values_stay_in_their_own_currency():
    value = '<CAValueAmount currencyCode="USD">100.00</CAValueAmount>'
    rate = '<ExchangeRate currencyCode="USD" scaleNumber="2">8745</ExchangeRate>'
    _, (stated,) = goods_declaration(value + rate + tag("DeclarationGoodsItemDetails", value))
    assert (str(stated.total_value), stated.total_currency) == ("100.00", "USD")
    assert (str(stated.goods[0].value), stated.goods[0].currency) == ("100.00", "USD")


def test_carriers_are_taken_by_their_ordinal():
    def carrier(name, ordinal):
        return tag("CarrierDetails", tag("SubjectName", name), tag("CarrierOrdinal", ordinal))

    document, _ = transit_declaration(head=carrier("SECOND", "2") + carrier("FIRST", "1"))
    assert document.manifest.carrier.name == "FIRST"


def test_a_document_code_of_another_structure_is_noted():
    document, _ = read(tag("TransitDeclaration", tag("EDocCode", "R.036"), tag("TDGoodsShipmentDetails", "")))
    assert [(p.code, p.params) for p in document.problems] == [
        ("eaeu_document_code_differs", {"value": "R.036", "expected": "R.048"})
    ]
