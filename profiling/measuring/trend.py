"""Whether a hit rate rises or falls: the later half of a period beside the earlier, and only where intervals part."""

from dataclasses import dataclass
from enum import StrEnum

from profiling.measuring.performance import performance
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import ProfileVersion, RiskProfile


class Direction(StrEnum):
    UNKNOWN = "unknown"  # in one half nothing was examined
    RISES = "rises"
    FALLS = "falls"
    NOT_SHOWN = "not_shown"  # the intervals touch


@dataclass(frozen=True, slots=True)
class Trend:
    earlier: Rate
    later: Rate

    @property
    def direction(self) -> Direction:
        if not self.earlier.examined or not self.later.examined:
            return Direction.UNKNOWN
        if self.earlier.overlaps(self.later):
            return Direction.NOT_SHOWN
        return Direction.RISES if self.later.low > self.earlier.high else Direction.FALLS


def trend_of(of: RiskProfile | ProfileVersion, period: Period, unit=None) -> Trend:
    """Measure the two halves of the period."""
    middle = period.starts_at + (period.ends_at - period.starts_at) / 2
    halves = Period(period.starts_at, middle), Period(middle, period.ends_at)
    earlier, later = (performance(of, half, unit).rate for half in halves)
    return Trend(earlier, later)
