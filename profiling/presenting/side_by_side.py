"""The documents on one consignment laid side by side, field by field, with what differs marked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiling.facts.cross_checking import Compared, Row, cross_check
from profiling.facts.known import Circumstances
from profiling.facts.papers import Paper
from profiling.presenting.quantities import money, number
from profiling.presenting.words import SUPPORTING, word

LABELS: dict[str, Promise] = {
    "consignor": gettext_lazy("Consignor, seller"),
    "consignee": gettext_lazy("Consignee, buyer"),
    "packages": gettext_lazy("Packages"),
    "gross_mass": gettext_lazy("Gross, kg"),
    "net_mass": gettext_lazy("Net, kg"),
    "value": gettext_lazy("Value"),
    "commodity_codes": gettext_lazy("HS codes"),
    "goods": gettext_lazy("Goods"),
    "containers": gettext_lazy("Containers"),
    "seals": gettext_lazy("Seals"),
    "origin": gettext_lazy("Origin"),
}
CODES = frozenset(["commodity_codes", "containers", "seals"])
MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Column:
    """address: of the other consignment where the document is one of its own; "" for papers of this one."""

    title: str
    number: str
    issued_on: date | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class ShownCell:
    text: str
    is_absent: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    label: str
    cells: list[ShownCell]
    differs: bool
    is_compared: bool
    is_code: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    columns: list[Column]
    rows: list[ShownRow]

    @property
    def differences(self) -> int:
        return sum(row.differs for row in self.rows)


def side_by_side(
    papers: Sequence[Paper], circumstances: Circumstances, addresses: Mapping[int, str] | None = None
) -> SideBySide | None:
    """Return the table, what differs first; None for a single document. addresses: of columns by their position."""
    if len(papers) < 2:
        return None
    addresses = addresses or {}
    rows = [_shown(row) for row in cross_check(papers, circumstances.tolerances, circumstances.usd_rates)]
    rows.sort(key=lambda row: (not row.differs, not row.is_compared))
    columns = [
        Column(word(SUPPORTING, paper.kind), paper.number, paper.issued_on, addresses.get(place, ""))
        for place, paper in enumerate(papers)
    ]
    return SideBySide(columns, rows)


def _shown(row: Row) -> ShownRow:
    told = _TOLD.get(row.field, _several)
    differs = row.answer is Compared.DIFFERS
    cells = [
        ShownCell(
            text=_("not stated") if cell.stated in (None, ()) else told(cell.stated),
            is_absent=cell.stated in (None, ()),
            differs=cell.answer is Compared.DIFFERS,
        )
        for cell in row.cells
    ]
    compared = row.answer is not Compared.NOT_COMPARABLE
    return ShownRow(str(LABELS[row.field]), cells, differs, compared, row.field in CODES)


def _several(stated: Sequence[str]) -> str:
    shown = ", ".join(stated[:MOST_SHOWN])
    left = len(stated) - MOST_SHOWN
    return shown if left <= 0 else _("%(values)s and %(count)s more") % {"values": shown, "count": left}


_TOLD: dict[str, Callable[[Any], str]] = {
    "packages": number,
    "gross_mass": number,
    "net_mass": number,
    "value": lambda amount: money(amount[0], amount[1] or ""),
}
