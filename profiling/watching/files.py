"""Reads the CSV file of a watch list: rows that can go in, and for the others line, problem and remedy."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from profiling.watching.keys import value_key

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 100_000
LONGEST = {"value": 300, "identifier": 40, "note": 2000}

# header as found in files, in lower case -> field
HEADERS = {
    "value": "value",
    "name": "value",
    "number": "value",
    "значение": "value",
    "наименование": "value",
    "название": "value",
    "имя": "value",
    "номер": "value",
    "identifier": "identifier",
    "inn": "identifier",
    "tin": "identifier",
    "инн": "identifier",
    "идентификатор": "identifier",
    "country": "country",
    "страна": "country",
    "note": "note",
    "comment": "note",
    "примечание": "note",
    "комментарий": "note",
}
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row that can be entered; `line` counts from 1, the header line included."""

    line: int
    value: str
    identifier: str = ""
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row stays out, and how to mend it. Line 1 is the header: then nothing could be read."""

    line: int
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ListFile:
    rows: list[ListedRow]
    problems: list[RowProblem]


def read_list_file(raw: bytes, kind: str) -> ListFile:
    """Return the rows of a file for a list of this kind. Never raises, whatever the bytes are.

    UTF-8, UTF-16 with its mark, or Windows-1251; comma, semicolon or tab; the header names value, identifier, country
    and note in English or Russian, in any order; only value is needed.
    """
    if len(raw) > MOST_BYTES:
        return _unreadable(_("The file is larger than 10 MB."), _("Divide it into several files."))
    text = _decoded(raw)
    header = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count), strict=False)
    try:
        fields = [HEADERS.get(name.strip().lower(), "") for name in next(lines, [])]
        if "value" not in fields:
            return _unreadable(
                _("The first line names no column “value”."),
                _("Write a header such as value,identifier,country,note."),
            )
        return _rows(lines, fields, kind)
    except csv.Error:
        return _unreadable(_("The file is not a table of separated values."), _("Save it as CSV and try again."))


def _rows(lines: Iterator[list[str]], fields: list[str], kind: str) -> ListFile:
    found = ListFile([], [])
    for cells in lines:
        line = lines.line_num  # type: ignore[attr-defined]
        stated = {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field}
        if not any(stated.values()):
            continue
        if len(found.rows) == MOST_ROWS:
            found.problems.append(
                RowProblem(line, _("A file holds at most 100 000 rows."), _("Put the rest into another file."))
            )
            break
        problem = _problem(line, stated, kind)
        if problem:
            found.problems.append(problem)
        else:
            found.rows.append(ListedRow(line, **stated | {"country": stated.get("country", "").upper()}))
    return found


def _problem(line: int, stated: dict[str, str], kind: str) -> RowProblem | None:
    if not stated.get("value"):
        return RowProblem(line, _("There is no value."), _("Write the name or number to be found."))
    for field, longest in LONGEST.items():
        if len(stated.get(field, "")) > longest:
            problem = _("The column “%(column)s” is too long.") % {"column": field}
            return RowProblem(line, problem, _("At most %(count)s letters.") % {"count": longest})
    if "\x00" in "".join(stated.values()):
        return RowProblem(line, _("The row has letters that cannot be stored."), _("Remove control characters."))
    if not value_key(kind, stated["value"]):
        return RowProblem(
            line, _("The value has nothing that could match."), _("Write a name or number with letters or digits.")
        )
    if stated.get("country") and not _COUNTRY.fullmatch(stated["country"].upper()):
        return RowProblem(line, _("This is no country code."), _("Two letters, as KG, or leave it empty."))
    return None


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Russian Excel writes as "CSV"; every byte is a letter there, so nothing is lost.
        return raw.decode("cp1251", errors="replace")


def _unreadable(problem: str, remedy: str) -> ListFile:
    return ListFile([], [RowProblem(1, problem, remedy)])
