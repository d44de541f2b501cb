"""Trains both models on the older examples and judges them on the random arm of the newer ones."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from profiling.ranking.boosting import Trees
from profiling.ranking.examples import Split, matrix, outcomes
from profiling.ranking.features import Feature
from profiling.ranking.judging import Band, Comparison, calibration, compared
from profiling.ranking.readiness import Readiness, TooFewOutcomes, random_arm, readiness_of
from profiling.ranking.scorecard import Scorecard

KINDS: dict[str, type[Scorecard] | type[Trees]] = {"scorecard": Scorecard, "trees": Trees}


@dataclass(frozen=True, slots=True)
class Trained:
    """A model as it is stored, and how it did on what it had not seen."""

    kind: str
    stored: bytes
    sha256: str
    readiness: Readiness
    comparison: Comparison
    bands: list[Band]


def train(split: Split, features: Sequence[Feature], share_of_traffic: float) -> list[Trained]:
    """Return a scorecard and the trees. Raises TooFewOutcomes."""
    readiness = readiness_of(split)
    if not readiness.is_ready:
        raise TooFewOutcomes(readiness)
    arm = random_arm(split)
    rows, found = matrix(split.learnt, len(features)), outcomes(split.learnt)
    unseen = matrix(arm, len(features))
    trained = []
    for kind, model in KINDS.items():
        fitted = model.fit(rows, found, features)
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
    return trained
