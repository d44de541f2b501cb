"""EAEU road preliminary information: both dialects, and XML that means harm."""

import resource
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing import xml_nodes
from consignments.parsing.eaeu import road as eaeu_road
from consignments.parsing.eaeu.codes import for_comparison
from consignments.parsing.values import Severity

from .samples import BISHKEK

OPEN = "<AutoPreliminaryInformation><EDocCode>R.042</EDocCode>"
CLOSE = "</AutoPreliminaryInformation>"
TRUCK = (
    "<PIATBorderTransportDetails><PIATTransportMeansItemDetails><ObjectOrdinal>1</ObjectOrdinal>"
    "<TransportMeansRegId>01KG1</TransportMeansRegId></PIATTransportMeansItemDetails></PIATBorderTransportDetails>"
)
NUMBERED = "<PIATTransportDocumentDetails><DocId>CMR-1</DocId></PIATTransportDocumentDetails>"


def read(main: str = "", rest: str = TRUCK, after: str = ""):
    body = f"{rest}<PIATMainConsignmentDetails>{main}</PIATMainConsignmentDetails>{after}"
    document = eaeu_road.parse(f"{OPEN}{body}{CLOSE}".encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


def first(consignment: str, main: str = "", **parts: str):
    return read(f"{main}<PIATConsignmentDetails>{NUMBERED}{consignment}</PIATConsignmentDetails>", **parts)[1][0]


@pytest.mark.parametrize(("code", "latin"), [("ТТ", "TT"), ("TT", "TT"), ("ИМ", "ИM"), ("тр", "TP"), (None, "")])
def test_letters_that_look_alike_are_alike_for_comparison(code, latin):
    assert for_comparison(code) == latin


@pytest.mark.parametrize("code", ["ТТ", "TT", "tt"])
def test_transit_is_recognised_in_either_alphabet(code):
    assert first("", f"<DeclarationKindCode>{code}</DeclarationKindCode>").procedure == "transit"


def test_a_consignment_without_a_number_is_rejected_alone():
    one = f"<PIATConsignmentDetails>{NUMBERED}</PIATConsignmentDetails>"
    _, consignments = read(f"{one}<PIATConsignmentDetails/>{one}")
    assert [any(p.severity is Severity.ERROR for p in c.problems) for c in consignments] == [False, True, False]
    assert consignments[1].path.endswith("/PIATConsignmentDetails[2]")


SAME = "<EqualIndicator>1</EqualIndicator>"


def party(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>"


SENDER = party("SubjectName", "SENDER")
SELLER = party("PISellerDetails", party("SubjectName", "SELLER"))


@pytest.mark.parametrize(
    ("name", "parties", "expected"),
    [
        ("consignor is the seller", party("PIATConsignorDetails", SAME) + SELLER, ["SELLER", "SELLER"]),
        (
            "seller is the consignor",
            party("PIATConsignorDetails", SENDER) + party("PISellerDetails", SAME),
            ["SENDER", "SENDER"],
        ),
        ("stated beside the indicator", party("PIATConsignorDetails", SENDER + SAME) + SELLER, ["SENDER", "SELLER"]),
        ("not the same", party("PIATConsignorDetails", SAME.replace("1", "0")) + SELLER, [None, "SELLER"]),
        ("the same as nobody", party("PIATConsignorDetails", SAME), [None, None]),
    ],
)
def test_a_party_that_is_the_same_as_another(name, parties, expected):
    names = {p.role: p.name for p in first(parties).parties}
    assert [names.get("consignor"), names.get("seller")] == expected


def test_the_declarant_may_be_the_carrier():
    document, _ = read(
        rest=f"{TRUCK}<PIDeclarantDetails>{SAME}</PIDeclarantDetails>",
        after="<PIATCarrierDetails><SubjectName>CARRIER</SubjectName></PIATCarrierDetails>",
    )
    assert (document.manifest.declarant.role, document.manifest.declarant.name) == ("declarant", "CARRIER")


BODY = "01KG1"
BOX = "<PIContainerDetails><ContainerId>C1</ContainerId></PIContainerDetails>"
SEALS = "<SealDetails><SealQuantity>1</SealQuantity><SealId>S-1</SealId></SealDetails>"


@pytest.mark.parametrize(
    ("name", "main", "consignment", "expected"),
    [
        ("no word of seals", "", "", [("trailer", BODY, None)]),
        ("a block that says none", SEALS.replace(">1<", ">0<").replace("S-1", ""), "", [("trailer", BODY, ())]),
        ("a block that says nothing", "<SealDetails/>", "", [("trailer", BODY, None)]),
        ("on the truck's own body", SEALS, "", [("trailer", BODY, ("S-1",))]),
        ("on the only container", SEALS, BOX, [("container", "C1", ("S-1",))]),
        (
            "with two containers on the truck",
            SEALS,
            f"{BOX}<PIATConsignmentItemDetails>{BOX.replace('C1', 'C2')}</PIATConsignmentItemDetails>",
            [("container", "C1", None), ("container", "C2", None), ("trailer", BODY, ("S-1",))],
        ),
    ],
)
def test_where_the_seals_of_the_truck_are(name, main, consignment, expected):
    assert [(b.kind, b.number, b.seals) for b in first(consignment, main).equipment] == expected


def test_parts_of_the_description_are_one_text():
    parts = f"<GoodsDescriptionText>{'A' * 250}</GoodsDescriptionText><GoodsDescriptionText>B</GoodsDescriptionText>"
    item = first(
        f"<PIATConsignmentItemDetails>{parts}<GoodsDescriptionText>C</GoodsDescriptionText></PIATConsignmentItemDetails>"
    )
    assert item.goods[0].description == f"{'A' * 250}B C"


def test_an_empty_truck_has_no_consignment_and_a_notice():
    document, consignments = read()
    assert consignments == [] and [p.code for p in document.problems] == ["no_consignments"]
    assert document.manifest.conveyance_id == "01KG1"


def test_totals_of_the_truck_are_compared():
    document, _ = read(
        "<GoodsQuantity>2</GoodsQuantity><CargoQuantity>9</CargoQuantity>"
        f"<PIATConsignmentDetails>{NUMBERED}<CargoQuantity>8</CargoQuantity></PIATConsignmentDetails>"
    )
    assert [p.code for p in document.problems] == ["packages_disagree", "goods_count_differs"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' if n else '<!ENTITY b0 "&a;">' for n in range(12))
    + "]><AutoPreliminaryInformation><EDocId>&b11;</EDocId></AutoPreliminaryInformation>"
)
FILE = (
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<AutoPreliminaryInformation><EDocId>&f;</EDocId></AutoPreliminaryInformation>"
)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("entity bomb", BOMB.encode(), "xml_dtd_forbidden"),
        ("entity bomb in UTF-16", BOMB.replace('<?xml version="1.0"?>', "").encode("utf-16"), "xml_dtd_forbidden"),
        ("external entity", FILE.encode(), "xml_dtd_forbidden"),
        ("DTD far behind a comment", b"<!--" + b"x" * 200_000 + b"-->" + FILE.encode(), "xml_dtd_forbidden"),
        ("breaks off", OPEN.encode(), "xml_broken"),
        ("undeclared entity", f"{OPEN}&x;</AutoPreliminaryInformation>".encode(), "xml_broken"),
        ("nested too deeply", (OPEN + "<a>" * 5000).encode(), "xml_broken"),
        ("one text of 20 MB", f"{OPEN}<EDocId>{'x' * 20_000_000}</EDocId>{CLOSE}".encode(), "xml_broken"),
        ("a million elements", f"{OPEN}{'<a/>' * 1_000_000}{CLOSE}".encode(), "xml_too_many_elements"),
        ("nothing", b"", "xml_broken"),
    ],
)
def test_harmful_xml_is_refused_as_a_whole(name, raw, code):
    started = time.perf_counter()
    document = eaeu_road.parse(raw, local_zone=BISHKEK)
    assert [p.code for p in document.problems] == [code]
    assert list(document.consignments) == []
    assert time.perf_counter() - started < 10


