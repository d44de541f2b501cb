"""Closes the open rounds, and ends the holds, of consignments that never came."""

from consignments.models import Movement
from profiling.models import Assessment


def lapse_what_never_came() -> int:
    """Lapse them one by one, each with its line in the log; return how many."""
    gone = list(Assessment.objects.that_may_lapse().filter(consignment__movement=Movement.NEVER_CAME)[:500])
    for assessment in gone:
        assessment.lapse()
    return len(gone)
