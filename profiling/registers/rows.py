"""Reads the rows of a register from a CSV file or from JSON: records that can go in, and for the others the reason."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from profiling.registers.layouts import LAYOUTS, Layout, RowRefused

MOST_BYTES = 64 * 1024 * 1024
LONGEST_CELL = 1000

# header as found in files, in lower case -> column
HEADERS = {
    "инн": "inn",
    "tin": "inn",
    "наименование": "name",
    "название": "name",
    "дата регистрации": "registered_on",
    "статус": "status",
    "виды деятельности": "activity_codes",
    "гкэд": "activity_codes",
    "activities": "activity_codes",
    "адрес": "address",
    "вид": "kind",
    "номер": "number",
    "действует с": "valid_from",
    "действует до": "valid_until",
    "знак": "word",
    "brand": "word",
    "правообладатель": "holder",
    "страны": "origin_countries",
    "countries": "origin_countries",
}


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """line counts from 1, a file's header included; JSON rows count from 1."""

    line: int
    problem: str


@dataclass(slots=True)
class RegisterRows:
    """Records as keyword arguments of the model, by what makes them one: the last of several wins."""

    records: dict[tuple, dict[str, Any]] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)


def rows_of_file(raw: bytes, register: str) -> RegisterRows:
    """Read a CSV file (UTF-8 or Windows-1251; comma, semicolon or tab; a header). Never raises, whatever it holds."""
    if len(raw) > MOST_BYTES:
        return _unreadable(_("The file is larger than 64 MB."))
    text = _decoded(raw)
    header = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    layout = LAYOUTS[register]
    try:
        columns = [_column(name, layout) for name in next(lines, [])]
        if missing := layout.needed - set(columns):
            needed = ", ".join(sorted(missing))
            return _unreadable(_("The first line names no column: %(columns)s.") % {"columns": needed})
        stated = ((lines.line_num, dict(zip(columns, cells, strict=False))) for cells in lines if any(cells))
        return _read(stated, layout)
    except csv.Error:
        return _unreadable(_("The file is not a table of separated values."))


def rows_of_json(rows: Iterable[Any], register: str) -> RegisterRows:
    """Read a list of objects with the columns of the register; lists of words may be lists."""
    return _read(enumerate(rows, start=1), LAYOUTS[register])


def _read(rows: Iterable[tuple[int, Any]], layout: Layout) -> RegisterRows:
    read = RegisterRows()
    for line, row in rows:
        try:
            record = _record(row, layout)
        except RowRefused as refused:
            read.refused.append(RefusedRow(line, str(refused)))
        else:
            read.records[tuple(record[name] for name in layout.unique)] = record
    return read


def _record(row: Any, layout: Layout) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise RowRefused(_("A row is an object with the columns of the register."))
    stated = {column: _cell(row.get(column)) for column in layout.columns}
    if missing := sorted(column for column in layout.needed if not stated[column]):
        raise RowRefused(_("Nothing stands in: %(columns)s.") % {"columns": ", ".join(missing)})
    if any("\x00" in cell or len(cell) > LONGEST_CELL for cell in stated.values()):
        raise RowRefused(_("The row has letters that cannot be stored, or too many of them."))
    return layout.record(stated)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value).strip()


def _column(name: str, layout: Layout) -> str:
    folded = name.strip().lower()
    return folded if folded in layout.columns else HEADERS.get(folded, "")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors="replace")  # what Russian Excel writes as "CSV"


def _unreadable(problem: str) -> RegisterRows:
    return RegisterRows(refused=[RefusedRow(1, problem)])
