"""Reads the nodes within two hops of a party, or of what a consignment names, and the edges between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from profiling.linking import NAMED
from profiling.models import LinkNode, NodeKind

ROOTS_AT_MOST = 8
FIRST_HOP_AT_MOST = 14
SECOND_HOP_AT_MOST = 18  # together forty: more is a picture that nobody reads
OF_ONE_ROOT = 10
OF_ONE_NEIGHBOUR = 4
JOURNEYS_LOOKED_AT = 200  # of a node, to find one of the reader's unit

# A node that no consignment of the reader's unit names is told by its kind only.
_IS_OURS = f"""
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
_TEXT = """
CASE n.kind WHEN 'address' THEN ''
WHEN 'party' THEN coalesce((SELECT p.name FROM consignments_party p WHERE p.id::text = n.key), '')
ELSE n.key END
"""

# What was in a seizure comes first, then the latest; the id makes the choice the same every time.
_NEXT = """
SELECT near.other_id FROM unnest(%(from)s::bigint[]) WITH ORDINALITY AS f(id, place)
CROSS JOIN LATERAL (
    SELECT other_id, last_seen_at,
        EXISTS (SELECT 1 FROM profiling_seizuretrace t WHERE t.node_id = other_id AND t.hops = 0) AS was_seized
    FROM (
        (SELECT high_id AS other_id, last_seen_at FROM profiling_linkedge WHERE low_id = f.id LIMIT %(hub)s)
        UNION ALL
        (SELECT low_id, last_seen_at FROM profiling_linkedge WHERE high_id = f.id LIMIT %(hub)s)
    ) both_ways WHERE other_id <> ALL(%(known)s::bigint[])
    ORDER BY was_seized DESC, last_seen_at DESC, other_id LIMIT %(each)s
) near
GROUP BY near.other_id ORDER BY bool_or(near.was_seized) DESC, max(near.last_seen_at) DESC, near.other_id LIMIT %(most)s
"""
_ROOTS = f"""
SELECT DISTINCT n.id, n.kind FROM ({NAMED}) m JOIN profiling_linknode n ON n.kind = m.kind AND n.key = m.key
ORDER BY n.kind, n.id
"""
_NODES = f"""
SELECT n.id, n.kind, n.key, {_TEXT}, {_IS_OURS}, n.edge_count > %(hub)s, n.first_seen_at, n.last_seen_at,
    EXISTS (SELECT 1 FROM profiling_seizuretrace t WHERE t.node_id = n.id AND t.hops = 0)
FROM profiling_linknode n WHERE n.id = ANY(%(ids)s::bigint[])
"""
_EDGES = """
SELECT low_id, high_id, consignment_count, last_seen_at FROM profiling_linkedge
WHERE low_id = ANY(%(ids)s::bigint[]) AND high_id = ANY(%(ids)s::bigint[]) ORDER BY low_id, high_id
"""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """key, text: "" where only the kind may be told. hops: 0 for a root. is_hub: it joins too many to join any."""

    id: int
    kind: str
    key: str
    text: str
    hops: int
    is_hub: bool
    was_seized: bool
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """Two nodes that moved together in so many consignments."""

    low: int
    high: int
    consignments: int
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class LinkGraph:
    """Nodes by hops; is_cut: a hop has more neighbours than are told."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    is_cut: bool


def graph_of_party(party_id: UUID, unit_id: UUID | None) -> LinkGraph:
    """Return the links around a party; unit_id: whose consignments the reader may know, None for all."""
    roots = LinkNode.objects.filter(kind=NodeKind.PARTY, key=str(party_id)).values_list("pk", flat=True)
    return _around(list(roots), unit_id)


def graph_of_revision(revision_id: UUID, unit_id: UUID | None) -> LinkGraph:
    """Return the links around the parties, vehicles, boxes, phones and addresses that a revision names."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOTS, {"histories": [revision_id]})
        return _around([pk for pk, _kind in cursor.fetchall()][:ROOTS_AT_MOST], unit_id)


def _around(roots: Sequence[int], unit_id: UUID | None) -> LinkGraph:
    if not roots:
        return LinkGraph((), (), is_cut=False)
    hub = settings.LINK_HUB_EDGES
    hops = dict.fromkeys(roots, 0)
    with connection.cursor() as cursor:
        is_cut = False
        frontier: Iterable[int] = roots
        for hop, each, most in [(1, OF_ONE_ROOT, FIRST_HOP_AT_MOST), (2, OF_ONE_NEIGHBOUR, SECOND_HOP_AT_MOST)]:
            opened = _that_join(cursor, frontier, hub)
            found = _next(cursor, opened, list(hops), each, most + 1, hub)
            is_cut |= len(found) > most
            frontier = found[:most]
            hops |= dict.fromkeys(frontier, hop)
        cursor.execute(_NODES, {"ids": list(hops), "unit": unit_id, "hub": hub})
        nodes = [_node(hops, *row) for row in cursor.fetchall()]
        cursor.execute(_EDGES, {"ids": list(hops)})
        edges = tuple(GraphEdge(*row) for row in cursor.fetchall())
    return LinkGraph(tuple(sorted(nodes, key=lambda node: (node.hops, node.kind, node.text, node.id))), edges, is_cut)


def _that_join(cursor: Any, ids: Iterable[int], hub: int) -> list[int]:
    """Leave out what joins too many to join anything."""
    cursor.execute(
        "SELECT id FROM profiling_linknode WHERE id = ANY(%s::bigint[]) AND edge_count <= %s ORDER BY id",
        [list(ids), hub],
    )
    return [row[0] for row in cursor.fetchall()]


def _next(cursor: Any, opened: list[int], known: list[int], each: int, most: int, hub: int) -> list[int]:
    cursor.execute(_NEXT, {"from": opened, "known": known, "each": each, "most": most, "hub": hub})
    return [row[0] for row in cursor.fetchall()]


def _node(hops: dict[int, int], pk, kind, key, text, is_ours, is_hub, first_seen_at, last_seen_at, was_seized):
    return GraphNode(
        id=pk,
        kind=kind,
        key=key if is_ours else "",
        text=text if is_ours else "",
        hops=hops[pk],
        is_hub=is_hub,
        was_seized=was_seized,
        first_seen_at=first_seen_at,
        last_seen_at=last_seen_at,
    )
