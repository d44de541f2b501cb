"""Mends a table: the rows of the rejected consignments alone, each in the row where it stood, with corrected cells."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from ..mended import Edits, Failed, Mended, Mending, Place
from ..noting import Notes
from ..values import Severity
from .consignment import read_consignment
from .grouping import grouped_rows
from .headings import names
from .rows import Cell, is_workbook
from .spreadsheet import read_table
from .table import Row, Table, as_text
from .writing import CSV, XLSX, csv_bytes, xlsx_bytes

Group = Sequence[Row]


def open_table(raw: bytes, mapping: Mapping[str, str | None] | None, local_zone: tzinfo) -> Mending | None:
    """Return how to mend the table; None when it cannot be read as one, so that no row can be told from another."""
    table = read_table(raw, mapping or {}, Notes())
    if table is None:
        return None
    groups = failed_groups(table, local_zone)

    def write(edits: Edits) -> Mended:
        rows = {row.number: _edited(row, edits) for group in groups for row in group}
        return _document(table, rows, is_workbook(raw))

    return Mending(tuple(_failed(group, local_zone) for group in groups), write)


def failed_groups(table: Table, local_zone: tzinfo) -> list[list[Row]]:
    """Return the rows of each consignment that has an error."""
    return [
        group
        for group in grouped_rows(table, Notes())
        if any(problem.severity is Severity.ERROR for problem in read_consignment(group, local_zone).problems)
    ]


def cells_with_carried(row: Row) -> list[Cell]:
    """Return the cells of a row, and what an earlier row stated for it: that one may not come along."""
    width = max([len(row.cells), *(at + 1 for at in row.table.columns.values())])
    cells = [*row.cells, *[None] * (width - len(row.cells))]
    for name, cell in row.carried.items():
        if (at := row.table.columns.get(name)) is not None:
            cells[at] = cell
    return cells


def rows_to_header(table: Table) -> list[list[Cell]]:
    return [list(cells) for cells in table.sheet.rows[: table.header_row + 1]]


def _failed(group: Group, local_zone: tzinfo) -> Failed:
    stated = read_consignment(group, local_zone)
    places = [place for row in group for place in _places(row)]
    return Failed(stated.document_number or "", stated.path, tuple(places), stated.problems)


def _places(row: Row) -> list[Place]:
    cells, known = cells_with_carried(row), names(row.table.headers)
    fields = sorted(row.table.columns.items(), key=lambda one: one[1])
    return [
        Place(f"{row.number}:{at}", row.path(name), known[at], as_text(cells[at]) or "")
        for name, at in fields
        if name != "problems"
    ]


def _edited(row: Row, edits: Edits) -> list[Cell]:
    """Return the cells with those replaced that were written anew; the others keep their type."""
    cells = cells_with_carried(row)
    for position, cell in enumerate(cells):
        text = edits.get(f"{row.number}:{position}")
        if text is not None and text.strip() != (as_text(cell) or "").strip():
            cells[position] = text.strip() or None
    return cells


def _document(table: Table, rows: Mapping[int, Sequence[Cell]], is_book: bool) -> Mended:
    numbered = dict(enumerate(rows_to_header(table))) | dict(rows)
    known = names(table.headers)
    mapping = {field: known[at] for field, at in table.columns.items()}
    if is_book:
        return Mended(xlsx_bytes(numbered, table.sheet.name), XLSX, ".xlsx", column_mapping=mapping)
    return Mended(csv_bytes(numbered), CSV, ".csv", column_mapping=mapping)
