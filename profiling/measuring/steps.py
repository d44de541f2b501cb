"""From received to result, and who selected with what success: the figures of a unit."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from consignments.models import Consignment
from profiling.measuring.counting import consignments, of_unit, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import POSITIVE, WITH_RESULT, Assessment, SelectedBy, State

EXAMINED, FOUND = {"outcome__in": WITH_RESULT}, {"outcome__in": POSITIVE}


@dataclass(frozen=True, slots=True)
class Steps:
    """Consignments first known in the period, and how many of them went each step of the way."""

    received: int
    assessed: int
    selected: int
    examined: int
    positive: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Consignments that one reason put up for selection; one that two reasons chose stands in both rows."""

    reason: SelectedBy
    selections: int
    rate: Rate


def steps_of(unit, period: Period) -> Steps:
    """Count a unit's steps, or those of all units when `unit` is None."""
    return Steps(
        received=received_in(period, unit).count(),
        assessed=assessed_of(period, unit).count(),
        **_selected_of(period, unit).aggregate(selected=consignments(), examined=with_a_result(), positive=positive()),
    )


def received_in(period: Period, unit) -> QuerySet[Consignment]:
    return Consignment.objects.filter(**within(period, "first_known_at"), **of_unit(unit))


def assessed_of(period: Period, unit) -> QuerySet[Consignment]:
    """Of those received in the period, the ones with at least one round."""
    return received_in(period, unit).filter(Exists(Assessment.objects.filter(consignment=OuterRef("pk"))))


def rounds_of_step(step: str, period: Period, unit) -> QuerySet[Assessment]:
    """The selected, examined or positive rounds of consignments first known in the period. KeyError: another step."""
    return _selected_of(period, unit).filter(**{"selected": {}, "examined": EXAMINED, "positive": FOUND}[step])


def _selected_of(period: Period, unit) -> QuerySet[Assessment]:
    # Nothing is decided before it is known: from its beginning on, the index of decisions serves.
    return Assessment.objects.filter(
        state=State.SELECTED,
        decided_at__gte=period.starts_at,
        **of_unit(unit),
        **within(period, "consignment__first_known_at"),
    )


def origins_of_selection(unit, period: Period) -> list[Origin]:
    """Return selections and hit rate of each reason, among consignments assessed in the period."""
    counts = {}
    for reason in SelectedBy:
        chosen: dict[str, Any] = {"selected_by__contains": [reason]}
        counts[f"{reason}_selections"] = consignments(**chosen)
        counts[f"{reason}_examined"] = consignments(**chosen, outcome__in=WITH_RESULT)
        counts[f"{reason}_positive"] = consignments(**chosen, outcome__in=POSITIVE)
    found = put_up_in(period, unit).aggregate(**counts)
    return [
        Origin(reason, found[f"{reason}_selections"], Rate(found[f"{reason}_positive"], found[f"{reason}_examined"]))
        for reason in SelectedBy
    ]


def put_up_in(period: Period, unit) -> QuerySet[Assessment]:
    """Rounds assessed in the period that at least one reason put up for selection."""
    return Assessment.objects.filter(**within(period), **of_unit(unit)).exclude(selected_by=[])
