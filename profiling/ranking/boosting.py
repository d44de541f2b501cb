"""The monotone trees: LightGBM, small, and never against a fact's direction."""

from collections.abc import Sequence
from dataclasses import dataclass

import lightgbm
import numpy as np

from profiling.ranking.features import Feature

TREES_AT_MOST = 200
LEAVES_AT_MOST = 15
_HOW = {
    "objective": "binary",
    "num_leaves": LEAVES_AT_MOST,
    "learning_rate": 0.03,
    "min_data_in_leaf": 30,
    "lambda_l2": 5.0,
    "monotone_constraints_method": "basic",
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbosity": -1,
}


@dataclass(frozen=True, slots=True)
class Trees:
    booster: lightgbm.Booster

    @classmethod
    def fit(cls, rows: np.ndarray, found: np.ndarray, features: Sequence[Feature]) -> "Trees":
        """rows: an example each, NaN = not known; found: 1 for a positive outcome, 0 for none."""
        data = lightgbm.Dataset(rows, found, feature_name=[f.name for f in features], free_raw_data=True)
        how = _HOW | {"monotone_constraints": [f.direction for f in features]}
        return cls(lightgbm.train(how, data, num_boost_round=TREES_AT_MOST))

    def probabilities(self, rows: np.ndarray) -> np.ndarray:
        return np.asarray(self.booster.predict(rows))

    def contributions(self, rows: np.ndarray) -> np.ndarray:
        """Return what each fact adds to the log odds, a row for each case (TreeSHAP, LightGBM's own)."""
        return np.asarray(self.booster.predict(rows, pred_contrib=True))[:, :-1]

    def as_bytes(self) -> bytes:
        return self.booster.model_to_string().encode()

    @classmethod
    def of_bytes(cls, stored: bytes) -> "Trees":
        return cls(lightgbm.Booster(model_str=stored.decode()))
