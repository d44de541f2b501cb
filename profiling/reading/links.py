"""How near a batch is to earlier seizures: by the links of its traders, vehicles and boxes, and by who moves it."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import connection

from profiling.conditions.consignment_measures import HOPS_ANSWERED_TO
from profiling.linking import KEYS_OF_MANY, NAMED
from profiling.reading.history import Asked, arguments_of

TRACES_LOOKED_AT = 6  # of one node, the nearest first; each costs two look-ups
CREW_JOURNEYS_LOOKED_AT = 40  # seized ones, of one driver or broker

# What is told of the way: our own unit's names and numbers, of another unit only what kind of thing it is.
_TOLD = """
    SELECT jsonb_build_object('path', string_agg(CASE
        WHEN h.unit_id <> b.unit_id OR n.kind = 'address' THEN n.kind
        WHEN n.kind = 'party' THEN coalesce((
            SELECT p.name FROM consignments_party p
            WHERE p.id = (CASE WHEN n.kind = 'party' THEN n.key END)::uuid), n.kind)
        ELSE n.key END, ', ' ORDER BY step.place),
        'hops', near.hops, 'month', to_char(near.known_at, 'YYYY-MM'))
    FROM unnest(near.path) WITH ORDINALITY AS step(node_id, place) JOIN profiling_linknode n ON n.id = step.node_id
"""

# Each kind of answer is grouped once for the batch and joined: a look into the batch for each of its own rows would
# cost with its square. OFFSET 0 holds the planner to one look-up by the index for each node.
_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT q.revision_id, q.as_of, b.consignment_id, b.unit_id, b.carrier_id
    FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
    JOIN profiling_history b USING (revision_id)
),
named AS MATERIALIZED (
    SELECT m.history_id, n.id AS node_id FROM ({NAMED}) m LEFT JOIN LATERAL (
        SELECT n.id FROM profiling_linknode n WHERE n.kind = m.kind AND n.key = m.key AND n.edge_count <= %(hub)s
        OFFSET 0) n ON true
),
known AS (SELECT EXISTS (SELECT 1 FROM profiling_seizuretrace) AS any_seizure),
near AS (
    SELECT DISTINCT ON (q.revision_id) q.revision_id, t.hops, t.path, t.known_at, t.history_id
    FROM named JOIN q ON q.revision_id = named.history_id CROSS JOIN LATERAL (
        SELECT t.* FROM profiling_seizuretrace t WHERE t.node_id = named.node_id AND t.known_at < q.as_of
        ORDER BY t.hops LIMIT {TRACES_LOOKED_AT}) t
    CROSS JOIN LATERAL (SELECT 1 FROM profiling_history h
        WHERE h.revision_id = t.history_id AND h.consignment_id <> q.consignment_id OFFSET 0) h
    WHERE NOT EXISTS (SELECT 1 FROM profiling_linknode n WHERE n.id = ANY(t.path) AND n.edge_count > %(hub)s)
    ORDER BY q.revision_id, t.hops, t.known_at DESC
),
crew AS MATERIALIZED (
    SELECT k.history_id, k.kind, k.key FROM ({KEYS_OF_MANY}) k WHERE k.kind IN ('driver', 'broker')
),
together AS (
    SELECT DISTINCT ON (c.history_id) c.history_id AS revision_id, jsonb_build_object(
        'who', concat_ws(', ', string_agg(DISTINCT s.kind, ', '),
            CASE WHEN bool_or(e.carrier_id = q.carrier_id) THEN 'carrier' END),
        'month', to_char(max(s.seized_at), 'YYYY-MM')) AS evidence
    FROM crew c JOIN q ON q.revision_id = c.history_id CROSS JOIN LATERAL (
        SELECT o.history_id, o.kind, o.seized_at FROM profiling_historykey o
        WHERE o.kind = c.kind AND o.key = c.key AND o.seized_at < q.as_of LIMIT {CREW_JOURNEYS_LOOKED_AT}) s
    CROSS JOIN LATERAL (SELECT e.carrier_id FROM profiling_history e
        WHERE e.revision_id = s.history_id AND e.consignment_id <> q.consignment_id OFFSET 0) e
    GROUP BY c.history_id, s.history_id
    HAVING count(DISTINCT s.kind) + coalesce(bool_or(e.carrier_id = q.carrier_id), false)::int >= 2
    ORDER BY c.history_id, max(s.seized_at) DESC
)
SELECT b.revision_id, near.hops, nodes.revision_id IS NOT NULL AS has_node, known.any_seizure,
    CASE WHEN near.hops IS NOT NULL THEN ({_TOLD}) END AS told,
    coalesce(stated.kinds, 0) + (b.carrier_id IS NOT NULL)::int AS crew_stated, together.evidence
FROM q b CROSS JOIN known
LEFT JOIN (SELECT DISTINCT history_id AS revision_id FROM named) nodes USING (revision_id)
LEFT JOIN near USING (revision_id)
LEFT JOIN (SELECT history_id AS revision_id, count(DISTINCT kind) AS kinds FROM crew GROUP BY 1) stated
    USING (revision_id)
LEFT JOIN together USING (revision_id)
LEFT JOIN profiling_history h ON h.revision_id = near.history_id
"""


def link_facts(asked: Iterable[Asked]) -> dict[UUID, tuple[dict, dict]]:
    """Return (values, evidence) by revision id: `seizure_hops` (I06) and `crew_in_seizure` (A14)."""
    arguments = arguments_of(list(asked))
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, arguments | {"histories": arguments["revisions"], "hub": settings.LINK_HUB_EDGES})
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def _answers(hops, has_node, any_seizure, told, crew_stated, together) -> tuple[dict, dict]:
    nothing_near = HOPS_ANSWERED_TO if has_node and any_seizure else None
    values = {
        "seizure_hops": nothing_near if hops is None else hops,
        "crew_in_seizure": None if crew_stated < 2 else together is not None,
    }
    evidence = {"seizure_hops": told, "crew_in_seizure": together}
    return values, {name: json.loads(found) for name, found in evidence.items() if found}
