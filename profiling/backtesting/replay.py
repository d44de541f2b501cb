"""Replays a version over its own past: unless the recorded hits come out again, no backtest is to be trusted."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from profiling.conditions.planning import Candidate, Plan, of_facts
from profiling.measuring import Period
from profiling.models import Assessment, ProfileHit, ProfileVersion

MOST_DIFFERING = 20


@dataclass(frozen=True, slots=True)
class Differing:
    """A round whose hit is on record and did not come out again, or (`was_recorded` false) the other way round."""

    consignment_id: UUID
    reference: str
    was_recorded: bool


@dataclass(frozen=True, slots=True)
class Replay:
    """recorded: hits on record; reproduced: those that came out again; additional: hits that are not on record.

    differing: the first cases of either kind.
    """

    recorded: int
    reproduced: int
    additional: int
    differing: list[Differing] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.recorded == self.reproduced and self.additional == 0


def replay(version: ProfileVersion, period: Period, unit=None) -> Replay:
    """Evaluate the version again on every frozen fact it was evaluated on in the period, and compare with its hits."""
    assessed = Assessment.objects.filter(
        created_at__gte=period.starts_at,
        created_at__lt=period.ends_at,
        profile_set__version_ids__contains=[version.pk],
    )
    if unit is not None:
        assessed = assessed.filter(unit=unit)
    facts_ids = list(assessed.values_list("facts_id", flat=True))
    recorded = set(
        ProfileHit.objects.filter(version=version, answer="hit", assessment__in=assessed).values_list(
            "assessment__facts_id", flat=True
        )
    )
    plan = Plan.of([Candidate.stored(version.pk, version.definition)])
    with connection.cursor() as cursor:
        verdicts = plan.verdicts(of_facts(facts_ids))
        cursor.execute(verdicts.text, verdicts.params)
        again = {facts_id for facts_id, hits, _not_evaluable in cursor if hits}
    return Replay(len(recorded), len(recorded & again), len(again - recorded), _differing(recorded, again))


def _differing(recorded: set[int], again: set[int]) -> list[Differing]:
    first = sorted(recorded ^ again, reverse=True)[:MOST_DIFFERING]
    rows = Assessment.objects.filter(facts__in=first).order_by("-created_at")
    named = rows.values_list("consignment_id", "consignment__reference", "facts_id")
    return [Differing(pk, reference, facts_id in recorded) for pk, reference, facts_id in named]
