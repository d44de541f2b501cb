"""Assesses what is due: gathers facts, freezes them, evaluates all active profiles in SQL, and records the rounds.

The table is the queue: a revision with `round_due` waits. Running this twice, or twice at once, changes nothing: the
claim saves effort, the lock on the identity row and the constraints are the truth.
"""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from consignments.models import Consignment, ConsignmentRevision
from profiling import shadowing
from profiling.cases import Case
from profiling.claiming import claimed
from profiling.conditions.explaining import Reason, explain
from profiling.conditions.planning import HIT, Evaluation, of_facts
from profiling.conditions.telling import Seen
from profiling.evaluating import ActiveProfiles, active_profiles
from profiling.excusing import THIN, excused
from profiling.freezing import freeze
from profiling.gathering import gather
from profiling.ranking.opining import Opinion, opinions
from profiling.reading.among import among
from profiling.recommending import Recommendation, recommend
from profiling.recording import Round, record_rounds

log = structlog.get_logger(__name__)

BATCH = 500


def assess_due(limit: int = BATCH, now: datetime | None = None, unit_id: UUID | None = None) -> int:
    """Assess up to `limit` revisions (of one unit) whose round is due; return how many.

    Raises nothing for a bad revision: one that fails alone is counted and, after MAX_ATTEMPTS, left in quarantine where
    pages show it.
    """
    with claimed(limit, unit_id) as revisions:
        if not revisions:
            return 0
        moment = now or timezone.now()
        try:
            return _assess(revisions, moment)
        except Exception:
            if len(revisions) == 1:
                log.exception("assessment_failed", revision_id=str(revisions[0]))
                return 0
            # One bad revision must not hold up the others: each by itself.
            log.warning("batch_split", revisions=len(revisions))
            return sum(_assess_alone(pk, moment) for pk in revisions)


def due_count() -> int:
    """How many rounds are due and not in quarantine."""
    return ConsignmentRevision.objects.round_is_due().filter(round_attempts__lt=settings.MAX_ATTEMPTS).count()


def _assess_alone(pk: UUID, now: datetime) -> int:
    try:
        return _assess([pk], now)
    except Exception:
        log.exception("assessment_failed", revision_id=str(pk))
        return 0


@transaction.atomic
def _assess(revision_ids: list[UUID], now: datetime) -> int:
    due = ConsignmentRevision.objects.filter(pk__in=among(revision_ids), round_due__isnull=False)
    identities = due.values_list("consignment_id", flat=True)
    # Registering locks the same rows in the same order before it allots a revision number.
    locked = {c.pk: c for c in Consignment.objects.filter(pk__in=among(identities)).order_by("pk").select_for_update()}
    revisions = list(
        due.filter(consignment__in=among(locked))
        .select_for_update(skip_locked=True, of=("self",))
        # Siblings share a manifest: it is read once for all of them.
        .prefetch_related("manifest__entry_post", "manifest__exit_post")
        .order_by("known_at", "pk")
    )
    if not revisions:
        return 0
    for revision in revisions:
        revision.consignment = locked[revision.consignment_id]
    cases = gather(revisions, now)
    freeze(cases)
    shadowing.meet(record_rounds(_evaluated(cases, now), now), now)
    ConsignmentRevision.objects.filter(pk__in=among(r.pk for r in revisions)).update(round_due=None, round_attempts=0)
    return len(revisions)


def _evaluated(cases: list[Case], now: datetime) -> list[Round]:
    by_unit: dict[UUID | None, list[Case]] = defaultdict(list)
    for case in cases:
        by_unit[case.unit_id].append(case)
    rounds = []
    for unit_id, group in by_unit.items():
        profiles = active_profiles(unit_id, timezone.localdate(now))
        evaluated = _evaluate(profiles, group)
        reasons = _explained(profiles, evaluated)
        second = opinions(unit_id, [(case.values, evaluation.score) for case, evaluation in evaluated])
        rounds += [
            Round(case, profiles, evaluation, _recommended(case, profiles, evaluation, why, opinion), why, opinion)
            for (case, evaluation), opinion in zip(evaluated, second, strict=True)
            for why in [reasons.get(case.facts_id, [])]
        ]
    return rounds


def _evaluate(profiles: ActiveProfiles, cases: list[Case]) -> list[tuple[Case, Evaluation]]:
    by_facts = {case.facts_id: case for case in cases}
    with connection.cursor() as cursor:
        found = profiles.plan.evaluate(cursor, of_facts(list(by_facts)))
        return [(by_facts[evaluation.facts_id], evaluation) for evaluation in found]


def _explained(profiles: ActiveProfiles, evaluated: list[tuple[Case, Evaluation]]) -> dict[int, list[Reason]]:
    """The indicators of the cases that a profile hit or could not evaluate, or that have points; others need none."""
    known = {
        case.facts_id: _seen(case)
        for case, evaluation in evaluated
        if evaluation.score or HIT in evaluation.answers or None in evaluation.answers
    }
    if not known:
        return {}
    with connection.cursor() as cursor:
        return explain(profiles.definitions, cursor, list(known), known=known)


def _seen(case: Case) -> Seen:
    """What was frozen of the case a moment ago."""
    items = sorted(case.items, key=lambda item: item[0])
    return Seen(case.values, case.evidence, {number: Seen(values, evidence) for number, values, evidence in items})


def _recommended(
    case: Case, profiles: ActiveProfiles, evaluation: Evaluation, reasons: list[Reason], opinion: Opinion | None
) -> Recommendation:
    return recommend(
        profiles.rules,
        evaluation.answers,
        excused=excused(
            profiles.definitions, evaluation.answers, evaluation.points_low, reasons, case.evidence.get(THIN, ())
        ),
        list_lanes=[match.lane for match in case.list_matches],
        has_warning=case.has_warning,
        is_drawn=case.is_drawn,
        asks_to_look=opinion is not None and opinion.asks_to_look,
        draw_seed=case.draw_seed,
        consignment_id=case.revision.consignment_id,
    )
