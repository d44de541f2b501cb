"""Decisions against the recommendation, and what was found later where they were taken."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from profiling.measuring.counting import consignments, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import POSITIVE, WITH_RESULT, Assessment, SelectedBy, State

RISKY = [SelectedBy.PROFILE, SelectedBy.WATCH_LIST, SelectedBy.MESSAGE]


@dataclass(frozen=True, slots=True)
class Overrides:
    """decided: decided in the period although nothing, or something, asked for it; rate: found out afterwards.

    Of what was let go only what a later round or selection had examined after all is known.
    """

    decided: int
    overridden: int
    rate: Rate

    @property
    def share(self) -> float | None:
        return self.overridden / self.decided if self.decided else None


def let_go_against_advice(period: Period, unit=None) -> Overrides:
    """Released although a profile, list or message had put it up, among all such that were released or selected."""
    advised = _decided(period, unit).filter(selected_by__overlap=RISKY)
    gone = waved_through(period, unit)
    later = Assessment.objects.filter(
        consignment=OuterRef("consignment"), outcome_recorded_at__gt=OuterRef("decided_at")
    )
    return Overrides(
        decided=_count(advised),
        overridden=_count(gone),
        rate=Rate(
            _count(gone.filter(Exists(later.filter(outcome__in=POSITIVE)))),
            _count(gone.filter(Exists(later.filter(outcome__in=WITH_RESULT)))),
        ),
    )


def selected_against_advice(period: Period, unit=None) -> Overrides:
    """Selected by an officer although nothing had put it up, among all that were selected."""
    selected = _decided(period, unit).filter(state=State.SELECTED)
    own = taken_up(period, unit)
    found = own.aggregate(examined=with_a_result(), positive=positive())
    return Overrides(_count(selected), _count(own), Rate(found["positive"], found["examined"]))


def waved_through(period: Period, unit=None) -> QuerySet[Assessment]:
    return _decided(period, unit).filter(selected_by__overlap=RISKY, state=State.RELEASED)


def taken_up(period: Period, unit=None) -> QuerySet[Assessment]:
    return _decided(period, unit).filter(selected_by=[SelectedBy.OFFICER], state=State.SELECTED)


def _decided(period: Period, unit) -> QuerySet[Assessment]:
    ended = Assessment.objects.filter(state__in=[State.RELEASED, State.SELECTED], **within(period, "decided_at"))
    return ended if unit is None else ended.filter(unit=unit)


def _count(assessments: QuerySet[Assessment]) -> int:
    return assessments.aggregate(n=consignments())["n"]
