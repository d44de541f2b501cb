"""Who and what else moved with the parties, vehicles and boxes of one consignment: the next step in the links."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from profiling.linking import NAMED

OF_ONE_NODE = 5
JOURNEYS_LOOKED_AT = 200  # of a neighbour, to find one of the reader's unit

# A neighbour that no consignment of the reader's unit names is told by its kind only.
IS_OURS = f"""
CASE WHEN %(unit)s::uuid IS NULL THEN true
WHEN n.kind = 'party' THEN EXISTS (SELECT 1 FROM (
    (SELECT unit_id FROM profiling_history WHERE consignee_id = n.key::uuid LIMIT {JOURNEYS_LOOKED_AT})
    UNION ALL (SELECT unit_id FROM profiling_history WHERE consignor_id = n.key::uuid LIMIT {JOURNEYS_LOOKED_AT})
    UNION ALL (SELECT unit_id FROM profiling_history WHERE carrier_id = n.key::uuid LIMIT {JOURNEYS_LOOKED_AT})
    ) seen WHERE seen.unit_id = %(unit)s)
ELSE EXISTS (SELECT 1 FROM (
    SELECT h.unit_id FROM profiling_historykey k JOIN profiling_history h ON h.revision_id = k.history_id
    WHERE k.kind = n.kind AND k.key = n.key LIMIT {JOURNEYS_LOOKED_AT}) seen WHERE seen.unit_id = %(unit)s)
END
"""
TEXT = """
CASE {node}.kind WHEN 'address' THEN ''
WHEN 'party' THEN coalesce((SELECT p.name FROM consignments_party p WHERE p.id::text = {node}.key), '')
ELSE {node}.key END
"""

_STATEMENT = f"""
WITH own AS MATERIALIZED (
    SELECT DISTINCT o.* FROM ({NAMED}) m JOIN profiling_linknode o ON o.kind = m.kind AND o.key = m.key
)
SELECT own.kind, {TEXT.format(node="own")}, own.edge_count, n.kind,
    CASE WHEN {IS_OURS} THEN {TEXT.format(node="n")} ELSE '' END, e.consignment_count, e.last_seen_at,
    EXISTS (SELECT 1 FROM profiling_seizuretrace t WHERE t.node_id = n.id AND t.hops = 0)
FROM own CROSS JOIN LATERAL (
    SELECT * FROM (
        (SELECT high_id AS other_id, consignment_count, last_seen_at FROM profiling_linkedge
            WHERE low_id = own.id LIMIT %(hub)s)
        UNION ALL
        (SELECT low_id, consignment_count, last_seen_at FROM profiling_linkedge WHERE high_id = own.id LIMIT %(hub)s)
    ) both_ways WHERE other_id NOT IN (SELECT id FROM own)
    ORDER BY last_seen_at DESC LIMIT {OF_ONE_NODE}
) e JOIN profiling_linknode n ON n.id = e.other_id
WHERE own.edge_count <= %(hub)s
ORDER BY own.kind, own.key, e.last_seen_at DESC
"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """own: what the consignment names; other: what moved with it elsewhere. text: "" where only the kind is told."""

    own_kind: str
    own_text: str
    own_edges: int
    kind: str
    text: str
    consignments: int
    last_seen_at: datetime
    was_seized: bool


def neighbours_of(revision_id: UUID, unit_id: UUID | None) -> list[Neighbour]:
    """Return at most OF_ONE_NODE neighbours of each thing that the revision names, the latest first.

    What joins too many is left out. unit_id: whose consignments the reader may know; None for all.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, {"histories": [revision_id], "unit": unit_id, "hub": settings.LINK_HUB_EDGES})
        return [Neighbour(*row) for row in cursor.fetchall()]
