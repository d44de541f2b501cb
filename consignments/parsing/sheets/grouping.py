"""The rows of a table in groups, one for each document number; rows of totals and remarks are left out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..noting import Notes
from .carrying_down import carried_down
from .table import Row, Table

_SUMMED = ("packages", "gross_mass_kg", "net_mass_kg", "value")


def filled_rows(table: Table, limit: int | None = None) -> Iterator[Row]:
    """Yield the rows below the header in which anything stands."""
    count = 0
    for number in range(table.header_row + 1, len(table.sheet.rows)):
        row = table.row(number)
        if not row.is_blank:
            count += 1
            yield row
        if limit is not None and count >= limit:
            return


def grouped_rows(table: Table, notes: Notes) -> list[list[Row]]:
    """Return the rows of each consignment, in the order in which the consignments begin."""
    groups: dict[str, list[Row]] = {}
    sums = _Sums(table)
    current = ""
    for row in filled_rows(table):
        path = table.sheet.row_path(row.number)
        if row.is_totals:
            notes.notice("totals_row_left_out", path)
            sums.compare(row, notes)
            continue
        number = row.text("document_number")
        if number is None and not row.has_goods:
            notes.notice("row_left_out", path)
            continue
        sums.add(row)
        goes_on = number is None and current and row.raw("consignee_name") is None and row.raw("consignor_name") is None
        current = current if goes_on else (number or f"\x00{row.number}").strip()
        groups.setdefault(current, []).append(row)
    return carried_down(list(groups.values()), notes)


class _Sums:
    """What the rows come to: all of them, and those since the last row of totals, which may be one of a part."""

    def __init__(self, table: Table):
        self._all = {name: Decimal(0) for name in _SUMMED if name in table.columns}
        self._part = dict(self._all)

    def add(self, row: Row) -> None:
        for name in self._all:
            number = row.total(name) or 0
            self._all[name] += number
            self._part[name] += number

    def compare(self, totals: Row, notes: Notes) -> None:
        for name, found in self._all.items():
            stated = totals.total(name)
            if stated and found and not any(_agree(stated, one[name]) for one in (self._all, self._part)):
                notes.warning(
                    "totals_row_disagrees", totals.path(name), stated=stated, found=self._nearest(name, stated)
                )
        self._part = dict.fromkeys(self._all, Decimal(0))

    def _nearest(self, name: str, stated: Decimal) -> Decimal:
        sums: Mapping[Decimal, Decimal] = {abs(stated - one[name]): one[name] for one in (self._part, self._all)}
        return sums[min(sums)]


def _agree(stated: Decimal, found: Decimal) -> bool:
    return abs(stated - found) <= abs(stated) / 1000
