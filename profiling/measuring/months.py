"""The hit rate of a profile month by month."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import TruncMonth

from profiling.measuring.counting import positive, with_a_result
from profiling.measuring.performance import selections_of
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import RiskProfile


@dataclass(frozen=True, slots=True)
class Month:
    starts_at: datetime  # local midnight of its first day
    rate: Rate


def rates_by_month(profile: RiskProfile, period: Period, unit=None) -> list[Month]:
    """Return the months (local time) in which the profile selected something, oldest first."""
    counted = (
        selections_of(profile, period, unit)
        .order_by()
        .annotate(month=TruncMonth("assessed_at"))
        .values("month")
        .annotate(examined=with_a_result("assessment__"), positive=positive("assessment__"))
        .order_by("month")
    )
    return [Month(row["month"], Rate(row["positive"], row["examined"])) for row in counted]
