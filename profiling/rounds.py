"""Opens new rounds: when a watch list, a profile, a feed or a message changes what is known."""

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from consignments.models import ConsignmentRevision, Movement
from consignments.waking import wake

log = structlog.get_logger(__name__)


def open_rounds(
    trigger: str,
    revisions: QuerySet[ConsignmentRevision] | None = None,
    *,
    unit_id=None,
    also_left: bool = False,
) -> int:
    """Mark revisions in force, of consignments not yet gone, as due for a round; return how many.

    trigger: watch_list, profile, feed, message or supporting_document; it is stored with the round and shown.
    `revisions` narrows them down, `unit_id` to one unit. also_left: what has left its post, too: a list that learns a
    name looks back.
    """
    due = (ConsignmentRevision.objects if revisions is None else revisions).filter(
        ~Q(is_cancelled=True),
        replaced_at__isnull=True,
        is_late=False,
        consignment__movement__in=[Movement.EXPECTED, Movement.ARRIVED, *([Movement.LEFT] if also_left else [])],
    )
    if unit_id is not None:
        due = due.filter(consignment__unit=unit_id)
    marked = ConsignmentRevision.objects.filter(pk__in=due.values_list("pk", flat=True)).update(
        # What is due already keeps its trigger. What a worker assesses at this moment is waited for and becomes due
        # again: it may have read the world before the change.
        round_due=Coalesce(F("round_due"), Value(trigger)),
        round_attempts=0,
    )
    if marked:
        log.info("rounds_opened", trigger=trigger, count=marked)
        transaction.on_commit(lambda: wake(settings.AFTER_REGISTERING_TASK))
    return marked
