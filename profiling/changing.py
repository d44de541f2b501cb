"""What others did to the queue since a page was opened, and a token that says whether anything happened at all."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import CaseEvent
from profiling.models import NEEDS_DECISION, OPEN, Assessment
from profiling.presenting.moments import time_of_day

TOLD_UP_TO = 200


def change_token(officer, now: datetime) -> str:
    """Another one whenever something happened to the officer's queue, and every minute because time passes by itself.

    Every verb writes a line into the log: its newest id, and the newest assessment of the unit, are each one look into
    an index. Two that commit in the reverse order of their ids are told a minute later.
    """
    logged = CaseEvent.objects.aggregate(newest=Max("id"))["newest"] or 0
    made = Assessment.objects.visible_to(officer).aggregate(newest=Max("created_at"))["newest"]
    return f"{logged}-{made.timestamp() if made else 0:.6f}-{int(now.timestamp()) // 60}"


def decided_by_others(officer, since: datetime) -> dict[UUID, str]:
    """Say of each assessment of the unit that left the queue since then who decided it, or that a newer round came."""
    visible = Assessment.objects.visible_to(officer)
    decided = visible.filter(decided_at__gt=since).exclude(state__in=OPEN).exclude(decided_by=officer.pk)
    said = {
        assessment.pk: _("%(officer)s decided this at %(at)s.")
        % {"officer": assessment.decided_by.short_name, "at": time_of_day(assessment.decided_at)}
        for assessment in decided.select_related("decided_by").order_by("-decided_at")[:TOLD_UP_TO]
    }
    newer = list(visible.filter(created_at__gt=since).values_list("consignment", flat=True)[:TOLD_UP_TO])
    replaced = visible.filter(consignment__in=newer, created_at__lte=since).exclude(state__in=OPEN)
    for pk in replaced.values_list("pk", flat=True)[:TOLD_UP_TO]:
        said.setdefault(pk, _("A newer round has taken its place."))
    return said


def taken_by_others(officer, since: datetime) -> dict[UUID, str]:
    """Say of each open assessment that another officer took since then who has it."""
    taken = Assessment.objects.visible_to(officer).filter(state__in=NEEDS_DECISION, assigned_at__gt=since)
    others = taken.exclude(assigned_to=officer.pk).exclude(assigned_to=None).select_related("assigned_to")
    return {
        assessment.pk: _("%(officer)s has had this since %(at)s.")
        % {"officer": assessment.assigned_to.short_name, "at": time_of_day(assessment.assigned_at)}
        for assessment in others.order_by("-assigned_at")[:TOLD_UP_TO]
    }


def read_since(text: str, now: datetime) -> datetime:
    """The moment that a page names; now for what is none."""
    try:
        named = datetime.fromisoformat(text)
    except ValueError:
        return now
    return named if timezone.is_aware(named) else now
