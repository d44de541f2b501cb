"""What was seized on what a profile put up for selection: totals by category and unit, each consignment once."""

from collections import defaultdict
from decimal import Decimal

from profiling.measuring.performance import hits_that_count
from profiling.measuring.periods import Period
from profiling.models import Assessment, Outcome, ProfileVersion, RiskProfile, SeizedTotal

Key = tuple[str, str]


def seized_by(of: RiskProfile | ProfileVersion, period: Period, unit=None) -> list[SeizedTotal]:
    """Return the totals in the order of category and unit; quantities of two units are never added."""
    by = "version" if isinstance(of, ProfileVersion) else "version__profile"
    hits = hits_that_count(period, unit).filter(**{by: of})
    found = Assessment.objects.filter(pk__in=hits.values("assessment"), outcome=Outcome.SEIZURE).exclude(seized=[])
    last_of_each = found.order_by("consignment", "-outcome_recorded_at").distinct("consignment")
    quantities: dict[Key, Decimal] = defaultdict(Decimal)
    lines: dict[Key, int] = defaultdict(int)
    for totals in last_of_each.values_list("seized", flat=True):
        for total in totals:
            key = (total["category"], total["quantity_unit"])
            quantities[key] += Decimal(total["quantity"])
            lines[key] += total["lines"]
    return [SeizedTotal(*key, quantity, lines[key]) for key, quantity in sorted(quantities.items())]
