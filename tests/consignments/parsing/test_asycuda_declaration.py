"""ASYCUDA declarations, and the second form of house bills: what single elements mean."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.asycuda import declaration, house_bill_form
from consignments.parsing.values import Severity

from .samples import BISHKEK

REFERENCE = "<Declarant><Reference><Year>2026</Year><Number>17</Number></Reference></Declarant>"


def read(content: str):
    return declaration.parse(f"<ASYCUDA>{content}</ASYCUDA>".encode(), local_zone=BISHKEK)


def first(content: str):
    return next(read(REFERENCE + content).consignments)


def identification(content: str) -> str:
    return f"<Identification>{content}</Identification>"


def item(**parts: str) -> str:
    return f"<Item>{''.join(f'<{name}>{content}</{name}>' for name, content in parts.items())}</Item>"


UNREGISTERED = "<Registration><Number><null/></Number></Registration>"
REGISTRATION = (
    "<Office_segment><Customs_clearance_office_code>OSH01</Customs_clearance_office_code></Office_segment>"
    "<Registration><Serial_number>C</Serial_number><Number>40177</Number><Date>11/21/26</Date></Registration>"
)


@pytest.mark.parametrize(
    ("name", "content", "number"),
    [
        ("registered", REFERENCE + identification(REGISTRATION), "OSH01/211126/C40177"),
        ("a draft", REFERENCE, "2026/17"),
        ("registration of nulls", REFERENCE + identification(UNREGISTERED), "2026/17"),
        ("neither", "<Declarant><Reference><Year>2026</Year></Reference></Declarant>", None),
    ],
)  # fmt: skip
def test_the_number_of_a_declaration(name, content, number):
    found = next(read(content).consignments)
    assert found.document_number == number
    assert any(p.severity is Severity.ERROR for p in found.problems) is (number is None)


@pytest.mark.parametrize(
    ("kind", "code", "procedure"),
    [("IM", "4", "import"), ("EX", "1", "export"), ("IM", "8", "transit"), ("T1", "", "transit"), ("", "", None)],
)
def test_the_procedure_and_the_post(kind, code, procedure):
    types = (
        f"<Type_of_declaration>{kind}</Type_of_declaration>"
        f"<Declaration_gen_procedure_code>{code}</Declaration_gen_procedure_code>"
    )
    content = (
        identification(f"<Type>{types}</Type>")
        + "<Transport><Border_office><Code>IRK</Code></Border_office></Transport>"
    )
    document = read(REFERENCE + content)
    assert next(document.consignments).procedure == procedure
    post = document.manifest.exit_post if procedure == "export" else document.manifest.entry_post
    assert post == "IRK" and None in (document.manifest.exit_post, document.manifest.entry_post)


BOX = "<Container><Item_Number>1</Item_Number><Container_identity>KSHU6182408</Container_identity></Container>"


@pytest.mark.parametrize(
    ("name", "flag", "box", "states"),
    [
        ("says none", "false", "", True),
        ("says one and names it", "true", BOX, True),
        ("says one and names none", "true", "", False),
        ("says nothing", "", "", False),
        ("names one without the flag", "", BOX, True),
    ],
)
def test_whether_the_equipment_is_stated(name, flag, box, states):
    found = first(f"<Transport><Container_flag>{flag}</Container_flag></Transport>{box}")
    assert found.states_equipment is states
    assert ("field_expected" in [p.code for p in found.problems]) is (name == "says one and names none")


def test_a_container_names_its_item():
    found = first(BOX + item(Goods_description="<Description_of_goods>A</Description_of_goods>") * 2)
    assert [line.equipment_numbers for line in found.goods] == [("KSHU6182408",), ()]


@pytest.mark.parametrize(
    ("code", "precision", "expected"),
    [
        ("40111000", "00", "4011100000"), ("40111000", "000", "40111000"), ("40111000", "<null/>", "40111000"),
        ("4011", "", "4011"), ("40", "00", "4000"), ("<null/>", "00", None),
    ],
)  # fmt: skip
def test_the_commodity_code_with_its_precision(code, precision, expected):
    hs = f"<HScode><Commodity_code>{code}</Commodity_code><Precision_1>{precision}</Precision_1></HScode>"
    text = "<Description_of_goods>A</Description_of_goods>"
    assert first(item(Tarification=hs, Goods_description=text)).goods[0].commodity_code == expected


INVOICE = (
    "<Valuation><Gs_Invoice><Amount_foreign_currency>10</Amount_foreign_currency><Currency_code>EUR</Currency_code>"
    "</Gs_Invoice></Valuation>"
)
PRICED = "<Item_Invoice><Amount_foreign_currency>7</Amount_foreign_currency>{}</Item_Invoice>".format(
    "<Currency_code>USD</Currency_code>"
)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("its own price", item(Valuation_item=PRICED, Tarification="<Item_price>9</Item_price>"), (Decimal(7), "USD")),
        ("in the invoice's currency", item(Tarification="<Item_price>9</Item_price>"), (Decimal(9), "EUR")),
        ("zero", item(Tarification="<Item_price>0</Item_price>"), (None, None)),
    ],
)
def test_the_value_of_an_item(name, content, expected):
    with_text = content.replace(
        "<Item>", "<Item><Goods_description><Description_of_goods>A</Description_of_goods></Goods_description>"
    )
    line = first(INVOICE + with_text).goods[0]
    assert (line.value, line.currency) == expected


@pytest.mark.parametrize(
    ("name", "stated", "expected"),
    [
        ("one line", "ACME, LTD", ("ACME, LTD", None)),
        ("lines", "ACME LTD \n\t 9 ROAD\n  OSH, KG ", ("ACME LTD", "9 ROAD, OSH, KG")),
        ("padding inside", "ACME \t  LTD", ("ACME LTD", None)),
    ],
)
def test_the_first_line_of_a_trader_is_the_name(name, stated, expected):
    found = first(f"<Traders><Consignee><Consignee_name>{stated}</Consignee_name></Consignee></Traders>")
    party = next(p for p in found.parties if p.role == "consignee")
    assert (party.name, party.address.text) == expected


def test_the_number_of_the_second_form_stands_above_its_only_bill():
    identity = "<Identification_segment><Bol_reference>T-1</Bol_reference></Identification_segment>"

    def numbers(bills: int):
        body = "<Bol_specific_segment/>" * bills
        document = house_bill_form.parse(
            f"<AsycudaWorld_Manifest>{identity}{body}</AsycudaWorld_Manifest>".encode(), local_zone=BISHKEK
        )
        return [c.document_number for c in document.consignments], [p.code for p in document.problems]

    assert numbers(1) == (["T-1"], [])
    assert numbers(2) == ([None, None], [])
    assert numbers(0) == ([], ["no_consignments"])


NAMES = st.sampled_from(
    ["Item", "Packages", "Number_of_packages", "Tarification", "HScode", "Commodity_code", "Precision_1", "Valuation",
     "Gs_Invoice", "Amount_foreign_currency", "Valuation_item", "Weight_itm", "Gross_weight_itm", "Identification",
     "Registration", "Number", "Date", "Container", "Container_identity", "Attached_documents", "null"]
)  # fmt: skip
TREES = st.recursive(
    st.text(alphabet="0123456789-./KG ", max_size=8),
    lambda inner: st.lists(st.tuples(NAMES, inner), max_size=4).map(
        lambda pairs: "".join(f"<{name}>{content}</{name}>" for name, content in pairs)
    ),
    max_leaves=25,
)


@given(TREES)
@settings(deadline=None)
def test_any_tree_of_known_names_is_answered(tree):
    assert len(list(read(tree).consignments)) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(raw):
    for content in (raw, b"<ASYCUDA>" + raw + b"</ASYCUDA>"):
        document = declaration.parse(content, local_zone=BISHKEK)
        assert list(document.consignments) or document.problems
