"""What should have been assessed and is not: nothing stays so unseen."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from consignments.models import ConsignmentRevision

# On commit it takes a second, by the sweep a few more; what takes longer waits for somebody.
LATE = timedelta(minutes=1)


def unassessed(officer, now: datetime) -> QuerySet[ConsignmentRevision]:
    """Return the revisions of the officer's unit that failed too often, or that nobody has assessed for a minute."""
    failed = Q(round_attempts__gte=settings.MAX_ATTEMPTS)
    late = Q(assessments__isnull=True, submission__received_at__lt=now - LATE)
    due = ConsignmentRevision.objects.in_force().round_is_due().filter(consignment__unit=officer.unit_id)
    return due.filter(failed | late).select_related("consignment")
