"""Of which days and which unit the dashboard is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from consignments.models import PortControlUnit
from profiling.measuring import Period

from .calendar import LONGEST_DAYS, MONTH, QUARTER, Days, before, month_of, quarter_of

CHOICES = {
    "month": _("This month"),
    "last_month": _("Last month"),
    "quarter": _("This quarter"),
    "last_quarter": _("Last quarter"),
    "own": _("Own period"),
}
USUAL = "quarter"


@dataclass(frozen=True, slots=True)
class Scope:
    """unit: None for all units together. asked: the period's name among CHOICES. may_choose: reads across units."""

    days: Days
    unit: PortControlUnit | None = None
    asked: str = "own"
    may_choose: bool = False

    @property
    def period(self) -> Period:
        return self.days.period

    @property
    def query(self) -> str:
        """What an address needs to ask for the same scope; days by name, so that a bookmark stays the same days."""
        asked = {"period": "own", "first": self.days.first.isoformat(), "last": self.days.last.isoformat()}
        if self.may_choose and self.unit is not None:
            asked["unit"] = self.unit.code
        return urlencode(asked)


def asked_scope(asked: Mapping[str, str], officer: Any, today: date) -> Scope:
    """Read `?period=` (with `first` and `last` for an own one) and `?unit=`; 404 for a unit the officer does not see.

    Days that make no period, or one longer than a year, give the usual period.
    """
    name = asked.get("period", USUAL)
    days = _own(asked) if name == "own" else _named(name, today)
    if days is None:
        name, days = USUAL, quarter_of(today)
    return Scope(days, _unit(asked.get("unit", ""), officer), name, officer.may("read_all_units"))


def _named(name: str, today: date) -> Days | None:
    match name:
        case "month":
            return month_of(today)
        case "last_month":
            return before(month_of(today), MONTH)
        case "quarter":
            return quarter_of(today)
        case "last_quarter":
            return before(quarter_of(today), QUARTER)
    return None


def _own(asked: Mapping[str, str]) -> Days | None:
    first, last = (_day(asked.get(end, "")) for end in ("first", "last"))
    if first is None or last is None or not timedelta(0) <= last - first < timedelta(days=LONGEST_DAYS):
        return None
    # Beyond these the local midnight is no moment that Python can name.
    return Days(first, last) if date(2000, 1, 1) <= first and last < date(2100, 1, 1) else None


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _unit(code: str, officer: Any) -> PortControlUnit | None:
    if officer.may("read_all_units"):
        return _of_code(code) if code else None
    if code and code != officer.unit.code:
        raise Http404
    return officer.unit


def _of_code(code: str) -> PortControlUnit:
    unit = PortControlUnit.objects.filter(code=code).first()
    if unit is None:
        raise Http404
    return unit
