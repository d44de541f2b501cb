"""CSV and Excel manifests: a table with one goods line per row; rows of one document number are one consignment."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo
from typing import NamedTuple

from ..noting import Notes, Unreadable
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from .consignment import read_consignment
from .finding import find_layout, find_table, table_to_ask_about
from .grouping import filled_rows, grouped_rows
from .headings import fingerprint, names
from .rows import Sheet, is_workbook, read_sheets
from .table import Row, Table, as_text

PREVIEW_ROWS = 8


class MappingGuess(NamedTuple):
    """What the page of columns shows: a name for each column of the table, field to name, and the first rows as text.

    layout: the fingerprint by which these columns are remembered. is_certain: no column was told by its cells alone,
    and the header is one that is understood.
    """

    headers: list[str]
    mapping: dict[str, str]
    preview: list[list[str]]
    layout: str = ""
    is_certain: bool = True


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
    table = read_table(raw, mapping or {}, notes)
    if table is None:
        return document
    groups = grouped_rows(table, notes)
    if not groups:
        notes.notice("no_consignments", table.sheet.row_path(max(table.header_row, 0)))
        return document
    first = read_consignment(groups[0], local_zone)
    manifest = first.manifest or StatedManifest()
    document.manifest = replace(manifest, stated_consignments=None)
    document.consignments = _consignments(first, groups, manifest, local_zone)
    document.expected_count = len(groups)
    return document


def guess_mapping(raw: bytes, content_type: str, mapping: Mapping[str, str | None] | None = None) -> MappingGuess:
    """Return what the columns of a table seem to mean; all empty when there is none."""
    table = table_to_ask_about(_sheets(raw, content_type), mapping or {})
    if table is None:
        return MappingGuess([], {}, [])
    known = names(table.headers)
    preview = [[as_text(cell) or "" for cell in row.cells] for row in filled_rows(table, limit=PREVIEW_ROWS)]
    guessed = {field: known[at] for field, at in table.columns.items()}
    is_certain = table.is_understood and not table.by_content
    return MappingGuess(known, guessed, preview, fingerprint(table.headers), is_certain)


def remembered_mapping(
    raw: bytes, content_type: str, layouts: Mapping[str, Mapping[str, str | None]]
) -> Mapping[str, str | None] | None:
    """Return which of the remembered mappings fits the table; None when it is of no layout known."""
    return find_layout(_sheets(raw, content_type), layouts) if layouts else None


def _sheets(raw: bytes, content_type: str) -> list[Sheet]:
    if not recognises(raw, content_type, "x.csv"):
        return []
    try:
        return read_sheets(raw, Notes())
    except Unreadable:
        return []


def _consignments(
    first: StatedConsignment, groups: list[list[Row]], manifest: StatedManifest, local_zone: tzinfo
) -> Iterator[StatedConsignment]:
    """Yield the consignments; one with another conveyance than the first keeps its own manifest."""
    yield replace(first, manifest=None)
    for rows in groups[1:]:
        stated = read_consignment(rows, local_zone)
        yield replace(stated, manifest=None) if stated.manifest == manifest else stated


def read_table(raw: bytes, mapping: Mapping[str, str | None], notes: Notes) -> Table | None:
    """Return the table that is read as a manifest; None, with an error, when there is none."""
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
    path = table.sheet.row_path(max(table.header_row, 0))
    for header in table.missing:
        notes.warning("mapped_column_missing", path, value=header)
    for field in sorted(table.by_content - set(mapping)):
        notes.notice("column_told_by_content", path, field=field, value=names(table.headers)[table.columns[field]])
    unread = [sheet.name for sheet in sheets if sheet is not table.sheet]
    if unread:
        notes.notice("sheets_not_read", path, value=", ".join(unread))
    if "document_number" not in table.columns:
        notes.error("column_missing", path, field="document_number")
        return None
    return table
