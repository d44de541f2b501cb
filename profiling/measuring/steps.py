"""From received to result, and who selected with what success: the figures of a unit."""

from dataclasses import dataclass
from typing import Any

from consignments.models import Consignment
from profiling.measuring.counting import consignments, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import POSITIVE, WITH_RESULT, Assessment, SelectedBy, State


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
    received = Consignment.objects.filter(**within(period, "first_known_at"))
    assessments = Assessment.objects.filter(**within(period, "consignment__first_known_at"))
    if unit is not None:
        received, assessments = received.filter(unit=unit), assessments.filter(consignment__unit=unit)
    return Steps(
        received=received.count(),
        **assessments.aggregate(
            assessed=consignments(),
            selected=consignments(state=State.SELECTED),
            examined=with_a_result(),
            positive=positive(),
        ),
    )


def origins_of_selection(unit, period: Period) -> list[Origin]:
    """Return selections and hit rate of each reason, among consignments assessed in the period."""
    assessments = Assessment.objects.filter(**within(period)).exclude(selected_by=[])
    if unit is not None:
        assessments = assessments.filter(unit=unit)
    counts = {}
    for reason in SelectedBy:
        chosen: dict[str, Any] = {"selected_by__contains": [reason]}
        counts[f"{reason}_selections"] = consignments(**chosen)
        counts[f"{reason}_examined"] = consignments(**chosen, outcome__in=WITH_RESULT)
        counts[f"{reason}_positive"] = consignments(**chosen, outcome__in=POSITIVE)
    found = assessments.aggregate(**counts)
    return [
        Origin(reason, found[f"{reason}_selections"], Rate(found[f"{reason}_positive"], found[f"{reason}_examined"]))
        for reason in SelectedBy
    ]
