"""Matches a batch against the watch lists and the open warnings: numbers by key, names in the in-memory index."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from uuid import UUID

from django.conf import settings

from consignments.keys.addresses import address_key
from consignments.keys.identifiers import document_key, inn_key, phone_key, plate_key
from consignments.keys.names import name_key
from profiling.cases import Case, ListMatch
from profiling.facts.known import KnownParty
from profiling.facts.parties import is_placeholder
from profiling.models import ListKind, Purpose, WarningMessage
from profiling.reading.lists_in_memory import Listed, Lists, current_lists
from profiling.screening.agreeing import Particulars, compare, particulars
from profiling.watching.keys import LONGEST_KEY, vessel_key

__all__ = ["EXACT", "Listed", "Lists", "current_lists", "match_lists"]

EXACT = 100.0
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
_CONTACTS = frozenset([ListKind.PHONE, ListKind.ADDRESS])

_phone_key = lru_cache(maxsize=16_384)(phone_key)


def match_lists(cases: Sequence[Case]) -> None:
    """Fill the list matches, the list columns and the warning of each case."""
    lists = current_lists()
    warnings = _open_warnings()
    any_warning = bool(warnings) or WarningMessage.objects.exists()
    warned_kinds = {kind for kind, _key in warnings}
    for case in cases:
        _match_parties(case, lists)
        _match_numbers(case, lists)
        _match_warnings(case, warnings, warned_kinds, any_warning)


def _match_parties(case: Case, lists: Lists) -> None:
    named = [
        party
        for party in case.known.parties
        if party.role in SCREENED_ROLES and party.name and not is_placeholder(party.name)
    ]
    if not named:
        return
    best, exact, trusted = 0.0, False, False
    for party in named:
        name = party.name or ""
        number = inn_key(party.identifier) if party.identifier else ""
        same_number = [e for e in lists.by_identifier.get(number, []) if number and e.concerns(case.unit_id)]
        same_name = [e for e in lists.by_key.get((ListKind.PARTY, name_key(name)), []) if e.concerns(case.unit_id)]
        if party.role == "consignee":
            # A namesake with a number of its own would be trusted for another's deeds.
            sure = [*same_number, *(e for e in same_name if not _contradicts(party, e))]
            trusted = any(e.purpose == Purpose.TRUSTED for e in sure)
        for entry in same_number:
            if entry.purpose == Purpose.RISK:
                exact, best = True, EXACT
                _note_party(case, entry, party, EXACT, "identifier")
        for match in lists.search(name):
            entry = lists.entries[UUID(match.entry_id)]
            if entry.concerns(case.unit_id):
                score = _note_party(case, entry, party, match.score, "name")
                best, exact = max(best, score), exact or entry in same_name
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
        } | ({"contradicted": ", ".join(top.contradicted)} if top.contradicted else {})


def _note_party(case: Case, entry: Listed, party: KnownParty, score: float, by: str) -> float:
    """Note a match with all that agrees beside the name, and what contradicts it; return its score."""
    found = compare(_particulars_of(party), entry.particulars)
    if found.contradicted:
        score = max(score - settings.SCREENING_CONTRADICTED_POINTS, 0.0)
    # The same name under another tax number or date of birth may be a namesake: look at the papers, stop no truck.
    lane = "yellow" if found.contradicted else entry.lane
    _note(case, entry, party.role, party.name or "", score, [by, *found.agreed], lane, found.contradicted)
    return score


def _contradicts(party: KnownParty, entry: Listed) -> bool:
    return bool(compare(_particulars_of(party), entry.particulars).contradicted)


def _particulars_of(party: KnownParty) -> Particulars:
    return particulars([party.identifier or ""], [], [_address(party)], [party.country or ""])


def _address(party: KnownParty) -> str:
    return " ".join(filter(None, (party.address, party.street, party.city)))


def _match_numbers(case: Case, lists: Lists) -> None:
    for kind, role, text, key in _numbers(case, lists.kinds):
        for entry in lists.by_key.get((kind, key), []):
            if entry.purpose == Purpose.RISK and entry.concerns(case.unit_id):
                _note(case, entry, role, text, EXACT, ["address" if kind == ListKind.ADDRESS else "number"])


def _numbers(case: Case, kinds: frozenset[str] | set[str]) -> Iterator[tuple[str, str, str, str]]:
    """List kind, role, text and key of every number that is looked up; contacts only where a list holds some."""
    known = case.known
    for box in known.equipment:
        yield (ListKind.CONTAINER if box.kind == "container" else ListKind.PLATE), box.kind, box.number, box.number_key
    for plate in [known.conveyance_id, *known.trailer_ids]:
        if plate:
            yield ListKind.PLATE, "conveyance", plate, plate_key(plate)
    if known.conveyance_id and (imo := vessel_key(known.conveyance_id)):
        yield ListKind.VESSEL, "conveyance", known.conveyance_id, imo
    papers = [known.document_number, known.master_document_number, known.tir_carnet_number]
    papers += [document.number for document in known.documents] + [paper.number for paper in known.papers]
    for number in dict.fromkeys(filter(None, papers)):
        yield ListKind.DOCUMENT, "document", number, document_key(number)
    if not _CONTACTS.isdisjoint(kinds):
        yield from _contacts(case)


def _contacts(case: Case) -> Iterator[tuple[str, str, str, str]]:
    for party in case.known.parties:
        if party.phone and (key := _phone_key(party.phone)):
            yield ListKind.PHONE, party.role, party.phone, key
        if address := _address(party):
            yield ListKind.ADDRESS, party.role, address, address_key(address)[:LONGEST_KEY]


def _note(
    case: Case,
    entry: Listed,
    role: str,
    text: str,
    score: float,
    agreed: Sequence[str],
    lane: str = "",
    contradicted: Sequence[str] = (),
) -> None:
    for match in case.list_matches:
        if match.entry_id == entry.entry_id and match.role == role:
            match.score = max(match.score, score)
            match.agreed = sorted({*match.agreed, *agreed})
            match.contradicted = sorted({*match.contradicted, *contradicted})
            return
    case.list_matches.append(
        ListMatch(
            entry.entry_id, role, text, score, list(dict.fromkeys(agreed)), lane or entry.lane, list(contradicted)
        )
    )


def _open_warnings() -> dict[tuple[str, str], WarningMessage]:
    return {(w.kind, w.value_key): w for w in WarningMessage.objects.filter(closed_at__isnull=True)}


def _match_warnings(
    case: Case, warnings: dict[tuple[str, str], WarningMessage], kinds: set[str], any_warning: bool
) -> None:
    if not any_warning:
        return  # the door was never used: not known
    keys = [(kind, key) for kind, _role, _text, key in _numbers(case, kinds)]
    for party in case.known.parties:
        if party.name and not is_placeholder(party.name):
            keys.append((ListKind.PARTY, name_key(party.name)))
        if party.identifier:
            keys.append((ListKind.INN, inn_key(party.identifier)))
    found = next((warnings[key] for key in keys if key in warnings), None)
    case.has_warning = found is not None
    case.values["open_warning"] = case.has_warning
    if found is not None:
        case.evidence["open_warning"] = {"reference": found.reference, "from": found.from_unit, "value": found.value}
