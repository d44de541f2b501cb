"""Reads what travels, and what travelled before, in containers, trailers, wagons and vehicles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connection

from consignments.models import EquipmentKind, Mode, TransportEquipment
from profiling.pieces.values import Aboard, Piece

# Of one piece: a groupage container holds a few hundred and seldom comes again, a truck holds few and comes every week.
CONSIGNMENTS_AT_MOST = {"container": 500, "plate": 150}
PIECES_OF_ONE = 12  # a train of 200 containers fills no page: the rest is on the consignment's page
VEHICLE = "vehicle"
_LIMITS = {"of_container": CONSIGNMENTS_AT_MOST["container"], "of_plate": CONSIGNMENTS_AT_MOST["plate"]}

_COLUMNS = (
    "a.id, a.consignment_id, a.revision_id, h.manifest_id, a.unit_id, coalesce(h.arrival_at, h.known_at),"
    " a.lane, a.state, a.outcome, a.examination_begun_at IS NOT NULL"
)
# A selection stands, with the revision it was made on, when a later revision comes.
_NEWEST_ROUND = """
CROSS JOIN LATERAL (
    SELECT * FROM profiling_assessment
    WHERE revision_id = h.revision_id AND state NOT IN ('superseded', 'withdrawn', 'lapsed')
    ORDER BY round DESC LIMIT 1
) a
WHERE h.replaced_at IS NULL OR a.state = 'selected'
"""
# Papers of a ship are known for months, those of a truck for days. Of other journeys so many spans on either side are
# read as tell which of several flagged ones leads (`values.leaders`).
_SPANS_AROUND = 4
_NOW_ABOARD = f"""
SELECT q.key, {_COLUMNS}
FROM unnest(%(keys)s::text[], %(kinds)s::text[], %(first)s::timestamptz[], %(last)s::timestamptz[],
    %(around)s::interval[]) AS q(key, kind, first, last, around)
CROSS JOIN LATERAL (
    SELECT history_id FROM profiling_historykey
    WHERE kind = q.kind AND key = q.key AND on_equipment = ''
        AND known_at >= q.first - CASE q.kind WHEN 'container' THEN interval '120 days' ELSE interval '14 days' END
        AND known_at <= q.last + CASE q.kind WHEN 'container' THEN interval '30 days' ELSE interval '7 days' END
    ORDER BY known_at DESC
    LIMIT CASE q.kind WHEN 'container' THEN %(of_container)s ELSE %(of_plate)s END
) k
JOIN profiling_history h ON h.revision_id = k.history_id
    AND coalesce(h.arrival_at, h.known_at) BETWEEN q.first - q.around AND q.last + q.around
{_NEWEST_ROUND}
ORDER BY q.key, a.created_at DESC, a.id
"""
_EVER_ABOARD = f"""
SELECT {_COLUMNS}
FROM (
    (SELECT history_id, known_at FROM profiling_historykey WHERE kind = 'container' AND key = %(key)s
        AND on_equipment = '' ORDER BY known_at DESC LIMIT %(of_container)s)
    UNION
    (SELECT history_id, known_at FROM profiling_historykey WHERE kind = 'plate' AND key = %(key)s
        AND on_equipment = '' ORDER BY known_at DESC LIMIT %(of_plate)s)
) k
JOIN profiling_history h ON h.revision_id = k.history_id
{_NEWEST_ROUND}
ORDER BY a.created_at DESC, a.id
"""


def now_aboard(asked: Iterable[tuple[Piece, datetime]]) -> dict[str, list[Aboard]]:
    """Return by key what travels in each piece around its moments, its other journeys of that time included."""
    kinds: dict[str, str] = {}
    spans: dict[str, timedelta] = {}
    moments: dict[str, list[datetime]] = defaultdict(list)
    for piece, at in asked:
        kinds[piece.key] = "container" if piece.kind == EquipmentKind.CONTAINER else "plate"
        spans[piece.key] = piece.span
        moments[piece.key].append(at)
    if not kinds:
        return {}
    with connection.cursor() as cursor:
        arguments: dict[str, Any] = {"keys": list(kinds), "kinds": list(kinds.values())}
        arguments |= {"first": [min(moments[key]) for key in kinds], "last": [max(moments[key]) for key in kinds]}
        arguments |= {"around": [_SPANS_AROUND * spans[key] for key in kinds], **_LIMITS}
        cursor.execute(_NOW_ABOARD, arguments)
        rows = cursor.fetchall()
    return {key: _newest(row[1:] for row in group) for key, group in groupby(rows, key=itemgetter(0))}


def ever_aboard(key: str) -> list[Aboard]:
    """Return what a number was stated with lately, the latest arrival first."""
    with connection.cursor() as cursor:
        cursor.execute(_EVER_ABOARD, {"key": key, **_LIMITS})
        return sorted(_newest(cursor.fetchall()), key=lambda one: one.at, reverse=True)


def piece_of_key(key: str, aboard: Sequence[Aboard]) -> Piece:
    """Return the piece of a key as its latest documents state it; the vehicle itself where no equipment has it."""
    revisions = [one.revision_id for one in aboard[:40]]
    rows = TransportEquipment.objects.filter(number_key=key, revision__in=revisions).only("id", "kind", "number")
    row = max(rows, key=lambda each: each.pk, default=None)  # "ORDER BY id LIMIT 1" would walk the whole table
    return Piece(row.kind, key, row.number) if row else Piece(VEHICLE, key, "")


def loading_pieces(revisions: Iterable[tuple[UUID, str, str, str | None]]) -> dict[UUID, list[Piece]]:
    """Return by revision what its goods lie in: containers if any are stated, else trailers and wagons, else the
    vehicle itself, which a ship or an aircraft is not.

    revisions: (id, conveyance as stated, its key, mode).
    """
    rows = list(revisions)
    stated: dict[UUID, list[Piece]] = defaultdict(list)
    equipment = TransportEquipment.objects.filter(revision__in=[row[0] for row in rows]).order_by("id")
    for revision_id, kind, key, number in equipment.values_list("revision_id", "kind", "number_key", "number"):
        stated[revision_id].append(Piece(kind, key, number))
    found = {}
    for revision_id, conveyance, conveyance_key, mode in rows:
        pieces = stated.get(revision_id, [])
        containers = [piece for piece in pieces if piece.kind == EquipmentKind.CONTAINER]
        chosen = list(dict.fromkeys(containers or pieces))
        if not chosen and conveyance_key and mode not in {Mode.SEA, Mode.AIR}:
            chosen = [Piece(VEHICLE, conveyance_key, conveyance)]
        found[revision_id] = chosen[:PIECES_OF_ONE]
    return found


def _newest(rows: Iterable[Sequence[Any]]) -> list[Aboard]:
    """One of each consignment: the first, as the newest rounds come first."""
    found: dict[UUID, Aboard] = {}
    for row in rows:
        one = Aboard(*row)
        found.setdefault(one.consignment_id, one)
    return list(found.values())
