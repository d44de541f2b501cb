"""X12 309: what divides it, what single segments mean, and how damage is met."""

import tracemalloc
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.noting import Notes
from consignments.parsing.values import Severity
from consignments.parsing.x12 import manifest
from consignments.parsing.x12.splitter import MAX_SEGMENT_BYTES, delimiters, segments

from .samples import BISHKEK

M10 = "M10*TLPR*O*PA*9300001*MV TULPAR*044E*MAN1~"
PORT = "P4*2709*20261124~"


def read(body: str, head: str = M10 + PORT, end: str = "SE*{}*1~"):
    raw = f"ST*309*1~{head}{body}"
    document = manifest.parse((raw + end.format(raw.count("~") + 1)).encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


def first(body: str, **parts: str):
    return read(f"LX*1~N9*BM*B-1~{body}", **parts)[1][0]


PADDED = b"ISA*00*          *00*          *ZZ*AA             *ZZ*BB             *261120*0900*U*00401*000000044*0*T*>"


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("padded", PADDED + b"~\r\nGS*SO*", (b"*", b"~")),
        ("padded, by line", PADDED + b"\nGS*SO*", (b"*", b"\n")),
        ("padded, other characters", PADDED.replace(b"*", b"|") + b"'GS|SO|", (b"|", b"'")),
        ("unpadded", b"ISA*00**00**ZZ*A*ZZ*B*261120*0900*U*00401*1*0*T*>\x1eGS*", (b"*", b"\x1e")),
        ("a mark before", b"\xef\xbb\xbf" + PADDED + b"~GS*", (b"*", b"~")),
        ("a set alone", b"ST*309*0001~\nM10*", (b"*", b"~")),
        ("a set alone, by line", b"ST|309|0001\nM10|", (b"|", b"\n")),
        ("a group alone", b"GS*SO*A B*C-D*20261120*0900*1*X*006050~ST*", (b"*", b"~")),
        ("ISA cut short", PADDED[:60], None),
        ("a word", b"STATEMENT OF", None),
        ("EDIFACT", b"UNB+UNOA:1", None),
        ("only a tag", b"ST", None),
        ("nothing", b"", None),
    ],
)
def test_the_first_segment_shows_what_divides(name, raw, expected):
    assert delimiters(raw) == expected


def test_segments_have_numbers_and_elements():
    found = list(segments(PADDED + b"~\r\n\r\nst*309*1~M7*A1** A2 ~", Notes()))
    assert [s.path for s in found] == ["segment 1 ISA", "segment 2 st", "segment 3 M7"]
    assert (found[1].tag, found[2].at(1), found[2].at(2), found[2].at(3), found[2].at(9)) == ("ST", "A1", "", "A2", "")


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("bill", "N9*BM*B-1~", ("B-1", None, None)),
        ("bill and master", "N9*BM*B-1~N9*MB*M-1~", ("B-1", "house", "M-1")),
        ("house below a bill", "N9*BM*M-1~N9*BH*H-1~", ("H-1", "house", "M-1")),
        ("details of a bill", "M11*B-2*57035*1*CTN*5*K~N9*BM*B-1~", ("B-2", None, None)),
        ("details below a master", "M11*H-2*57035*1*CTN*5*K*****M-2*TLPR~", ("H-2", "house", "M-2")),
        ("air waybill", "N9*AW*176-1~", ("176-1", None, None)),
        ("an empty reference", "N9*BM*~", (None, None, None)),
        ("none", "N1*SH*A~", (None, None, None)),
    ],
)
def test_numbers(name, body, expected):
    _, (found,) = read(f"LX*1~{body}")
    assert (found.document_number, found.document_level, found.master_document_number) == expected
    assert any(p.code == "document_number_missing" for p in found.problems) is (expected[0] is None)


@pytest.mark.parametrize(
    ("name", "weight", "kg"),
    [
        ("kilograms", "K*7", 7), ("pounds", "L*100", Decimal("45.359237")), ("tonnes", "E*1.5", 1500),
        ("no unit", "*7", None), ("an unknown unit", "Z*7", None), ("no weight", "K*", None),
    ],
)  # fmt: skip
def test_masses(name, weight, kg):
    assert first(f"N10*1*A****0*{weight}~").goods[0].gross_mass_kg == kg


