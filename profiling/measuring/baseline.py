"""The random baseline: what is found where chance chose, and what nothing else would have found."""

from dataclasses import dataclass

from django.db.models import QuerySet

from profiling.measuring.counting import consignments, of_unit, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import Assessment, SelectedBy


@dataclass(frozen=True, slots=True)
class Baseline:
    """rate: positive / examined among all drawn. missed: the same among the drawn that nothing else selected."""

    drawn: int
    rate: Rate
    drawn_alone: int
    missed: Rate


def random_baseline(unit, period: Period) -> Baseline:
    """Measure the draw among consignments assessed in the period; of one unit, or of all when `unit` is None."""
    drawn = all_drawn(period, unit)
    everything = drawn.aggregate(drawn=consignments(), examined=with_a_result(), positive=positive())
    alone = drawn_alone(period, unit).aggregate(drawn=consignments(), examined=with_a_result(), positive=positive())
    return Baseline(
        drawn=everything["drawn"],
        rate=Rate(everything["positive"], everything["examined"]),
        drawn_alone=alone["drawn"],
        missed=Rate(alone["positive"], alone["examined"]),
    )


def all_drawn(period: Period, unit) -> QuerySet[Assessment]:
    """Rounds assessed in the period that were drawn, whatever else selected them."""
    return Assessment.objects.filter(is_drawn=True, **within(period), **of_unit(unit))


def drawn_alone(period: Period, unit) -> QuerySet[Assessment]:
    """Those that nothing else selected."""
    # `selected_by` is the set of all reasons: exactly {random} means that no profile, list or officer asked for it.
    return all_drawn(period, unit).filter(selected_by=[SelectedBy.RANDOM])
