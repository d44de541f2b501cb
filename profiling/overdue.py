"""Opens a round for each transit whose time is over and whose exit nobody recorded (B11): no document tells of it."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef

from consignments.models import ConsignmentRevision, PortControlUnit
from profiling.conditions.indicators.b_places import TRANSIT_DAYS
from profiling.models import ConsignmentFacts, History
from profiling.rounds import open_rounds

# What is older was looked at when its time was over, or came before this task did.
LOOK_BACK = timedelta(days=60)
AT_MOST = 2_000


def open_overdue_transits(now: datetime) -> int:
    """Open the rounds of those that were not assessed since their time was over; return how many."""
    term = timedelta(days=TRANSIT_DAYS)
    assessed_since = ConsignmentFacts.objects.filter(
        revision=OuterRef("revision"), known_at__gt=OuterRef("arrival_at") + term
    )
    # By unit and moment, as the index has them: the cost is that of the last weeks, not of the table.
    overdue = History.objects.filter(
        ~Exists(assessed_since),
        unit_id__in=list(PortControlUnit.objects.values_list("pk", flat=True)),
        known_at__gte=now - LOOK_BACK,
        known_at__lt=F("arrival_at") + term,
        procedure="transit",
        replaced_at__isnull=True,
        arrival_at__lt=now - term,
    ).values_list("revision_id", flat=True)[:AT_MOST]
    waiting = list(overdue)
    return open_rounds("feed", ConsignmentRevision.objects.filter(pk__in=waiting)) if waiting else 0
