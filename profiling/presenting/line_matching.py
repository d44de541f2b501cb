"""Pairs the lines of two revisions: the same line may bear another number, and a number another line."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Line = TypeVar("Line")
Pair = tuple[Line | None, Line | None, Line]


def matched(older: Sequence[Line], newer: Sequence[Line], keys: Iterable[Callable[[Line], Hashable]]) -> list[Pair]:
    """Return (before, after, the one that is there), in the order of the newer lines; those that are gone come last.

    None: not there. keys: what makes two lines one, the strictest first; among equals the first is taken.
    """
    partner: dict[int, int] = {}  # position in newer -> position in older
    left = dict(enumerate(older))
    for key in keys:
        by_key: dict[Hashable, list[int]] = {}
        for place, line in left.items():
            by_key.setdefault(key(line), []).append(place)
        for place, line in enumerate(newer):
            if place not in partner and by_key.get(key(line)):
                partner[place] = by_key[key(line)].pop(0)
                del left[partner[place]]
    pairs: list[Pair] = [
        (older[partner[place]] if place in partner else None, line, line) for place, line in enumerate(newer)
    ]
    return pairs + [(line, None, line) for line in left.values()]
