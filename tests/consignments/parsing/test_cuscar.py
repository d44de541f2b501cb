"""CUSCAR: what single segments mean, and how damage and hostility are met."""

import time
import tracemalloc
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.edifact import cuscar
from consignments.parsing.edifact.manifest_message import MAX_GROUP_SEGMENTS
from consignments.parsing.noting import Notes
from consignments.parsing.values import Severity

from .samples import BISHKEK

HEAD = "UNB+UNOA:2+S+R+261124:0600+1'UNH+1+CUSCAR:D:95B:UN:LOT10'BGM+785+M-1+9'"


def read(body: str, head: str = ""):
    """Return document, consignments and the codes of all problems of a message with this body."""
    raw = f"{HEAD}{head}{body}"
    count = raw.count("'")
    document = cuscar.parse(f"{raw}UNT+{count}+1'UNZ+1+1'".encode(), local_zone=BISHKEK)
    consignments = list(document.consignments)
    problems = [*document.problems, *(p for c in consignments for p in c.problems)]
    return document, consignments, [p.code for p in problems]


def first(body: str, head: str = ""):
    return read(body, head)[1][0]


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("number in CNI", "CNI+1+BL-1'", ("BL-1", None, None)),
        ("number in a reference", "CNI+1'RFF+BM:BL-1'", ("BL-1", None, None)),
        ("house below master", "CNI+1'RFF+BH:H-1'RFF+MB:M-1'", ("H-1", "house", "M-1")),
        ("house below a plain bill", "CNI+1'RFF+BM:M-1'RFF+BH:H-1'", ("H-1", "house", "M-1")),
        ("the master itself", "CNI+1+M-1'RFF+MB:M-1'", ("M-1", "master", None)),
        ("CNI number and another master", "CNI+1+H-2'RFF+MB:M-2'", ("H-2", "house", "M-2")),
        ("air waybill", "CNI+1'RFF+AWB:176-1234'", ("176-1234", None, None)),
        ("none", "CNI+1'GID+1+1:CT'", (None, None, None)),
    ],
)
def test_numbers(name, body, expected):
    found = first(body)
    assert (found.document_number, found.document_level, found.master_document_number) == expected


def test_a_consignment_without_a_number_is_rejected_alone():
    _, consignments, codes = read("CNI+1+A'CNI+2'GID+1+1:CT'CNI+3+C'")
    assert [any(p.severity is Severity.ERROR for p in c.problems) for c in consignments] == [False, True, False]
    assert codes == ["document_number_missing"]


@pytest.mark.parametrize(
    ("name", "nad", "expected"),
    [
        ("structured", "NAD+CN+++OSH TRADE+LENIN STREET 5+OSH++723500+KG", ("OSH TRADE", "LENIN STREET 5", None, "KG")),
        ("five free lines", "NAD+CN++OSH TRADE:LENIN 5:OSH:KG", ("OSH TRADE", None, "LENIN 5, OSH, KG", "KG")),
        ("one line", "NAD+CN++OSH TRADE, LENIN STREET 5, OSH", ("OSH TRADE", None, "LENIN STREET 5, OSH", None)),
        ("legal form", "NAD+CN++KASHI TRADE CO., LTD, KASHI, CN", ("KASHI TRADE CO., LTD", None, "KASHI, CN", "CN")),
        ("swapped", "NAD+CN+++12 RIVER ROAD+ACME INC+BUFFALO+++US", ("ACME INC", "12 RIVER ROAD", None, "US")),
        ("name cut at 35", f"NAD+CN++{'N' * 35}:AME:STREET 1", (f"{'N' * 35}AME", None, "STREET 1", None)),
        ("code alone", "NAD+CN+MOB12", (None, None, None, None)),
    ],
)  # fmt: skip
def test_parties(name, nad, expected):
    party = first(f"CNI+1+A'{nad}'").parties[0]
    assert (party.name, party.address.street, party.address.text, party.address.country) == expected


def test_contacts_and_tax_number_of_a_party():
    party = first(
        "CNI+1+A'NAD+CN+X1++OSH TRADE'CTA+IC+:AIGUL'COM+996555:TE'COM+a@b.kg:EM'RFF+VA:02709202610417'"
    ).parties[0]
    assert (party.phone, party.email, party.identifier, party.identifier_kind) == (
        "996555",
        "a@b.kg",
        "02709202610417",
        "INN",
    )


