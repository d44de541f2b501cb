"""Takes up what came after a consignment: its new supporting documents open a round. The table is the queue."""

from django.db import transaction
from django.utils import timezone

from consignments.models import ConsignmentRevision, SupportingDocument
from profiling.rounds import open_rounds

AT_ONCE = 500


@transaction.atomic
def take_up_supporting_documents() -> int:
    """Open a round for each consignment that has a new supporting document; return how many documents were taken up.

    Twice, or twice at once, is harmless: each is claimed under a lock, and a round that is due anyway stays the one.
    """
    waiting = SupportingDocument.objects.waiting().select_for_update(skip_locked=True, of=("self",))
    claimed = list(waiting.order_by("known_at", "pk")[:AT_ONCE])
    if claimed:
        named = {document.consignment_id for document in claimed}
        open_rounds("supporting_document", ConsignmentRevision.objects.filter(consignment__in=named))
        # What states a later moment than the clock's was known then all the same.
        now = max([timezone.now(), *(document.known_at for document in claimed)])
        SupportingDocument.objects.filter(pk__in=[document.pk for document in claimed]).update(taken_up_at=now)
    return len(claimed)
