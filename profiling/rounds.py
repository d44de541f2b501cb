"""Opens new rounds: when a watch list, a profile, a feed or a message changes what is known."""

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from consignments.models import ConsignmentRevision, Movement
from consignments.waking import wake

log = structlog.get_logger(__name__)


def open_rounds(trigger: str, revisions: QuerySet[ConsignmentRevision] | None = None, *, unit_id=None) -> int:
    """Mark revisions in force, of consignments not yet gone, as due for a round; return how many.

    trigger: watch_list, profile, feed or message; it is stored with the round and shown. `revisions` narrows them down,
    `unit_id` to one unit.
    """
    due = (ConsignmentRevision.objects if revisions is None else revisions).filter(
        ~Q(is_cancelled=True),
        round_due__isnull=True,
        replaced_at__isnull=True,
        is_late=False,
        consignment__movement__in=[Movement.EXPECTED, Movement.ARRIVED],
    )
    if unit_id is not None:
        due = due.filter(consignment__unit=unit_id)
    marked = ConsignmentRevision.objects.filter(pk__in=due.values("pk")).update(round_due=trigger, round_attempts=0)
    if marked:
        log.info("rounds_opened", trigger=trigger, count=marked)
        transaction.on_commit(lambda: wake(settings.AFTER_REGISTERING_TASK))
    return marked
