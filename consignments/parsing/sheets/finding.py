"""Finds the table inside a workbook: the header row, or the two of them, whose headings are best understood."""

import re
from collections.abc import Iterator, Mapping, Sequence

from .columns import BY_FIELD, guess, with_mapping
from .contents import field_of
from .headings import fingerprint, headings, joined, normalised
from .rows import Cell, Sheet
from .table import Table

HEADER_SEARCH_ROWS = 40
_ASKED_ROWS = 50  # of a column without a heading
_DECIMAL_COMMA = re.compile(r"[0-9],(?:[0-9]{1,2}|[0-9]{4,})$")
_DECIMAL_POINT = re.compile(r",[0-9]{3}\.[0-9]+$|^[0-9]+\.[0-9]+$|,[0-9]{3},[0-9]{3}$")

Mapped = Mapping[str, str | None]


def find_table(sheets: Sequence[Sheet], mapping: Mapped) -> Table | None:
    """Return the table whose header has the most known columns, over all sheets; None when no header has two."""
    wanted = [header for header in mapping.values() if header]
    at_least = min(2, len(wanted)) if wanted else 2
    best: Table | None = None
    best_rank = (0, False)
    for sheet, row, header in _candidates(sheets, without_header=bool(wanted) and all(h[0] == "#" for h in wanted)):
        columns, missing = with_mapping(header, mapping) if mapping else (guess(header), [])
        rank = (len(columns), _stands_below(sheet, row, header))
        if len(columns) >= at_least and rank > best_rank:
            best, best_rank = Table(sheet, row, columns, header, missing), rank
    return _completed(best, mapping) if best else None


def table_to_ask_about(sheets: Sequence[Sheet], mapping: Mapped) -> Table | None:
    """Return the table, also one of which nothing is understood, so that a person can say what its columns mean."""
    return find_table(sheets, mapping) or _table_of_unknown_words(sheets)


def find_layout(sheets: Sequence[Sheet], layouts: Mapping[str, Mapped]) -> Mapped | None:
    """Return the remembered mapping that fits: that of the same headings, by their fingerprint.

    One under the empty fingerprint fits where a header row has all its headings.
    """
    for _, _, header in _candidates(sheets):
        if found := layouts.get(fingerprint(header)):
            return found
    asked = table_to_ask_about(sheets, {})
    if asked and asked.header_row < 0:
        return layouts.get(fingerprint(asked.headers))
    older = layouts.get("", {})
    if any(older.values()):
        for _, _, header in _candidates(sheets):
            if not with_mapping(header, older)[1]:
                return older
    return None


def _candidates(sheets: Sequence[Sheet], *, without_header: bool = False) -> Iterator[tuple[Sheet, int, list[str]]]:
    """Yield each sheet with what may be its header: none at all (row -1), each of its first rows, each with the next.

    The row is the last of the header. Of the two rows as one it is the lower.
    """
    for sheet in sheets:
        if without_header:
            yield sheet, -1, [""] * _width(sheet)
        upper: list[str] = []
        for row, cells in enumerate(sheet.rows[:HEADER_SEARCH_ROWS]):
            header = headings(cells)
            if any(header):
                yield sheet, row, header
            if sum(map(bool, upper)) >= 2 and _may_be_second(cells):
                yield sheet, row, joined(upper, header)
            upper = header


def _stands_below(sheet: Sheet, row: int, header: list[str]) -> bool:
    """Whether this header of two rows fills gaps of the upper one by headings that are known: then both are header."""
    lower = headings(sheet.rows[row]) if row > 0 else header
    if lower == header or not guess(lower):
        return False
    upper = headings(sheet.rows[row - 1])
    return any(text and (position >= len(upper) or not upper[position]) for position, text in enumerate(lower))


def _may_be_second(cells: Sequence[Cell]) -> bool:
    """Headings only: a row of data holds numbers, dates or figures."""
    filled = [cell for cell in cells if cell is not None and cell != ""]
    return bool(filled) and all(isinstance(cell, str) and not re.search(r"\d{3}", cell) for cell in filled)


def _table_of_unknown_words(sheets: Sequence[Sheet]) -> Table | None:
    """Return the table whose first wide row of words is taken for its header; without one it has none."""
    for sheet in sheets:
        width = _width(sheet)
        if width < 2:
            continue
        for row, cells in enumerate(sheet.rows[:HEADER_SEARCH_ROWS]):
            filled = [cell for cell in cells if cell is not None and cell != ""]
            if len(filled) >= max(2, 0.6 * width):
                is_header = all(isinstance(cell, str) and not re.search(r"\d{3}", cell) for cell in filled)
                header = headings(cells) if is_header else [""] * width
                table = Table(sheet, row if is_header else -1, guess(header), header, is_understood=False)
                return _completed(table, {})
    return None


def _completed(table: Table, mapping: Mapped) -> Table:
    _add_by_content(table, mapping)
    table.defaults = _stated_above(table)
    table.decimal_marks = {name: _decimal_mark(table, name) for name in table.columns}
    return table


def _add_by_content(table: Table, mapping: Mapped) -> None:
    """Give the columns without a heading the meaning that their cells tell beyond doubt."""
    rows = table.sheet.rows[table.header_row + 1 : table.header_row + 1 + _ASKED_ROWS]
    used = set(table.columns.values())
    for position in range(max((len(cells) for cells in rows), default=0)):
        if position in used or (position < len(table.headers) and table.headers[position]):
            continue
        cells = [cells[position] if position < len(cells) else None for cells in rows]
        field = field_of(cells, {*table.columns, *mapping})
        if field:
            table.columns[field] = position
            table.by_content.add(field)
    table.headers += [""] * (max(table.columns.values(), default=0) + 1 - len(table.headers))


def _width(sheet: Sheet) -> int:
    return max((len(cells) for cells in sheet.rows[:HEADER_SEARCH_ROWS]), default=0)


def _stated_above(table: Table) -> dict[str, Cell]:
    """Return what lines above the header state of the conveyance: "Vehicle: 01KG730BHC", or the two in two cells."""
    found: dict[str, Cell] = {}
    labels = {normalised(name): c.field for c in BY_FIELD.values() if c.level == "conveyance" for name in c.names}
    for cells in table.sheet.rows[: max(table.header_row, 0)]:
        for position, cell in enumerate(cells):
            if not isinstance(cell, str) or len(cell) > 200:
                continue
            label, _, value = cell.partition(":")
            name = labels.get(normalised(label))
            beside = next((c for c in cells[position + 1 : position + 4] if c not in (None, "")), None)
            stated: Cell = value.strip() or beside
            if name and name not in table.columns and stated is not None:
                found.setdefault(name, stated)
    return found


def _decimal_mark(table: Table, name: str) -> str | None:
    """Return the decimal mark that some number of the column shows beyond doubt; None when none does."""
    position = table.columns[name]
    for cells in table.sheet.rows[table.header_row + 1 :]:
        cell = cells[position] if position < len(cells) else None
        if isinstance(cell, str) and len(cell) < 40:
            if _DECIMAL_COMMA.search(cell.strip()):
                return ","
            if _DECIMAL_POINT.search(cell.strip()):
                return "."
    return None
