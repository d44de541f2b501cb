"""A span of time over which something is counted."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts_at` (within) to `ends_at` (without); both aware."""

    starts_at: datetime
    ends_at: datetime

    @classmethod
    def last_days(cls, days: int, until: datetime | None = None) -> "Period":
        """The last so many days up to `until`, or up to this moment."""
        ends_at = until or timezone.now()
        return cls(ends_at - timedelta(days=days), ends_at)

    @property
    def days(self) -> float:
        return (self.ends_at - self.starts_at) / timedelta(days=1)

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        return self.starts_at, self.ends_at


def measured_unit(officer):
    """The unit whose figures an officer sees; None for who reads all units."""
    return None if officer.may("read_all_units") else officer.unit
