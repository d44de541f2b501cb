"""Writes who and what moved together into the links, and how near every node is to a seizure.

Assessing only notes what is due (`LinkDue`); the links are written afterwards, by one worker at a time and set-wise:
counting up the same truck or trader inside two assessing transactions would make each wait for the other's commit.
A node with more than LINK_HUB_EDGES neighbours, such as a forwarder's phone, joins nothing.
"""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

BATCH = 1_000
NODES_OF_A_KIND = 10  # of one consignment: a train of 200 containers makes no 20,000 edges
NEW_TRACES_AT_MOST = 5_000  # of one statement
HOPS = 2
_LOCK = 0x6C696E6B  # "link": the advisory lock of who writes

# Found by their consignments alone: where a kind of key is new, a planner that has not counted it yet would read all
# keys of that kind. OFFSET 0 keeps it from that.
KEYS_OF_MANY = "SELECT * FROM profiling_historykey WHERE history_id = ANY(%(histories)s::uuid[]) OFFSET 0"

# Everything that names a consignment's nodes. owner: the trader that states a phone or address.
NAMED = f"""
SELECT history_id, kind, key, owner, known_at FROM (
    SELECT *, row_number() OVER (PARTITION BY history_id, kind ORDER BY key) AS place FROM (
        SELECT DISTINCT h.revision_id AS history_id, 'party' AS kind, p.id::text AS key, '' AS owner, h.known_at
        FROM profiling_history h CROSS JOIN LATERAL
            (VALUES (h.consignee_id), (h.consignor_id), (h.carrier_id)) AS p(id)
        WHERE h.revision_id = ANY(%(histories)s::uuid[]) AND p.id IS NOT NULL
        UNION ALL
        SELECT k.history_id, k.kind, k.key,
            CASE WHEN k.kind IN ('phone', 'address') THEN k.on_equipment ELSE '' END, k.known_at
        FROM ({KEYS_OF_MANY}) k WHERE k.kind IN ('phone', 'address', 'plate', 'container', 'driver')
    ) every
) numbered WHERE place <= {NODES_OF_A_KIND}
"""

_NODES = f"""
INSERT INTO profiling_linknode (kind, key, edge_count, first_seen_at, last_seen_at)
SELECT kind, key, 0, min(known_at), max(known_at) FROM ({NAMED}) n GROUP BY 1, 2
ON CONFLICT (kind, key) DO UPDATE SET first_seen_at = least(profiling_linknode.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(profiling_linknode.last_seen_at, excluded.last_seen_at)
"""

# An amended consignment adds what is new in it and counts nothing twice.
_EDGES = f"""
WITH named AS MATERIALIZED (
    SELECT m.*, n.id AS node_id, NOT EXISTS (
        SELECT 1 FROM profiling_history h JOIN profiling_history e ON e.consignment_id = h.consignment_id
        WHERE h.revision_id = m.history_id AND e.known_at < h.known_at) AS is_first
    FROM ({NAMED}) m JOIN profiling_linknode n ON n.kind = m.kind AND n.key = m.key
),
pairs AS (
    SELECT a.node_id AS low, b.node_id AS high, count(DISTINCT a.history_id) FILTER (WHERE a.is_first) AS firsts,
        min(a.known_at) AS first_seen, max(a.known_at) AS last_seen
    FROM named a JOIN named b ON b.history_id = a.history_id AND b.node_id > a.node_id
    WHERE (a.kind NOT IN ('phone', 'address') AND b.kind NOT IN ('phone', 'address'))
        OR (a.owner <> '' AND a.owner = b.key AND b.kind = 'party')
        OR (b.owner <> '' AND b.owner = a.key AND a.kind = 'party')
    GROUP BY 1, 2
)
INSERT INTO profiling_linkedge (low_id, high_id, consignment_count, first_seen_at, last_seen_at)
SELECT low, high, greatest(firsts, 1), first_seen, last_seen FROM pairs p
WHERE firsts > 0 OR NOT EXISTS (SELECT 1 FROM profiling_linkedge e WHERE e.low_id = p.low AND e.high_id = p.high)
ON CONFLICT (low_id, high_id) DO UPDATE SET
    consignment_count = profiling_linkedge.consignment_count + excluded.consignment_count,
    first_seen_at = least(profiling_linkedge.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(profiling_linkedge.last_seen_at, excluded.last_seen_at)
RETURNING low_id, high_id, first_seen_at, xmax = 0 AS is_new
"""

_COUNT_EDGES = """
UPDATE profiling_linknode n SET edge_count = n.edge_count + c.added
FROM (SELECT id, count(*) AS added FROM unnest(%(lows)s::bigint[] || %(highs)s::bigint[]) AS e(id) GROUP BY 1) c
WHERE n.id = c.id
"""

_SEIZED = f"""
INSERT INTO profiling_seizuretrace (node_id, history_id, hops, path, known_at)
SELECT DISTINCT ON (n.id, m.history_id) n.id, m.history_id, 0, ARRAY[n.id], h.outcome_recorded_at
FROM ({NAMED}) m JOIN profiling_history h ON h.revision_id = m.history_id AND h.outcome_is_seizure
JOIN profiling_linknode n ON n.kind = m.kind AND n.key = m.key AND n.edge_count <= %(hub)s
ON CONFLICT (node_id, history_id) DO NOTHING
RETURNING node_id, history_id, hops
"""


