"""Trains both models on the older examples and judges them on the random arm of the newer ones."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from django.utils.module_loading import import_string

from profiling.ranking.examples import Split, matrix, outcomes
from profiling.ranking.features import Feature
from profiling.ranking.judging import Band, Comparison, calibration, compared
from profiling.ranking.readiness import Readiness, TooFewOutcomes, random_arm, readiness_of

# By name: an installation whose ranker is off should not load scipy and LightGBM (80 MB) into every process.
KINDS = {"scorecard": "profiling.ranking.scorecard.Scorecard", "trees": "profiling.ranking.boosting.Trees"}


OnStep = Callable[[int, int], None]  # steps done, steps in all


class Model(Protocol):
    """A fitted scorecard or fitted trees."""

    def probabilities(self, rows: np.ndarray) -> np.ndarray: ...

    def contributions(self, rows: np.ndarray) -> np.ndarray: ...

    def as_bytes(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Trained:
    """A model as it is stored, and how it did on what it had not seen."""

    kind: str
    stored: bytes
    sha256: str
    readiness: Readiness
    comparison: Comparison
    bands: list[Band]


def loadable_kinds() -> tuple[str, ...]:
    """Return the kinds whose libraries load here: LightGBM needs libgomp of the system, which may be missing."""
    return tuple(kind for kind in KINDS if _loads(kind))


def train(
    split: Split, features: Sequence[Feature], share_of_traffic: float, on_step: OnStep = lambda done, in_all: None
) -> list[Trained]:
    """Return a model of each kind that loads. Raises TooFewOutcomes."""
    readiness = readiness_of(split)
    if not readiness.is_ready:
        raise TooFewOutcomes(readiness)
    arm = random_arm(split)
    rows, found = matrix(split.learnt, len(features)), outcomes(split.learnt)
    unseen = matrix(arm, len(features))
    trained = []
    kinds = loadable_kinds()
    for done, kind in enumerate(kinds, start=1):
        on_step(done, len(kinds) + 1)
        fitted = import_string(KINDS[kind]).fit(rows, found, features)
        probabilities: np.ndarray = fitted.probabilities(unseen)
        stored = fitted.as_bytes()
        trained.append(
            Trained(
                kind,
                stored,
                hashlib.sha256(stored).hexdigest(),
                readiness,
                compared(arm, probabilities, share_of_traffic),
                calibration(arm, probabilities),
            )
        )
    on_step(len(kinds) + 1, len(kinds) + 1)
    return trained


def _loads(kind: str) -> bool:
    try:
        import_string(KINDS[kind])
    except (ImportError, OSError):
        return False
    return True


def model_of(kind: str, stored: bytes) -> Model:
    return import_string(KINDS[kind]).of_bytes(stored)
