"""ASYCUDA manifests and house bills: tags of many carriers, shared boxes, and XML that means harm."""

import time
import tracemalloc
from decimal import Decimal
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.asycuda import house_bill_form, manifest
from consignments.parsing.asycuda.values import day
from consignments.parsing.noting import Unreadable
from consignments.parsing.values import Severity

from .samples import BISHKEK

NUMBERED = "<Bol_id><Bol_reference>B-1</Bol_reference></Bol_id>"
HEAD = (
    "<General_segment><General_segment_id><Date_of_arrival>2026-11-24</Date_of_arrival></General_segment_id>"
    "{}</General_segment>"
)


def read(*bills: str, head: str = ""):
    body = "".join(f"<Bol_segment>{bill}</Bol_segment>" for bill in bills)
    document = manifest.parse(f"<Awmds>{HEAD.format(head)}{body}</Awmds>".encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


def first(bill: str, head: str = ""):
    return read(NUMBERED + bill, head=head)[1][0]


def box(number: str = "KSHU6182408", **stated: str) -> str:
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in stated.items())
    return f"<ctn_segment><Ctn_reference>{number}</Ctn_reference>{inside}</ctn_segment>"


@pytest.mark.parametrize(
    ("nature", "procedure"),
    [("22", "export"), ("23", "import"), ("24", "transit"), ("28", "transhipment"), ("99", None), ("", None)],
)
def test_the_nature_of_a_bill_is_its_procedure(nature, procedure):
    number = f"<Bol_id><Bol_reference>B-1</Bol_reference><Bol_nature>{nature}</Bol_nature></Bol_id>"
    assert read(number)[1][0].procedure == procedure


@pytest.mark.parametrize(
    ("name", "bill", "expected"),
    [
        ("alone", "", (None, None)),
        ("names a master", "<Master_bol_ref_number>M-1</Master_bol_ref_number>", ("house", "M-1")),
        ("names itself", "<Master_bol_ref_number>B-1</Master_bol_ref_number>", (None, None)),
        ("an empty master", "<Master_bol_ref_number><null/></Master_bol_ref_number>", (None, None)),
        ("master by its type", "<Bol_type_code>704</Bol_type_code>", ("master", None)),
        ("house by its type", "<Bol_type_code>HSB</Bol_type_code>", ("house", None)),
        ("consolidated", "<Consolidated_Cargo>1</Consolidated_Cargo>", ("master", None)),
        ("not consolidated", "<Consolidated_Cargo>0</Consolidated_Cargo>", (None, None)),
    ],
)
def test_the_level_of_a_bill(name, bill, expected):
    found = first(bill)
    assert (found.document_level, found.master_document_number) == expected


@pytest.mark.parametrize(
    ("name", "stated", "expected"),
    [
        ("nothing", {}, None),
        ("a tag without content", {"Seal_number": ""}, None),
        ("null", {"Seal_number": "<null/>", "Marks1": "NULL"}, None),
        ("Seal_number", {"Seal_number": "A1"}, ("A1",)),
        ("marks", {"Marks1": "A1", "Marks2": "A2", "Marks3": ""}, ("A1", "A2")),
        ("both say the same", {"Seal_number": "A1", "Marks1": "A1"}, ("A1",)),
        ("several in one", {"Marks1": "A1, A2;A3"}, ("A1", "A2", "A3")),
        ("letter case of the tag", {"SEAL_NUMBER": "A1"}, ("A1",)),
    ],
)
def test_seals_of_a_box(name, stated, expected):
    assert first(box(**stated)).equipment[0].seals == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("5", "full"), ("4", "empty"), ("FCL", "full"), ("lcl", "full"), ("MTY", "empty"), ("E", "empty"), ("", None)],
)
@pytest.mark.parametrize("tag", ["Empty_Full", "Status"])
def test_fullness_of_a_box(tag, stated, expected):
    assert first(box(**{tag: stated})).equipment[0].fullness == expected


GOODS = "<Goods_segment><Gross_mass>{}</Gross_mass></Goods_segment>"


