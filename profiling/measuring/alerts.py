"""What a supervisor should be told about a profile: three rules over its figures."""

from datetime import date, timedelta
from enum import StrEnum

from profiling.measuring.performance import Performance
from profiling.measuring.rates import Rate

ENOUGH_EXAMINED = 30
QUIET_DAYS = 60
DAYS_BEFORE_THE_END = 14


class Alert(StrEnum):
    BELOW_BASELINE = "below_baseline"
    NO_HIT = "no_hit"
    EXPIRES_SOON = "expires_soon"


def alerts_of(*, whole: Performance, baseline: Rate, active_since: date, valid_until: date, today: date) -> list[Alert]:
    """Judge the active version of a profile.

    whole: its figures over a period of more than QUIET_DAYS. A version younger than that is not blamed for silence.
    """
    share, chance = whole.rate.share, baseline.share
    quiet_from = today - timedelta(days=QUIET_DAYS)
    was_silent = whole.last_hit_at is None or whole.last_hit_at.date() < quiet_from
    rules = {
        Alert.BELOW_BASELINE: whole.rate.examined >= ENOUGH_EXAMINED
        and share is not None
        and chance is not None
        and share < chance,
        Alert.NO_HIT: active_since <= quiet_from and was_silent,
        Alert.EXPIRES_SOON: valid_until - today <= timedelta(days=DAYS_BEFORE_THE_END),
    }
    return [alert for alert, raised in rules.items() if raised]
