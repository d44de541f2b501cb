"""Where the boxes of a drawn graph stand: one column for each hop, each column ordered by what it hangs on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

BOX_WIDTH = 226
BOX_HEIGHT = 34
ROW = 42
GUTTER = 106  # between two columns, for the curves
BULGE = 56  # how far a curve between two boxes of one column may stand out
EDGE = 6  # around everything, so that no stroke is cut


@dataclass(frozen=True, slots=True)
class Layout:
    """Size of the picture, and the upper left corner of each node's box."""

    width: int
    height: int
    corners: Mapping[int, tuple[int, int]]


def laid_out(hops: Mapping[int, int], edges: Iterable[tuple[int, int]]) -> Layout:
    """Place nodes, given in order with their hops from the roots (0, 1, 2…); the same input gives the same picture.

    A column stands in the middle of the height; its nodes follow the middle of their neighbours to the left.
    """
    columns = _columns(hops, list(edges))
    longest = max((len(column) for column in columns), default=0)
    height = 2 * EDGE + max(longest * ROW - (ROW - BOX_HEIGHT), BOX_HEIGHT)
    corners = {}
    for place, column in enumerate(columns):
        top = EDGE + (longest - len(column)) * ROW // 2
        for row, node in enumerate(column):
            corners[node] = (EDGE + place * (BOX_WIDTH + GUTTER), top + row * ROW)
    width = 2 * EDGE + max(len(columns), 1) * (BOX_WIDTH + GUTTER) - GUTTER + BULGE
    return Layout(width, height, corners)


def curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the path of an edge between two boxes: across a gutter, or bulging beside a column that holds both."""
    (left, y1), (right, y2) = sorted([start, end])
    y1, y2 = y1 + BOX_HEIGHT // 2, y2 + BOX_HEIGHT // 2
    if left == right:
        out = left + BOX_WIDTH
        bulge = min(BULGE, 14 + abs(y2 - y1) // 6)
        return f"M{out} {y1}C{out + bulge} {y1} {out + bulge} {y2} {out} {y2}"
    left += BOX_WIDTH
    middle = (left + right) // 2
    return f"M{left} {y1}C{middle} {y1} {middle} {y2} {right} {y2}"


def _columns(hops: Mapping[int, int], edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    columns: list[list[int]] = [[] for _hop in sorted(set(hops.values()))]
    position = {hop: place for place, hop in enumerate(sorted(set(hops.values())))}
    for node, hop in hops.items():
        columns[position[hop]].append(node)
    beside: dict[int, list[int]] = {node: [] for node in hops}
    for low, high in edges:
        beside[low].append(high)
        beside[high].append(low)
    for before, column in pairwise(columns):
        rows = {node: row for row, node in enumerate(before)}
        order = {node: place for place, node in enumerate(column)}
        column.sort(key=lambda node: (_middle([rows[o] for o in beside[node] if o in rows], len(before)), order[node]))
    return columns


def _middle(rows: Sequence[int], otherwise: float) -> float:
    return sum(rows) / len(rows) if rows else otherwise
