"""Watch-list files: what goes in, what is reported, and that no bytes make the reader fall over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.watching.files import ListedRow, read_list_file


def table(*lines: str, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    return "\n".join(lines).replace(",", delimiter).encode(encoding)


# name, kind, file, rows
GOOD = [
    ("English header", "party", table("value,identifier,country,note", "Nur-Kiyim,123,kg,seen"),
     [ListedRow(2, "Nur-Kiyim", "123", "KG", "seen")]),
    ("only the value", "plate", table("value", "01 KG 730 BHC"), [ListedRow(2, "01 KG 730 BHC")]),
    ("columns in another order, one unknown", "party", table("note,name,colour", "seen,Ala-Too,red"),
     [ListedRow(2, "Ala-Too", note="seen")]),
    ("Russian header, semicolons, Windows-1251", "party",
     table("Наименование,ИНН,Страна", "ОсОО «Ала-Тоо»,01403202410388,KG", encoding="cp1251", delimiter=";"),
     [ListedRow(2, "ОсОО «Ала-Тоо»", "01403202410388", "KG")]),
    ("tabs and UTF-16", "party", table("value,country", "Ак-Бермет,KG", encoding="utf-16", delimiter="\t"),
     [ListedRow(2, "Ак-Бермет", country="KG")]),
    ("byte order mark", "party", table("value", "Nur", encoding="utf-8-sig"), [ListedRow(2, "Nur")]),
    ("a quoted comma", "party", b'value,note\n"Nur, Kiyim","a, b"\n', [ListedRow(2, "Nur, Kiyim", note="a, b")]),
    ("blank lines and short rows", "party", table("value,country", "", "Nur", "  ,  "), [ListedRow(3, "Nur")]),
    ("line ends of Windows", "party", b"value\r\nNur\r\nAla\r\n", [ListedRow(2, "Nur"), ListedRow(3, "Ala")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "raw", "rows"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_rows_that_go_in(kind, raw, rows):
    read = read_list_file(raw, kind)
    assert (read.rows, read.problems) == (rows, [])


# name, kind, file, lines with a problem, rows that go in all the same
BAD = [
    ("no value in one row", "party", table("value,country", "Nur,KG", ",KG", "Ala,KG"), [3], 2),
    ("a country that is none", "party", table("value,country", "Nur,Kyrgyzstan", "Ala,KG"), [2], 1),
    ("nothing that could match", "plate", table("value", "---", "01KG730BHC"), [2], 1),
    ("too long a value", "party", table("value", "N" * 301, "Ala"), [2], 1),
    ("too long an identifier", "party", table("value,inn", "Nur," + "1" * 41), [2], 0),
    ("no header", "party", table("Nur", "Ala"), [1], 0),
    ("an empty file", "party", b"", [1], 0),
    ("a control character", "party", b"value\nNur\x00Kiyim\n", [2], 0),
]


@pytest.mark.parametrize(("kind", "raw", "lines", "good"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_row_stays_out_alone(kind, raw, lines, good):
    read = read_list_file(raw, kind)
    assert ([problem.line for problem in read.problems], len(read.rows)) == (lines, good)
    assert all(problem.problem and problem.remedy for problem in read.problems)


def test_a_file_that_is_too_large_is_not_read():
    read = read_list_file(b"value\n" + b"x\n" * (6 * 1024 * 1024), "party")
    assert (len(read.rows), read.problems[0].line) == (0, 1)


@given(st.binary(max_size=400), st.sampled_from(["party", "container", "plate", "document"]))
def test_no_bytes_make_it_fall_over(raw, kind):
    read_list_file(raw, kind)
    read_list_file(b"value,identifier,country,note\n" + raw, kind)