def test_seals_of_the_container_and_of_the_segment_after_it_are_together():
    boxes = first("VID*CN*TGHU*4410022*A1~M7*A2*A1~VID*TL**TRAILER9~VID*CN*DLTU*1~M7*~").equipment
    assert [(b.kind, b.number, b.seals) for b in boxes] == [
        ("container", "TGHU4410022", ("A1", "A2")),
        ("trailer", "TRAILER9", None),
        ("container", "DLTU1", None),
    ]


def test_goods_belong_to_the_container_before_them_and_dangers_to_the_goods():
    found = first("N10*1*LOOSE~VID*CN*A*1~N10*2*PAINT~H1*UN1263*3~N10*3*RAGS~H1*NA1993~VID*CN*B*2~N10*4*OIL~")
    assert found.problems == ()  # a national number is no mistake
    assert [(g.description, g.equipment_numbers, g.un_number) for g in found.goods] == [
        ("LOOSE", (), None),
        ("PAINT", ("A1",), "1263"),
        ("RAGS", ("A1",), None),
        ("OIL", ("B2",), None),
    ]


@pytest.mark.parametrize(
    ("name", "r4", "expected"),
    [
        ("UN/LOCODE", "R4*L*UN*CNSHA*SHANGHAI*CN~", ("SHANGHAI", "CNSHA", "CN")),
        ("Schedule K", "R4*L*K*57035*SHANGHAI*CN~", ("SHANGHAI", None, "CN")),
        ("Schedule K that looks like one", "R4*L*K*CNSHA~", ("CNSHA", None, None)),
        ("UN/LOCODE that is none", "R4*L*UN*PORT1~", ("PORT1", None, None)),
        ("a country that is none", "R4*L*K*57035**XQ~", ("57035", None, None)),
    ],
)
def test_codes_of_the_schedules_are_no_unlocodes(name, r4, expected):
    found = first(r4)
    assert (found.place_of_loading, found.loading_unlocode, found.dispatch_country) == expected


@pytest.mark.parametrize(("code", "function"), [("A", "original"), ("D", "cancel"), ("C", "change"), ("R", "change")])
def test_amendments(code, function):
    assert first(f"M13*TLPR*2709*{code}*B-1~").function == function


def test_a_party_with_what_follows_it():
    body = "N1*CN*NUR*ZZ*02709202610417~N2*IMPORT OSOO~N3*5 MANAS*2~N4*OSH**723500*KG~PER*IC**TE*996~N3*LEFT~N1*SH*~"
    (party,) = [p for p in first(body).parties if p.role == "consignee"]
    assert (party.name, party.identifier_kind, party.phone) == ("NUR IMPORT OSOO", "INN", "996")
    assert (party.address.street, party.address.city, party.address.country) == ("5 MANAS, 2, LEFT", "OSH", "KG")


def test_bills_at_a_later_port_carry_their_own_manifest():
    document, found = read("LX*1~N9*BM*A~P4*2304*20261126**~LX*1~N9*BM*B~LX*2~N9*BM*C~")
    assert document.manifest.entry_post == "2709"
    assert [c.manifest and c.manifest.entry_post for c in found] == [None, "2304", "2304"]
    assert [str(c.identity_date) for c in found] == ["2026-11-24", "2026-11-26", "2026-11-26"]


