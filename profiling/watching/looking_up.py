"""Looks a name or number up in the lists an officer may see, as the assessment would, and shows what came near."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from consignments.keys.identifiers import inn_key
from profiling.models import ListKind, WatchListEntry
from profiling.reading.lists import EXACT
from profiling.reading.lists_in_memory import Listed, Lists, current_lists
from profiling.watching.keys import value_key

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that came near. score: 0-100; agreed: the words or the kind of number that agreed."""

    entry: WatchListEntry
    score: float
    agreed: tuple[str, ...]

    @property
    def is_match(self) -> bool:
        """Whether the assessment would take it for the same; below, an officer may still want to look."""
        return self.score >= settings.SCREENING_MATCH_FROM


def look_up(text: str, officer) -> list[Found]:
    """Return the live entries that `text` equals or resembles, best first, at most MOST_SHOWN."""
    lists = current_lists()
    near = {**_alike(text, lists), **_equal(text, lists)}
    reads_all = officer.may("read_all_units")
    shown = {pk: hit for pk, hit in near.items() if reads_all or lists.entries[pk].concerns(officer.unit_id)}
    entries = WatchListEntry.objects.select_related("watch_list__unit").in_bulk(shown)
    found = [Found(entries[pk], score, agreed) for pk, (score, agreed) in shown.items() if pk in entries]
    return sorted(found, key=lambda each: (-each.score, each.entry.value))[:MOST_SHOWN]


def _equal(text: str, lists: Lists) -> dict[UUID, tuple[float, tuple[str, ...]]]:
    same: list[tuple[Listed, str]] = []
    for kind in ListKind:
        key = value_key(kind, text)
        if key:
            same += [(entry, str(kind.label)) for entry in lists.by_key.get((kind, key), [])]
    number = inn_key(text)
    same += [(entry, entry.identifier_key) for entry in lists.by_identifier.get(number, []) if number]
    return {entry.entry_id: (EXACT, (agreed,)) for entry, agreed in same}


def _alike(text: str, lists: Lists) -> dict[UUID, tuple[float, tuple[str, ...]]]:
    matches = lists.names.search(text, threshold=settings.SCREENING_POSSIBLE_FROM, limit=MOST_SHOWN)
    return {UUID(match.entry_id): (match.score, match.agreed) for match in matches}
