"""What stands in the cells of the figures' tables: as a reader's text, and as the plain number of a spreadsheet."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from profiling.measuring import Rate
from profiling.presenting.quantities import number
from profiling.templatetags.pcu_rates import interval, percent, times

Plain = int | float | Decimal | str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of rows; `key` asks for them."""

    kind: ClassVar[str] = "count"
    key: str
    value: int

    @property
    def text(self) -> str:
        return number(self.value)

    @property
    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum over rows: a quantity in its unit, or a value in its currency."""

    kind: ClassVar[str] = "amount"
    key: str
    value: Decimal

    @property
    def text(self) -> str:
        return number(self.value)

    @property
    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts no rows, such as a mean; None is a dash."""

    kind: ClassVar[str] = "figure"
    value: float | None
    decimals: int = 0
    key: str = ""

    @property
    def text(self) -> str:
        return "–" if self.value is None else number(self.value, self.decimals)

    @property
    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class Share:
    """0-1; None is a dash: there was nothing to divide by."""

    kind: ClassVar[str] = "share"
    value: float | None
    key: str = ""

    @property
    def text(self) -> str:
        return percent(self.value)

    @property
    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class HitRate:
    """A rate with its interval beside the random draw's; a dash where nothing was examined."""

    kind: ClassVar[str] = "rate"
    rate: Rate
    key: str = ""

    @property
    def text(self) -> str:
        if not self.rate.examined:
            return _("nothing examined")
        return f"{percent(self.rate.share)} {interval(self.rate)}"

    @property
    def plain(self) -> Plain:
        return self.rate.share


@dataclass(frozen=True, slots=True)
class Times:
    """How many times the random draw."""

    kind: ClassVar[str] = "times"
    value: float | None
    key: str = ""

    @property
    def text(self) -> str:
        return times(self.value)

    @property
    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class Words:
    """tone: "" or the colour of a tag."""

    kind: ClassVar[str] = "words"
    text: str
    tone: str = ""
    key: str = ""

    @property
    def plain(self) -> Plain:
        return self.text


Cell = Count | Amount | Figure | Share | HitRate | Times | Words


@dataclass(frozen=True, slots=True)
class Column:
    """is_number: set flush right. order: its name among the orders of the table, "" where it is not sorted by."""

    label: str
    is_number: bool = True
    order: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """formula: how its numbers come about, with the counts put in. path: of the page about what the row is of."""

    head: str
    cells: list[Cell]
    formula: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """name: for programs. notes: the rules by which it is counted, in words. chart: the name of its drawing."""

    name: str
    title: str
    columns: list[Column]
    rows: list[Row]
    notes: list[str] = field(default_factory=list)
    aside: str = ""
    chart: str = ""
    when_empty: str = ""
