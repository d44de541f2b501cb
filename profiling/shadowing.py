"""Shadow runs: a definition meets what is assessed; its hits stand apart, and nothing of an assessment changes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.copying import copy_records
from consignments.models import record
from consignments.refusing import Refused
from profiling.conditions.planning import HIT, Candidate, Plan, of_facts
from profiling.models import Assessment, ProfileVersion, ShadowHit, ShadowRun, ShadowState
from profiling.models.lifecycle import checked
from profiling.models.shadow import LONGEST_SHADOW
from profiling.models.shadow_querysets import NO_SHADOW_OF

log = structlog.get_logger(__name__)

LONGEST_MS = 5_000  # a shadow that takes longer for a batch would hold up what is live


@transaction.atomic
def start_shadow(version: ProfileVersion, officer, days: int, reason: str) -> ShadowRun:
    """Let what the version says now meet live traffic for so many days; it selects nothing."""
    if version.state in NO_SHADOW_OF:
        raise Refused("wrong_state", _("Only a version that is on its way or suspended runs in the shadow."))
    if not 1 <= days <= LONGEST_SHADOW.days:
        raise Refused("period_wrong", _("From a day to %(most)s days.") % {"most": LONGEST_SHADOW.days})
    now = timezone.now()
    try:
        with transaction.atomic():
            run = ShadowRun.objects.create(
                version=version,
                definition=checked(version.definition),
                started_by_id=officer.pk,
                starts_at=now,
                ends_at=now + timedelta(days=days),
            )
    except IntegrityError:
        raise Refused("shadow_runs", _("This version runs in the shadow already.")) from None
    record("profile_version", version.pk, "shadow_started", actor=officer, after={"days": days}, reason=reason.strip())
    return run


@transaction.atomic
def stop_shadow(run: ShadowRun, officer, reason: str) -> None:
    """End it before its time."""
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why: this step needs a reason."))
    if not _end(ShadowRun.objects.filter(pk=run.pk), timezone.now(), reason):
        raise Refused("wrong_state", _("This run has ended already."))
    record("profile_version", run.version_id, "shadow_stopped", actor=officer, reason=reason)


def end_due(now: datetime) -> int:
    """End the runs whose time is over, or whose version is live or gone; return how many."""
    over = ShadowRun.objects.filter(Q(ends_at__lte=now) | Q(version__state__in=NO_SHADOW_OF), state="running")
    versions = list(over.values_list("version_id", flat=True))
    ended = _end(over, now, "its time was over")
    for version_id in versions[:ended]:
        record("profile_version", version_id, "shadow_ended", at=now)
    return ended


def meet(assessments: Sequence[Assessment], now: datetime) -> None:
    """Ask the shadow runs about freshly recorded rounds; one that fails ends, and the rounds stand."""
    by_unit: dict[UUID, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        by_unit[assessment.unit_id].append(assessment)
    for unit_id, group in by_unit.items():
        for run in ShadowRun.objects.meeting(unit_id, now):
            try:
                with transaction.atomic():
                    copy_records(ShadowHit, _hits(run, group, now))
            except Exception:
                log.exception("shadow_failed", run_id=str(run.pk))
                _end(ShadowRun.objects.filter(pk=run.pk), now, "it could not be evaluated in time")


def _hits(run: ShadowRun, group: list[Assessment], now: datetime) -> list[ShadowHit]:
    by_facts = {assessment.facts_id: assessment for assessment in group}
    plan = Plan.of([Candidate.stored(run.pk, run.definition)])
    hits = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        (usual,) = cursor.fetchone()
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(LONGEST_MS)])
        for found in plan.evaluate(cursor, of_facts(list(by_facts))):
            if found.answers[0] in (HIT, None):
                hits.append(
                    ShadowHit(
                        run=run,
                        assessment=by_facts[found.facts_id],
                        answer="hit" if found.answers[0] == HIT else "not_evaluable",
                        points_low=found.points_low[0] or 0,
                        points_high=found.points_high[0] or 0,
                        assessed_at=now,
                    )
                )
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [usual])
    return hits


def _end(runs, now: datetime, because: str) -> int:
    return runs.filter(state=ShadowState.RUNNING).update(state=ShadowState.ENDED, ended_at=now, ended_because=because)
