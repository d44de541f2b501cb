"""Reads which observations belong to the journeys of a batch, in one statement, and to which journeys one belongs.

A number travels again and again: an observation belongs to the journey whose arrival is nearest in time, within the
days that such a journey may take. Only what was known at the moment asked for is seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from profiling.facts.readings import Sighting
from profiling.reading.history import OWN_KEYS, Asked, arguments_of

AT_MOST = 40  # readings of one number on one journey
JOURNEYS_AT_MOST = 30  # other journeys of the number that are looked at
ONE_JOURNEY_WITHIN = "12 hours"  # two documents whose arrivals differ by less tell of one journey

_ARRIVAL = "coalesce(b.arrival_at, b.known_at)"
_WITHIN_ITS_DAYS = f"""
    o.seen_at >= {_ARRIVAL} - CASE k.kind WHEN 'plate' THEN %(plate_before)s ELSE %(box_before)s END
    AND o.seen_at <= {_ARRIVAL} + CASE k.kind WHEN 'plate' THEN %(plate_after)s ELSE %(box_after)s END
"""
_OTHER_JOURNEYS = f"""
LEFT JOIN LATERAL (
    SELECT max(j.at) FILTER (WHERE j.at < {_ARRIVAL} - interval '{ONE_JOURNEY_WITHIN}') AS before,
        min(j.at) FILTER (WHERE j.at > {_ARRIVAL} + interval '{ONE_JOURNEY_WITHIN}') AS after
    FROM (SELECT coalesce(h.arrival_at, h.known_at) AS at
        FROM profiling_historykey x JOIN profiling_history h ON h.revision_id = x.history_id
        WHERE x.kind = k.kind AND x.key = k.key AND x.on_equipment = '' AND h.replaced_at IS NULL
            AND h.manifest_id <> b.manifest_id AND h.consignment_id <> b.consignment_id
        ORDER BY x.known_at DESC LIMIT {JOURNEYS_AT_MOST}) j
) near ON true
"""
_IS_THE_NEAREST = f"""
    (near.before IS NULL OR o.seen_at - near.before >= {_ARRIVAL} - o.seen_at)
    AND (near.after IS NULL OR near.after - o.seen_at >= o.seen_at - {_ARRIVAL})
"""
_COLUMNS = (
    "o.number_key, o.equipment_kind, o.number, o.event, o.seen_at, o.seen_is_a_day, o.place, coalesce(p.code, ''),"
    " o.place_unlocode, nullif(o.fullness, ''), o.gross_mass_kg::float8, o.seals, nullif(o.seal_condition, ''),"
    " o.scan_shows_anomaly, nullif(o.size_type, ''), o.unit_id = b.unit_id, nullif(o.conveyance_id, ''),"
    " nullif(o.conveyance_key, '')"
)
_OF_JOURNEYS = f"""
SELECT q.revision_id, {_COLUMNS}
FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
JOIN profiling_history b USING (revision_id)
JOIN LATERAL {OWN_KEYS} k ON k.kind IN ('container', 'plate')
JOIN LATERAL (
    SELECT * FROM consignments_observation o WHERE o.number_key = k.key AND o.known_at <= q.as_of AND {_WITHIN_ITS_DAYS}
    ORDER BY o.seen_at DESC LIMIT {AT_MOST}
) o ON true
LEFT JOIN consignments_customspost p ON p.id = o.post_id
{_OTHER_JOURNEYS}
WHERE {_IS_THE_NEAREST}
ORDER BY q.revision_id, o.seen_at, o.id
"""
_OF_OBSERVATIONS = f"""
SELECT DISTINCT b.revision_id
FROM consignments_observation o
JOIN profiling_historykey k ON k.kind IN ('container', 'plate') AND k.key = o.number_key
JOIN profiling_history b ON b.revision_id = k.history_id AND b.replaced_at IS NULL
{_OTHER_JOURNEYS}
WHERE o.id = ANY(%(observations)s::uuid[]) AND {_WITHIN_ITS_DAYS} AND {_IS_THE_NEAREST}
"""

_LEFT = """
SELECT DISTINCT a.revision_id
FROM unnest(%(revisions)s::uuid[], %(keys)s::text[], %(since)s::timestamptz[], %(moments)s::timestamptz[])
    AS a(revision_id, key, since, as_of)
CROSS JOIN LATERAL (
    SELECT 1 FROM consignments_observation o WHERE o.number_key = a.key AND o.seen_at > a.since
        AND o.event = 'gate_out' AND o.known_at <= a.as_of AND (o.post_id IS NOT NULL OR o.place_unlocode LIKE 'KG%%')
    ORDER BY o.seen_at LIMIT 1) o
"""


def sightings_of(asked: Sequence[Asked]) -> dict[UUID, list[Sighting]]:
    """Return the observations of each revision's journey, oldest first, as known at the moment asked for."""
    found: dict[UUID, list[Sighting]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OF_JOURNEYS, _days() | arguments_of(asked))
        for revision_id, *columns in cursor.fetchall():
            found[revision_id].append(_sighting(*columns))
    return found


def revisions_seen_in(observations: Iterable[UUID]) -> list[UUID]:
    """Return the revisions that history has in force on whose journeys these observations were made."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_OBSERVATIONS, _days() | {"observations": list(observations)})
        return [row[0] for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Standing:
    """A piece that came with a revision and has not been seen to leave; as_of: the moment asked for."""

    revision_id: UUID
    key: str
    since: datetime
    as_of: datetime


def left_since(standing: Sequence[Standing]) -> set[UUID]:
    """Return the revisions of which a piece was seen to leave a place of ours, however much later."""
    with connection.cursor() as cursor:
        cursor.execute(
            _LEFT,
            {
                "revisions": [each.revision_id for each in standing],
                "keys": [each.key for each in standing],
                "since": [each.since for each in standing],
                "moments": [each.as_of for each in standing],
            },
        )
        return {row[0] for row in cursor.fetchall()}


def _days() -> dict[str, Any]:
    days = settings.READINGS_BELONG_DAYS
    names = {"box": "container", "plate": "plate"}
    sides = ("before", "after")
    return {
        f"{name}_{side}": timedelta(days=days[kind][position])
        for name, kind in names.items()
        for position, side in enumerate(sides)
    }


def _sighting(*columns) -> Sighting:
    key, kind, number, event, seen_at, is_a_day, place, post, unlocode, *condition = columns
    fullness, mass, seals, seal_condition, anomaly, size_type, is_ours, conveyance, conveyance_key = condition
    return Sighting(
        key=key,
        kind=kind,
        number=number,
        event=event,
        seen_at=seen_at,
        is_a_day=is_a_day,
        place=place,
        post_code=post,
        unlocode=unlocode,
        fullness=fullness,
        gross_mass_kg=mass,
        seals=None if seals is None else tuple(seals),
        seal_condition=seal_condition,
        scan_shows_anomaly=anomaly,
        size_type=size_type,
        is_ours=is_ours,
        conveyance=conveyance,
        conveyance_key=conveyance_key,
    )
