"""Calendar months and quarters of the local clock, as periods that are counted over."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import formats, timezone

from profiling.measuring import Period

MONTH, QUARTER = "month", "quarter"
MONTHS_IN = {MONTH: 1, QUARTER: 3}
LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included, by the clock of the posts."""

    first: date
    last: date

    @property
    def period(self) -> Period:
        return Period(local_midnight(self.first), local_midnight(self.last + timedelta(days=1)))

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1

    def elapsed(self, today: date) -> int:
        """How many of the days have begun."""
        return max(0, (min(self.last, today) - self.first).days + 1)

    def __str__(self) -> str:
        first, last = (formats.date_format(day, "DATE_FORMAT") for day in (self.first, self.last))
        return f"{first} – {last}"


def month_of(day: date) -> Days:
    """
    >>> month_of(date(2028, 2, 29))
    Days(first=datetime.date(2028, 2, 1), last=datetime.date(2028, 2, 29))
    """
    return _from(day.replace(day=1), MONTHS_IN[MONTH])


def quarter_of(day: date) -> Days:
    """
    >>> quarter_of(date(2026, 11, 24))
    Days(first=datetime.date(2026, 10, 1), last=datetime.date(2026, 12, 31))
    """
    return _from(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), MONTHS_IN[QUARTER])


def before(days: Days, kind: str) -> Days:
    """The month or quarter that ended when this one began."""
    earlier = days.first - timedelta(days=1)
    return month_of(earlier) if kind == MONTH else quarter_of(earlier)


def local_midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def _from(first: date, months: int) -> Days:
    after = first.month - 1 + months
    following = date(first.year + after // 12, after % 12 + 1, 1)
    return Days(first, following - timedelta(days=1))
