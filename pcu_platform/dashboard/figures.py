"""All figures of a unit over a period as one value: what the page shows and what a report keeps."""

from dataclasses import astuple, dataclass, field
from datetime import datetime

from django.utils import timezone

from consignments.models import PortControlUnit
from profiling.measuring import Baseline, random_baseline
from profiling.measuring.feedback import Feedback, feedback
from profiling.measuring.league import Placed, league
from profiling.measuring.overriding import Overrides, let_go_against_advice, selected_against_advice
from profiling.measuring.rates import Rate
from profiling.measuring.steps import Origin, Steps, origins_of_selection, steps_of
from profiling.measuring.work import OfficerWork, PostWork, work_of_officers, work_of_posts
from seizures.measuring import MISSING, acts_in, acts_without, lines_in, lines_without_value
from seizures.reporting import QuantityTotal, ValueTotal, quantities, values

from .calendar import local_day
from .scope import Scope


@dataclass(frozen=True, slots=True)
class Acts:
    """Closed examinations, and how many lack what an act should say; seizure lines, and how many state no value."""

    closed: int
    missing: dict[str, int]
    lines: int
    lines_without_value: int


@dataclass(frozen=True, slots=True)
class UnitBeside:
    """A unit in the comparison of all units."""

    unit: PortControlUnit
    steps: Steps
    feedback: Feedback
    lines: int

    @property
    def rate(self) -> Rate:
        return Rate(self.steps.positive, self.steps.examined)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one scope. days_begun: of the period's days. units: beside one another, where all were asked for."""

    scope: Scope
    days_begun: int
    steps: Steps
    baseline: Baseline
    origins: list[Origin]
    league: list[Placed]
    posts: list[PostWork]
    officers: list[OfficerWork]
    quantities: list[QuantityTotal]
    values: list[ValueTotal]
    let_go: Overrides
    taken_up: Overrides
    feedback: Feedback
    acts: Acts
    units: list[UnitBeside] = field(default_factory=list)


def figures_of(scope: Scope, now: datetime | None = None) -> Figures:
    """Count everything; what waits is counted as of `now`, all else over the period."""
    now = now or timezone.now()
    period, unit = scope.period, scope.unit
    lines = lines_in(period, unit)
    units = [_beside(each, scope) for each in PortControlUnit.objects.all()] if unit is None else []
    return Figures(
        scope=scope,
        days_begun=scope.days.elapsed(local_day(now)),
        steps=_together(units) if units else steps_of(unit, period),
        baseline=random_baseline(unit, period),
        origins=origins_of_selection(unit, period),
        league=league(period, unit),
        posts=work_of_posts(period, unit, now),
        officers=work_of_officers(period, unit),
        quantities=quantities(lines),
        values=values(lines),
        let_go=let_go_against_advice(period, unit),
        taken_up=selected_against_advice(period, unit),
        feedback=feedback(period, unit),
        acts=Acts(
            closed=acts_in(period, unit).count(),
            missing={what: acts_without(what, period, unit).count() for what in MISSING},
            lines=lines.count(),
            lines_without_value=lines_without_value(period, unit).count(),
        ),
        units=units,
    )


def _beside(unit: PortControlUnit, scope: Scope) -> UnitBeside:
    period = scope.period
    return UnitBeside(unit, steps_of(unit, period), feedback(period, unit), lines_in(period, unit).count())


def _together(units: list[UnitBeside]) -> Steps:
    """A consignment belongs to one unit, so the steps of all are the sums of each; they are the dearest to count."""
    return Steps(*(sum(counts) for counts in zip(*(astuple(each.steps) for each in units), strict=True)))
