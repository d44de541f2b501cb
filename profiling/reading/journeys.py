"""Finds documents of other kinds or sources on the same journey: a declaration and the transport document it names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from consignments.keys.identifiers import document_key
from consignments.models import ConsignmentRevision
from profiling.facts.journeys import SHORTEST_KEY, are_one_journey, named_journeys
from profiling.facts.known import KnownConsignment
from profiling.reading.records import known_consignments

# A number is looked for only so far back, and only among so many that bear it: "1" may stand on thousands.
WITHIN_DAYS = 90
AT_MOST = 20

_CANDIDATES = f"""
SELECT a.revision_id, found.revision_id FROM unnest(
    %(revisions)s::uuid[], %(consignments)s::uuid[], %(units)s::uuid[], %(moments)s::timestamptz[], %(keys)s::text[],
    %(own)s::bool[]
) AS a(revision_id, consignment_id, unit_id, as_of, key, is_own)
CROSS JOIN LATERAL (
    (SELECT h.revision_id FROM profiling_history h
     WHERE h.document_number_key = a.key AND h.consignment_id <> a.consignment_id AND h.unit_id = a.unit_id
        AND h.replaced_at IS NULL AND h.known_at BETWEEN a.as_of - interval '{WITHIN_DAYS} days' AND a.as_of
     LIMIT {AT_MOST})
    UNION ALL
    (SELECT h.revision_id FROM profiling_historykey k JOIN profiling_history h ON h.revision_id = k.history_id
     WHERE a.is_own AND k.kind = 'paper' AND k.key = a.key AND h.consignment_id <> a.consignment_id
        AND h.unit_id = a.unit_id AND h.replaced_at IS NULL
        AND h.known_at BETWEEN a.as_of - interval '{WITHIN_DAYS} days' AND a.as_of
     LIMIT {AT_MOST})
) found
"""


def same_journey(
    asked: Sequence[tuple[ConsignmentRevision, KnownConsignment]], as_of: datetime
) -> dict[UUID, list[tuple[ConsignmentRevision, KnownConsignment]]]:
    """Return, by the id of each revision asked for, the revisions in force of its unit that tell of the same journey.

    Those of the same source and kind are other consignments, however alike; nothing is merged.
    """
    found = _candidates(asked, as_of)
    revisions = {
        revision.pk: revision
        for revision in ConsignmentRevision.objects.filter(
            pk__in={pk for others in found.values() for pk in others}, is_cancelled=False
        ).select_related("consignment__source", "manifest__entry_post", "manifest__exit_post")
    }
    known = known_consignments(revisions.values()) if revisions else {}
    together: dict[UUID, list[tuple[ConsignmentRevision, KnownConsignment]]] = defaultdict(list)
    for revision, one in asked:
        for pk in sorted(found.get(revision.pk, ()), key=lambda each: str(each)):
            other = revisions.get(pk)
            if other is not None and _is_another_document(revision, other) and are_one_journey(one, known[pk]):
                together[revision.pk].append((other, known[pk]))
    return together


def _candidates(
    asked: Iterable[tuple[ConsignmentRevision, KnownConsignment]], as_of: datetime
) -> dict[UUID, set[UUID]]:
    rows = [(revision, key, is_own) for revision, known in asked for key, is_own in _keys(revision, known)]
    found: dict[UUID, set[UUID]] = defaultdict(set)
    if not rows:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            _CANDIDATES,
            {
                "revisions": [revision.pk for revision, _key, _own in rows],
                "consignments": [revision.consignment_id for revision, _key, _own in rows],
                "units": [revision.consignment.unit_id for revision, _key, _own in rows],
                "moments": [max(as_of, revision.known_at) for revision, _key, _own in rows],
                "keys": [key for _revision, key, _own in rows],
                "own": [is_own for _revision, _key, is_own in rows],
            },
        )
        for revision_id, other_id in cursor.fetchall():
            found[revision_id].add(other_id)
    return found


def _keys(revision: ConsignmentRevision, known: KnownConsignment) -> Iterable[tuple[str, bool]]:
    own = document_key(revision.consignment.document_number)
    if len(own) >= SHORTEST_KEY:
        yield own[:60], True
    for key in named_journeys(known):
        yield key[:60], False


def _is_another_document(one: ConsignmentRevision, other: ConsignmentRevision) -> bool:
    return (one.consignment.source_id, one.consignment.document_kind) != (
        other.consignment.source_id,
        other.consignment.document_kind,
    )
