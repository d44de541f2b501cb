"""Compares what long lists brought with the traffic of the last days; short ones are compared at once."""

from django.db import transaction

from profiling.models import Purpose, WatchList, WatchListEntry
from profiling.rounds import open_rounds
from profiling.watching.affected import Sought, affected_revisions

AT_A_TIME = 20_000
TASK = "profiling.look_back"


def look_back(limit: int = AT_A_TIME) -> int:
    """Take up to `limit` entries of one list that are still to be compared, open the rounds; return how many."""
    with transaction.atomic():
        waiting = WatchListEntry.objects.filter(looks_back=True).select_for_update(skip_locked=True).order_by("pk")
        first = waiting.first()
        if first is None:
            return 0
        entries = list(waiting.filter(watch_list=first.watch_list_id)[:limit])
        open_rounds_for(WatchList.objects.get(pk=first.watch_list_id), [e for e in entries if e.ended_at is None])
        WatchListEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(looks_back=False)
        return len(entries)


def open_rounds_for(the_list: WatchList, entries: list[WatchListEntry]) -> int:
    """Assess anew what the entries may concern; a trusted trader lowers points, so it waits for the next round."""
    if not entries or the_list.purpose == Purpose.TRUSTED or not the_list.is_active:
        return 0
    concerned = affected_revisions(the_list.kind, Sought.of(entries), the_list.unit_id)
    return open_rounds("watch_list", concerned, also_left=True)