def test_the_supplier_is_consignor_only_where_no_other_is_named():
    roles = {p.role: p.name for p in first("CNI+1+A'NAD+SU++SUPPLIER'").parties}
    assert roles == {"consignor": "SUPPLIER"}
    roles = {p.role: p.name for p in first("CNI+1+A'NAD+SU++SUPPLIER'NAD+CZ++SENDER'").parties}
    assert roles == {"consignor": "SENDER", "seller": "SUPPLIER"}


@pytest.mark.parametrize(
    ("name", "measure", "expected"),
    [
        ("kilograms", "MEA+AAE+G+KGM:1250", 1250),
        ("decimal comma", "MEA+AAE+G+KGM:1250,5", Decimal("1250.5")),
        ("tonnes", "MEA+AAE+G+TNE:1.25", 1250),
        ("pounds", "MEA+AAE+G+LBR:100", Decimal("45.359237")),
        ("US filer", "MEA+AAI++K:1250", 1250),
        ("tonnes beyond belief", "MEA+AAE+G+TNE:10000000000", None),
        ("unknown unit", "MEA+AAE+G+XYZ:1250", None),
    ],
)
def test_gross_mass(name, measure, expected):
    assert first(f"CNI+1+A'GID+1+1:CT'{measure}'").goods[0].gross_mass_kg == expected


def test_an_unreadable_mass_rejects_its_consignment():
    _, _, codes = read("CNI+1+A'GID+1+1:CT'MEA+AAE+G+KGM:heavy'")
    assert codes == ["mass_unreadable"]


def test_goods():
    item = first(
        "CNI+1+A'GID+3+12:DR'FTX+AAA+++ACETIC:ANHYDRIDE'FTX+AAA+++IN DRUMS'CST++29152400:122'DGS+IMD+8+1715'"
        "MEA+AAE+N+KGM:900'MEA+AAE+AAW+MTQ:1.5'MOA+44:5000:USD'LOC+27+CN'PCI+24+AB 1-12'SGP+BOX1+12'"
    ).goods[0]
    assert (item.number, item.packages, item.package_kind) == (3, 12, "DR")
    assert item.description == "ACETIC ANHYDRIDE IN DRUMS"
    assert (item.commodity_code, item.un_number, item.origin_country) == ("29152400", "1715", "CN")
    assert (item.net_mass_kg, item.volume_m3, item.value, item.currency) == (900, Decimal("1.5"), 5000, "USD")
    assert (item.marks, item.equipment_numbers) == ("AB 1-12", ("BOX1",))


def test_a_text_cut_at_seventy_characters_is_joined_without_a_space():
    text = "X" * 69 + "C"
    assert first(f"CNI+1+A'GID+1+1:CT'FTX+AAA+++{text}:OTTON'").goods[0].description == f"{text}OTTON"


def test_a_line_break_in_a_text_is_a_space_of_it():
    found = first("CNI+1+A'GID+1+1:CT'FTX+AAA+++17 PALLETS\r\nOF MEDICINES:\r\nKEEP COOL'")
    assert found.goods[0].description == "17 PALLETS OF MEDICINES KEEP COOL"


def test_a_un_number_hidden_in_the_text_is_found_and_noted():
    found = first("CNI+1+A'GID+1+1:DR'FTX+AAA+++RESIN CL 9,UN 3077'")
    assert found.goods[0].un_number == "3077"
    assert [(p.code, p.severity) for p in found.problems] == [("edifact_un_number_in_text", Severity.NOTICE)]
    stated = first("CNI+1+A'GID+1+1:DR'FTX+AAA+++RESIN UN 3077'DGS+IMD+9+3077'")
    assert stated.goods[0].un_number == "3077" and stated.problems == ()


BOX = "EQD+CN+KSHU6182408+45G1:102:5++3+5'SEL+S1+CA'SEL+S2+SH'MEA+AAE+T+KGM:3800'MEA+AAE+VGM+KGM:20000'"


def test_equipment_of_the_head_is_linked_by_the_goods():
    body = "CNI+1+A'GID+1+5:CT'SGP+KSHU6182408+5'CNI+2+B'GID+1+5:CT'SGP+OTHER+5'"
    one, other = read(body, BOX)[1]
    (box,) = one.equipment
    assert (box.kind, box.size_type, box.fullness, box.seals) == ("container", "45G1", "full", ("S1", "S2"))
    assert (box.tare_mass_kg, box.gross_mass_kg) == (3800, 20000)
    assert [(b.number, b.seals) for b in other.equipment] == [("OTHER", None)]