@pytest.mark.parametrize(
    ("name", "bill", "tare_kg"),
    [
        ("Empty_weight", box(Empty_weight="2230"), 2230),
        ("both", box(Empty_weight="2230", Goods_weight="4000"), 2230),
        ("Goods_weight that is a tare", box(Goods_weight="2230") + GOODS.format(18000), 2230),
        ("Goods_weight that is the bill's mass", box(Goods_weight="4000") + GOODS.format(4000), None),
        ("Goods_weight too heavy for a tare", box(Goods_weight="18000") + GOODS.format(20000), None),
        ("Goods_weight too light for a tare", box(Goods_weight="900") + GOODS.format(20000), None),
        ("zero", box(Empty_weight="0"), None),
    ],
)
def test_which_weight_is_the_tare(name, bill, tare_kg):
    assert first(bill).equipment[0].tare_mass_kg == tare_kg


def test_what_one_bill_says_of_a_box_is_known_to_all():
    bills = [
        NUMBERED + box(Seal_number="A1"),
        NUMBERED.replace("B-1", "B-2") + box(Empty_weight="2230"),
        NUMBERED.replace("B-1", "B-3") + box("DLTU2000099"),
        NUMBERED.replace("B-1", "B-4") + box(Seal_number="A9", Type_of_container="40"),
    ]
    document, found = read(
        *bills, head="<Totals_segment><Total_number_of_containers>2</Total_number_of_containers></Totals_segment>"
    )
    seen = [(b.number, b.seals, b.tare_mass_kg, b.size_type) for c in found for b in c.equipment]
    shared = ("KSHU6182408", ("A1",), Decimal(2230), "40")
    assert seen == [shared, shared, ("DLTU2000099", None, None, None), ("KSHU6182408", ("A9",), Decimal(2230), "40")]
    assert document.problems == []


def test_a_box_twice_in_one_bill_is_one_box():
    assert [(b.number, b.seals) for b in first(box() + box(Marks1="A1")).equipment] == [("KSHU6182408", ("A1",))]


def test_totals_of_the_head_are_compared():
    totals = (
        "<Totals_segment><Total_number_of_bols>3</Total_number_of_bols><Total_number_of_packages>9</Total_number_of_packages>"
        "<Total_number_of_containers>4</Total_number_of_containers><Total_gross_mass>7</Total_gross_mass></Totals_segment>"
    )
    goods = "<Goods_segment><Number_of_packages>8</Number_of_packages><Gross_mass>5</Gross_mass></Goods_segment>"
    document, _ = read(NUMBERED + box() + goods, head=totals)
    assert [(p.code, p.params["found"]) for p in document.problems] == [
        ("consignment_count_differs", "1"),
        ("container_count_differs", "1"),
        ("packages_disagree", "8"),
        ("gross_mass_disagrees", "5"),
    ]


def test_a_bill_without_a_number_or_with_an_unreadable_mass_is_rejected_alone():
    _, found = read(NUMBERED, "", NUMBERED.replace("1", "2") + GOODS.format("about 5 t"), NUMBERED.replace("1", "3"))
    errors = [[p.code for p in c.problems if p.severity is Severity.ERROR] for c in found]
    assert errors == [[], ["document_number_missing"], ["mass_unreadable"], []]
    assert found[2].problems[0].path == "/Awmds/Bol_segment[3]/Goods_segment/Gross_mass"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("11/9/26", "2026-11-09"), ("1/31/26", "2026-01-31"), ("31/1/26", "2026-01-31"), ("09/11/2026", "2026-11-09"),
        ("11/24/2026", "2026-11-24"), ("2026-11-24", "2026-11-24"), ("24.11.2026", "2026-11-24"),
        ("20261124", "2026-11-24"),
    ],
)  # fmt: skip
def test_days(stated, expected):
    assert str(day(stated)) == expected


@pytest.mark.parametrize("stated", ["99/99/26", "1/1/1899", "soon", "11/24"])
def test_what_is_no_day(stated):
    with pytest.raises(Unreadable):
        day(stated)


