"""The rejected rows of a table as a table of the same layout, with a column that says what is wrong with each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo

from ..noting import Notes
from ..problems import remedy, sentence
from ..values import Problem, Severity
from .column_table import COLUMNS
from .consignment import read_consignment
from .mending import cells_with_carried, failed_groups, rows_to_header
from .rows import Cell
from .spreadsheet import read_table
from .table import Row, Table
from .writing import csv_bytes, xlsx_bytes

_ROW = re.compile(r"(?:^row |![A-Z]{1,3})([0-9]+)(?=$|, )")
_BEGINS_A_FORMULA = re.compile(r"[=@\t\r]|[+-](?![0-9. ])")


def failed_rows(
    raw: bytes, mapping: Mapping[str, str | None] | None, local_zone: tzinfo, *, as_workbook: bool, language: str
) -> bytes | None:
    """Return the table, CSV or XLSX; None when no row of the document can be told from another.

    language: of the heading of the column of problems; its sentences are in the active language.
    """
    table = read_table(raw, mapping or {}, Notes())
    if table is None:
        return None
    at = table.columns.get("problems", max(len(table.headers), _width(table)))
    rows = [_with(cells, at, None) for cells in rows_to_header(table)]
    if rows:
        rows[-1] = _with(rows[-1], at, _heading(language))
    for group in failed_groups(table, local_zone):
        said = _by_row(group, read_consignment(group, local_zone).problems)
        rows += [_with(cells_with_carried(row), at, " ".join(said.get(row.number, ()))) for row in group]
    if as_workbook:
        return xlsx_bytes(dict(enumerate(rows)), table.sheet.name)
    return csv_bytes(dict(enumerate([_harmless(cell) for cell in cells] for cells in rows)))


def row_of(path: str) -> int | None:
    """Return the number, from 0, of the row that an address names: row 7, column Gross kg, or Sheet1!C7."""
    found = _ROW.search(path)
    return int(found[1]) - 1 if found else None


def _by_row(group: Sequence[Row], problems: Iterable[Problem]) -> dict[int, list[str]]:
    """Return what is wrong in each row; what names none of them is said at the first."""
    numbers = {row.number for row in group}
    said: dict[int, list[str]] = {}
    for problem in problems:
        if problem.severity is not Severity.NOTICE:
            number = row_of(problem.path)
            at = number if number in numbers else group[0].number
            said.setdefault(at, []).append(f"{sentence(problem)} {remedy(problem)}")
    return said


def _with(cells: Sequence[Cell], at: int, value: Cell) -> list[Cell]:
    filled = [*cells, *[None] * (at + 1 - len(cells))]
    filled[at] = value
    return filled


def _width(table: Table) -> int:
    return max((len(cells) for cells in table.sheet.rows), default=0)


def _heading(language: str) -> str:
    column = next(column for column in COLUMNS if column.field == "problems")
    return {"ru": column.ru, "ky": column.ky}.get(language, column.en)


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet program would run as a formula is shown with an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and _BEGINS_A_FORMULA.match(cell) else cell
