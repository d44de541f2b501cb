"""By when an assessment has to be decided: so many minutes after arrival or, where none is stated, after it came up.

The minutes are settings, by lane, and may be other ones in a unit: `red=15, yellow=15, OSH.red=10`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from profiling.models import Lane


@dataclass(frozen=True, slots=True)
class Targets:
    """Minutes by lane; a lane that is left out has no time to be decided by."""

    after_arrival: dict[str, int]
    after_receipt: dict[str, int]

    @classmethod
    def of_unit(cls, code: str) -> "Targets":
        return cls(
            _of_unit(settings.DECIDE_MINUTES_AFTER_ARRIVAL, code), _of_unit(settings.DECIDE_MINUTES_AFTER_RECEIPT, code)
        )

    def decide_by(self, lane: str, arrival_at: datetime | None, created_at: datetime) -> datetime | None:
        minutes = (self.after_receipt if arrival_at is None else self.after_arrival).get(lane)
        return None if minutes is None else (arrival_at or created_at) + timedelta(minutes=minutes)

    def overdue(self, now: datetime) -> Q:
        """The assessments whose time is over; of those that wait, see who asks."""
        late = Q(pk__in=[])
        for lane in Lane.values:
            if (minutes := self.after_arrival.get(lane)) is not None:
                late |= Q(lane=lane, arrival_at__lt=now - timedelta(minutes=minutes))
            if (minutes := self.after_receipt.get(lane)) is not None:
                late |= Q(lane=lane, arrival_at__isnull=True, created_at__lt=now - timedelta(minutes=minutes))
        return late


def _of_unit(minutes: dict[str, int], code: str) -> dict[str, int]:
    """The unit's own minutes before those of all."""
    found = {lane: minutes.get(f"{code}.{lane}", minutes.get(lane)) for lane in Lane.values}
    return {lane: number for lane, number in found.items() if number is not None}
