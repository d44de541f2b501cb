"""Matches a batch against the watch lists and the open warnings: exact keys in SQL, names in the in-memory index."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from consignments.keys.identifiers import document_key, inn_key, plate_key
from consignments.keys.names import name_key
from profiling.cases import Case, ListMatch
from profiling.models import ListKind, Purpose, WarningMessage, WatchList, WatchListEntry
from profiling.screening.index import Match, NameEntry, NameIndex
from profiling.screening.kinds_of_name import is_placeholder
from profiling.screening.similarity import MATCH_THRESHOLD

EXACT = 100.0
KEPT_SEARCHES = 50_000
SCREENED_ROLES = [
    "consignor",
    "consignee",
    "notify_party",
    "carrier",
    "declarant",
    "seller",
    "buyer",
    "freight_payer",
    "driver",
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

    def concerns(self, unit_id: UUID | None) -> bool:
        return self.unit_id is None or self.unit_id == unit_id


@dataclass(frozen=True, slots=True)
class Lists:
    """All live entries, by what they are looked up with, and the index of the party names."""

    version: str
    entries: dict[UUID, Listed]
    by_key: dict[tuple[str, str], list[Listed]]
    by_identifier: dict[str, list[Listed]]
    names: NameIndex
    has_trusted: bool
    searched: dict[str, list[Match]] = field(default_factory=dict)

    def search(self, name: str) -> list[Match]:
        """Return the listed names like this one; the same traders come again and again, so answers are kept."""
        if name not in self.searched:
            if len(self.searched) >= KEPT_SEARCHES:
                self.searched.clear()
            self.searched[name] = self.names.search(name, threshold=MATCH_THRESHOLD)
        return self.searched[name]


_in_memory: Lists | None = None


def current_lists() -> Lists:
    """Return the lists as they are now; the worker keeps them in memory until a list changes."""
    global _in_memory
    version = _version()
    if _in_memory is None or _in_memory.version != version:
        _in_memory = _load(version)
    return _in_memory


def match_lists(cases: Sequence[Case]) -> None:
    """Fill the list matches, the list columns and the warning of each case."""
    lists = current_lists()
    warnings = _open_warnings()
    any_warning = bool(warnings) or WarningMessage.objects.exists()
    for case in cases:
        _match_parties(case, lists)
        _match_numbers(case, lists)
        _match_warnings(case, warnings, any_warning)


def _version() -> str:
    """A stamp of every live list: two lists that commit out of order must not hide one another."""
    stamps = WatchList.objects.filter(is_active=True).order_by("pk").values_list("pk", "changed_at")
    return hashlib.sha256(repr(list(stamps)).encode()).hexdigest()


def _load(version: str) -> Lists:
    live = WatchListEntry.objects.filter(ended_at__isnull=True, watch_list__is_active=True).select_related("watch_list")
    entries: dict[UUID, Listed] = {}
    by_key: dict[tuple[str, str], list[Listed]] = {}
    by_identifier: dict[str, list[Listed]] = {}
    for entry in live.iterator(chunk_size=5000):
        the_list = entry.watch_list
        listed = Listed(
            entry.pk,
            the_list.kind,
            the_list.purpose,
            the_list.lane,
            the_list.unit_id,
            entry.value,
            entry.value_key,
            inn_key(entry.identifier) if entry.identifier else "",
        )
        entries[listed.entry_id] = listed
        by_key.setdefault((listed.kind, listed.value_key), []).append(listed)
        if listed.identifier_key:
            by_identifier.setdefault(listed.identifier_key, []).append(listed)
    risky = [e for e in entries.values() if e.kind == ListKind.PARTY and e.purpose == Purpose.RISK]
    names = NameIndex.build([NameEntry(str(e.entry_id), e.value) for e in risky], version=version)
    has_trusted = any(e.purpose == Purpose.TRUSTED for e in entries.values())
    return Lists(version, entries, by_key, by_identifier, names, has_trusted)


def _match_parties(case: Case, lists: Lists) -> None:
    named = [
        (party.role, party.name, inn_key(party.identifier) if party.identifier else "")
        for party in case.known.parties
        if party.role in SCREENED_ROLES and party.name and not is_placeholder(party.name)
    ]
    if not named:
        return
    best, exact, trusted = 0.0, False, False
    for role, name, number in named:
        same_number = [e for e in lists.by_identifier.get(number, []) if number and e.concerns(case.unit_id)]
        same_name = [e for e in lists.by_key.get((ListKind.PARTY, name_key(name)), []) if e.concerns(case.unit_id)]
        if role == "consignee":
            trusted = any(e.purpose == Purpose.TRUSTED for e in [*same_number, *same_name])
        for entry in same_number:
            if entry.purpose == Purpose.RISK:
                exact, best = True, EXACT
                _note(case, entry, role, name, EXACT, ["identifier"])
        for match in lists.search(name):
            entry = lists.entries[UUID(match.entry_id)]
            if not entry.concerns(case.unit_id):
                continue
            best, exact = max(best, match.score), exact or entry in same_name
            contradicted = bool(number and entry.identifier_key and number != entry.identifier_key)
            # The same name under another tax number may be a namesake: look at the papers, do not stop the truck.
            lane = "yellow" if contradicted else entry.lane
            _note(case, entry, role, name, match.score, ["name"], lane)
    case.values["party_list_score"] = best
    case.values["party_list_exact"] = exact
    case.values["trader_is_trusted"] = trusted if lists.has_trusted else None
    if case.list_matches:
        top = max(case.list_matches, key=lambda m: m.score)
        case.evidence["party_list_score"] = {
            "stated": top.matched_text,
            "listed": lists.entries[top.entry_id].value,
            "score": round(top.score, 1),
            "agreed": ", ".join(top.agreed),
        }


def _match_numbers(case: Case, lists: Lists) -> None:
    for kind, role, text, key in _numbers(case):
        for entry in lists.by_key.get((kind, key), []):
            if entry.purpose == Purpose.RISK and entry.concerns(case.unit_id):
                _note(case, entry, role, text, EXACT, ["number"])


def _numbers(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """List kind, role, text and key of every number that is looked up."""
    known = case.known
    for box in known.equipment:
        yield (ListKind.CONTAINER if box.kind == "container" else ListKind.PLATE), box.kind, box.number, box.number_key
    for plate in [known.conveyance_id, *known.trailer_ids]:
        if plate:
            yield ListKind.PLATE, "conveyance", plate, plate_key(plate)
    if known.document_number:
        yield ListKind.DOCUMENT, "document", known.document_number, document_key(known.document_number)


def _note(case: Case, entry: Listed, role: str, text: str, score: float, agreed: list[str], lane: str = "") -> None:
    for match in case.list_matches:
        if match.entry_id == entry.entry_id and match.role == role:
            match.score = max(match.score, score)
            match.agreed = sorted({*match.agreed, *agreed})
            if "identifier" in match.agreed:
                match.lane = entry.lane
            return
    case.list_matches.append(ListMatch(entry.entry_id, role, text, score, agreed, lane or entry.lane))


def _open_warnings() -> dict[tuple[str, str], WarningMessage]:
    return {(w.kind, w.value_key): w for w in WarningMessage.objects.filter(closed_at__isnull=True)}


def _match_warnings(case: Case, warnings: dict[tuple[str, str], WarningMessage], any_warning: bool) -> None:
    if not any_warning:
        return  # the door was never used: not known
    keys = [(kind, key) for kind, _role, _text, key in _numbers(case)]
    keys += [(ListKind.PARTY, name_key(p.name)) for p in case.known.parties if p.name and not is_placeholder(p.name)]
    found = next((warnings[key] for key in keys if key in warnings), None)
    case.has_warning = found is not None
    case.values["open_warning"] = case.has_warning
    if found is not None:
        case.evidence["open_warning"] = {"reference": found.reference, "from": found.from_unit, "value": found.value}