def test_unlinked_equipment_belongs_to_the_only_consignment_and_else_to_none():
    assert [b.number for b in first("CNI+1+A'GID+1+5:CT'", BOX).equipment] == ["KSHU6182408"]
    _, consignments, codes = read("CNI+1+A'CNI+2+B'", BOX)
    assert [c.equipment for c in consignments] == [(), ()] and codes == ["equipment_not_linked"]


def test_on_the_road_the_trailers_of_the_head_carry_every_consignment():
    head = "TDT+20+1+3+++++01KG1'EQD+TE+01T'SEL+S1'"
    assert [[(b.kind, b.number, b.seals) for b in c.equipment] for c in read("CNI+1+A'CNI+2+B'", head)[1]] == [
        [("trailer", "01T", ("S1",))],
        [("trailer", "01T", ("S1",))],
    ]
    assert [(b.kind, b.number) for b in first("CNI+1+A'", "TDT+20+1+3+++++01KG1'").equipment] == [("trailer", "01KG1")]


def test_trailers_are_bounded_for_they_go_into_every_consignment():
    head = "TDT+20+1+3+++++01KG1'" + "".join(f"EQD+TE+T{number}'" for number in range(50))
    document, consignments, codes = read("CNI+1+A'CNI+2+B'", head)
    assert len(document.manifest.trailer_ids) == len(consignments[0].equipment) == 10 and "list_cut" in codes


def test_an_empty_box_says_so():
    assert first("CNI+1+A'EQD+CN+BOX1+22G1++2+4'").equipment[0].fullness == "empty"


@pytest.mark.parametrize(
    ("name", "transport", "expected"),
    [
        ("vessel with IMO number", "TDT+20+V1+1+++++9319466:146:::MV A'", ("sea", "9319466", "9319466", None)),
        ("vessel by name", "TDT+20+V1+1+++++9319466:146::MV ISSYK:LR'", ("sea", "MV ISSYK", "9319466", "LR")),
        ("call sign is no IMO number", "TDT+20+V1+1+++++CALL1:103::MV ISSYK'", ("sea", "MV ISSYK", None, None)),
        ("truck", "TDT+20+1+3+++++01KG730BHC:146:::KG'", ("road", "01KG730BHC", None, "KG")),
        ("wagon", "TDT+20+1+2+++++54871236'", ("rail", "54871236", None, None)),
    ],
)
def test_conveyance(name, transport, expected):
    manifest = read("CNI+1+A'", transport)[0].manifest
    assert (manifest.mode, manifest.conveyance_id, manifest.vessel_imo) == expected[:3]
    if expected[3]:
        assert manifest.conveyance_nationality == expected[3]


@pytest.mark.parametrize(
    ("code", "function"),
    [("9", "original"), ("5", "change"), ("4", "change"), ("1", "cancel"), ("3", "cancel"), ("22", "original"),
     ("", "original")],
)  # fmt: skip
def test_message_function(code, function):
    document = cuscar.parse(f"UNH+1+CUSCAR:D:95B:UN'BGM+785+X+{code}'CNI+1+A'UNT+4+1'".encode(), local_zone=BISHKEK)
    assert document.manifest.function == function
    assert [c.function for c in document.consignments] == [function]


def test_a_code_that_is_no_unlocode_names_no_country():
    document, (found,), _ = read("CNI+1+A'LOC+9+CNKHG::139'LOC+7+KGOSS::139'", "LOC+17+IRKESHTAM'")
    assert document.manifest.entry_post == "IRKESHTAM"
    assert (found.itinerary, found.dispatch_country, found.destination_country) == (("CN", "KG"), "CN", "KG")


def test_the_identity_date_is_the_issue_date_else_the_arrival_at_local_time():
    assert str(first("CNI+1+A'DTM+182:20261101:102'", "DTM+132:202611242300:203'").identity_date) == "2026-11-01"
    assert str(first("CNI+1+A'", "DTM+132:202611242300:203'").identity_date) == "2026-11-24"
    assert first("CNI+1+A'").identity_date is None


