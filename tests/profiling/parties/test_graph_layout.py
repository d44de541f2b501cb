"""Where the boxes of the drawn graph stand: all inside the picture, none on another, the same every time."""

import re
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as some

from profiling.presenting.graph_layout import BOX_HEIGHT, BOX_WIDTH, curve, laid_out


def graph(size: int, seed: int) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """So many nodes within two hops, and some edges inside a column or between two that stand side by side."""
    chance = Random(seed)
    nodes = {node: chance.randrange(3) for node in range(size)}
    pairs = [pair for pair in combinations(nodes, 2) if abs(nodes[pair[0]] - nodes[pair[1]]) < 2]
    return nodes, chance.sample(pairs, min(len(pairs), chance.randrange(60)))


# Two numbers are drawn in no time, also on a loaded machine.
graphs = some.builds(graph, some.integers(1, 40), some.integers(0, 2**32))


@settings(deadline=None)
@given(graphs)
def test_no_box_leaves_the_picture_or_lies_on_another(graph):
    hops, edges = graph
    layout = laid_out(hops, edges)
    assert set(layout.corners) == set(hops)
    for x, y in layout.corners.values():
        assert 0 <= x <= layout.width - BOX_WIDTH and 0 <= y <= layout.height - BOX_HEIGHT
    for (x1, y1), (x2, y2) in combinations(layout.corners.values(), 2):
        assert abs(x1 - x2) >= BOX_WIDTH or abs(y1 - y2) >= BOX_HEIGHT


@settings(deadline=None)
@given(graphs)
def test_every_curve_stays_inside_the_picture(graph):
    hops, edges = graph
    layout = laid_out(hops, edges)
    for low, high in edges:
        numbers = [int(text) for text in re.findall(r"-?\d+", curve(layout.corners[low], layout.corners[high]))]
        assert all(0 <= x <= layout.width for x in numbers[::2])
        assert all(0 <= y <= layout.height for y in numbers[1::2])


@settings(deadline=None)
@given(graphs)
def test_the_same_graph_is_drawn_the_same(graph):
    hops, edges = graph
    assert laid_out(hops, edges) == laid_out(dict(hops), list(edges))


def test_a_neighbour_stands_beside_what_it_hangs_on():
    hops = {1: 0, 2: 0, 3: 1, 4: 1}
    corners = laid_out(hops, [(1, 4), (2, 3)]).corners
    assert corners[4][1] == corners[1][1] and corners[3][1] == corners[2][1]


def test_a_curve_inside_one_column_bulges_to_the_right():
    corners = laid_out({1: 0, 2: 0}, [(1, 2)]).corners
    x, *_rest = (int(text) for text in re.findall(r"C(\d+)", curve(corners[1], corners[2])))
    assert x > corners[1][0] + BOX_WIDTH