def _spread(near: str) -> str:
    """From nodes with a trace to their neighbours; `near` gives (node_id, history_id, other_id, first_seen)."""
    return f"""
INSERT INTO profiling_seizuretrace (node_id, history_id, hops, path, known_at)
SELECT * FROM (
    SELECT DISTINCT ON (near.other_id, t.history_id) near.other_id, t.history_id, t.hops + 1,
        t.path || near.other_id, greatest(t.known_at, near.first_seen)
    FROM ({near}) near
    JOIN profiling_seizuretrace t ON t.node_id = near.node_id AND t.hops < {HOPS}
        AND (near.history_id IS NULL OR t.history_id = near.history_id)
    JOIN profiling_linknode o ON o.id = near.node_id AND o.edge_count <= %(hub)s
    JOIN profiling_linknode n ON n.id = near.other_id AND n.edge_count <= %(hub)s
    WHERE near.other_id <> ALL(t.path)
    ORDER BY near.other_id, t.history_id, t.hops
) found LIMIT {NEW_TRACES_AT_MOST}
ON CONFLICT (node_id, history_id) DO UPDATE
    SET hops = excluded.hops, path = excluded.path, known_at = excluded.known_at
    WHERE excluded.hops < profiling_seizuretrace.hops
RETURNING node_id, history_id, hops
"""


_ALONG_NEW_EDGES = _spread("""
    SELECT low AS node_id, NULL::uuid AS history_id, high AS other_id, first_seen
    FROM unnest(%(lows)s::bigint[], %(highs)s::bigint[], %(since)s::timestamptz[]) AS e(low, high, first_seen)
    UNION ALL
    SELECT high, NULL::uuid, low, first_seen
    FROM unnest(%(lows)s::bigint[], %(highs)s::bigint[], %(since)s::timestamptz[]) AS e(low, high, first_seen)
""")
_ALONG_ALL_EDGES = _spread("""
    SELECT f.node_id, f.history_id, e.other_id, e.first_seen_at AS first_seen
    FROM unnest(%(nodes)s::bigint[], %(seizures)s::uuid[]) AS f(node_id, history_id)
    CROSS JOIN LATERAL (
        (SELECT high_id AS other_id, first_seen_at FROM profiling_linkedge WHERE low_id = f.node_id LIMIT %(hub)s)
        UNION ALL
        (SELECT low_id, first_seen_at FROM profiling_linkedge WHERE high_id = f.node_id LIMIT %(hub)s)
    ) e
""")


def link_due(limit: int = BATCH) -> int:
    """Write up to `limit` of what is due; return how many. 0 also while another worker writes."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(
            "DELETE FROM profiling_linkdue WHERE id IN (SELECT id FROM profiling_linkdue ORDER BY id LIMIT %s)"
            " RETURNING history_id, is_outcome",
            [limit],
        )
        due = cursor.fetchall()
        if due:
            _link(cursor, [pk for pk, is_outcome in due if not is_outcome], [pk for pk, _outcome in due])
        return len(due)


def _link(cursor, remembered: Sequence[UUID], all_due: Sequence[UUID]) -> None:
    edges = _write_edges(cursor, remembered) if remembered else []
    hub = settings.LINK_HUB_EDGES
    # A corrected outcome takes its traces back before it leaves new ones.
    cursor.execute("DELETE FROM profiling_seizuretrace WHERE history_id = ANY(%s)", [list(all_due)])
    cursor.execute(_SEIZED, {"histories": list(all_due), "hub": hub})
    reached = _spread_all(cursor, cursor.fetchall(), hub)
    if edges:
        lows, highs, since = (list(column) for column in zip(*edges, strict=True))
        cursor.execute(_ALONG_NEW_EDGES, {"lows": lows, "highs": highs, "since": since, "hub": hub})
        reached += cursor.fetchall()
    _spread_all(cursor, reached, hub)


def _write_edges(cursor, remembered: Sequence[UUID]) -> list[tuple]:
    """Return the edges that are new, as (low, high, first seen)."""
    cursor.execute(_NODES, {"histories": list(remembered)})
    cursor.execute(_EDGES, {"histories": list(remembered)})
    new = [(low, high, first_seen) for low, high, first_seen, is_new in cursor.fetchall() if is_new]
    if new:
        cursor.execute(_COUNT_EDGES, {"lows": [edge[0] for edge in new], "highs": [edge[1] for edge in new]})
    return new


def _spread_all(cursor, frontier: Sequence[tuple], hub: int) -> list[tuple]:
    """Go one hop on from traces that were just written; return what that reached."""
    open_ends = [(node, seizure) for node, seizure, hops in frontier if hops < HOPS]
    if not open_ends:
        return []
    nodes, seizures = (list(column) for column in zip(*open_ends, strict=True))
    cursor.execute(_ALONG_ALL_EDGES, {"nodes": nodes, "seizures": seizures, "hub": hub})
    return cursor.fetchall()
