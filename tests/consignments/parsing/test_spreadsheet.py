"""Spreadsheet manifests: columns, rows, numbers as spreadsheets keep them, and workbooks that mean harm."""

import io
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.sheets import spreadsheet, workbook_child
from consignments.parsing.sheets.column_table import COLUMNS
from consignments.parsing.sheets.columns import guess, normalised, with_mapping
from consignments.parsing.sheets.rows import Sheet, column_letters
from consignments.parsing.sheets.template import EXAMPLE, LANGUAGES, template_csv, template_xlsx
from consignments.parsing.values import Severity

from .samples import BISHKEK

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(raw: bytes | str, mapping=None):
    content = raw.encode() if isinstance(raw, str) else raw
    document = spreadsheet.parse(content, mapping=mapping, local_zone=BISHKEK)
    return document, list(document.consignments)


def workbook(*rows, title="Sheet1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("B/L No.", "document_number"), ("Номер CMR", "document_number"), ("Коносамент", "document_number"),
        ("Гос. номер", "conveyance_id"), ("Конт.", "container_number"), ("Грузополучатель", "consignee_name"),
        ("ИНН", "consignee_identifier"), ("Мест", "packages"), ("Кол-во мест", "packages"), ("Вес", "gross_mass_kg"),
        ("Вес брутто (кг)", "gross_mass_kg"), ("ГРУЗООТПРАВИТЕЛЬ", "consignor_name"), ("HS Code", "commodity_code"),
        ("Код ТН ВЭД", "commodity_code"), ("Contents description", "description"), ("Жүк алуучу", "consignee_name"),
        ("Страна происхождения", "origin_country"), ("№ п/п", "line_number"), ("Прим.", "remarks"),
        ("Colour", None), ("", None), (None, None), (12.0, None),
    ],
)  # fmt: skip
def test_a_header_is_guessed(header, field):
    assert guess([header]) == ({field: 0} if field else {})


def test_no_header_means_two_things():
    meanings: dict[str, set[str]] = {}
    for column in COLUMNS:
        for name in column.names:
            meanings.setdefault(normalised(name), set()).add(column.field)
    assert {name: fields for name, fields in meanings.items() if len(fields) > 1} == {}


@pytest.mark.parametrize(
    ("name", "mapping", "expected", "missing"),
    [
        ("none", {}, {"document_number": 0, "gross_mass_kg": 1}, []),
        ("another column", {"gross_mass_kg": "Вес 2"}, {"document_number": 0, "gross_mass_kg": 2}, []),
        ("a column taken for another field", {"net_mass_kg": "Вес"}, {"document_number": 0, "net_mass_kg": 1}, []),
        ("left out", {"gross_mass_kg": ""}, {"document_number": 0}, []),
        ("not there", {"value": "Цена"}, {"document_number": 0, "gross_mass_kg": 1}, ["Цена"]),
        ("no such field", {"colour": "Вес 2"}, {"document_number": 0, "gross_mass_kg": 1}, []),
    ],
)
def test_a_saved_mapping_corrects_the_guess(name, mapping, expected, missing):
    assert with_mapping(["CMR", "Вес", "Вес 2"], mapping) == (expected, missing)


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters(column, letters):
    assert column_letters(column) == letters


def test_addresses_are_those_of_the_file():
    assert Sheet("Week 47").address(2, "Gross kg") == ("Week 47!C", "")
    assert Sheet("").address(2, "Gross kg") == ("row ", ", column Gross kg")
    assert Sheet("").address(2, "") == ("row ", ", column 3")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "content_type"), [(template_xlsx, XLSX), (template_csv, "text/csv")])
