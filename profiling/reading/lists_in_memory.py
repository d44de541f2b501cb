"""The live watch lists in a process: by key, by number, and an index of names; read anew when a list changes."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from consignments.keys.identifiers import inn_key
from profiling.models import ListKind, Purpose, WatchList, WatchListEntry
from profiling.screening.agreeing import Particulars, particulars
from profiling.screening.index import Match, NameEntry, NameIndex

KEPT_SEARCHES = 50_000
_COLUMNS = [
    "pk",
    "watch_list_id",
    "value",
    "value_key",
    "identifier",
    "country",
    "aliases",
    "identifiers",
    "birth_dates",
    "addresses",
    "countries",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """A live entry of a live list."""

    entry_id: UUID
    kind: str
    purpose: str
    lane: str
    unit_id: UUID | None
    value: str
    value_key: str
    identifier_key: str
    stated: tuple[tuple[str, ...], ...]  # numbers, dates of birth, addresses, countries, as they are listed

    def concerns(self, unit_id: UUID | None) -> bool:
        return self.unit_id is None or self.unit_id == unit_id

    @property
    def particulars(self) -> Particulars:
        """What may agree beside the name; made when a match asks, for few of the entries ever match."""
        return particulars(*self.stated)


@dataclass(frozen=True, slots=True)
class Lists:
    """All live entries, by what they are looked up with, and the index of the party names and aliases."""

    version: str
    entries: dict[UUID, Listed]
    by_key: dict[tuple[str, str], list[Listed]]
    by_identifier: dict[str, list[Listed]]
    names: NameIndex
    has_trusted: bool
    kinds: frozenset[str] = frozenset()
    searched: dict[str, list[Match]] = field(default_factory=dict)

    def search(self, name: str) -> list[Match]:
        """Return the listed names like this one; the same traders come again and again, so answers are kept."""
        if name not in self.searched:
            if len(self.searched) >= KEPT_SEARCHES:
                self.searched.clear()
            self.searched[name] = self.names.search(name, threshold=settings.SCREENING_MATCH_FROM)
        return self.searched[name]


_in_memory: Lists | None = None


def current_lists() -> Lists:
    """Return the lists as they are now; the process keeps them in memory until a list changes."""
    global _in_memory
    lists = {one.pk: one for one in WatchList.objects.filter(is_active=True).order_by("pk")}
    version = _version(lists)
    if _in_memory is None or _in_memory.version != version:
        with _without_collecting():
            _in_memory = _load(lists, version)
    return _in_memory


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A million objects that stay: Python would go through them for garbage again and again, now and ever after."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Counting references still frees them when a newer state takes their place: they hold no cycles.
        gc.freeze()
        if was_enabled:
            gc.enable()


def _version(lists: dict[UUID, WatchList]) -> str:
    """A stamp of every live list: two lists that commit out of order must not hide one another."""
    return hashlib.sha256(repr([(pk, one.changed_at) for pk, one in lists.items()]).encode()).hexdigest()


def _load(lists: dict[UUID, WatchList], version: str) -> Lists:
    entries: dict[UUID, Listed] = {}
    by_key: dict[tuple[str, str], list[Listed]] = {}
    by_identifier: dict[str, list[Listed]] = {}
    names: list[NameEntry] = []
    live = WatchListEntry.objects.filter(ended_at__isnull=True, watch_list__in=lists).order_by("pk")
    for pk, list_id, value, key, identifier, country, aliases, numbers, born, addresses, countries in live.values_list(
        *_COLUMNS
    ).iterator(chunk_size=5000):
        of = lists[list_id]
        all_numbers = (identifier, *numbers) if identifier else tuple(numbers)
        listed = Listed(
            pk,
            of.kind,
            of.purpose,
            of.lane,
            of.unit_id,
            value,
            key,
            inn_key(identifier) if identifier else "",
            (all_numbers, tuple(born), tuple(addresses), (country, *countries)),
        )
        entries[pk] = listed
        by_key.setdefault((listed.kind, key), []).append(listed)
        for number in {*map(inn_key, all_numbers), *([key] if of.kind == ListKind.INN else [])} - {""}:
            by_identifier.setdefault(number, []).append(listed)
        if of.kind == ListKind.PARTY and of.purpose == Purpose.RISK:
            names += [NameEntry(str(pk), name) for name in (value, *aliases)]
    index = NameIndex.build(names, version=version)
    for entry_id, key in index.name_keys():
        same = by_key.setdefault((ListKind.PARTY, key), [])
        if (listed := entries[UUID(entry_id)]) not in same:
            same.append(listed)
    return Lists(
        version,
        entries,
        by_key,
        by_identifier,
        index,
        any(one.purpose == Purpose.TRUSTED for one in entries.values()),
        frozenset(one.kind for one in entries.values()),
    )
