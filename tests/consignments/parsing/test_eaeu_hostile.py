"""The Union's documents in bad hands: harmful XML is refused, anything is answered, and memory stays flat."""

import resource
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.eaeu import esadout, goods_declaration, rail, road, transit
from consignments.parsing.eaeu.kinds import KINDS
from consignments.parsing.kind import Submitted

from .samples import BISHKEK

NOTE = "<TransportDocumentDetails><DocId>N-1</DocId></TransportDocumentDetails>"
# For each parser: its root, what stands around its consignments, and one of them.
FORMS = {
    "road": (road, "AutoPreliminary", "<MainConsignmentDetails>{}</MainConsignmentDetails>",
             f"<ConsignmentDetails>{NOTE}<GoodsItem/></ConsignmentDetails>"),
    "rail": (rail, "RailPreliminaryInformation", "{}",
             f"<PIWConsignmentDetails>{NOTE}<PIWConsignmentItemDetails/></PIWConsignmentDetails>"),
    "transit": (transit, "TransitDeclaration", "{}",
                f"<TDGoodsShipmentDetails>{NOTE}<TransitGoodsItemDetails/></TDGoodsShipmentDetails>"),
    "envelope": (esadout, "ED_Container", "{}",
                 "<ContainerDoc><DocBody><ESADout_CU><DocumentID>1</DocumentID><ESADout_CUGoodsShipment/>"
                 "</ESADout_CU></DocBody></ContainerDoc>"),
}  # fmt: skip
ROOTS = {**{name: (form[0], form[1]) for name, form in FORMS.items()}, "goods": (goods_declaration, "GoodsDeclaration")}


@pytest.mark.parametrize("parser_and_root", ROOTS.values(), ids=ROOTS)
@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("entities", '<!DOCTYPE x [<!ENTITY a "b">]><{root}><EDocId>&a;</EDocId></{root}>', "xml_dtd_forbidden"),
        ("breaks off", "<{root}><EDocId>1", "xml_broken"),
        ("nested too deeply", "<{root}>" + "<a>" * 5000, "xml_broken"),
        ("too many elements", "<{root}>" + "<a/>" * 300_000 + "</{root}>", "xml_too_many_elements"),
        ("another root", "<Other/>", "document_not_read"),
        ("nothing", "", "xml_broken"),
    ],
)
def test_harmful_xml_is_refused_as_a_whole(parser_and_root, name, raw, code):
    parser, root = parser_and_root
    started = time.perf_counter()
    document = parser.parse(raw.replace("{root}", root).encode(), local_zone=BISHKEK)
    assert [p.code for p in document.problems] == [code]
    assert list(document.consignments) == []
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_memory_stays_flat_over_many_consignments(form):
    parser, root, around, one = form
    raw = f"<{root}>{around.format(one * 6_000)}</{root}>".encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in parser.parse(raw, local_zone=BISHKEK).consignments) == 6_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000  # kB


@given(st.binary(max_size=200) | st.text(alphabet="<>/&;'\"=! TDESADout_CUPIW01", max_size=200).map(str.encode))
def test_any_bytes_are_answered(raw):
    for parser, root in ROOTS.values():
        for content in (raw, f"<{root}>".encode() + raw + f"</{root}>".encode()):
            document = parser.parse(content, local_zone=BISHKEK)
            assert list(document.consignments) == [] or document.kind
    for kind in KINDS:
        kind.recognises(Submitted(raw, "", "", None, BISHKEK))


NAMES = st.sampled_from([
    "PIWConsignmentDetails", "PIWConsignmentItemDetails", "PIWBorderTransportDetails", "PIWTransportMeansDetails",
    "TDGoodsShipmentDetails", "TransitGoodsItemDetails", "TransportMeansItemDetails", "TransportMeansRegId",
    "ObjectOrdinal", "DeclarationGoodsShipmentDetails", "DeclarationGoodsItemDetails",
    "DeclarationConsignmentDetails", "BorderTransportDetails", "ContainerDoc", "DocBody", "ESADout_CU",
    "ESADout_CUGoodsShipment", "ESADout_CUConsigment", "ESADout_CUGoods", "RUTransportMeans", "ESADContainer",
    "ContainerNumber", "ContainerListDetails", "ContainerDetails", "ContainerId", "PIContainerDetails", "SealNumber",
    "CustomsIdentificationDetails", "SealQuantity", "CustomsIdentificationMeansIdDetails", "TransportDocumentDetails",
    "DocId", "DocCreationDate", "TDPresentedDocDetails", "TDPrecedingDocDetails", "CustomsDocIdDetails",
    "TIRIdDetails", "DocKindCode", "ConsignorDetails", "EqualIndicator", "DeclarantDetails", "SubjectName",
    "CarrierDetails", "CarrierRepresentativeDetails", "UnifiedGrossMassMeasure", "CAValueAmount", "Amount",
    "CargoPackagePalletDetails", "PackagePalletDetails", "PackageQuantity", "TransitDestinationDetails",
    "CustomsOfficeDetails", "UnifiedCountryCode", "DateExpectedArrival", "TimeExpectedArrival", "EDocId",
    "DeclarationKindCode", "TransitProcedureCode", "CargoQuantity", "GoodsQuantity", "EECEDocHeaderAddInfo",
])  # fmt: skip
TREES = st.recursive(
    st.text(alphabet="0123456789-:.KGТР ", max_size=8),
    lambda inner: st.lists(st.tuples(NAMES, inner), max_size=5).map(
        lambda pairs: "".join(f"<{name}>{content}</{name}>" for name, content in pairs)
    ),
    max_leaves=30,
)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_any_tree_of_known_names_is_answered(tree):
    for parser, root in ROOTS.values():
        document = parser.parse(f"<{root}>{tree}</{root}>".encode(), local_zone=BISHKEK)
        for stated in document.consignments:
            assert len(stated.path) > 1
