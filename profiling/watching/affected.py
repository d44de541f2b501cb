"""Which consignments a new entry or warning may concern: those whose statement in force bears what it names."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, QuerySet

from consignments.keys.identifiers import inn_key
from consignments.models import ConsignmentParty, ConsignmentRevision, Movement
from profiling.models import History, HistoryKey, ListKind
from profiling.screening.index import NameEntry, NameIndex
from profiling.watching.keys import value_key

# Looking up more names one by one takes longer than assessing everything that is still here.
MOST_TO_LOOK_UP = 1_000


def affected_revisions(
    kind: str, values: Sequence[str], identifiers: Sequence[str] = (), unit_id=None
) -> QuerySet[ConsignmentRevision]:
    """Return the revisions in force, of consignments still expected or here, that bear one of the values.

    With more than MOST_TO_LOOK_UP values, all of them. What was never assessed is left out: it sees the list anyway.
    """
    here = ConsignmentRevision.objects.filter(
        number=F("consignment__latest_revision"),
        consignment__movement__in=[Movement.EXPECTED, Movement.ARRIVED],
    )
    if unit_id is not None:
        here = here.filter(consignment__unit=unit_id)
    if len(values) > MOST_TO_LOOK_UP:
        return here
    keys = [value_key(kind, value) for value in values]
    match ListKind(kind):
        case ListKind.PARTY:
            return here.filter(pk__in=_bearing_a_party(here, values, identifiers))
        case ListKind.DOCUMENT:
            return here.filter(pk__in=History.objects.filter(document_number_key__in=keys).values("pk"))
        case ListKind.CONTAINER | ListKind.PLATE:
            return here.filter(pk__in=HistoryKey.objects.filter(kind=kind, key__in=keys).values("history_id"))


def _bearing_a_party(
    here: QuerySet[ConsignmentRevision], names: Sequence[str], identifiers: Sequence[str]
) -> set[UUID]:
    """Screen the parties of what is here against the names: the list is short, so it is the one that is indexed."""
    index = NameIndex.build(NameEntry(str(number), name) for number, name in enumerate(names))
    numbers = {inn_key(identifier) for identifier in identifiers} - {""}
    alike: dict[str, bool] = {}
    found = set()
    stated = ConsignmentParty.objects.filter(revision__in=here).values_list("revision_id", "name", "identifier")
    for revision_id, name, identifier in stated.iterator():
        if name not in alike:
            alike[name] = bool(index.search(name, limit=1))
        if alike[name] or (identifier and inn_key(identifier) in numbers):
            found.add(revision_id)
    return found
