"""Decisions against the recommendation, and what was found later where they were taken."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from profiling.measuring.counting import consignments, of_unit, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import POSITIVE, WITH_RESULT, Assessment, Outcome, SelectedBy, State

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
    gone = waved_through(period, unit)
    return Overrides(
        decided=_count(advised(period, unit)),
        overridden=_count(gone),
        rate=Rate(_count(found_later(gone, POSITIVE)), _count(found_later(gone, WITH_RESULT))),
    )


def selected_against_advice(period: Period, unit=None) -> Overrides:
    """Selected by an officer although nothing had put it up, among all that were selected."""
    own = taken_up(period, unit)
    found = own.aggregate(examined=with_a_result(), positive=positive())
    return Overrides(_count(selected_in(period, unit)), _count(own), Rate(found["positive"], found["examined"]))


def advised(period: Period, unit=None) -> QuerySet[Assessment]:
    """Released or selected in the period, and put up by more than chance, the top-up or an officer."""
    return _decided(period, unit).filter(selected_by__overlap=RISKY)


def waved_through(period: Period, unit=None) -> QuerySet[Assessment]:
    return advised(period, unit).filter(state=State.RELEASED)


def found_later(gone: QuerySet[Assessment], outcomes: list[Outcome]) -> QuerySet[Assessment]:
    """Those whose consignment was examined after all, with one of these results recorded after the decision."""
    later = Assessment.objects.filter(
        consignment=OuterRef("consignment"), outcome_recorded_at__gt=OuterRef("decided_at"), outcome__in=outcomes
    )
    return gone.filter(Exists(later))


def selected_in(period: Period, unit=None) -> QuerySet[Assessment]:
    """Selected in the period by an officer's decision, whoever or whatever had put it up."""
    return _decided(period, unit).filter(state=State.SELECTED)


def taken_up(period: Period, unit=None) -> QuerySet[Assessment]:
    return selected_in(period, unit).filter(selected_by=[SelectedBy.OFFICER])


def _decided(period: Period, unit) -> QuerySet[Assessment]:
    return Assessment.objects.filter(
        state__in=[State.RELEASED, State.SELECTED], **within(period, "decided_at"), **of_unit(unit)
    )


def _count(assessments: QuerySet[Assessment]) -> int:
    return assessments.aggregate(n=consignments())["n"]