@pytest.mark.parametrize(
    ("name", "raw", "codes", "count"),
    [
        ("whole", f"ST*309*1~{M10}{PORT}LX*1~N9*BM*A~SE*6*1~", [], 1),
        ("a wrong count", f"ST*309*1~{M10}{PORT}LX*1~N9*BM*A~SE*9*1~", ["x12_segment_count_differs"], 1),
        ("too few bills", "ST*309*1~M10*A~P4*1*20261124*3~LX*1~N9*BM*A~SE*6*1~", ["consignment_count_differs"], 1),
        ("without an end", f"ST*309*1~{M10}{PORT}LX*1~N9*BM*A~", ["x12_set_not_closed"], 1),
        ("without a port", f"ST*309*1~{M10}LX*1~N9*BM*A~SE*5*1~", [], 1),
        ("without M10", f"ST*309*1~{PORT}LX*1~N9*BM*A~SE*5*1~", ["field_expected"], 1),
        ("only a head", f"ST*309*1~{M10}", ["x12_set_not_closed", "no_consignments"], 0),
        ("another set", "ST*310*1~LX*1~SE*3*1~", ["x12_set_not_read", "x12_no_manifest"], 0),
        ("two sets", f"ST*309*1~{M10}LX*1~N9*BM*A~SE*5*1~ST*309*2~{M10}LX*1~N9*BM*B~SE*5*2~", [], 2),
    ],
)  # fmt: skip
def test_damage_is_named(name, raw, codes, count):
    document = manifest.parse(raw.encode(), local_zone=BISHKEK)
    assert len(list(document.consignments)) == count
    assert [p.code for p in document.problems] == codes


def test_a_segment_that_is_too_long_rejects_its_bill_alone():
    document, found = read(f"LX*1~N9*BM*A~LX*2~N9*BM*B~N10*1*{'X' * MAX_SEGMENT_BYTES}~LX*3~N9*BM*C~")
    assert [any(p.severity is Severity.ERROR for p in c.problems) for c in found] == [False, True, False]
    assert [p.code for p in document.problems] == ["x12_segment_too_long"]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=20)
BILLS = st.lists(
    st.tuples(
        WORDS,
        WORDS,
        st.integers(0, 10**6),
        st.decimals("0.001", 10**6, places=3),
        st.lists(WORDS, max_size=4, unique=True),
    ),
    max_size=6,
)


@given(BILLS, st.sampled_from("*|^"), st.sampled_from("~\n'"), st.booleans())
@settings(deadline=None)
def test_what_is_written_is_read(bills, divider, terminator, has_envelope):
    lines = [["ST", "309", "1"], ["M10", "TLPR", "O"], ["P4", "2709", "20261124"]]
    for number, text, packages, kg, seals in bills:
        lines += [["LX", "1"], ["N9", "BM", number], ["VID", "CN", "", f"BOX{number}"], ["M7", *seals]]
        lines += [["N10", str(packages), text, "", "", "", "", "K", str(kg)]]
    lines += [["SE", str(len(lines) + 1), "1"]]
    isa = PADDED.decode().replace("*", divider).split(divider)
    raw = terminator.join(divider.join(line) for line in ([isa, *lines] if has_envelope else lines)) + terminator
    document = manifest.parse(raw.encode(), local_zone=BISHKEK)
    found = [
        (c.document_number, g.description, g.packages, g.gross_mass_kg, list(c.equipment[0].seals or ()))
        for c in document.consignments
        for g in c.goods
    ]
    assert found == bills
    assert [p.code for p in document.problems] == ([] if bills else ["no_consignments"])


@given(st.binary(max_size=200), st.sampled_from([b"", b"ST*309*1~", PADDED + b"~ST*309*1~M10*", b"ST*309*1~LX*1~"]))
def test_any_bytes_are_answered(raw, start):
    document = manifest.parse(start + raw, local_zone=BISHKEK)
    assert list(document.consignments) or document.problems


def test_memory_does_not_grow_with_the_number_of_bills():
    def peak(bills: int) -> int:
        raw = ("ST*309*1~" + M10 + PORT + "".join(f"LX*{n}~N9*BM*B{n}~N10*1*A~" for n in range(bills))).encode()
        tracemalloc.start()
        assert sum(1 for _ in manifest.parse(raw, local_zone=BISHKEK).consignments) == bills
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    # Other threads of the test run are traced too; what the reading itself needs, it needs each time.
    assert min(peak(10_000) for _ in range(3)) < min(peak(1_000) for _ in range(3)) * 1.5 + 200_000