def test_a_template_is_read_without_any_problem(language, template, content_type):
    raw = template(language)
    document, (consignment,) = read(raw)
    assert document.problems == [] and consignment.problems == ()
    assert len(consignment.goods) == len(EXAMPLE)
    assert consignment.goods[0].commodity_code == EXAMPLE[0]["commodity_code"]
    guessed = spreadsheet.guess_mapping(raw, content_type)
    assert set(guessed.mapping) == {column.field for column in COLUMNS if column.in_template}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_delimiter_and_character_set_are_found(delimiter, encoding):
    rows = [["Номер накладной", "Получатель", "Груз"], ["СМР-1", "ОсОО Пример", "Абрикосы"]]
    _, (consignment,) = read("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert (consignment.document_number, consignment.goods[0].description) == ("СМР-1", "Абрикосы")


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("a float that is whole", 77900060410.0, "77900060410"),
        ("text with a leading zero", "0012345", "0012345"),
        ("text", " CMR 7 ", "CMR 7"),
    ],
)
def test_a_document_number_is_text(name, cell, expected):
    _, (consignment,) = read(workbook(["B/L", "Goods"], [cell, "Soap"]))
    assert consignment.document_number == expected


@pytest.mark.parametrize(
    ("name", "code", "expected", "noted"),
    [
        ("number of ten digits", 6203423500, "6203423500", []),
        ("number that lost its zero", 101210000, "0101210000", ["leading_zero_restored"]),
        ("text keeps its zero", "0101210000", "0101210000", []),
        ("text of nine digits is kept as it came", "101210000", "101210000", []),
    ],
)
def test_commodity_codes(name, code, expected, noted):
    _, (consignment,) = read(workbook(["B/L", "HS code"], ["A", code]))
    assert consignment.goods[0].commodity_code == expected and codes(consignment.problems) == noted


@pytest.mark.parametrize(
    ("name", "cell", "at", "on"),
    [
        ("date", date(2026, 11, 24), None, "2026-11-24"),
        ("midnight is only a day", datetime(2026, 11, 24), None, "2026-11-24"),
        ("time", datetime(2026, 11, 24, 20, 30), "2026-11-24T20:30:00+06:00", None),
        ("text", "24.11.2026", None, "2026-11-24"),
        ("text with a time", "24.11.2026 20:30", "2026-11-24T20:30:00+06:00", None),
        ("day of the spreadsheets' calendar", 46350, None, "2026-11-24"),
    ],
)
def test_arrival(name, cell, at, on):
    document, _ = read(workbook(["B/L", "Goods", "Arrival"], ["A", "Soap", cell]))
    manifest = document.manifest
    assert (manifest.arrival_at and manifest.arrival_at.isoformat()) == at
    assert (manifest.arrival_on and manifest.arrival_on.isoformat()) == on


def test_rows_of_one_number_are_the_lines_of_one_consignment_wherever_they_stand():
    _, consignments = read("B/L,Consignee,Goods\nA,X,Soap\nB,Y,Tea\nA,X,Towels\n")
    assert [(c.document_number, [g.description for g in c.goods]) for c in consignments] == [
        ("A", ["Soap", "Towels"]),
        ("B", ["Tea"]),
    ]


def test_a_blank_number_goes_on_unless_another_party_is_named():
    _, consignments = read("B/L,Consignee,Goods\nA,X,Soap\n,,Towels\n,Z,Tea\n")
    assert [(c.document_number, len(c.goods)) for c in consignments] == [("A", 2), (None, 1)]
    assert codes(consignments[1].problems) == ["document_number_missing"]


def test_rows_that_disagree_are_noted_and_the_first_is_taken():
    _, (consignment,) = read("B/L,Consignee,Goods\nA,X,Soap\nA,Y,Tea\n")
    assert consignment.parties[0].name == "X" and codes(consignment.problems) == ["rows_disagree"]


