"""Reads what the parties of a consignment did before: how often, since when, on which routes, with which results."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from profiling.models import History

DAYS = 730
LOOKED_AT = 200  # the newest consignments of a party; a count that reaches it says "or more"
ROLES = ("consignee", "consignor", "carrier")

_OF_ROLE = """
SELECT %(role_{role})s::text, array_agg(n.known_at ORDER BY n.known_at),
    array_agg(n.result ORDER BY n.known_at), array_agg(n.lane ORDER BY n.known_at),
    (SELECT min(f.known_at) FROM profiling_history f WHERE f.{role}_id = %(party_{role})s)
FROM (
    SELECT h.known_at, coalesce(h.lane, '') AS lane,
        CASE WHEN h.outcome_is_seizure THEN 'seizure' WHEN h.outcome_is_positive THEN 'result'
            WHEN NOT h.outcome_is_positive THEN 'nil' ELSE '' END AS result
    FROM profiling_history h
    WHERE h.{role}_id = %(party_{role})s AND h.known_at < %(until)s
        AND h.known_at >= %(until)s - interval '{days} days' AND h.replaced_at IS NULL
        AND h.consignment_id <> %(consignment)s
    ORDER BY h.known_at DESC LIMIT {most}
) n
"""


@dataclass(frozen=True, slots=True)
class PartyPast:
    """moments, results and lanes of the same consignments, oldest first. results: "", nil, result or seizure."""

    role: str
    first_known_at: datetime | None
    moments: tuple[datetime, ...]
    results: tuple[str, ...]
    lanes: tuple[str, ...]


def pasts_of(revision_id: UUID) -> dict[str, PartyPast]:
    """Return the past of each party that is known, by role; one statement for all of them."""
    base = History.objects.filter(pk=revision_id).first()
    parties = {role: getattr(base, f"{role}_id") for role in ROLES if base and getattr(base, f"{role}_id")}
    if base is None or not parties:
        return {}
    given: dict[str, Any] = {"until": base.known_at, "consignment": base.consignment_id}
    given |= {f"role_{role}": role for role in parties} | {f"party_{role}": pk for role, pk in parties.items()}
    parts = [f"({_OF_ROLE.format(role=role, days=DAYS, most=LOOKED_AT)})" for role in parties]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), given)
        return {
            role: PartyPast(role, first, tuple(moments or ()), tuple(results or ()), tuple(lanes or ()))
            for role, moments, results, lanes, first in cursor.fetchall()
        }
