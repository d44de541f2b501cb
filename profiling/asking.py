"""Questions that wait for an answer: the names no question may give away, and the sweep over passed deadlines."""

from datetime import datetime

from django.db import transaction

from profiling.models import InformationRequest, RiskProfile, WatchList

AT_ONCE = 500


def secret_names() -> list[str]:
    """What an outsider must not read: the codes of profiles and the names of watch lists."""
    return [*RiskProfile.objects.values_list("code", flat=True), *WatchList.objects.values_list("name", flat=True)]


@transaction.atomic
def note_overdue(now: datetime) -> int:
    """Mark the open questions whose deadline has passed; return how many. Twice, or twice at once, is harmless."""
    due = InformationRequest.objects.past_due(now).select_for_update(skip_locked=True, of=("self",))
    passed = list(due.order_by("due_at")[:AT_ONCE])
    for request in passed:
        request.note_overdue()
    return len(passed)