def test_a_faulty_row_is_rejected_alone_with_its_address():
    _, consignments = read(workbook(["B/L", "Gross kg"], ["A", "12,5 t"], ["B", 100], title="Week 47"))
    assert [[(p.code, p.path) for p in c.problems] for c in consignments] == [[("mass_unreadable", "Week 47!B2")], []]
    _, consignments = read("B/L;Gross kg\nA;heavy\nB;100\n")
    assert consignments[0].problems[0].path == "row 2, column Gross kg"
    assert consignments[1].problems == ()


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("another shows a decimal comma", "7,25", "12.345"),
        ("another shows a decimal point", "7.25", "12345"),
        ("nothing shows which", "7", None),
    ],
)
def test_a_comma_before_three_digits_is_read_as_the_column_uses_it(name, others, expected):
    _, (one, _) = read(f'B/L;Gross kg\nA;"12,345"\nB;"{others}"\n')
    mass = one.goods[0].gross_mass_kg
    assert (None if mass is None else str(mass)) == expected
    assert codes(one.problems) == ([] if expected else ["number_ambiguous"])


def test_formulas_stay_text_and_are_never_numbers():
    _, (consignment,) = read("B/L,Consignee,Gross kg\nA,=1+1,=1+1\n")
    assert consignment.parties[0].name == "=1+1" and codes(consignment.problems) == ["mass_unreadable"]


def test_a_row_of_totals_is_left_out_and_compared():
    document, consignments = read("B/L,Goods,Packages\nA,Soap,10\nИТОГО,,11\n")
    assert len(consignments) == 1
    assert codes(document.problems) == ["totals_row_left_out", "totals_row_disagrees"]


def test_many_rows_of_totals_take_no_longer_than_other_rows():
    started = time.perf_counter()
    document, consignments = read("B/L,Goods,Packages\n" + "A,Soap,1\nTotal,,1\n" * 20_000)
    assert len(consignments[0].goods) == 20_000 and "more_problems" in codes(document.problems)
    assert time.perf_counter() - started < 20


def test_the_header_may_come_late_and_lines_above_it_may_name_the_truck():
    document, _ = read("Weekly list,,\nTruck:,01KG1,\nПункт пропуска: Достук,,\n\nB/L,Goods,Packages\nA,Soap,10\n")
    assert (document.manifest.conveyance_id, document.manifest.entry_post) == ("01KG1", "Достук")


def test_another_truck_in_the_same_sheet_is_the_consignments_own():
    document, consignments = read("CMR,Truck,Goods\nA,01KG1,Soap\nB,01KG1,Tea\nC,02KG2,Rice\n")
    assert document.manifest.conveyance_id == "01KG1"
    assert [c.manifest and c.manifest.conveyance_id for c in consignments] == [None, None, "02KG2"]


@pytest.mark.parametrize(
    ("cell", "seals"),
    [("S1", ("S1",)), ("S1; S2/S3", ("S1", "S2", "S3")), ("", None), ("-", None), ("none", ()), ("без пломбы", ())],
)
def test_seals(cell, seals):
    _, (consignment,) = read(f'B/L,Goods,Container,Seal\nA,Soap,KSHU1,"{cell}"\n')
    assert consignment.equipment[0].seals == seals


def test_several_containers_in_one_cell():
    _, (consignment,) = read('B/L,Goods,Container,Seal\nA,Soap,"C1, C2",S1\n')
    assert [(b.number, b.seals) for b in consignment.equipment] == [("C1", ("S1",)), ("C2", None)]
    assert consignment.goods[0].equipment_numbers == ("C1", "C2")


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("no header", "a,b\n1,2\n", "header_not_found"),
        ("no column of numbers", "Consignee,Goods\nX,Soap\n", "column_missing"),
        ("a broken quote over 200 kB", 'B/L,Goods\nA,"' + "x" * 200_000, "csv_broken"),
        ("too many cells", "B/L,Goods\n" + ("," * 250 + "\n") * 20_000, "sheet_too_large"),
        ("too many columns", "B/L,Goods" + ",x" * 400 + "\nA,Soap\n", "sheet_too_large"),
        ("a broken workbook", b"PK\x03\x04xl/ and nothing more", "workbook_broken"),
        ("a broken old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "workbook_broken"),
    ],
)
def test_a_table_that_cannot_be_read_has_an_error_and_no_consignment(name, raw, code):
    document, consignments = read(raw)
    assert codes(document.problems) == [code] and consignments == []
    assert document.problems[0].severity is Severity.ERROR


