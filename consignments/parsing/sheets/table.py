"""The table inside a sheet, asked by row and field: what a cell holds, which rows are totals or remarks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from .. import reading
from ..noting import Unreadable
from .rows import Cell, Sheet

_TOTALS = re.compile(
    r"(?:grand )?(?:total|totals|sum|count|итого|всего|жыйынтык|жыйынтыгы|бардыгы|баары)\b", re.IGNORECASE
)
_BLANKS = {"", "-", "–", "—", "--", "---"}
_LONGEST_BLANK = 20  # longer cells are not asked
_SHORTENED = re.compile(r"[0-9][.,][0-9]+E\+[0-9]{2}", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"([0-9]{5,})\.0")
_IDENTIFIERS = frozenset({"document_number", "commodity_code", "consignee_identifier", "carrier_identifier"})
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
    """A sheet with its header found.

    header_row: the last row of the header; -1 when the table has none. headers: the heading of each column, "" for
    none. columns: field to position; by_content: those told by their cells alone. defaults: values stated above the
    header. is_understood: False when no header was recognised and this one is only supposed.
    """

    sheet: Sheet
    header_row: int
    columns: dict[str, int]
    headers: list[str]
    missing: list[str] = field(default_factory=list)
    defaults: dict[str, Cell] = field(default_factory=dict)
    decimal_marks: dict[str, str | None] = field(default_factory=dict)
    by_content: set[str] = field(default_factory=set)
    is_understood: bool = True
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
    """One row, asked by field. `number` counts from 0; `carried`: what earlier rows state for this one as well."""

    table: Table
    number: int
    cells: Sequence[Cell]
    carried: Mapping[str, Cell] = field(default_factory=dict)

    def raw(self, name: str) -> Cell:
        """Return the cell of a field; None when there is no such column, or nothing or only a dash in the cell."""
        position = self.table.columns.get(name)
        cell = self.cells[position] if position is not None and position < len(self.cells) else None
        if isinstance(cell, str) and len(cell) <= _LONGEST_BLANK and cell.strip() in _BLANKS:
            cell = None
        if cell is None:
            cell = self.carried.get(name)
        return self.table.defaults.get(name) if cell is None else cell

    def text(self, name: str) -> str | None:
        """Return the cell as text: 77900060410.0 is 77900060410, for spreadsheets keep every number as a float."""
        text = as_text(self.raw(name))
        if text and text.endswith(".0") and name in _IDENTIFIERS and (whole := _WHOLE_FLOAT.fullmatch(text.strip())):
            return whole[1]
        return text

    def is_shortened(self, name: str) -> bool:
        """Whether a spreadsheet program wrote a long number as 7.79E+10 and lost the digits behind."""
        cell = self.raw(name)
        return isinstance(cell, str) and bool(_SHORTENED.fullmatch(cell.strip()))

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
