"""Fills columns that are younger than a round, as of the moment the round was known, into a marked table of their own.

Frozen facts stay as they are. Only what the document and the dated history say can be told afterwards: lists, readings,
registers, norms and the draw are known as they are now, not as they were.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

import profiling
from consignments.models import SupportingDocument
from profiling.conditions.catalogue import FACTS, Level, Source
from profiling.facts.document_facts import consignment_facts
from profiling.models import ConsignmentFacts, GoodsItemFacts, ReconstructedFacts
from profiling.reading.circumstances import circumstances_of
from profiling.reading.history import Asked, history_facts
from profiling.reading.whole import known_with_papers

BATCH = 200
DATED = {Source.DOCUMENT, Source.HISTORY}

Told = tuple[dict[str, Any], list[tuple[int, dict[str, Any]]], bool]


class NotReconstructable(ValueError):
    """A column that is no fact, or that nobody can tell as of a past moment."""


def check_columns(columns: Iterable[str]) -> None:
    """Raise NotReconstructable for the first column that cannot be filled."""
    for column in columns:
        if column not in FACTS:
            raise NotReconstructable(f"{column} is no fact of the catalogue")
        if FACTS[column].source not in DATED:
            raise NotReconstructable(f"{column} comes from a {FACTS[column].source}: what it said then is not kept")


def reconstruct_all(columns: Sequence[str]) -> int:
    """Fill the columns wherever they are missing; return for how many rounds."""
    done = 0
    while (batch := reconstruct(columns)) > 0:
        done += batch
    return done


@transaction.atomic
def reconstruct(columns: Sequence[str], limit: int = BATCH) -> int:
    """Fill the columns for up to `limit` rounds, newest first; return how many, 0 when nothing is left."""
    check_columns(columns)
    begins = {column: _begins(column) for column in columns}
    rows = list(_missing(begins).select_related(*_NEEDED).order_by("-id")[:limit])
    kept = {each.facts_id: each for each in ReconstructedFacts.objects.filter(facts__in=rows).select_for_update()}
    for row in rows:
        before = kept.get(row.pk)
        values, items = _reckoned(row, [c for c, begun in begins.items() if _is_missing(row, c, begun, before)])
        _keep(row, before, columns, values, items)
    return len(rows)


_NEEDED = ["revision__consignment", "revision__manifest__entry_post", "revision__manifest__exit_post"]


def _missing(begins: Mapping[str, int | None]) -> QuerySet[ConsignmentFacts]:
    """Rounds older than one of the columns, for which it was not reckoned yet.

    A column begins with the first round that knew it: a NULL from then on is an answer, and stays one. A round whose
    papers came later is left out, since what they say was not known then.
    """
    older = Q(pk__in=[])
    for begun in begins.values():
        older |= Q(pk__isnull=False) if begun is None else Q(pk__lt=begun)
    later_paper = SupportingDocument.objects.filter(
        consignment=OuterRef("consignment"), known_at__gt=OuterRef("known_at")
    )
    rows = ConsignmentFacts.objects.filter(older).exclude(Exists(later_paper))
    return rows.exclude(Exists(ReconstructedFacts.objects.filter(facts=OuterRef("pk"), columns__contains=list(begins))))


def _begins(column: str) -> int | None:
    """The id of the first round that knew the column; None where none does."""
    if FACTS[column].level is Level.ITEM:
        known: QuerySet[Any] = GoodsItemFacts.objects.filter(**{f"{column}__isnull": False})
        return known.aggregate(first=Min("facts_id"))["first"]
    known = ConsignmentFacts.objects.filter(**{f"{column}__isnull": False})
    return known.aggregate(first=Min("id"))["first"]


def _is_missing(row: ConsignmentFacts, column: str, begun: int | None, before: ReconstructedFacts | None) -> bool:
    if before is not None and column in before.columns:
        return False
    return begun is None or row.pk < begun


def _reckoned(row: ConsignmentFacts, columns: Sequence[str]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the known values by column, and those of goods items by number."""
    values, items, is_remembered = _told_as_of(row, row.known_at)
    of_goods = [column for column in columns if FACTS[column].level is Level.ITEM]
    of_consignment = [column for column in columns if FACTS[column].level is Level.CONSIGNMENT]
    # A round that nobody remembered has no history to ask; a column that no history tells is somebody else's.
    untold = [column for column in of_consignment if column not in values]
    if untold and (is_remembered or any(FACTS[column].source is Source.DOCUMENT for column in untold)):
        raise NotReconstructable(f"{untold[0]} is told neither by the document nor by the dated history")
    found = {
        str(number): {column: said[column] for column in of_goods if said.get(column) is not None}
        for number, said in items
    }
    return (
        {column: values[column] for column in of_consignment if values.get(column) is not None},
        {number: said for number, said in found.items() if said},
    )


def _told_as_of(row: ConsignmentFacts, as_of: datetime) -> Told:
    """Return the values of the consignment, those of its goods items by number, and whether it is in the history."""
    revision = row.revision
    known = known_with_papers([revision], as_of)[revision.pk]
    told = consignment_facts(known, circumstances_of(as_of))
    asked = history_facts([Asked(revision.pk, as_of)])
    of_history = asked[revision.pk][0] if revision.pk in asked else {}
    items = [(item.number, dict(item.values)) for item in told.items]
    return {**told.values, **of_history}, items, revision.pk in asked


def _keep(row, before, columns: Sequence[str], values: dict[str, Any], items: dict[str, dict[str, Any]]) -> None:
    made = before or ReconstructedFacts(facts=row, columns=[])
    made.columns = sorted({*made.columns, *columns})
    made.values = _plain({**made.values, **values})
    numbers = {*made.items, *items}
    made.items = _plain({number: {**made.items.get(number, {}), **items.get(number, {})} for number in numbers})
    made.code_version = profiling.__version__
    made.save()


def _plain(value: Any) -> Any:
    """Values as JSON carries them: moments as text, exact numbers as numbers."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
