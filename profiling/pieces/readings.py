"""Reads the readings that belong to a journey of a piece."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from consignments.models import EquipmentKind, Observation
from profiling.pieces.values import Call, Piece

AT_MOST = 60
OF_A_ROW = 6

_LATEST = f"""
SELECT q.place, o.id
FROM unnest(%(places)s::int[], %(keys)s::text[], %(since)s::timestamptz[], %(until)s::timestamptz[])
    AS q(place, key, since, until)
CROSS JOIN LATERAL (
    SELECT id, seen_at FROM consignments_observation
    WHERE number_key = q.key AND seen_at BETWEEN q.since AND q.until AND (%(unit)s::uuid IS NULL OR unit_id = %(unit)s)
    ORDER BY seen_at DESC LIMIT {OF_A_ROW}
) o
ORDER BY q.place, o.seen_at DESC
"""


def days_of(piece: Piece) -> tuple[timedelta, timedelta]:
    """How long before and after its arrival a reading belongs to a journey."""
    before, after = settings.READINGS_BELONG_DAYS["container" if piece.kind == EquipmentKind.CONTAINER else "plate"]
    return timedelta(days=before), timedelta(days=after)


def latest_readings(calls: Iterable[Call], unit_id: UUID | None) -> dict[int, list[Observation]]:
    """Return the latest readings of each journey, by its place among `calls`; unit_id: whose are told, None for all."""
    calls = list(calls)
    if not calls:
        return {}
    spans = [_between(call.piece, call.leader.at) for call in calls]
    with connection.cursor() as cursor:
        arguments: dict[str, Any] = {
            "places": list(range(len(calls))),
            "keys": [call.piece.key for call in calls],
            "unit": unit_id,
        }
        arguments |= {"since": [since for since, _until in spans], "until": [until for _since, until in spans]}
        cursor.execute(_LATEST, arguments)
        rows = cursor.fetchall()
    found = Observation.objects.select_related("post").in_bulk([pk for _place, pk in rows])
    readings: dict[int, list[Observation]] = defaultdict(list)
    for place, pk in rows:
        readings[place].append(found[pk])
    return readings


def readings_of(call: Call) -> list[Observation]:
    """Return the readings of one journey, the latest first, of every unit; the reader's own are told by `unit_id`."""
    between = _between(call.piece, call.leader.at)
    found = Observation.objects.filter(number_key=call.piece.key, seen_at__range=between)
    return list(found.select_related("post").order_by("-seen_at", "id")[:AT_MOST])


def _between(piece: Piece, at: datetime) -> tuple[datetime, datetime]:
    before, after = days_of(piece)
    return at - before, at + after