def test_a_mapped_column_that_is_missing_is_noted():
    document, consignments = read("B/L,Goods,Pieces\nA,Soap,3\n", {"value": "Price", "packages": "Pieces"})
    assert codes(document.problems) == ["mapped_column_missing"] and consignments[0].goods[0].packages == 3


def test_the_mapping_page_sees_headers_meaning_and_first_rows():
    found = spreadsheet.guess_mapping("List\n\nCMR;Вес;Цвет\nA;10;красный\n\nB;20;синий\n".encode(), "text/csv")
    assert found.headers == ["CMR", "Вес", "Цвет"]
    assert found.mapping == {"document_number": "CMR", "gross_mass_kg": "Вес"}
    assert found.preview == [["A", "10", "красный"], ["B", "20", "синий"]]
    assert spreadsheet.guess_mapping(b"{}", "application/json").headers == []


def bare_workbook(sheet_data: str, **parts: bytes) -> bytes:
    """Return a workbook put together by hand, which no spreadsheet program would write."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{relation}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{relation}">'
            '<sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="s" Type="{relation}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{sheet_data}</sheetData></worksheet>'
        )
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *columns: str, texts: str = "x") -> str:
    """Return a row with one of the texts in each of the columns."""
    cells = "".join(cell(f"{column}{number}", text) for column, text in zip(columns, texts.split("|"), strict=True))
    return f'<row r="{number}">{cells}</row>'


def test_a_workbook_put_together_by_hand_is_read():
    _, (consignment,) = read(bare_workbook(row(1, "A", "B", texts="B/L|Goods") + row(2, "A", "B", texts="A|Tea")))
    assert (consignment.document_number, consignment.goods[0].description) == ("A", "Tea")


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("two cells half a terabyte apart", bare_workbook(row(1, "A") + row(1_048_576, "XFD")), "workbook_too_large"),
        ("a part that unpacks to 300 MB", bare_workbook("", filler=b"\x00" * 300_000_000), "workbook_too_large"),
        ("a ratio of 1000", bare_workbook("", filler=b"\x00" * 50_000_000), "workbook_too_large"),
        ("too many rows", bare_workbook(row(1, "A") + row(200_000, "A")), "sheet_too_large"),
    ],
)
def test_a_harmful_workbook_ends_in_an_error_and_not_in_the_worker(name, raw, code):
    started = time.perf_counter()
    document, consignments = read(raw)
    assert codes(document.problems) == [code] and consignments == []
    assert time.perf_counter() - started < 20


def test_a_zip_whose_directory_lies_meets_the_limits_of_the_child():
    raw = bytearray(bare_workbook(f'<row r="1">{"".join(cell("A1", "x" * 1000) for _ in range(100_000))}</row>'))
    size = raw.find(b"PK\x01\x02")
    while size >= 0:
        raw[size + 24 : size + 28] = (100).to_bytes(4, "little")  # the stated size before compression
        size = raw.find(b"PK\x01\x02", size + 4)
    document, consignments = read(bytes(raw))
    assert consignments == [] and document.problems[0].severity is Severity.ERROR


def test_the_child_limits_its_memory():
    assert workbook_child.MEMORY_BYTES <= 2**30


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_answered(raw):
    read(raw)
    read(b"B/L,Goods,Packages,Arrival,Seal\n" + raw)
    spreadsheet.guess_mapping(raw, "text/csv")


CELLS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(["Total", "-", "0"])
)
HEADERS = [column.en for column in COLUMNS]


@given(
    st.lists(st.lists(CELLS.map(lambda value: "" if value is None else str(value)), max_size=len(HEADERS)), max_size=6)
)
@settings(deadline=None)
def test_any_cells_are_answered(rows):
    def quoted(row) -> str:
        return ",".join('"' + value.replace('"', '""') + '"' for value in row)

    read("\n".join([quoted(HEADERS), *map(quoted, rows)]))
