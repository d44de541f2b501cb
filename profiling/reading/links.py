"""How near a batch is to earlier seizures: by the links of its traders, vehicles and boxes, and by who moves it."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import connection

from profiling.conditions.consignment_measures import HOPS_ANSWERED_TO
from profiling.linking import NAMED
from profiling.reading.history import Asked

TRACES_LOOKED_AT = 6  # of one node, the nearest first; each costs two look-ups
CREW_JOURNEYS_LOOKED_AT = 40  # seized ones, of one driver or broker

# What is told of the way: our own unit's names and numbers, of another unit only what kind of thing it is.
_TOLD = """
    SELECT jsonb_build_object('path', string_agg(CASE
        WHEN h.unit_id <> b.unit_id OR n.kind = 'address' THEN n.kind
        WHEN n.kind = 'party' THEN coalesce((SELECT p.name FROM consignments_party p WHERE p.id::text = n.key), n.kind)
        ELSE n.key END, ', ' ORDER BY step.place),
        'hops', near.hops, 'month', to_char(near.known_at, 'YYYY-MM'))
    FROM unnest(near.path) WITH ORDINALITY AS step(node_id, place) JOIN profiling_linknode n ON n.id = step.node_id
"""

_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT * FROM unnest(%(histories)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
),
named AS MATERIALIZED (
    SELECT DISTINCT m.history_id, n.id AS node_id FROM ({NAMED}) m
    LEFT JOIN profiling_linknode n ON n.kind = m.kind AND n.key = m.key AND n.edge_count <= %(hub)s
),
known AS (SELECT EXISTS (SELECT 1 FROM profiling_seizuretrace) AS any_seizure),
crew AS MATERIALIZED (
    SELECT k.history_id, k.kind, k.key FROM profiling_historykey k
    WHERE k.history_id = ANY(%(histories)s) AND k.kind IN ('driver', 'broker')
)
SELECT q.revision_id, near.hops, (SELECT bool_or(true) FROM named WHERE named.history_id = q.revision_id) AS has_node,
    known.any_seizure, CASE WHEN near.hops IS NOT NULL THEN ({_TOLD}) END AS told,
    (SELECT count(DISTINCT c.kind) FROM crew c WHERE c.history_id = q.revision_id)
        + (b.carrier_id IS NOT NULL)::int AS crew_stated,
    together.evidence
FROM q JOIN profiling_history b USING (revision_id) CROSS JOIN known
LEFT JOIN LATERAL (
    SELECT t.hops, t.path, t.known_at, t.history_id FROM named CROSS JOIN LATERAL (
        SELECT t.* FROM profiling_seizuretrace t WHERE t.node_id = named.node_id AND t.known_at < q.as_of
        ORDER BY t.hops LIMIT {TRACES_LOOKED_AT}) t
    JOIN profiling_history h ON h.revision_id = t.history_id AND h.consignment_id <> b.consignment_id
    WHERE named.history_id = q.revision_id AND NOT EXISTS (
        SELECT 1 FROM profiling_linknode n WHERE n.id = ANY(t.path) AND n.edge_count > %(hub)s)
    ORDER BY t.hops, t.known_at DESC LIMIT 1
) near ON true
LEFT JOIN profiling_history h ON h.revision_id = near.history_id
LEFT JOIN LATERAL (
    SELECT jsonb_build_object('who', concat_ws(', ', string_agg(DISTINCT s.kind, ', '),
            CASE WHEN bool_or(e.carrier_id = b.carrier_id) THEN 'carrier' END),
        'month', to_char(max(s.seized_at), 'YYYY-MM')) AS evidence
    FROM crew c CROSS JOIN LATERAL (
        SELECT o.history_id, o.kind, o.seized_at FROM profiling_historykey o
        WHERE o.kind = c.kind AND o.key = c.key AND o.seized_at < q.as_of LIMIT {CREW_JOURNEYS_LOOKED_AT}) s
    JOIN profiling_history e ON e.revision_id = s.history_id AND e.consignment_id <> b.consignment_id
    WHERE c.history_id = q.revision_id
    GROUP BY s.history_id
    HAVING count(DISTINCT s.kind) + coalesce(bool_or(e.carrier_id = b.carrier_id), false)::int >= 2
    LIMIT 1
) together ON true
"""


def link_facts(asked: Iterable[Asked]) -> dict[UUID, tuple[dict, dict]]:
    """Return (values, evidence) by revision id: `seizure_hops` (I06) and `crew_in_seizure` (A14)."""
    asked = list(asked)
    with connection.cursor() as cursor:
        cursor.execute(
            _STATEMENT,
            {
                "histories": [a.revision_id for a in asked],
                "moments": [a.as_of for a in asked],
                "hub": settings.LINK_HUB_EDGES,
            },
        )
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def _answers(hops, has_node, any_seizure, told, crew_stated, together) -> tuple[dict, dict]:
    nothing_near = HOPS_ANSWERED_TO if has_node and any_seizure else None
    values = {
        "seizure_hops": nothing_near if hops is None else hops,
        "crew_in_seizure": None if crew_stated < 2 else together is not None,
    }
    evidence = {"seizure_hops": told, "crew_in_seizure": together}
    return values, {name: json.loads(found) for name, found in evidence.items() if found}
