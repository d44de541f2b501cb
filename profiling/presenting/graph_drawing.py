"""The links around a party or a consignment as a picture of boxes and curves, and as the table beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiling.models import NodeKind
from profiling.presenting.graph_layout import BOX_HEIGHT, BOX_WIDTH, curve, laid_out
from profiling.presenting.pages_of_pieces import page_of_piece
from profiling.reading.link_graph import GraphNode, LinkGraph

LETTERS = 27  # that fit into a box
OF_A_ROW = 8  # others that a row of the table names


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """label: what fits into the box; text: all of it. href: its page, else its row in the table."""

    anchor: str
    x: int
    y: int
    kind: str
    label: str
    text: str
    tone: str
    href: str


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """path: of the curve; is_direct: from a root; sentence: what it says."""

    path: str
    is_direct: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class GraphRow:
    """A node as a row: page "" where it has none; others: (anchor, text, sentence) of what it moved with."""

    anchor: str
    kind: str
    text: str
    page: str
    hops: int
    was_seized: bool
    is_hub: bool
    last_seen: str
    others: list[tuple[str, str, str]]
    more: int


@dataclass(frozen=True, slots=True)
class DrawnGraph:
    """Everything that the picture and its table show; `sentence` names the picture."""

    width: int
    height: int
    box_width: int
    box_height: int
    nodes: list[DrawnNode]
    edges: list[DrawnEdge]
    rows: list[GraphRow]
    sentence: str
    is_cut: bool


def drawn_graph(graph: LinkGraph) -> DrawnGraph | None:
    """Return the picture; None where nothing is linked."""
    if len(graph.nodes) < 2:
        return None
    nodes = {node.id: node for node in graph.nodes}
    pairs = [(edge.low, edge.high) for edge in graph.edges]
    layout = laid_out({node.id: node.hops for node in graph.nodes}, pairs)
    rows = _rows(graph, nodes)
    pages = {row.anchor: row.page for row in rows}
    return DrawnGraph(
        width=layout.width,
        height=layout.height,
        box_width=BOX_WIDTH,
        box_height=BOX_HEIGHT,
        nodes=[_drawn(node, *layout.corners[node.id], pages[_anchor(node)]) for node in graph.nodes],
        edges=[
            DrawnEdge(
                path=curve(layout.corners[edge.low], layout.corners[edge.high]),
                is_direct=0 in (nodes[edge.low].hops, nodes[edge.high].hops),
                sentence=f"{_text(nodes[edge.low])} – {_text(nodes[edge.high])}: {_consignments(edge.consignments)}",
            )
            for edge in graph.edges
        ],
        rows=rows,
        sentence=_sentence(graph.nodes),
        is_cut=graph.is_cut,
    )


def _drawn(node: GraphNode, x: int, y: int, page: str) -> DrawnNode:
    text = _text(node)
    notes = [_kind(node), _("in a seizure") if node.was_seized else "", _("joins too many") if node.is_hub else ""]
    return DrawnNode(
        anchor=_anchor(node),
        x=x,
        y=y,
        kind=" · ".join(filter(None, notes)),
        label=text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…",
        text=text,
        tone=" ".join(filter(None, ["me" if node.hops == 0 else "", "bad" if node.was_seized else ""])),
        href=page or f"#{_anchor(node)}",
    )


def _rows(graph: LinkGraph, nodes: dict[int, GraphNode]) -> list[GraphRow]:
    beside: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for edge in sorted(graph.edges, key=lambda edge: edge.last_seen_at, reverse=True):
        for node, other in [(edge.low, edge.high), (edge.high, edge.low)]:
            told = (_anchor(nodes[other]), _text(nodes[other]), _consignments(edge.consignments))
            beside[node].append(told)
    return [
        GraphRow(
            anchor=_anchor(node),
            kind=_kind(node),
            text=_text(node),
            page=_page(node),
            hops=node.hops,
            was_seized=node.was_seized,
            is_hub=node.is_hub,
            last_seen=date_format(localtime(node.last_seen_at), "DATE_FORMAT"),
            others=beside[node.id][:OF_A_ROW],
            more=max(0, len(beside[node.id]) - OF_A_ROW),
        )
        for node in graph.nodes
    ]


def _page(node: GraphNode) -> str:
    if not node.key:
        return ""
    if node.kind == NodeKind.PARTY:
        return reverse("profiling:party-show", args=[node.key])
    return page_of_piece(node.key) if node.kind in {NodeKind.CONTAINER, NodeKind.PLATE} else ""


def _text(node: GraphNode) -> str:
    """What it is called; an address is kept as a digest only, and what is another unit's is not told."""
    if node.kind == NodeKind.ADDRESS:
        return _("an address")
    return node.text or _("not of your unit")


def _kind(node: GraphNode) -> str:
    return str(NodeKind(node.kind).label)


def _anchor(node: GraphNode) -> str:
    return f"node-{node.id}"


def _consignments(count: int) -> str:
    return ngettext("%(count)d consignment", "%(count)d consignments", count) % {"count": count}


def _sentence(nodes: Iterable[GraphNode]) -> str:
    nodes = list(nodes)
    told = {
        "roots": ", ".join(_text(node) for node in nodes if node.hops == 0),
        "count": sum(node.hops > 0 for node in nodes),
        "seized": sum(node.was_seized for node in nodes),
    }
    return (
        _("Links of %(roots)s: %(count)d others within two steps, %(seized)d of all were in a seizure. See the table.")
        % told
    )
