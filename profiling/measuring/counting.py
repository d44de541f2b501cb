"""How consignments are counted: each once, whatever its rounds, and results only where one was recorded."""

from datetime import datetime

from django.db.models import Count, Q

from profiling.measuring.periods import Period
from profiling.models import POSITIVE, WITH_RESULT


def consignments(prefix: str = "", **conditions) -> Count:
    """Count distinct consignments; conditions are lookups on the assessment, reached through `prefix`."""
    where = Q(**{prefix + lookup: value for lookup, value in conditions.items()})
    return Count(prefix + "consignment", distinct=True, filter=where or None)


def with_a_result(prefix: str = "") -> Count:
    return consignments(prefix, outcome__in=WITH_RESULT)


def positive(prefix: str = "") -> Count:
    return consignments(prefix, outcome__in=POSITIVE)


def within(period: Period, moment: str = "created_at") -> dict[str, datetime]:
    """The lookups that keep what happened in the period: its beginning within, its end without."""
    return {f"{moment}__gte": period.starts_at, f"{moment}__lt": period.ends_at}
