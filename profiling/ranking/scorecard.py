"""The logistic scorecard: each fact in a few bins with smoothed log odds, weighed together, readable as points.

Log odds of a bin are shrunk towards the whole by PRIOR examples, so that a bin with three outcomes says little; "not
known" is a bin of its own. Bins of a fact with a direction are made to follow it. Weights are never negative: a weight
below zero would turn a bin's meaning round. Points: 20 double the odds.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from profiling.ranking.features import Feature

BINS = 5
PRIOR = 20.0  # examples of the whole that are added to every bin
RIDGE = 1.0
POINTS_PER_LOG_ODDS = 20 / log(2)


@dataclass(frozen=True, slots=True)
class Binned:
    """edges: upper ends of the bins but the last, rising. log_odds: of each bin over the whole, then of "unknown"."""

    name: str
    edges: tuple[float, ...]
    log_odds: tuple[float, ...]

    def read(self, column: np.ndarray) -> np.ndarray:
        places = np.searchsorted(np.array(self.edges), np.nan_to_num(column), side="left")
        places[np.isnan(column)] = len(self.log_odds) - 1
        return np.array(self.log_odds)[places]


@dataclass(frozen=True, slots=True)
class Scorecard:
    facts: tuple[Binned, ...]
    weights: tuple[float, ...]
    intercept: float

    @classmethod
    def fit(cls, rows: np.ndarray, found: np.ndarray, features: Sequence[Feature]) -> "Scorecard":
        """rows: an example each, NaN = not known; found: 1 for a positive outcome, 0 for none."""
        facts = tuple(_binned(rows[:, i], found, feature) for i, feature in enumerate(features))
        read = np.column_stack([fact.read(rows[:, i]) for i, fact in enumerate(facts)])

        def loss(packed: np.ndarray) -> tuple[float, np.ndarray]:
            odds = packed[0] + read @ packed[1:]
            off = expit(odds) - found
            value = float(np.logaddexp(0, odds).sum() - found @ odds + RIDGE / 2 * (packed[1:] ** 2).sum())
            return value, np.concatenate([[off.sum()], read.T @ off + RIDGE * packed[1:]])

        start = np.zeros(1 + len(facts))
        bounds = [(None, None), *[(0.0, None)] * len(facts)]
        best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
        return cls(facts, tuple(float(weight) for weight in best[1:]), float(best[0]))

    def probabilities(self, rows: np.ndarray) -> np.ndarray:
        return expit(self.intercept + self._parts(rows).sum(axis=1))

    def points(self, rows: np.ndarray) -> np.ndarray:
        """Return what each fact adds or takes, a row for each case: 20 points double the odds."""
        return self._parts(rows) * POINTS_PER_LOG_ODDS

    def contributions(self, rows: np.ndarray) -> np.ndarray:
        """Return what each fact adds to the log odds, a row for each case."""
        return self._parts(rows)

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True).encode()

    @classmethod
    def of_bytes(cls, stored: bytes) -> "Scorecard":
        said = json.loads(stored)
        facts = tuple(Binned(f["name"], tuple(f["edges"]), tuple(f["log_odds"])) for f in said["facts"])
        return cls(facts, tuple(said["weights"]), said["intercept"])

    def _parts(self, rows: np.ndarray) -> np.ndarray:
        return np.column_stack(
            [
                fact.read(rows[:, i]) * weight
                for i, (fact, weight) in enumerate(zip(self.facts, self.weights, strict=True))
            ]
        )


def _binned(column: np.ndarray, found: np.ndarray, feature: Feature) -> Binned:
    known = ~np.isnan(column)
    edges = np.unique(np.quantile(column[known], np.arange(1, BINS) / BINS)) if known.any() else np.array([])
    # The last edge may be the largest value: the bin above it would be empty for ever.
    edges = edges[edges < column[known].max()] if known.any() else edges
    places = np.searchsorted(edges, column[known], side="left")
    of_bins = [_log_odds(found[known][places == place], found) for place in range(len(edges) + 1)]
    counts = [int((places == place).sum()) for place in range(len(edges) + 1)]
    of_bins = _following(of_bins, counts, feature.direction)
    return Binned(feature.name, tuple(float(e) for e in edges), (*of_bins, _log_odds(found[~known], found)))


def _log_odds(inside: np.ndarray, everything: np.ndarray) -> float:
    """Of a bin over the whole, with PRIOR examples at the rate of the whole added."""
    rate = (everything.sum() + 0.5) / (len(everything) + 1)
    smoothed = (inside.sum() + PRIOR * rate) / (len(inside) + PRIOR)
    return float(log(smoothed / (1 - smoothed)) - log(rate / (1 - rate)))


def _following(values: list[float], counts: list[int], direction: int) -> list[float]:
    """Pool neighbours that go against the direction (pool adjacent violators); all of them stay when it is free."""
    if direction == 0:
        return values
    pools: list[list[float]] = []  # [value in the direction, weight, bins]
    for value, count in zip(values, counts, strict=True):
        pools.append([direction * value, float(max(count, 1)), 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            last, before = pools.pop(), pools.pop()
            weight = last[1] + before[1]
            pools.append([(last[0] * last[1] + before[0] * before[1]) / weight, weight, last[2] + before[2]])
    return [direction * value for value, _weight, bins in pools for _ in range(int(bins))]
