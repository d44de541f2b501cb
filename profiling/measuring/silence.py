"""When a feed has fallen silent: plain arithmetic over the days on which it spoke."""

from datetime import datetime, timedelta

LOOKED_AT_DAYS = 28  # up to its last reading: from these days its usual gap is taken
SPOKE_DAYS = 4  # who spoke on fewer days has no usual gap
GAPS = 3  # so many usual gaps without a word are silence
AT_LEAST = timedelta(days=1)
GIVEN_UP = timedelta(days=90)  # who has been silent so long is no feed any more


def is_silent(last_at: datetime, days_with_readings: int, now: datetime) -> bool:
    """Whether a feed whose last reading came at `last_at` should have spoken since.

    days_with_readings: on how many of the LOOKED_AT_DAYS up to its last reading it spoke.

    >>> from datetime import UTC
    >>> is_silent(datetime(2026, 11, 20, tzinfo=UTC), 28, datetime(2026, 11, 24, tzinfo=UTC))
    True
    """
    if days_with_readings < SPOKE_DAYS:
        return False
    usual_gap = timedelta(days=LOOKED_AT_DAYS / days_with_readings)
    return max(AT_LEAST, GAPS * usual_gap) < now - last_at < GIVEN_UP
