"""What waits for an examiner: selected, without a result, and not under examination yet."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from profiling.models import Assessment, Duty
from profiling.querysets import AssessmentQuerySet

from .models import ExaminedConsignment


def to_be_examined(assessments: AssessmentQuerySet) -> AssessmentQuerySet:
    """What arrives first comes first."""
    begun = ExaminedConsignment.objects.filter(examination__state="open").values("assessment")
    return assessments.on_hold().exclude(pk__in=begun).order_by("arrival_at", "pk")


def due_for(officer: Any) -> AssessmentQuerySet:
    """What the officer was drawn or named for, and what nobody was at the post where they are on duty.

    An officer who is on duty nowhere has what nobody was named for in the whole unit.
    """
    duty = Duty.objects.at(timezone.now()).filter(officer=officer.pk).first()
    nobodys = Q(examiner__isnull=True, **({"post": duty.post_id} if duty else {}))
    return to_be_examined(Assessment.objects.filter(Q(examiner=officer.pk) | nobodys, unit=officer.unit_id))


def with_due_rows(assessments: AssessmentQuerySet) -> AssessmentQuerySet:
    """Fetch with each what its row shows."""
    return assessments.select_related("consignment", "post", "examiner", "revision__manifest").prefetch_related(
        "revision__equipment", "revision__goods"
    )