def test_without_a_head_the_bills_are_read_and_it_is_said():
    document = manifest.parse(f"<Awmds><Bol_segment>{NUMBERED}</Bol_segment></Awmds>".encode(), local_zone=BISHKEK)
    assert [c.document_number for c in document.consignments] == ["B-1"]
    assert [p.code for p in document.problems] == ["field_expected"]


def test_a_manifest_of_no_bills_is_noticed():
    assert [p.code for p in read()[0].problems] == ["no_consignments"]


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=30).filter(
    lambda text: text.lower() != "null"
)
BILLS = st.lists(
    st.fixed_dictionaries(
        {
            "number": TEXTS,
            "description": TEXTS,
            "packages": st.integers(1, 10**6),
            "gross_kg": st.decimals("0.001", 10**6, places=3),
            "seals": st.lists(st.text("ABC123", min_size=1, max_size=9), max_size=3, unique=True),
        }
    ),
    max_size=6,
)


def write(bill: dict) -> str:
    seals = "".join(f"<Marks{n}>{seal}</Marks{n}>" for n, seal in enumerate(bill["seals"], start=1))
    return (
        f"<Bol_id><Bol_reference>{escape(bill['number'])}</Bol_reference></Bol_id>"
        f"<ctn_segment><Ctn_reference>BOX{id(bill)}</Ctn_reference>{seals}</ctn_segment><Goods_segment>"
        f"<Number_of_packages>{bill['packages']}</Number_of_packages><Gross_mass>{bill['gross_kg']}</Gross_mass>"
        f"<Goods_description>{escape(bill['description'])}</Goods_description></Goods_segment>"
    )


@given(BILLS)
@settings(deadline=None)
def test_what_is_written_is_read(bills):
    _, found = read(*map(write, bills))
    assert [
        {
            "number": c.document_number,
            "description": c.goods[0].description,
            "packages": c.total_packages,
            "gross_kg": c.total_gross_mass_kg,
            "seals": list(c.equipment[0].seals or ()),
        }
        for c in found
    ] == bills


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a DTD", b'<!DOCTYPE x [<!ENTITY a "b">]><Awmds>&a;</Awmds>', "xml_dtd_forbidden"),
        ("cut short", b"<Awmds><Bol_segment><Bol_id>", "xml_broken"),
        ("another root", b"<!-- <Awmds> --><Other/>", "document_not_read"),
    ],
)
def test_hostile_and_broken_documents_are_refused(name, raw, code):
    document = manifest.parse(raw, local_zone=BISHKEK)
    assert list(document.consignments) == [] and [p.code for p in document.problems] == [code]


@given(st.binary(max_size=200), st.sampled_from([b"", b"<Awmds>", b"<AsycudaWorld_Manifest><Bol_specific_segment>"]))
@settings(deadline=None)
def test_any_bytes_are_answered(raw, start):
    for parse in (manifest.parse, manifest.parse_house_bills, house_bill_form.parse):
        document = parse(start + raw, local_zone=BISHKEK)
        list(document.consignments)
        assert document.problems


def test_memory_does_not_grow_with_the_number_of_bills_and_20_000_take_seconds():
    def peak(bills: int) -> tuple[int, int]:
        body = b"".join(
            f"<Bol_segment>{NUMBERED.replace('B-1', f'B-{n}')}{box(f'BOX{n}')}</Bol_segment>".encode()
            for n in range(bills)
        )
        raw = b"<Awmds>" + HEAD.format("").encode() + body + b"</Awmds>"
        del body
        tracemalloc.start()
        count = sum(1 for _ in manifest.parse(raw, local_zone=BISHKEK).consignments)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return count, used

    (few, small), (many, large) = peak(500), peak(5_000)
    assert (few, many) == (500, 5_000)
    assert large < small * 1.5 + 1_500_000  # of the numbers of all boxes something must be kept
    started = time.monotonic()
    read(*(NUMBERED.replace("B-1", f"B-{n}") for n in range(5_000)))
    assert time.monotonic() - started < 10