def test_memory_stays_flat_over_many_consignments():
    goods = (
        "<PIATConsignmentItemDetails><ConsignmentItemOrdinal>1</ConsignmentItemOrdinal></PIATConsignmentItemDetails>"
    )
    one = f"<PIATConsignmentDetails>{NUMBERED}{goods}</PIATConsignmentDetails>"
    raw = f"{OPEN}{TRUCK}<PIATMainConsignmentDetails>{one * 8_000}</PIATMainConsignmentDetails>{CLOSE}"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = eaeu_road.parse(raw.encode(), local_zone=BISHKEK)
    assert sum(1 for _ in document.consignments) == 8_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000  # kB


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"<a/>", "a"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <b/> --><x:a xmlns:x='y'/>", "a"),
        ("<a/>".encode("utf-16"), "a"),
        (b"<!--<b>", ""),
        (b"text <a/>", ""),
        (b"", ""),
    ],
)
def test_root_name(raw, name):
    assert xml_nodes.root_name(raw) == name


@given(st.binary(max_size=200) | st.text(alphabet="<>/&;'\"=! PIATConsignmentDetails01", max_size=200).map(str.encode))
def test_any_bytes_are_answered(raw):
    for content in (raw, OPEN.encode() + raw + b"</AutoPreliminaryInformation>"):
        document = eaeu_road.parse(content, local_zone=BISHKEK)
        assert document.problems or list(document.consignments) == []


NAMES = st.sampled_from(
    [
        "PIATMainConsignmentDetails",
        "PIATConsignmentDetails",
        "PIATConsignmentItemDetails",
        "PIContainerDetails",
        "SealDetails",
        "UnifiedGrossMassMeasure",
        "CAValueAmount",
        "DocId",
        "DocCreationDate",
        "PIATTransportDocumentDetails",
        "EventDate",
        "EqualIndicator",
        "PIATBorderTransportDetails",
        "ItineraryPointDetails",
        "PIATConsignorDetails",
        "TransportMeansRegId",
    ]
)
TREES = st.recursive(
    st.text(alphabet="0123456789-.KG ", max_size=8),
    lambda inner: st.lists(st.tuples(NAMES, inner), max_size=4).map(
        lambda pairs: "".join(f"<{name}>{content}</{name}>" for name, content in pairs)
    ),
    max_leaves=25,
)


@given(TREES)
def test_any_tree_of_known_names_is_answered(tree):
    document = eaeu_road.parse(f"{OPEN}{tree}</AutoPreliminaryInformation>".encode(), local_zone=BISHKEK)
    list(document.consignments)
