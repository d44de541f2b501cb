"""How consignments are counted: each once, whatever its rounds, and results only where one was recorded."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from consignments.models import PortControlUnit
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


def of_unit(unit, prefix: str = "") -> dict[str, list[UUID]]:
    """The lookup that keeps a unit's own; for None every unit is named, so that an index by unit and moment serves."""
    units = [unit.pk] if unit is not None else list(PortControlUnit.objects.values_list("pk", flat=True))
    return {f"{prefix}unit__in": units}
