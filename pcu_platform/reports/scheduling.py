"""Reports that nobody has to ask for: when a month or quarter is over, and when results came late."""

from datetime import date, datetime

from consignments.models import PortControlUnit
from consignments.refusing import Refused
from pcu_platform.dashboard.calendar import MONTH, QUARTER, before, local_day, month_of, quarter_of
from pcu_platform.dashboard.figures import figures_of

from .making import key_of, numbers_of, scope_of
from .record import Because, Report


def ask_for_due(now: datetime) -> int:
    """Ask for the reports of the last month and quarter that nobody asked for yet; return how many."""
    today = local_day(now)
    ended = {
        MONTH: before(month_of(today), MONTH).first,
        QUARTER: before(quarter_of(today), QUARTER).first,
    }
    units: list[PortControlUnit | None] = [None, *PortControlUnit.objects.all()]
    missing = [
        (unit, kind, first)
        for kind, first in ended.items()
        for unit in units
        if not Report.objects.of(unit, kind, first).exists()
    ]
    return sum(_asked(unit, kind, first, Because.DUE) for unit, kind, first in missing)


def ask_again_for_late_results(now: datetime) -> int:
    """Ask for a new revision of each report of the last year whose numbers are others by now; return how many."""
    newest = Report.objects.newest().filter(state="done", first_day__gte=_a_year_before(local_day(now)))
    late = [
        report
        for report in newest.select_related("unit")
        if key_of(numbers_of(figures_of(scope_of(report), now))) != report.numbers_key
    ]
    return sum(_asked(report.unit, report.kind, report.first_day, Because.LATE_RESULTS) for report in late)


def _asked(unit: PortControlUnit | None, kind: str, first: date, because: str) -> bool:
    try:
        Report.objects.ask(unit, kind, first, because)
    except Refused:
        return False  # somebody asked in this very moment
    return True


def _a_year_before(day: date) -> date:
    return month_of(day).first.replace(year=day.year - 1)
