"""The WCO Data Model: declarations and cargo reports, told apart, and what single elements mean."""

import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from consignments.parsing.noting import Notes
from consignments.parsing.wco import cargo_report, declaration, metadata, moments
from consignments.parsing.xml_nodes import Node

from .samples import BISHKEK

ITEM = "<GovernmentAgencyGoodsItem>{}</GovernmentAgencyGoodsItem>"


def declared(content: str = "", shipment: str = ""):
    raw = f"<Declaration><ID>D-1</ID>{content}<GoodsShipment>{shipment}</GoodsShipment></Declaration>"
    return next(declaration.parse(raw.encode(), local_zone=BISHKEK).consignments)


def goods(content: str):
    return declared(shipment=ITEM.format(content)).goods[0]


def reported(*consignments: str, head: str = ""):
    body = "".join(f"<Consignment>{content}</Consignment>" for content in consignments)
    document = cargo_report.parse(f"<Declaration>{head}{body}</Declaration>".encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("by the type's name", "<MetaData><WCOTypeName>CRI</WCOTypeName><Declaration/></MetaData>", "cargo"),
        (
            "of a declaration",
            "<MetaData><WCOTypeName>DEC</WCOTypeName><Declaration><Consignment/></Declaration></MetaData>",
            "dec",
        ),
        ("with a prefix", "<m:MetaData xmlns:m='x'><m:WCOTypeName>CAR</m:WCOTypeName></m:MetaData>", "cargo"),
        ("by the namespace", "<Declaration xmlns='urn:wco:datamodel:WCO:CRI:1'/>", "cargo"),
        ("by its consignments", "<Declaration><Consignment/></Declaration>", "cargo"),
        ("by its shipment", "<Declaration><Consignment/><GoodsShipment/></Declaration>", "dec"),
        ("empty", "<Declaration/>", "dec"),
        ("another root", "<Other><Declaration/></Other>", None),
    ],
)
def test_declarations_and_cargo_reports_are_told_apart(name, raw, kind):
    assert metadata.is_cargo_report(raw.encode()) is (kind == "cargo")
    assert metadata.is_declaration(raw.encode()) is (kind == "dec")
    assert metadata.is_cargo_report(raw.encode("utf-16")) is (kind == "cargo")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("20210302104604+01", datetime(2021, 3, 2, 10, 46, 4, tzinfo=timezone(timedelta(hours=1)))),
        ("20210302104604Z", datetime(2021, 3, 2, 10, 46, 4, tzinfo=UTC)),
        ("202103021046", datetime(2021, 3, 2, 10, 46, tzinfo=BISHKEK)),
        ("202103021046+0530", datetime(2021, 3, 2, 10, 46, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("20210302", date(2021, 3, 2)),
        ("2021-03-02", date(2021, 3, 2)),
        ("2021-03-02T10:46:00+06:00", datetime(2021, 3, 2, 10, 46, tzinfo=BISHKEK)),
        ("20211399", None),
        ("today", None),
    ],
)
def test_moments(stated, expected):
    notes = Notes()
    for xml in (f"<a>{stated}</a>", f"<a><DateTimeString formatCode='304'>{stated}</DateTimeString></a>"):
        assert moments.moment_or_day(Node(etree.fromstring(xml), "/a"), BISHKEK, notes) == expected
    assert bool(notes.problems) is (expected is None)


def classified(*pairs: tuple[str, str]) -> str:
    stated = (
        f"<Classification><ID>{code}</ID><IdentificationTypeCode>{kind}</IdentificationTypeCode></Classification>"
        for kind, code in pairs
    )
    return f"<Commodity>{''.join(stated)}</Commodity>"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tariff", classified(("GN", "VATZ"), ("TSP", "46021910")), "46021910"),
        ("tariff and integrated tariff", classified(("TRC", "90"), ("TSP", "46021910")), "4602191090"),
        ("harmonized system", classified(("HS", "460219")), "460219"),
        ("of no kind", "<Commodity><Classification><ID>4602</ID></Classification></Commodity>", "4602"),
        ("of other lists only", classified(("GN", "VATZ")), None),
        ("a digit too many", classified(("TSP", "4602191099"), ("TRC", "90")), "4602191099"),
    ],
)
def test_the_code_of_goods(name, content, code):
    assert goods(content).commodity_code == code


@pytest.mark.parametrize(
    ("name", "content", "kg"),
    [
        ("below the item", "<GoodsMeasure><GrossMassMeasure>7</GrossMassMeasure></GoodsMeasure>", 7),
        (
            "below the commodity",
            "<Commodity><GoodsMeasure><GrossMassMeasure>7</GrossMassMeasure></GoodsMeasure></Commodity>",
            7,
        ),
        ("in tonnes", "<GoodsMeasure><GrossMassMeasure unitCode='TNE'>1.5</GrossMassMeasure></GoodsMeasure>", 1500),
        ("in pieces", "<GoodsMeasure><GrossMassMeasure unitCode='NMB'>7</GrossMassMeasure></GoodsMeasure>", None),
    ],
)
def test_the_mass_of_goods(name, content, kg):
    assert goods(content).gross_mass_kg == kg


