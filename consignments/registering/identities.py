"""Which consignment a statement is about, and the number of the revision it makes.

The caller holds the lock on the source, so nobody else makes or amends the source's consignments meanwhile; the rows
are locked as well, because the assessment of a revision holds the row of its consignment.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from consignments.models import Consignment, ConsignmentRevision


class Identity(NamedTuple):
    """What, with the source and the document kind, tells one consignment from another."""

    document_number: str
    identity_date: date | None


class Moment(NamedTuple):
    """When a statement was composed by its sender (None: not stated) and when it became known here."""

    composed_at: datetime | None
    known_at: datetime

    def is_older_than(self, other: "Moment") -> bool:
        """Composed earlier, where both say when; else known earlier. Equal is not older."""
        if self.composed_at and other.composed_at:
            return self.composed_at < other.composed_at
        return self.known_at < other.known_at


@dataclass(frozen=True, slots=True)
class Known:
    """A consignment that is registered already: the revision in force, and the highest number given so far."""

    consignment_id: uuid.UUID
    unit_id: uuid.UUID
    in_force: int
    highest: int
    moment: Moment


def lock_known(source_id: uuid.UUID, document_kind: str, numbers: Iterable[str]) -> dict[Identity, Known]:
    """Lock the source's consignments with these document numbers, in the order of ids, and say where they stand."""
    consignments = list(
        Consignment.objects.select_for_update()
        .filter(source_id=source_id, document_kind=document_kind, document_number__in=list(numbers))
        .order_by("id")
        .only("id", "unit_id", "document_number", "identity_date", "latest_revision")
    )
    if not consignments:
        return {}
    highest: dict[uuid.UUID, int] = {}
    moments: dict[tuple[uuid.UUID, int], Moment] = {}
    # By when its document became known, not by a later reading of it: what came in between is the newer statement.
    for consignment_id, number, known_at, composed_at in ConsignmentRevision.objects.filter(
        consignment__in=consignments
    ).values_list("consignment_id", "number", "submission__known_at", "manifest__composed_at"):
        highest[consignment_id] = max(number, highest.get(consignment_id, 0))
        moments[consignment_id, number] = Moment(composed_at, known_at)
    return {
        Identity(one.document_number, one.identity_date): Known(
            one.id, one.unit_id, one.latest_revision, highest[one.id], moments[one.id, one.latest_revision]
        )
        for one in consignments
    }


def references(count: int, year: int) -> list[str]:
    """Return so many of our own numbers, never given before: KG-26-000123."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('consignment_reference_number') FROM generate_series(1, %s)", [count])
        return [f"KG-{year % 100:02}-{number:06}" for (number,) in cursor.fetchall()]


def put_in_force(changes: list[tuple[uuid.UUID, int, int, uuid.UUID]], known_at: datetime) -> None:
    """Make a newer revision the one in force. changes: (consignment id, its number, the number before, unit id)."""
    if not changes:
        return
    ids, numbers, before, units = (list(column) for column in zip(*changes, strict=True))
    with connection.cursor() as cursor:
        # A message composed later may have been known earlier: then the one before was in force for no time at all.
        cursor.execute(
            "UPDATE consignments_consignmentrevision r SET replaced_at = GREATEST(r.known_at, %s)"
            " FROM unnest(%s::uuid[], %s::int[]) AS change(id, number)"
            " WHERE r.consignment_id = change.id AND r.number = change.number",
            [known_at, ids, before],
        )
        cursor.execute(
            "UPDATE consignments_consignment c SET latest_revision = change.number, unit_id = change.unit_id"
            " FROM unnest(%s::uuid[], %s::int[], %s::uuid[]) AS change(id, number, unit_id) WHERE c.id = change.id",
            [ids, numbers, units],
        )
