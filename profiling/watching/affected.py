"""Which consignments a new entry or warning may concern: those of the last days that state what it names.

What a list learns today is compared with what became known or arrived within SCREENING_LOOK_BACK_DAYS, left or not: a
vehicle that has passed this post may still be stopped on its way. The names of the list are few beside those of the
traffic, so they are what is indexed; every name of the traffic is asked once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from consignments.keys.identifiers import document_key, inn_key
from consignments.models import ConsignmentParty, ConsignmentRevision, Movement, NamedDocument, SupportingDocument
from profiling.models import History, HistoryKey, ListKind, WatchListEntry
from profiling.screening.index import NameEntry, NameIndex
from profiling.watching.keys import value_key, vessel_key

# "г. Ош, ул. Ленина, 12" may be stated whole or in parts.
_ADDRESS = ["address", "street", "city"]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: values as given (names: with their aliases) and, of parties, numbers beside them."""

    values: tuple[str, ...]
    identifiers: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[WatchListEntry]) -> "Sought":
        entries = list(entries)
        return cls(
            tuple(text for entry in entries for text in (entry.value, *entry.aliases)),
            tuple(text for entry in entries for text in (entry.identifier, *entry.identifiers) if text),
        )


def affected_revisions(kind: str, sought: Sought, unit_id=None) -> QuerySet[ConsignmentRevision]:
    """Return the revisions in force, of the last days, that bear what is sought.

    What was never assessed may be left out: it sees the list anyway.
    """
    recent = recent_revisions(unit_id)
    return recent.filter(pk__in=_bearing(ListKind(kind), recent, sought))


def recent_revisions(unit_id=None) -> QuerySet[ConsignmentRevision]:
    """The revisions in force of consignments that became known, or arrive, within the days looked back."""
    since = timezone.now() - timedelta(days=settings.SCREENING_LOOK_BACK_DAYS)
    found = ConsignmentRevision.objects.filter(
        Q(known_at__gte=since) | Q(manifest__arrival_at__gte=since),
        ~Q(consignment__movement=Movement.NEVER_CAME),
        number=F("consignment__latest_revision"),
    )
    return found if unit_id is None else found.filter(consignment__unit=unit_id)


def _bearing(kind: ListKind, recent: QuerySet[ConsignmentRevision], sought: Sought) -> Iterable[UUID] | QuerySet:
    keys = {value_key(kind, value) for value in sought.values} - {""}
    match kind:
        case ListKind.PARTY:
            return _bearing_a_party(recent, sought)
        case ListKind.INN:
            return _of_parties(recent, ["identifier"], lambda text: inn_key(text) in keys)
        case ListKind.PHONE | ListKind.ADDRESS:
            fields = ["phone"] if kind == ListKind.PHONE else _ADDRESS
            return _of_parties(recent, fields, lambda text: value_key(kind, text) in keys)
        case ListKind.VESSEL:
            stated = recent.values_list("pk", "manifest__conveyance_id")
            return {pk for pk, conveyance in stated.iterator() if vessel_key(conveyance) in keys}
        case ListKind.DOCUMENT:
            return _bearing_a_document(recent, keys)
        case ListKind.CONTAINER | ListKind.PLATE:
            return HistoryKey.objects.filter(kind=kind, key__in=keys).values("history_id")


def _bearing_a_party(recent: QuerySet[ConsignmentRevision], sought: Sought) -> set[UUID]:
    index = NameIndex.build(NameEntry(str(number), name) for number, name in enumerate(sought.values))
    numbers = {inn_key(identifier) for identifier in sought.identifiers} - {""}
    is_alike = cache(lambda name: bool(index.search(name, threshold=settings.SCREENING_MATCH_FROM, limit=1)))
    named = _of_parties(recent, ["name"], is_alike)
    return named | (_of_parties(recent, ["identifier"], lambda text: inn_key(text) in numbers) if numbers else set())


def _of_parties(
    recent: QuerySet[ConsignmentRevision], fields: Sequence[str], is_sought: Callable[[str], bool]
) -> set[UUID]:
    """The revisions with a party whose fields, put together, are sought."""
    asked = cache(is_sought)
    stated = ConsignmentParty.objects.filter(revision__in=recent).values_list("revision_id", *fields)
    return {
        revision_id
        for revision_id, *texts in stated.iterator()
        if (text := " ".join(filter(None, texts))) and asked(text)
    }


def _bearing_a_document(recent: QuerySet[ConsignmentRevision], keys: set[str]) -> set[UUID]:
    """By its own number, and by the numbers of other documents, carnets and papers that it names."""
    found = set(History.objects.filter(document_number_key__in=keys).values_list("pk", flat=True))
    own = recent.values_list("pk", "master_document_number", "tir_carnet_number")
    named = NamedDocument.objects.filter(revision__in=recent).values_list("revision_id", "number")
    stated = [(pk, number) for pk, *numbers in own.iterator() for number in numbers]
    for pk, number in [*stated, *named.iterator()]:
        if number and document_key(number) in keys:
            found.add(pk)
    papers = SupportingDocument.objects.filter(number_key__in=keys).values("consignment_id")
    return found | set(recent.filter(consignment__in=papers).values_list("pk", flat=True))