STATISTICAL = '<StatisticalValueAmount currencyID="KGS">100</StatisticalValueAmount>'
CUSTOMS = '<CustomsValueAmount currencyID="USD">3</CustomsValueAmount>'
CHARGED = '<Commodity><InvoiceLine><ItemChargeAmount currencyID="EUR">2</ItemChargeAmount></InvoiceLine></Commodity>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (STATISTICAL, (Decimal(100), "KGS")),
        (STATISTICAL + CUSTOMS, (Decimal(3), "USD")),
        (STATISTICAL + CUSTOMS + CHARGED, (Decimal(2), "EUR")),
        ("", (None, None)),
    ],
)
def test_the_value_of_goods(content, expected):
    assert (goods(content).value, goods(content).currency) == expected


@pytest.mark.parametrize(
    ("seals", "expected"),
    [
        ("", None),
        ("<Seal><ID>A1</ID></Seal>", ("A1",)),
        ("<Seal><ID>NOSEALS</ID></Seal>", ()),
        ("<Seal><ID/></Seal>", None),
    ],
)
def test_seals(seals, expected):
    equipment = f"<Consignment><TransportEquipment><ID>C1</ID>{seals}</TransportEquipment></Consignment>"
    assert declared(shipment=equipment).equipment[0].seals == expected


@pytest.mark.parametrize(("flag", "states"), [("1", False), ("0", True), ("", False)])
def test_the_container_code_answers_whether_there_is_one(flag, states):
    content = f"<Consignment><ContainerCode>{flag}</ContainerCode></Consignment>"
    assert declared(shipment=content).states_equipment is states


@pytest.mark.parametrize(
    ("kind", "procedure", "expected"),
    [("EXD", "40", "export"), ("IMA", "10", "import"), ("", "4000", "import"), ("", "1040", "export"), ("", "", None)],
)
def test_the_procedure(kind, procedure, expected):
    item = ITEM.format(f"<GovernmentProcedure><CurrentCode>{procedure}</CurrentCode></GovernmentProcedure>")
    assert declared(f"<TypeCode>{kind}</TypeCode>", item).procedure == expected


def document(number: str, kind: str) -> str:
    return f"<TransportContractDocument><ID>{number}</ID><TypeCode>{kind}</TypeCode></TransportContractDocument>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (document("B", "705"), ("B", None, None)),
        (document("M", "704"), ("M", "master", None)),
        (document("H", "714"), ("H", "house", None)),
        (document("M", "704") + document("H", "714"), ("H", "house", "M")),
        (document("M", "N741") + document("H", "N703"), ("H", "house", "M")),
        ("<ID>C-1</ID>", ("C-1", None, None)),
        ("", (None, None, None)),
    ],
)
def test_numbers_of_a_reported_consignment(content, expected):
    _, (found,) = reported(content)
    assert (found.document_number, found.document_level, found.master_document_number) == expected


def test_a_declaration_of_several_is_read_with_the_means_of_each():
    one = "<Declaration><ID>{}</ID><BorderTransportMeans><ID>{}</ID></BorderTransportMeans></Declaration>"
    raw = f"<MetaData>{one.format('A', 'P1')}{one.format('B', 'P2')}</MetaData>"
    parsed = declaration.parse(raw.encode(), local_zone=BISHKEK)
    found = list(parsed.consignments)
    assert parsed.manifest.conveyance_id == "P1"
    assert [(c.document_number, c.manifest and c.manifest.conveyance_id) for c in found] == [("A", None), ("B", "P2")]


def test_memory_does_not_grow_with_the_consignments_of_a_report():
    def peak(count: int) -> int:
        body = "".join(f"<Consignment>{document(f'B{n}', '705')}</Consignment>" for n in range(count))
        raw = f"<Declaration>{body}</Declaration>".encode()
        tracemalloc.start()
        assert sum(1 for _ in cargo_report.parse(raw, local_zone=BISHKEK).consignments) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(4_000) < peak(400) * 1.5 + 200_000


@given(st.binary(max_size=200), st.sampled_from([b"", b"<Declaration>", b"<MetaData><Declaration><Consignment>"]))
@settings(deadline=None)
def test_any_bytes_are_answered(raw, start):
    for parse in (declaration.parse, cargo_report.parse):
        parsed = parse(start + raw, local_zone=BISHKEK)
        assert list(parsed.consignments) or parsed.problems


NAMES = st.sampled_from(
    ["Consignment", "GoodsShipment", "GovernmentAgencyGoodsItem", "ConsignmentItem", "Commodity", "Classification",
     "ID", "GoodsMeasure", "GrossMassMeasure", "Packaging", "QuantityQuantity", "TransportEquipment", "Seal",
     "Itinerary", "IssueDateTime", "BorderTransportMeans", "ArrivalDateTime", "Declarant", "PreviousDocument",
     "SequenceNumeric"]
)  # fmt: skip
TREES = st.recursive(
    st.text(alphabet="0123456789-.KG ", max_size=8),
    lambda inner: st.lists(st.tuples(NAMES, inner), max_size=4).map(
        lambda pairs: "".join(f"<{name}>{content}</{name}>" for name, content in pairs)
    ),
    max_leaves=25,
)


@given(TREES)
@settings(deadline=None)
def test_any_tree_of_known_names_is_answered(tree):
    for parse in (declaration.parse, cargo_report.parse):
        list(parse(f"<Declaration>{tree}</Declaration>".encode(), local_zone=BISHKEK).consignments)
