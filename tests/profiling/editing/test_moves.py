"""Buttons over a tree: every move keeps every condition, and what was moved is found where the officer goes on."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profiling.conditions.catalogue import FACTS, Level
from profiling.conditions.tree import as_json
from profiling.editing.draft import Draft
from profiling.editing.fields import new_fact
from profiling.editing.moves import MOVES, Moved, add, at, change_kind, level_at
from profiling.editing.nodes import SINGLE, Node
from tests.profiling.conditions.chance import random_condition
from tests.profiling.editing.posting import posted

MASS, SEAL, NIGHT, MODE = (
    new_fact(FACTS[name]) for name in ("gross_mass_kg", "seal_missing", "arrival_at_night", "mode")
)


def group(kind: str, *parts: Node) -> Node:
    return Node(kind, parts)


def told(node: Node | None) -> str:
    """The tree in short: all(mass any(seal night))."""
    if node is None:
        return ""
    if not node.is_group:
        return node.fact
    return f"{node.kind}({' '.join(map(told, node.parts))})"


TREE = group("all", MASS, group("any", SEAL, NIGHT), MODE)

# name, move, tree, place, told afterwards, where the officer goes on
MOVED = [
    ("up past a fact", "up", group("all", MASS, SEAL), (1,), "all(seal_missing gross_mass_kg)", (0,)),
    ("down into a group", "down", TREE, (0,), "all(any(gross_mass_kg seal_missing arrival_at_night) mode)", (0, 0)),
    ("up into a group", "up", TREE, (2,), "all(gross_mass_kg any(seal_missing arrival_at_night mode))", (1, -1)),
    ("up out of a group", "up", TREE, (1, 0), "all(gross_mass_kg seal_missing any(arrival_at_night) mode)", (1,)),
    ("down out of a group", "down", TREE, (1, 1), "all(gross_mass_kg any(seal_missing) arrival_at_night mode)", (2,)),
    ("no further up", "up", TREE, (0,), told(TREE), (0,)),
    ("the last out of its group takes the group away", "up", group("all", group("any", SEAL)), (0, 0),
     "all(seal_missing)", (0,)),
    ("out of a not", "down", group("not", group("all", SEAL, MASS)), (0, 1),
     "not(all(all(seal_missing) gross_mass_kg))", (0, 1)),
    ("wrapped", "wrap", group("all", MASS, SEAL), (1,), "all(gross_mass_kg all(seal_missing))", (1,)),
    ("taken apart", "unwrap", TREE, (1,), "all(gross_mass_kg seal_missing arrival_at_night mode)", ()),
    ("a root of one taken apart", "unwrap", group("not", MASS), (), "gross_mass_kg", ()),
    ("removed", "remove", TREE, (1,), "all(gross_mass_kg mode)", ()),
    ("all removed", "remove", MASS, (), "", ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "tree", "place", "after", "goes_on"), [c[1:] for c in MOVED], ids=[c[0] for c in MOVED]
)
def test_a_move(verb, tree, place, after, goes_on):
    moved = MOVES[verb](tree, place)
    assert (told(moved.root), moved.at) == (after, goes_on)


# name, tree, place, told afterwards
ADDED = [
    ("to nothing", None, (), "all(mode)"),
    ("to a group", TREE, (1,), "all(gross_mass_kg any(seal_missing arrival_at_night mode) mode)"),
    ("beside a fact", MASS, (), "all(gross_mass_kg mode)"),
    ("to a not of one fact", group("not", MASS), (), "not(all(gross_mass_kg mode))"),
    ("to a not of a group", group("not", group("any", MASS)), (), "not(any(gross_mass_kg mode))"),
    ("to an empty not", group("not"), (), "not(mode)"),
]


@pytest.mark.parametrize(("tree", "place", "after"), [case[1:] for case in ADDED], ids=[case[0] for case in ADDED])
def test_adding(tree, place, after):
    moved = add(tree, place, MODE)
    assert told(moved.root) == after and at(moved.root, moved.at) == MODE


def test_the_kind_of_a_group_is_changed_and_a_group_of_one_keeps_several_together():
    assert told(change_kind(TREE, (1,), "not").root) == (
        "all(gross_mass_kg not(all(seal_missing arrival_at_night)) mode)"
    )
    assert told(change_kind(MASS, (), "any").root) == "gross_mass_kg"


def facts_in(node: Node | None) -> Counter:
    if node is None:
        return Counter()
    return sum(map(facts_in, node.parts), Counter()) if node.is_group else Counter([node.fact])


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False))
def test_moving_loses_nothing(chance: random.Random):
    root = Node.of(as_json(random_condition(chance)))
    before = facts_in(root)
    for _ in range(12):
        places = [tuple(map(int, name.split("-")[1:])) for name, _path, _node in root.places("s", "s")]
        moved: Moved = MOVES[chance.choice(["up", "down", "wrap", "unwrap"])](root, chance.choice(places))
        assert moved.root is not None and facts_in(moved.root) == before
        root = moved.root
        assert all(len(node.parts) <= 1 for _n, _p, node in root.places("s", "s") if node.kind in SINGLE)


def test_a_fact_of_a_goods_item_brings_its_own_any_item():
    draft = Draft().done("add:scope", posted([("scope-new", ["Country of origin"])]))
    assert told(draft.scope) == "all(item(origin_country))"
    assert draft.focus == "scope-0-value"
    inside = Draft(group("item", MASS))
    assert level_at(inside.scope, ()) is Level.ITEM and level_at(TREE, (1,)) is Level.CONSIGNMENT


def test_a_fact_that_is_none_is_told_beside_its_field():
    draft = Draft(TREE).done("add:scope-1", posted([("scope-1-new", ["colour"])]))
    assert (draft.scope, draft.not_found, draft.focus) == (TREE, "scope-1", "scope-1-new")


def test_enter_adds_what_was_typed():
    draft = Draft(TREE).done("redraw", posted([("scope-new", [""]), ("scope-1-new", ["packages"])]))
    assert told(draft.scope) == "all(gross_mass_kg any(seal_missing arrival_at_night packages) mode)"


def test_indicators_are_added_moved_and_given_back_to_the_catalogue():
    draft = Draft().done("indicator", posted([("new-indicator", ["C07"])])).done("indicator", posted([]))
    assert [row.code for row in draft.rows] == ["C07", "X01"]
    assert draft.focus == "indicators-1-label"
    draft = draft.done("indicator-up:1", posted([]))
    assert [row.code for row in draft.rows] == ["X01", "C07"]
    draft = draft.done("remove:indicators-1-when", posted([])).done("indicator-usual:1", posted([]))
    assert told(draft.rows[1].when).startswith("item(")
    assert [row.code for row in draft.done("indicator-remove:0", posted([])).rows] == ["C07"]


NOWHERE = ["", "up", "up:scope-9-9", "remove:indicators-5-when", "indicator-up:x", "group:scope:many", "kind:scope"]
NOWHERE += ["indicator-remove:7", "wrap:../../etc", "explode:scope"]


@pytest.mark.parametrize("pressed", NOWHERE)
def test_a_button_that_leads_nowhere_changes_nothing(pressed):
    assert Draft(TREE).done(pressed, posted([])).scope == TREE
