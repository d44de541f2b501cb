"""The hour at which the demo's officers work: lets a year pass in the process that loads the demo.

The verbs ask `django.utils.timezone.now()` for the time, and so does the intake. While a clock is set, that function
answers with the clock's hour, in this process only. Nothing but the demo uses it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


class Clock:
    """An hour that only moves when it is told to."""

    def __init__(self, now: datetime):
        self.now = now

    def move_to(self, moment: datetime) -> None:
        """Move on to a moment; never back."""
        self.now = max(self.now, moment)


@contextmanager
def running_at(clock: Clock) -> Iterator[None]:
    """Let `timezone.now()` answer with the clock's hour until the block ends."""
    real = timezone.now
    timezone.now = lambda: clock.now  # type: ignore[assignment]
    try:
        yield
    finally:
        timezone.now = real
