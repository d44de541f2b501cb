"""Claims revisions whose round is due, for one worker each; an attempt is counted before the work.

A claim is an advisory lock of the session: it outlives the transaction that counts the attempt, two workers never hold
one revision, and a worker that dies lets go of what it held.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import F

from consignments.models import ConsignmentRevision
from profiling.reading.among import among

_NAMESPACE = 7_263  # of the advisory locks on revisions

_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT id FROM consignments_consignmentrevision r
    WHERE round_due IS NOT NULL AND round_attempts < %(attempts)s AND (%(unit)s::uuid IS NULL OR EXISTS (
        SELECT FROM consignments_consignment c WHERE c.id = r.consignment_id AND c.unit_id = %(unit)s))
    ORDER BY known_at, id LIMIT %(look_at)s
)
SELECT id FROM due WHERE pg_try_advisory_lock(%(namespace)s, hashtext(id::text)) LIMIT %(limit)s
"""
_LET_GO = "SELECT count(pg_advisory_unlock(%s, hashtext(id::text))) FROM unnest(%s::uuid[]) AS claimed(id)"


@contextmanager
def claimed(limit: int, unit_id: UUID | None = None) -> Iterator[list[UUID]]:
    """Yield up to `limit` revisions (of one unit) that wait and that nobody else works on, oldest first."""
    arguments = {
        "attempts": settings.MAX_ATTEMPTS,
        # What other workers hold is skipped, so look a little further than is taken.
        "look_at": limit * 4,
        "limit": limit,
        "unit": unit_id,
        "namespace": _NAMESPACE,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, arguments)
        ids = [row[0] for row in cursor.fetchall()]
    try:
        ConsignmentRevision.objects.filter(pk__in=among(ids)).update(round_attempts=F("round_attempts") + 1)
        yield ids
    finally:
        with connection.cursor() as cursor:
            cursor.execute(_LET_GO, [_NAMESPACE, ids])
