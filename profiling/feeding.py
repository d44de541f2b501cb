"""Takes up new observations: each opens a round of the consignments whose journey it belongs to.

The table is the queue. What a client hands in is read at once, but a revision's first round knows only what was known
when the revision came: an observation waits until everything received before it is registered and assessed.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from consignments.models import ConsignmentRevision, Observation, Submission
from profiling.reading.sightings import revisions_seen_in
from profiling.rounds import open_rounds

BATCH = 2_000
# Plans are kept and shown, but say nothing that a fact would read.
PLANS = ("ordered", "on_board")


@transaction.atomic
def take_up() -> int:
    """Take up the oldest observations that wait, and open the rounds; return how many observations were taken up."""
    waiting = Observation.objects.to_take_up().select_for_update(skip_locked=True)
    if (received_before := _still_to_come()) is not None:
        waiting = waiting.filter(known_at__lt=received_before)
    taken = dict(waiting.values_list("pk", "event")[:BATCH])
    if not taken:
        return 0
    revisions = revisions_seen_in(pk for pk, event in taken.items() if event not in PLANS)
    if revisions:
        open_rounds("feed", ConsignmentRevision.objects.filter(pk__in=revisions))
    return Observation.objects.filter(pk__in=taken).update(taken_up_at=timezone.now())


def _still_to_come():
    """The moment of the oldest submission or revision whose first round is still to come; None when there is none."""
    readable = Submission.objects.waiting().filter(attempts__lt=settings.MAX_ATTEMPTS)
    first_rounds = ConsignmentRevision.objects.filter(
        round_due="revision", round_attempts__lt=settings.MAX_ATTEMPTS, facts__isnull=True
    )
    moments = [
        readable.order_by("received_at").values_list("received_at", flat=True).first(),
        first_rounds.order_by("known_at").values_list("known_at", flat=True).first(),
    ]
    return min((moment for moment in moments if moment is not None), default=None)
