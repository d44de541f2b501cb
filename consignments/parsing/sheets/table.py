"""The table inside a sheet: where its header is, what its columns mean, which of its rows are totals or remarks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from .. import reading
from ..noting import Unreadable, storable
from .columns import BY_FIELD, guess, normalised, with_mapping
from .rows import Cell, Sheet

HEADER_SEARCH_ROWS = 40
_TOTALS = re.compile(
    r"(?:grand )?(?:total|totals|sum|count|итого|всего|жыйынтык|жыйынтыгы|бардыгы|баары)\b", re.IGNORECASE
)
_BLANKS = {"", "-", "–", "—", "--", "---"}
_LONGEST_BLANK = 20  # longer cells are not asked
_DECIMAL_COMMA = re.compile(r"[0-9],(?:[0-9]{1,2}|[0-9]{4,})$")
_DECIMAL_POINT = re.compile(r",[0-9]{3}\.[0-9]+$|^[0-9]+\.[0-9]+$|,[0-9]{3},[0-9]{3}$")
_GOODS_FIELDS = (
    "description",
    "commodity_code",
    "packages",
    "gross_mass_kg",
    "net_mass_kg",
    "container_number",
    "value",
)


@dataclass(slots=True)
class Table:
    """A sheet with its header found. `columns`: field to position. `defaults`: values stated above the header."""

    sheet: Sheet
    header_row: int
    columns: dict[str, int]
    headers: list[str]
    missing: list[str] = field(default_factory=list)
    defaults: dict[str, Cell] = field(default_factory=dict)
    decimal_marks: dict[str, str | None] = field(default_factory=dict)

    addresses: dict[str, tuple[str, str]] = field(default_factory=dict)

    def address(self, name: str) -> tuple[str, str]:
        """Return what stands before and after the row's number in the address of a cell of this field."""
        if name not in self.addresses:
            position = self.columns.get(name, 0)
            header = self.headers[position] if position < len(self.headers) else ""
            self.addresses[name] = self.sheet.address(position, header)
        return self.addresses[name]

    def row(self, number: int) -> "Row":
        return Row(self, number, self.sheet.rows[number])


@dataclass(frozen=True, slots=True)
class Row:
    """One row, asked by field. `number` counts from 0."""

    table: Table
    number: int
    cells: Sequence[Cell]

    def raw(self, name: str) -> Cell:
        """Return the cell of a field; None when there is no such column, or nothing or only a dash in the cell."""
        position = self.table.columns.get(name)
        cell = self.cells[position] if position is not None and position < len(self.cells) else None
        if isinstance(cell, str) and len(cell) <= _LONGEST_BLANK and cell.strip() in _BLANKS:
            cell = None
        return self.table.defaults.get(name) if cell is None else cell

    def text(self, name: str) -> str | None:
        """Return the cell as text: 77900060410.0 is 77900060410, for spreadsheets keep every number as a float."""
        return as_text(self.raw(name))

    def path(self, name: str) -> str:
        before, after = self.table.address(name)
        return f"{before}{self.number + 1}{after}"

    @property
    def is_blank(self) -> bool:
        return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in self.cells)

    @property
    def is_totals(self) -> bool:
        """Whether a cell begins with a word for totals and no document number stands beside it."""
        number = self.text("document_number")
        if number and not _TOTALS.match(number):
            return False
        return any(isinstance(cell, str) and _TOTALS.match(cell.strip()) for cell in self.cells)

    @property
    def has_goods(self) -> bool:
        return any(self.raw(name) is not None for name in _GOODS_FIELDS if name in self.table.columns)

    def total(self, name: str) -> Decimal | None:
        """Return the number in a cell, which may have a word before it ("Sum: 120"); None when there is no number."""
        text = re.sub(r"^\D+", "", self.text(name) or "")
        try:
            return reading.mass_kg(text, self.table.decimal_marks.get(name))
        except Unreadable:
            return None


def as_text(cell: Cell) -> str | None:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e18:
        return str(int(cell))
    return None if cell is None else str(cell)


def find_table(sheets: Sequence[Sheet], mapping: Mapping[str, str | None]) -> Table | None:
    """Return the table whose header row has the most known columns, over all sheets; None when no row has two."""
    best: Table | None = None
    for sheet in sheets:
        for number, cells in enumerate(sheet.rows[:HEADER_SEARCH_ROWS]):
            headers = [cell if isinstance(cell, str) else "" for cell in cells]
            columns, missing = with_mapping(headers, mapping) if mapping else (guess(headers), [])
            if len(columns) >= 2 and (best is None or len(columns) > len(best.columns)):
                best = Table(sheet, number, columns, [storable(header) for header in headers], missing)
    if best:
        best.defaults = _stated_above(best)
        best.decimal_marks = {name: _decimal_mark(best, name) for name in best.columns}
    return best


def _stated_above(table: Table) -> dict[str, Cell]:
    """Return what lines above the header state of the conveyance: "Vehicle: 01KG730BHC", or the two in two cells."""
    found: dict[str, Cell] = {}
    labels = {normalised(name): c.field for c in BY_FIELD.values() if c.level == "conveyance" for name in c.names}
    for cells in table.sheet.rows[: table.header_row]:
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
