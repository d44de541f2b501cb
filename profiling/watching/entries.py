"""The verbs of watch lists: begin one, put entries in, end one. Each locks, logs, and opens rounds where due."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from consignments.waking import wake
from profiling.models import WatchList, WatchListEntry
from profiling.watching import looking_back
from profiling.watching.files import ListedRow, ListFile, RowProblem, read_list_file
from profiling.watching.keys import value_key

# More entries than this are compared with the traffic of the last days by a worker, not while an officer waits.
MOST_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: entries added, rows that were on the list already, rows that stayed out, rounds opened.

    rounds: None while a worker still compares the entries with the traffic of the last days.
    """

    added: int
    known: int
    problems: list[RowProblem]
    rounds: int | None


def may_switch(the_list: WatchList, officer) -> bool:
    """Whether the officer may take things off the list: what all units rely on, no officer of one of them weakens."""
    return officer.may("govern_shared" if the_list.unit_id is None else "edit_watch_lists")


def begin_list(officer, *, name: str, kind: str, purpose: str, lane: str, instruction: str = "") -> WatchList:
    """Return a new, empty list of the officer's unit."""
    kept = {"kind": kind, "purpose": purpose, "lane": lane}
    try:
        with transaction.atomic():
            made = WatchList.objects.create(
                unit_id=officer.unit_id, name=name, instruction=instruction, created_by_id=officer.pk, **kept
            )
            record("watch_list", made.pk, "begun", actor=officer, after=kept)
    except IntegrityError:
        raise Refused("name_taken", _("Your unit has a list of this name already.")) from None
    return made


@transaction.atomic
def add_entry(
    to: WatchList, officer, *, value: str, identifier: str = "", country: str = "", note: str = ""
) -> WatchListEntry:
    """Put one entry into the list."""
    value = value.strip()
    if not value_key(to.kind, value):
        raise Refused("cannot_match", _("Write a name or number with letters or digits."))
    added, known = _enter(to, officer, [ListedRow(1, value, identifier.strip(), country.strip().upper(), note.strip())])
    if known:
        raise Refused("listed_already", _("This is on the list already."))
    compare_with_traffic(to, added)
    return added[0]


@transaction.atomic
def import_entries(to: WatchList, officer, raw: bytes) -> Imported:
    """Put the rows of a CSV file into the list; a bad row is reported alone, the others go in."""
    read: ListFile = read_list_file(raw, to.kind)
    added, known = _enter(to, officer, read.rows) if read.rows else ([], 0)
    return Imported(len(added), known, read.problems, compare_with_traffic(to, added))


@transaction.atomic
def end_entry(entry: WatchListEntry, officer, reason: str) -> None:
    """Take an entry off the list from now on.

    No round is opened: what it has stopped stays stopped. Otherwise one officer could let a red go that two have to
    release.
    """
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why the entry ends."))
    _must_govern(entry.watch_list, officer)
    listed = WatchListEntry.objects.select_for_update(of=("self",)).select_related("watch_list").get(pk=entry.pk)
    if listed.ended_at:
        raise Refused("ended_already", _("This entry has ended already."))
    listed.ended_at = timezone.now()
    listed.save(update_fields=["ended_at"])
    _stamp(listed.watch_list)
    record("watch_list_entry", listed.pk, "ended", actor=officer, reason=reason)


@transaction.atomic
def switch_list(the_list: WatchList, officer, *, is_active: bool, reason: str) -> None:
    """Stop matching a whole list, or begin again; as with an entry, what it has stopped stays stopped."""
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why the list is switched."))
    _must_govern(the_list, officer)
    locked = WatchList.objects.select_for_update().get(pk=the_list.pk)
    if locked.is_active == is_active:
        raise Refused("as_it_was", _("Somebody has done that already."))
    locked.is_active = is_active
    locked.save(update_fields=["is_active"])
    _stamp(locked)
    verb = "switched_on" if is_active else "switched_off"
    record("watch_list", locked.pk, verb, actor=officer, reason=reason)
    if is_active:
        compare_with_traffic(locked, list(locked.entries.filter(ended_at=None)))


def _must_govern(the_list: WatchList, officer) -> None:
    if not may_switch(the_list, officer):
        raise Refused("shared_list", _("This list is everybody's; a unit head or the coordinator decides on it."))


def _enter(to: WatchList, officer, rows: Sequence[ListedRow]) -> tuple[list[WatchListEntry], int]:
    """Insert the rows that the list does not hold yet; return them, and how many it held."""
    # Two uploads at once: the second waits and then sees what the first put in.
    WatchList.objects.select_for_update().get(pk=to.pk)
    live = set(to.entries.filter(ended_at=None).values_list("value_key", "identifier"))
    fresh: list[WatchListEntry] = []
    for row in rows:
        key = value_key(to.kind, row.value)
        if (key, row.identifier) in live:
            continue
        live.add((key, row.identifier))
        fresh.append(
            WatchListEntry(
                watch_list=to,
                value=row.value,
                value_key=key,
                identifier=row.identifier,
                country=row.country,
                note=row.note,
                added_by_id=officer.pk,
            )
        )
    WatchListEntry.objects.bulk_create(fresh, batch_size=5_000)
    if fresh:
        _stamp(to)
        record("watch_list", to.pk, "entries_added", actor=officer, after={"count": len(fresh)})
    return fresh, len(rows) - len(fresh)


def _stamp(the_list: WatchList) -> None:
    """Tell every process that holds the lists in memory that they changed."""
    the_list.changed_at = timezone.now()
    the_list.save(update_fields=["changed_at"])


def compare_with_traffic(the_list: WatchList, entries: Sequence[WatchListEntry]) -> int | None:
    """Open the rounds of what the entries may concern; return how many, None when a worker is to do it."""
    if len(entries) <= MOST_AT_ONCE:
        return looking_back.open_rounds_for(the_list, list(entries))
    WatchListEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(looks_back=True)
    transaction.on_commit(lambda: wake(looking_back.TASK))
    return None
