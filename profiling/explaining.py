"""Explains assessments to an officer: profiles and indicators recomputed from the frozen facts and versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from profiling.conditions.explaining import HIT, NO_HIT, NOT_EVALUABLE, Reason, explain
from profiling.evaluating import profiles_of
from profiling.models import Assessment, ListHit, ProfileHit, ProfileSet, ProfileVersion


@dataclass(frozen=True, slots=True)
class ExplainedProfile:
    """One version in scope: its points as an interval against its threshold. answer: hit, no_hit, not_evaluable."""

    version: ProfileVersion
    answer: str
    points_low: int
    points_high: int
    threshold: int
    lane: str
    was_sampled_out: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an assessment came out as it did. `indicators` come heaviest hit first, then not evaluable, then no hit."""

    profiles: list[ExplainedProfile]
    indicators: list[Reason]
    list_hits: list[ListHit]
    instructions: list[ProfileVersion]  # of those that hit

    @property
    def hits(self) -> list[Reason]:
        return [x for x in self.indicators if x.answer == HIT]

    @property
    def not_evaluable(self) -> list[Reason]:
        return [x for x in self.indicators if x.answer == NOT_EVALUABLE]

    @property
    def no_hits(self) -> list[Reason]:
        return [x for x in self.indicators if x.answer == NO_HIT]


_ORDER = {HIT: 0, NOT_EVALUABLE: 1, NO_HIT: 2}


def reasons_of(assessment: Assessment) -> Explanation:
    """Return the whole explanation of one assessment."""
    hits = {hit.version_id: hit for hit in ProfileHit.objects.filter(assessment=assessment)}
    version_ids = assessment.profile_set.version_ids
    versions = ProfileVersion.objects.select_related("profile").in_bulk(version_ids)
    profiles = [
        _profile(versions[pk], low, high, hits.get(pk))
        for pk, low, high in zip(version_ids, assessment.points_low, assessment.points_high, strict=True)
        if low is not None and high is not None
    ]
    profiles.sort(key=lambda p: (_ORDER[p.answer], -(p.points_low - p.threshold)))
    return Explanation(
        profiles=profiles,
        indicators=indicators_of([assessment])[assessment.pk],
        list_hits=list(assessment.list_hits.select_related("entry__watch_list")),
        instructions=[p.version for p in profiles if p.answer == HIT and p.version.instruction],
    )


def indicators_of(assessments: Iterable[Assessment]) -> dict[UUID, list[Reason]]:
    """Return the answers of every indicator of the catalogue and of the profiles, for a page of assessments."""
    by_set: dict[int, list[Assessment]] = {}
    for assessment in assessments:
        by_set.setdefault(assessment.profile_set_id, []).append(assessment)
    sets = ProfileSet.objects.in_bulk(by_set)
    found: dict[UUID, list[Reason]] = {}
    with connection.cursor() as cursor:
        for set_id, group in by_set.items():
            definitions = profiles_of(tuple(sets[set_id].version_ids)).definitions
            answers = explain(definitions, cursor, [a.facts_id for a in group], whole_catalogue=True)
            for assessment in group:
                reasons = answers.get(assessment.facts_id, [])
                found[assessment.pk] = sorted(reasons, key=lambda x: (_ORDER[x.answer], -x.points, x.code))
    return found


def _profile(version: ProfileVersion, low: int, high: int, hit: ProfileHit | None) -> ExplainedProfile:
    threshold = version.definition["threshold"]
    missed = NO_HIT if high < threshold else NOT_EVALUABLE
    return ExplainedProfile(
        version=version,
        answer=hit.answer if hit is not None else missed,
        points_low=low,
        points_high=high,
        threshold=threshold,
        lane=version.definition["lane"],
        was_sampled_out=bool(hit and hit.was_sampled_out),
    )
