"""What a button does to the tree: verbs over a condition and the place (numbers from its root) the button stands at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from profiling.conditions.catalogue import Level
from profiling.editing.nodes import GROUPS, Node

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The tree after a move (None: nothing is left), and where the officer goes on."""

    root: Node | None
    at: Place = ()


def at(root: Node, place: Sequence[int]) -> Node:
    """Return the node at a place; raise IndexError where there is none."""
    for number in place:
        root = root.parts[number]
    return root


def replaced(root: Node, place: Place, node: Node) -> Node:
    """Return the tree with another node at the place."""
    if not place:
        return node
    parts = list(root.parts)
    parts[place[0]] = replaced(parts[place[0]], place[1:], node)
    return Node(root.kind, tuple(parts), root.fact, root.operator, root.value)


def level_at(root: Node | None, place: Place) -> Level:
    """Return of which level the facts below this place are."""
    node = root
    for number in (*place, None):
        if node is None or node.kind == "item":
            return Level.ITEM if node else Level.CONSIGNMENT
        node = node.parts[number] if number is not None and number < len(node.parts) else None
    return Level.CONSIGNMENT


def add(root: Node | None, place: Place, node: Node) -> Moved:
    """Put a node at the end of the group; what is no group is put into one with it."""
    if root is None:
        return Moved(Node("all", (node,)), (0,))
    group = at(root, place)
    if not group.is_group:
        return Moved(replaced(root, place, Node("all", (group, node))), (*place, 1))
    if group.kind in ("not", "item") and group.parts:
        inner = group.parts[0]
        if inner.kind in ("all", "any"):
            return add(root, (*place, 0), node)
        return Moved(replaced(root, place, group.with_parts((inner, node))), (*place, 0, 1))
    return Moved(replaced(root, place, group.with_parts((*group.parts, node))), (*place, len(group.parts)))


def remove(root: Node, place: Place) -> Moved:
    """Take the node out; a group may be left empty."""
    if not place:
        return Moved(None)
    above, number = place[:-1], place[-1]
    group = at(root, above)
    at(root, place)
    parts = group.parts[:number] + group.parts[number + 1 :]
    return Moved(replaced(root, above, group.with_parts(parts)), above)


def wrap(root: Node, place: Place) -> Moved:
    """Put the node into a group of its own, whose kind can then be chosen."""
    return Moved(replaced(root, place, Node("all", (at(root, place),))), place)


def unwrap(root: Node, place: Place) -> Moved:
    """Put the parts of a group in its place."""
    group = at(root, place)
    if not group.is_group:
        return Moved(root, place)
    if not place:
        return Moved(group.parts[0] if len(group.parts) == 1 else group if group.parts else None)
    above, number = place[:-1], place[-1]
    outer = at(root, above)
    parts = outer.parts[:number] + group.parts + outer.parts[number + 1 :]
    return Moved(replaced(root, above, outer.with_parts(parts)), above)


def up(root: Node, place: Place) -> Moved:
    """Move one step towards the beginning: into the group before, past the fact before, or out of the own group."""
    return _step(root, place, -1)


def down(root: Node, place: Place) -> Moved:
    """Move one step towards the end."""
    return _step(root, place, 1)


def change_kind(root: Node, place: Place, kind: str) -> Moved:
    group = at(root, place)
    if kind not in GROUPS or not group.is_group:
        return Moved(root, place)
    return Moved(replaced(root, place, group.with_kind(kind)), place)


MOVES: dict[str, Callable[[Node, Place], Moved]] = {
    "remove": remove,
    "wrap": wrap,
    "unwrap": unwrap,
    "up": up,
    "down": down,
}


def _step(root: Node, place: Place, by: int) -> Moved:
    if not place:
        return Moved(root, place)
    above, number = place[:-1], place[-1]
    group, node = at(root, above), at(root, place)
    beside = number + by
    if 0 <= beside < len(group.parts):
        neighbour = group.parts[beside]
        rest = [part for n, part in enumerate(group.parts) if n != number]
        if neighbour.kind in ("all", "any"):
            inside = (node, *neighbour.parts) if by > 0 else (*neighbour.parts, node)
            into = beside - 1 if by > 0 else beside
            rest[into] = Node(neighbour.kind, inside)
            return Moved(replaced(root, above, Node(group.kind, tuple(rest))), (*above, into, 0 if by > 0 else -1))
        rest.insert(beside, node)
        return Moved(replaced(root, above, Node(group.kind, tuple(rest))), (*above, beside))
    if not above:
        return Moved(root, place)
    outer_place, outer_number = above[:-1], above[-1]
    left = group.with_parts(tuple(part for n, part in enumerate(group.parts) if n != number))
    outer = at(root, outer_place)
    parts = [*outer.parts]
    parts[outer_number : outer_number + 1] = [node, left] if by < 0 else [left, node]
    kept = [part for part in parts if part is not left or left.parts]
    moved = outer.with_parts(tuple(kept))
    # A group of one part has put the two into a group of their own.
    nested: Place = () if moved.kind == outer.kind and moved.parts == tuple(kept) else (0,)
    return Moved(replaced(root, outer_place, moved), (*outer_place, *nested, kept.index(node)))
