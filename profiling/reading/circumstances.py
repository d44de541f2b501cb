"""The circumstances that consignments are judged in: rates of the day, and what the settings say."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from profiling.facts.known import Circumstances, Tolerances
from profiling.reading.rates import rates_in_usd


def circumstances_of(now: datetime) -> Circumstances:
    return Circumstances(
        usd_rates=rates_in_usd(timezone.localdate(now)),
        local_zone=timezone.get_default_timezone(),
        night_hours=settings.NIGHT_HOURS,
        tolerances=Tolerances(**settings.DOCUMENT_TOLERANCES),
        late_change_hours=settings.LATE_CHANGE_HOURS,
    )
