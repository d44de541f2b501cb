"""CSV and Excel manifests: a table with one goods line per row; rows of one document number are one consignment."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal
from typing import NamedTuple

from ..noting import Notes, Unreadable
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from .consignment import read_consignment
from .rows import is_workbook, read_sheets
from .table import Row, Table, as_text, find_table

PREVIEW_ROWS = 8
_SUMMED = ("packages", "gross_mass_kg", "net_mass_kg", "value")


class MappingGuess(NamedTuple):
    """What the page of columns shows: headers of the table, field to header, and the first rows as text."""

    headers: list[str]
    mapping: dict[str, str]
    preview: list[list[str]]


def recognises(raw: bytes, content_type: str, filename: str) -> bool:
    """Return whether the bytes are a workbook, or text that is sent or named as a table."""
    if is_workbook(raw):
        return True
    is_named = filename.lower().endswith((".csv", ".tsv", ".txt"))
    is_table = content_type in ("text/csv", "application/csv", "text/tab-separated-values", "application/vnd.ms-excel")
    return bool(raw.strip()) and (is_table or is_named) and not raw.startswith((b"%PDF", b"PK", b"<"))


def parse(raw: bytes, *, mapping: Mapping[str, str | None] | None = None, local_zone: tzinfo) -> ParsedDocument:
    """Read a table. mapping: field to column header, which overrides the guess; an empty header leaves a field out."""
    document = ParsedDocument(DocumentKind.SPREADSHEET_MANIFEST, StatedManifest(), iter(()))
    notes = Notes(document.problems)
    table = _table(raw, mapping or {}, notes)
    if table is None:
        return document
    groups = list(_groups(table, notes))
    if not groups:
        notes.notice("no_consignments", table.sheet.row_path(table.header_row))
        return document
    first = read_consignment(groups[0], local_zone)
    manifest = first.manifest or StatedManifest()
    document.manifest = replace(manifest, stated_consignments=None)
    document.consignments = _consignments(first, groups, manifest, local_zone)
    return document


def guess_mapping(raw: bytes, content_type: str, mapping: Mapping[str, str | None] | None = None) -> MappingGuess:
    """Return what the columns of a table seem to mean; all empty when no header is found."""
    if not recognises(raw, content_type, "x.csv"):
        return MappingGuess([], {}, [])
    try:
        table = find_table(read_sheets(raw, Notes()), mapping or {})
    except Unreadable:
        table = None
    if table is None:
        return MappingGuess([], {}, [])
    preview = [[as_text(cell) or "" for cell in row.cells] for row in _filled_rows(table, limit=PREVIEW_ROWS)]
    return MappingGuess(table.headers, {field: table.headers[at] for field, at in table.columns.items()}, preview)


def _consignments(
    first: StatedConsignment, groups: list[list[Row]], manifest: StatedManifest, local_zone: tzinfo
) -> Iterator[StatedConsignment]:
    """Yield the consignments; one with another conveyance than the first keeps its own manifest."""
    yield replace(first, manifest=None)
    for rows in groups[1:]:
        stated = read_consignment(rows, local_zone)
        yield replace(stated, manifest=None) if stated.manifest == manifest else stated


def _table(raw: bytes, mapping: Mapping[str, str | None], notes: Notes) -> Table | None:
    try:
        sheets = read_sheets(raw, notes)
    except Unreadable as fault:
        notes.error(fault.code, "", **fault.params)
        return None
    if notes.has_errors:
        return None
    table = find_table(sheets, mapping)
    if table is None:
        notes.error("header_not_found", sheets[0].row_path(0) if sheets else "")
        return None
    path = table.sheet.row_path(table.header_row)
    for header in table.missing:
        notes.warning("mapped_column_missing", path, value=header)
    unread = [sheet.name for sheet in sheets if sheet is not table.sheet]
    if unread:
        notes.notice("sheets_not_read", path, value=", ".join(unread))
    if "document_number" not in table.columns:
        notes.error("column_missing", path, field="document_number")
        return None
    return table


def _filled_rows(table: Table, limit: int | None = None) -> Iterator[Row]:
    count = 0
    for number in range(table.header_row + 1, len(table.sheet.rows)):
        row = table.row(number)
        if not row.is_blank:
            count += 1
            yield row
        if limit is not None and count >= limit:
            return


def _groups(table: Table, notes: Notes) -> Iterator[list[Row]]:
    """Yield the rows of each consignment, in the order in which the consignments begin."""
    groups: dict[str, list[Row]] = {}
    sums = {name: Decimal(0) for name in _SUMMED if name in table.columns}
    current = ""
    for row in _filled_rows(table):
        path = table.sheet.row_path(row.number)
        if row.is_totals:
            notes.notice("totals_row_left_out", path)
            _compare_totals(row, sums, notes)
            continue
        number = row.text("document_number")
        if number is None and not row.has_goods:
            notes.notice("row_left_out", path)
            continue
        for name in sums:
            sums[name] += row.total(name) or 0
        goes_on = number is None and current and row.raw("consignee_name") is None and row.raw("consignor_name") is None
        current = current if goes_on else (number or f"\x00{row.number}").strip()
        groups.setdefault(current, []).append(row)
    yield from groups.values()


def _compare_totals(totals: Row, sums: Mapping[str, Decimal], notes: Notes) -> None:
    for name, found in sums.items():
        stated = totals.total(name)
        if stated and found and abs(stated - found) > abs(stated) / 1000:
            notes.warning("totals_row_disagrees", totals.path(name), stated=stated, found=found)
