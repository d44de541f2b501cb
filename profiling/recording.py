"""Records the rounds of a batch: one assessment each, the profiles and list entries that hit, and the log."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import profiling
from consignments.copying import copy_records
from consignments.models import CaseEvent
from profiling.cases import Case
from profiling.conditions.explaining import HIT, Reason
from profiling.conditions.planning import Evaluation
from profiling.evaluating import ActiveProfiles
from profiling.models import OPEN, Assessment, ListHit, Outcome, ProfileHit, SecondOpinion, State
from profiling.ranking.opining import Opinion
from profiling.reading.among import among
from profiling.recommending import Recommendation
from profiling.superseding import Place, place_new_round

REASONS_IN_A_ROW = 4  # the heaviest reasons that a row of the queue keeps at hand


@dataclass(frozen=True, slots=True)
class Round:
    """A case with what the profiles answered and what follows from it."""

    case: Case
    profiles: ActiveProfiles
    evaluation: Evaluation
    recommendation: Recommendation
    reasons: list[Reason]
    opinion: Opinion | None = None


def record_rounds(rounds: Sequence[Round], now: datetime) -> list[Assessment]:
    """Insert the assessments of the rounds in order of their revisions; the caller holds the identity locks."""
    latest = _latest_assessments([r.case.revision.consignment_id for r in rounds])
    assessments, profile_hits, list_hits, second, events = [], [], [], [], []
    superseded: dict[UUID, tuple[Assessment, str]] = {}
    for r in sorted(rounds, key=lambda r: (r.case.revision.number, r.case.round)):
        before = latest.get(r.case.revision.consignment_id)
        place = _place(r, before)
        assessment = _assessment(r, place, before, now)
        if place.supersedes_open and before is not None:
            superseded[before.pk] = (before, "cancelled_by_source" if place.state == State.WITHDRAWN else "newer_round")
        if place.closed_because != "newer_revision":
            latest[r.case.revision.consignment_id] = assessment
        assessments.append(assessment)
        profile_hits += _profile_hits(r, assessment, now)
        list_hits += _list_hits(r, assessment)
        second += _second_opinions(r, assessment)
        events.append(_event(assessment, place, now))
    _supersede(superseded, now)
    copy_records(Assessment, assessments)
    copy_records(ProfileHit, profile_hits)
    copy_records(ListHit, list_hits)
    copy_records(SecondOpinion, second)
    copy_records(CaseEvent, events)
    return assessments


def _latest_assessments(consignment_ids: list[UUID]) -> dict[UUID, Assessment]:
    """The newest round of each consignment that is not merely a late or closed copy of an older revision."""
    found = (
        Assessment.objects.filter(consignment__in=among(consignment_ids))
        .exclude(state=State.SUPERSEDED)
        .order_by("consignment", "-revision__number", "-round")
        .distinct("consignment")
    )
    return {assessment.consignment_id: assessment for assessment in found}


def _place(r: Round, before: Assessment | None) -> Place:
    revision = r.case.revision
    return place_new_round(
        recommended_state=r.recommendation.state,
        lane=r.recommendation.lane,
        is_latest_revision=revision.number == revision.consignment.latest_revision,
        is_cancelled=revision.is_cancelled,
        latest_state=before.state if before else None,
        latest_lane=before.lane if before else None,
        has_outcome=bool(before and before.outcome != Outcome.NOT_RECORDED),
    )


def _assessment(r: Round, place: Place, before: Assessment | None, now: datetime) -> Assessment:
    case, recommendation = r.case, r.recommendation
    hits = sorted((x for x in r.reasons if x.answer == HIT and x.points > 0), key=lambda x: -x.points)
    keeps_officer = before is not None and place.supersedes_open and place.state in OPEN
    return Assessment(
        pk=uuid4(),
        consignment=case.revision.consignment,
        revision=case.revision,
        round=case.round,
        trigger=case.trigger,
        unit_id=case.unit_id,
        post_id=case.post_id,
        facts_id=case.facts_id,
        profile_set_id=r.profiles.set_id,
        points_low=r.evaluation.points_low,
        points_high=r.evaluation.points_high,
        code_version=profiling.__version__,
        lane=recommendation.lane,
        score=r.evaluation.score,
        score_possible=r.evaluation.score_possible,
        selected_by=recommendation.selected_by,
        ask_first=recommendation.ask_first,
        is_drawn=case.is_drawn,
        draw_number=case.draw_number,
        changed_after_decision=place.changed_after_decision,
        arrival_at=case.arrival_at,
        reasons=[{"code": x.code, "points": x.points, "values": x.values} for x in hits[:REASONS_IN_A_ROW]],
        state=place.state,
        closed_because=place.closed_because,
        assigned_to_id=before.assigned_to_id if before is not None and keeps_officer else None,
        assigned_at=before.assigned_at if before is not None and keeps_officer else None,
        created_at=now,
    )


def _profile_hits(r: Round, assessment: Assessment, now: datetime) -> list[ProfileHit]:
    return [
        ProfileHit(
            assessment=assessment,
            version_id=r.profiles.version_ids[position],
            answer=answer,
            points_low=r.evaluation.points_low[position] or 0,
            points_high=r.evaluation.points_high[position] or 0,
            was_sampled_out=sampled_out,
            indicators=[
                {"code": x.code, "answer": x.answer, "points": x.points}
                for x in r.reasons
                if position in x.version_indexes
            ],
            assessed_at=now,
        )
        for position, answer, sampled_out in r.recommendation.attention
    ]


def _list_hits(r: Round, assessment: Assessment) -> list[ListHit]:
    return [
        ListHit(
            assessment=assessment,
            entry_id=match.entry_id,
            role=match.role,
            matched_text=match.matched_text,
            score=match.score,
            agreed=match.agreed,
            contradicted=match.contradicted,
        )
        for match in r.case.list_matches
    ]


def _second_opinions(r: Round, assessment: Assessment) -> list[SecondOpinion]:
    if r.opinion is None:
        return []
    return [
        SecondOpinion(
            assessment=assessment,
            ranker_id=r.opinion.ranker_id,
            probability=r.opinion.probability,
            asks_to_look=r.opinion.asks_to_look,
            reasons=[{"fact": name, "adds": adds} for name, adds in r.opinion.reasons],
        )
    ]


def _supersede(superseded: dict[UUID, tuple[Assessment, str]], now: datetime) -> None:
    """Close open rounds of before, a statement for each cause; those of this very batch change before they go in."""
    stored: dict[tuple[State, str], list[UUID]] = defaultdict(list)
    for assessment, because in superseded.values():
        withdrawn = because == "cancelled_by_source"
        assessment.state = State.WITHDRAWN if withdrawn else State.SUPERSEDED
        assessment.closed_because = because
        if not assessment._state.adding:
            stored[assessment.state, because].append(assessment.pk)
    for (state, because), ids in stored.items():
        Assessment.objects.filter(pk__in=ids).update(state=state, closed_because=because)
    copy_records(
        CaseEvent,
        [
            CaseEvent(
                consignment_id=assessment.consignment_id,
                subject_kind="assessment",
                subject_id=assessment.pk,
                verb="withdrawn" if assessment.state == State.WITHDRAWN else "superseded",
                after={"state": str(assessment.state), "because": because},
                at=now,
            )
            for assessment, because in superseded.values()
        ],
    )


def _event(assessment: Assessment, place: Place, now: datetime) -> CaseEvent:
    return CaseEvent(
        consignment_id=assessment.consignment_id,
        subject_kind="assessment",
        subject_id=assessment.pk,
        verb="assessed",
        after={
            "round": assessment.round,
            "revision": assessment.revision.number,
            "trigger": assessment.trigger,
            "lane": assessment.lane,
            "score": assessment.score,
            "state": str(place.state),
            "because": place.closed_because,
        },
        at=now,
    )
