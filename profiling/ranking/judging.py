"""How well an order of cases would have served: what is found at a capacity, beside the profiles' order and chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from profiling.measuring.rates import Rate
from profiling.ranking.examples import LANES, Example
from profiling.ranking.readiness import rate_of

BANDS = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of the random arm held back, the `capacity` highest in each order; by_chance: all of it.

    look_from: the probability of the last that the ranker would have had looked at.
    """

    capacity: int
    look_from: float
    by_ranker: Rate
    by_profiles: Rate
    by_chance: Rate

    @property
    def is_no_worse(self) -> bool:
        """Whether the ranker found at least as many as the profiles did."""
        return self.by_ranker.positive >= self.by_profiles.positive


@dataclass(frozen=True, slots=True)
class Band:
    """Cases of like probability: what was expected of them on average, 0-1, and what was found."""

    expected: float
    found: Rate


def compared(arm: Sequence[Example], probabilities: np.ndarray, share_of_traffic: float) -> Comparison:
    """share_of_traffic: what the posts can examine of all that arrives, 0-1; at least one case is looked at."""
    capacity = max(1, round(len(arm) * share_of_traffic))
    best_first = np.argsort(-probabilities, kind="stable")[:capacity]
    by_ranker = [arm[i] for i in best_first]
    by_profiles = sorted(arm, key=lambda each: (LANES.index(each.lane), -each.score))[:capacity]
    look_from = float(probabilities[best_first[-1]])
    return Comparison(capacity, look_from, rate_of(by_ranker), rate_of(by_profiles), rate_of(arm))


def calibration(arm: Sequence[Example], probabilities: np.ndarray) -> list[Band]:
    """Return up to BANDS bands of equal size, from the least to the most probable."""
    order = np.argsort(probabilities, kind="stable")
    return [
        Band(float(probabilities[places].mean()), rate_of([arm[i] for i in places]))
        for places in np.array_split(order, BANDS)
        if len(places)
    ]
