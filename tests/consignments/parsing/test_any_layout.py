"""Tables as their authors lay them out: two header rows, no heading, data said once, shortened numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing.sheets.columns import guess
from consignments.parsing.sheets.contents import field_of
from consignments.parsing.sheets.headings import fingerprint, joined, names
from consignments.parsing.sheets.spreadsheet import guess_mapping, remembered_mapping

from .test_spreadsheet import codes, read, workbook


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Грузополучатель / Consignee"], {"consignee_name": 0}),
        (["Gross weight (KGS)"], {"gross_mass_kg": 0}),
        (["Вес брутто, в кг"], {"gross_mass_kg": 0}),
        (["Стоимость (USD)"], {"value": 0}),
        (["Вес / Брутто", "Вес / Нетто"], {"gross_mass_kg": 0, "net_mass_kg": 1}),
        (["Груз / Мест", "Груз"], {"packages": 0, "description": 1}),
        (["Получатель (адрес)", "Получатель"], {"consignee_address": 0, "consignee_name": 1}),
    ],
)
def test_a_heading_is_guessed_by_its_parts_when_not_known_as_a_whole(headers, expected):
    assert guess(headers) == expected


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (["CMR", "Вес", ""], ["", "Брутто", "Нетто"], ["CMR", "Вес / Брутто", "Вес / Нетто"]),
        (["CMR", "Груз"], ["", "", "Мест"], ["CMR", "Груз", "Мест"]),
        ([], ["a"], ["a"]),
    ],
)
def test_two_header_rows_are_one(upper, lower, expected):
    assert joined(upper, lower) == expected


def test_every_column_has_a_name_of_its_own():
    assert names(["Вес", "", "Вес", ""]) == ["Вес", "#2", "Вес #3", "#4"]


@given(st.lists(st.text(max_size=5), max_size=8))
def test_no_two_columns_share_a_name(header):
    found = names(header)
    assert len(set(found)) == len(header)


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("order", ["CMR", "Вес"], ["Вес", "CMR"], True),
        ("spelling", ["CMR No.", "ВЕС"], ["cmr", "вес"], True),
        ("empty columns behind", ["CMR", "Вес", ""], ["CMR", "Вес"], True),
        ("our column of problems", ["CMR", "Вес", "Problems"], ["CMR", "Вес"], True),
        ("another column", ["CMR", "Вес", "Цена"], ["CMR", "Вес"], False),
        ("a column without heading", ["CMR", "", "Вес"], ["CMR", "Вес"], False),
    ],
)
def test_a_layout_is_known_by_its_headings(name, one, other, same):
    assert (fingerprint(one) == fingerprint(other)) is same


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("containers", ["KSHU 618240-8", "KSHU6182408"], "container_number"),
        ("a wrong check digit", ["KSHU6182403"], None),
        ("codes", ["6203423500", 4203300000.0], "commodity_code"),
        ("three short codes", ["620342", "420330", "640399"], "commodity_code"),
        ("one number of six digits may be a count", ["620342"], None),
        ("no chapter 77", ["7703423500"], None),
        ("dates", ["24.11.2026", "25.11.2026"], "issued_on"),
        ("countries", ["CN", "Китай", "KG"], "origin_country"),
        ("words", ["ok", "no"], None),
        ("nothing", [None, ""], None),
        ("one in five may be odd", ["CN", "KG", "TR", "KZ", "?"], "origin_country"),
    ],
)
def test_cells_say_what_a_column_holds(name, cells, expected):
    assert field_of(cells, set()) == expected


def test_a_field_that_has_its_column_is_not_told_by_content():
    assert field_of(["24.11.2026"], {"issued_on"}) == "arrival"
    assert field_of(["24.11.2026"], {"issued_on", "arrival"}) is None


def test_a_table_with_two_header_rows_is_read():
    raw = workbook(
        ["Manifest of week 47"],
        ["CMR", "Получатель", "Вес", None, "Мест"],
        [None, None, "Брутто", "Нетто", None],
        ["A-1", "Дордой", 120.5, 110, 4],
    )
    _, (consignment,) = read(raw)
    assert (consignment.goods[0].gross_mass_kg, consignment.goods[0].net_mass_kg) == (120.5, 110)
    assert consignment.path == "Sheet1!A4"


def test_a_row_of_groups_above_the_header_is_part_of_it():
    asked = guess_mapping("Рейс 47;;Груз;Вес\nNr X;Кому;Ware;Брутто\nY-1;Нур;Обувь;ок\n".encode(), "text/csv")
    assert asked.headers == ["Рейс 47 / Nr X", "Рейс 47 / Кому", "Груз / Ware", "Вес / Брутто"]
    assert asked.preview == [["Y-1", "Нур", "Обувь", "ок"]]


@pytest.mark.parametrize(
    "table", ["CMR;Груз\nA;Товары\n", "CMR;Груз;\nA;Обувь;ok\n", "CMR;Груз;\nA;Обувь;ok\nB;Соль;\n"]
)
def test_a_row_of_data_is_never_taken_for_a_header(table):
    _, (first, *_) = read(table)
    assert first.document_number == "A"


def test_a_column_without_heading_is_told_by_its_cells_and_said():
    document, (consignment,) = read("CMR;Груз;\nA;Обувь;KSHU6182408\n")
    assert consignment.equipment[0].number == "KSHU6182408"
    assert codes(document.problems) == ["column_told_by_content"]
    assert not guess_mapping("CMR;Груз;\nA;Обувь;KSHU6182408\n".encode(), "text/csv").is_certain


def test_a_table_without_any_header_is_asked_about_and_read_as_told():
    raw = "A-1;Обувь;6403990000\nA-2;Ремни;4203300000\n".encode()
    document, _ = read(raw)
    assert codes(document.problems) == ["header_not_found"]
    asked = guess_mapping(raw, "text/csv")
    assert (asked.headers, asked.mapping, asked.is_certain) == (["#1", "#2", "#3"], {"commodity_code": "#3"}, False)
    _, found = read(raw, {"document_number": "#1", "description": "#2"})
    assert [(one.document_number, one.path) for one in found] == [("A-1", "row 1"), ("A-2", "row 2")]


def test_headings_in_an_unknown_language_are_asked_about():
    asked = guess_mapping("运单号;货物;毛重\nA-1;鞋;120\n".encode(), "text/csv")
    assert (asked.headers, asked.mapping, asked.is_certain) == (["运单号", "货物", "毛重"], {}, False)
    _, (one,) = read("运单号;货物;毛重\nA-1;鞋;120\n", {"document_number": "运单号", "gross_mass_kg": "毛重"})
    assert one.goods[0].gross_mass_kg == 120


def test_what_only_the_first_row_says_of_the_truck_counts_for_all():
    document, found = read(
        "Vehicle;CMR;Consignor;Goods\n01KG730BHC;A;Kashi Co;Soap\n;B;;Rope\n;C;;Nails\n02KG111AAA;D;;Wire\n;E;;Tape\n"
    )
    trucks = [(one.manifest or document.manifest).conveyance_id for one in found]
    assert trucks == ["01KG730BHC", "01KG730BHC", "01KG730BHC", "02KG111AAA", "02KG111AAA"]
    assert [one.parties[0].name for one in found] == ["Kashi Co"] * 5
    assert codes(document.problems) == ["carried_down"]


def test_a_consignor_of_one_of_two_is_not_taken_for_the_other():
    _, found = read("CMR;Consignor;Goods\nA;Kashi Co;Soap\nB;;Rope\n")
    assert [len(one.parties) for one in found] == [1, 0]


def test_a_shortened_number_is_refused_and_a_whole_float_is_not():
    _, found = read("B/L;HS code\n7.79E+10;6203423500\n77900060410.0;4.2E+09\n")
    assert [(one.document_number, codes(one.problems)) for one in found] == [
        ("7.79E+10", ["number_shortened"]),
        ("77900060410", ["number_shortened", "commodity_code_malformed"]),
    ]
    assert [problem.severity for problem in found[1].problems] == ["warning", "warning"]


def test_totals_of_a_part_are_compared_with_the_part():
    table = "CMR;Goods;Gross kg\nA;Soap;10\nTotal;;10\nB;Rope;5\nTotal;;5\nGrand total;;15\nTotal;;99\n"
    document, _ = read(table)
    assert codes(document.problems).count("totals_row_disagrees") == 1


def test_a_remembered_layout_is_found_by_its_headings():
    weekly, daily = {"document_number": "Nr X"}, {"document_number": "Код Y"}
    layouts = {fingerprint(["Nr X", "Ware"]): weekly, fingerprint(["Код Y", "Ware", "kg"]): daily}
    assert remembered_mapping(b"Report\n\nWare;Nr X\nSoap;A\n", "text/csv", layouts) == weekly
    assert remembered_mapping("Код Y;Ware;kg\nA;Soap;5\n".encode(), "text/csv", layouts) == daily
    assert remembered_mapping(b"CMR;Ware\nA;Soap\n", "text/csv", layouts) is None
    older = {"": {"document_number": "Nr X", "value": ""}}
    assert remembered_mapping(b"Nr X;Ware;Colour\nA;Soap;red\n", "text/csv", older) == older[""]
