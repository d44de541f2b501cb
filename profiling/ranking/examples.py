"""Examined consignments as examples: the facts as they were frozen, the outcome, and whether chance chose them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np

# Strictest first, as they stand in the queue.
LANES = ("red", "yellow", "blue", "green")


@dataclass(frozen=True, slots=True)
class Example:
    """values: one for each feature, None = not known. known_at: as of when the facts are; recorded_at: the outcome."""

    consignment_id: UUID
    known_at: datetime
    recorded_at: datetime
    is_positive: bool
    is_drawn: bool
    lane: str
    score: int
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Those to learn from were known, and their outcome recorded, before `at`; the others became known since."""

    at: datetime
    learnt: list[Example]
    held_back: list[Example]


def counted_once(examples: Iterable[Example]) -> list[Example]:
    """Return the first examined round of each consignment, oldest first: later rounds repeat it."""
    first: dict[UUID, Example] = {}
    for example in sorted(examples, key=lambda each: (each.known_at, each.recorded_at)):
        first.setdefault(example.consignment_id, example)
    return list(first.values())


def split_in_time(examples: Iterable[Example], at: datetime) -> Split:
    """Split forward in time; an example known before and found after `at` belongs to neither side."""
    once = counted_once(examples)
    return Split(
        at,
        [each for each in once if each.known_at < at and each.recorded_at < at],
        [each for each in once if each.known_at >= at],
    )


def matrix(examples: Sequence[Example], width: int) -> np.ndarray:
    """Return a row for each example, NaN where a fact is not known."""
    rows = [[np.nan if value is None else float(value) for value in each.values] for each in examples]
    return np.array(rows, dtype=float).reshape(len(examples), width)


def outcomes(examples: Sequence[Example]) -> np.ndarray:
    return np.array([each.is_positive for each in examples], dtype=float)