def test_stated_and_found_consignments_are_compared():
    document, _, codes = read("CNI+1+A'CNI+2+B'", "CNT+10:3'")
    assert document.manifest.stated_consignments == 3 and codes == ["consignment_count_differs"]


def test_the_lines_count_where_the_control_figure_disagrees():
    found = first("CNI+1+A'CNT+7:900:KGM'CNT+8:60'GID+1+2880:CT'MEA+AAE+G+KGM:1000'")
    assert (found.total_packages, found.total_gross_mass_kg) == (2880, 1000)
    assert [p.code for p in found.problems] == ["packages_disagree", "gross_mass_disagrees"]


def test_freight():
    found = first("CNI+1+A'CPI+4++P'MOA+64:900:USD'")
    assert (found.freight_payment_method, found.freight_amount, found.freight_currency) == ("prepaid", 900, "USD")


def test_a_consignment_with_an_overlong_segment_is_rejected_alone():
    _, consignments, _ = read(f"CNI+1+A'GID+1+1:CT'FTX+AAA+++{'x' * 70_000}'CNI+2+B'")
    assert [[p.code for p in c.problems] for c in consignments] == [["edifact_part_left_out"], []]


def test_a_consignment_of_too_many_segments_is_rejected_and_bounded():
    _, consignments, _ = read("CNI+1+A'" + "GIS+23'" * (MAX_GROUP_SEGMENTS + 5) + "CNI+2+B'")
    assert [[p.code for p in c.problems] for c in consignments] == [["edifact_group_too_long"], []]


def test_an_interchange_without_cuscar_has_an_error_and_no_consignment():
    document = cuscar.parse(b"UNB+UNOA:1+A+B+200101:1200+1'UNZ+0+1'", local_zone=BISHKEK)
    assert [p.code for p in document.problems] == ["edifact_no_message"] and list(document.consignments) == []


def test_consignments_are_read_as_they_are_asked_for():
    raw = (HEAD + "CNI+1+A'GID+1+1:CT'FTX+AAA+++SOAP'" * 1_500).encode()
    tracemalloc.start()
    document = cuscar.parse(raw, local_zone=BISHKEK)
    assert sum(1 for _ in document.consignments) == 1_500
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


@given(st.binary(max_size=300) | st.text(alphabet="UNBHCNIGDTXEQ+:?'\r\n0123456789 ", max_size=300).map(str.encode))
@settings(max_examples=200)
def test_any_bytes_are_answered(raw):
    for prefix in (b"", HEAD.encode(), HEAD.encode() + b"CNI+1+A'GID+1+1:CT'"):
        document = cuscar.parse(prefix + raw, local_zone=BISHKEK)
        assert all(c.path for c in document.consignments)


SEGMENTS = st.sampled_from(
    ["CNI+1+A'", "CNI'", "GID'", "GID+x+y'", "NAD+CN'", "NAD'", "EQD+CN+B'", "EQD'", "SEL'", "MEA'", "QQQ'",
     "MEA+AAE+G+KGM:z'", "DTM+132:9:203'", "DTM+182:20269999:102'", "LOC+9'", "LOC'", "TDT'", "CNT+8:z'", "CNT'",
     "FTX'", "FTX+AAA'", "PCI'", "CST'", "PIA'", "DGS'", "MOA'", "MOA+44:x:y'", "RFF'", "CPI'", "GIS'", "SGP'",
     "BGM'", "UNT'", "UNH'", "UNZ'", "UNG'", "UNE'", "COM'", "CTA'", "IMD'", "PAC'"]
)  # fmt: skip


@given(st.lists(SEGMENTS, max_size=25))
@settings(max_examples=300)
def test_any_order_of_bare_segments_is_answered(segments):
    document = cuscar.parse((HEAD + "".join(segments)).encode(), local_zone=BISHKEK)
    list(document.consignments)


def test_a_long_run_of_digits_in_a_name_takes_no_time():
    started = time.perf_counter()
    first(f"CNI+1+A'NAD+CN+++{'1' * 60_000}+STREET'")
    assert time.perf_counter() - started < 1


def test_notes_are_separate_for_each_consignment():
    _, (one, other), _ = read("CNI+1+A'GID+1+x:CT'CNI+2+B'")
    assert [p.code for p in one.problems] == ["number_unreadable"] and other.problems == ()
    assert Notes().problems == []
