"""Takes a published list in: read and compared first, applied only after somebody has seen the difference.

What the publisher dropped is ended, what changed is ended and entered anew, so that an old match still shows what it
matched. Entries typed by hand have no source id and are left alone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.copying import copy_rows
from consignments.models import record
from consignments.refusing import Refused
from consignments.waking import wake
from profiling.models import Change, ImportState, ListImport, ListKind, StagedEntry, WatchList, WatchListEntry
from profiling.watching import looking_back
from profiling.watching.entries import MOST_AT_ONCE
from profiling.watching.keys import value_key
from profiling.watching.published.entry import Published, Unread
from profiling.watching.published.layouts import ListFileGiven, layout_of, read_files, refuse_unknown

PROBLEMS_KEPT = 200
PUBLISHED_KINDS = (ListKind.PARTY, ListKind.VESSEL)
_BLOCK_BYTES = 1024 * 1024

_DETAILS = [
    "value",
    "value_key",
    "identifier",
    "country",
    "note",
    "source_id",
    "digest",
    "aliases",
    "identifiers",
    "birth_dates",
    "addresses",
    "countries",
]
_STAGED = ["list_import_id", "change", "entry_id", *_DETAILS]
_LONGEST_IDENTIFIER = 40

_ENTER = f"""
INSERT INTO profiling_watchlistentry (id, watch_list_id, added_by_id, added_at, looks_back, {", ".join(_DETAILS)})
SELECT gen_random_uuid(), %(list)s, %(by)s, %(at)s, %(later)s, {", ".join(_DETAILS)}
FROM profiling_stagedentry WHERE list_import_id = %(import)s AND change <> 'gone'
"""


def read_published(to: WatchList, officer, given: Sequence[ListFileGiven]) -> ListImport:
    """Read the files and keep how they differ from the list, until `apply` or `set_aside`.

    An earlier difference that still waits is set aside. officer: None for the command line. Refused:
    "layout_unknown", "list_of_another_kind".
    """
    if to.kind not in PUBLISHED_KINDS:
        raise Refused("list_of_another_kind", _("Only a list of parties or of vessels takes a published list."))
    layout = refuse_unknown(layout_of(given))
    files = [_fingerprint(each) for each in given]
    with transaction.atomic():
        locked = WatchList.objects.select_for_update().get(pk=to.pk)
        for before in ListImport.objects.filter(watch_list=locked, state=ImportState.READ):
            _settle(before, officer, ImportState.SET_ASIDE)
        made = ListImport.objects.create(
            watch_list=locked,
            layout=layout,
            files=files,
            list_stamp=locked.changed_at,
            read_by_id=officer.pk if officer else None,
        )
        compared = _Compared(made.pk, ListKind(locked.kind), _live(locked))
        copy_rows(StagedEntry, _STAGED, compared.staged(read_files(layout, given)))
        made.entry_count = len(compared.seen)
        made.new_count, made.changed_count = compared.new, compared.changed
        made.other_kind_count = compared.other_kind
        made.problem_count, made.problems = compared.problem_count, compared.problems
        made.gone_count = _stage_what_is_gone(made, compared)
        made.save()
        record("watch_list", locked.pk, "import_read", actor=officer, after=_counts(made))
    return made


@transaction.atomic
def apply(waiting: ListImport, officer) -> int | None:
    """Make the list what its publisher says. Return the rounds opened, None while a worker compares a long list.

    Refused: "settled_already", and "list_changed" where the list is no longer what the difference was taken to.
    """
    locked = WatchList.objects.select_for_update().get(pk=waiting.watch_list_id)
    waiting = _open(waiting)
    if locked.changed_at != waiting.list_stamp:
        raise Refused("list_changed", _("The list has changed since the file was read. Give the file again."))
    now = timezone.now()
    leaving = waiting.staged.exclude(change=Change.NEW).values("entry_id")
    WatchListEntry.objects.filter(pk__in=leaving, ended_at=None).update(ended_at=now)
    by = officer.pk if officer else None
    is_long = waiting.new_count + waiting.changed_count > MOST_AT_ONCE
    with connection.cursor() as cursor:
        cursor.execute(_ENTER, {"list": locked.pk, "by": by, "at": now, "import": waiting.pk, "later": is_long})
    if waiting.new_count or waiting.changed_count or waiting.gone_count:
        locked.changed_at = now
        locked.save(update_fields=["changed_at"])
    _settle(waiting, officer, ImportState.APPLIED)
    record("watch_list", locked.pk, "import_applied", actor=officer, after=_counts(waiting))
    if is_long:
        transaction.on_commit(lambda: wake(looking_back.TASK))
        return None
    return looking_back.open_rounds_for(locked, list(locked.entries.live().filter(added_at=now)))


@transaction.atomic
def set_aside(waiting: ListImport, officer) -> None:
    """Leave the list as it is."""
    WatchList.objects.select_for_update().get(pk=waiting.watch_list_id)
    waiting = _open(waiting)
    _settle(waiting, officer, ImportState.SET_ASIDE)
    record("watch_list", waiting.watch_list_id, "import_set_aside", actor=officer, after=_counts(waiting))


@dataclass(slots=True)
class _Compared:
    """Goes through the records of a file once, staging what differs and counting the rest."""

    import_id: UUID
    kind: ListKind
    live: dict[str, tuple[UUID, str]]
    seen: set[str] = field(default_factory=set)
    new: int = 0
    changed: int = 0
    other_kind: int = 0
    problem_count: int = 0
    problems: list[dict[str, str]] = field(default_factory=list)

    def staged(self, records: Iterable[Published | Unread]) -> Iterator[list]:
        for each in records:
            if isinstance(each, Unread):
                self._note(each.record, each.problem)
            elif each.kind != self.kind:
                self.other_kind += 1
            elif problem := self._problem(each):
                self._note(each.record, problem)
            else:
                self.seen.add(each.source_id)
                row = self._row(each)
                if row:
                    yield row

    def _row(self, each: Published) -> list | None:
        digest = each.digest()
        entry_id, before = self.live.get(each.source_id, (None, ""))
        if entry_id is not None and before == digest:
            return None
        self.new += entry_id is None
        self.changed += entry_id is not None
        change = Change.NEW if entry_id is None else Change.CHANGED
        return [self.import_id, str(change), entry_id, *_details(each, self.kind, digest)]

    def _problem(self, each: Published) -> str:
        if not each.source_id:
            return _("The record has no id of its publisher.")
        if each.source_id in self.seen:
            return _("Another record before it has the same id.")
        if not each.names:
            return _("The record has no name.")
        if not value_key(self.kind, _value(each, self.kind)):
            return _("The record has nothing that could match: a name in letters, or an IMO number.")
        return ""

    def _note(self, where: str, problem: str) -> None:
        self.problem_count += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"record": where, "problem": problem})


def _details(each: Published, kind: ListKind, digest: str) -> list:
    value = _value(each, kind)
    aliases = each.names[1:] if kind == ListKind.PARTY else each.names
    first = next((number for number in each.identifiers if len(number) <= _LONGEST_IDENTIFIER), "")
    others = [number for number in each.identifiers if number != first]
    country, *more = each.countries or ("",)
    return [
        value,
        value_key(kind, value)[:300],
        first,
        country,
        each.note,
        each.source_id,
        digest,
        list(aliases),
        others,
        list(each.birth_dates),
        list(each.addresses),
        more,
    ]


def _value(each: Published, kind: ListKind) -> str:
    return each.names[0] if kind == ListKind.PARTY else each.imo


def _live(the_list: WatchList) -> dict[str, tuple[UUID, str]]:
    live = the_list.entries.filter(ended_at=None).exclude(source_id="").order_by()
    return {source: (pk, digest) for source, pk, digest in live.values_list("source_id", "pk", "digest").iterator()}


def _stage_what_is_gone(made: ListImport, compared: _Compared) -> int:
    gone = [pk for source_id, (pk, _digest) in compared.live.items() if source_id not in compared.seen]
    entries = WatchListEntry.objects.filter(pk__in=gone).values_list("pk", *_DETAILS)
    copy_rows(StagedEntry, _STAGED, ([made.pk, "gone", pk, *details] for pk, *details in entries.iterator()))
    return len(gone)


def _open(waiting: ListImport) -> ListImport:
    found = ListImport.objects.select_for_update().get(pk=waiting.pk)
    if found.state != ImportState.READ:
        raise Refused("settled_already", _("Somebody has done that already."))
    return found


def _settle(one: ListImport, officer, state: ImportState) -> None:
    one.state, one.settled_at = state, timezone.now()
    one.settled_by_id = officer.pk if officer else None
    one.save(update_fields=["state", "settled_at", "settled_by"])
    one.staged.all().delete()


def _counts(one: ListImport) -> dict:
    counts = {"new": one.new_count, "changed": one.changed_count, "gone": one.gone_count, "problems": one.problem_count}
    return {**counts, "files": [each["sha256"] for each in one.files]}


def _fingerprint(given: ListFileGiven) -> dict:
    given.content.seek(0)
    digest, count = hashlib.sha256(), 0
    while block := given.content.read(_BLOCK_BYTES):
        digest.update(block)
        count += len(block)
    given.content.seek(0)
    return {"name": given.name[:200], "bytes": count, "sha256": digest.hexdigest()}
