"""The second opinion on a batch, where a ranker is on: how probable a find is, and which facts say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import numpy as np
import structlog

from profiling.models import Ranker, RankerState
from profiling.ranking.features import SCORE
from profiling.ranking.training import Model, model_of

log = structlog.get_logger(__name__)

REASONS_TOLD = 4


class NotAsTrained(Exception):
    """What is stored is not what was trained."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """probability: 0-1. reasons: facts and what they add to the log odds, the heaviest first."""

    ranker_id: UUID
    probability: float
    asks_to_look: bool
    reasons: tuple[tuple[str, float], ...]


def opinions(unit_id: UUID | None, cases: Sequence[tuple[Mapping[str, Any], int]]) -> list[Opinion | None]:
    """Return an opinion on each case (frozen values, score of the profiles); None where no ranker of the unit is on."""
    on = Ranker.objects.filter(unit=unit_id, state=RankerState.ON).values_list("pk", "features", "look_from").first()
    if on is None or not cases:
        return [None] * len(cases)
    pk, names, look_from = on
    try:
        model = _model(pk)
    except (ImportError, OSError, NotAsTrained) as fault:
        # The profiles decide without it; a second opinion is nothing that assessment may wait for.
        log.warning("ranker_not_loaded", ranker_id=str(pk), fault=type(fault).__name__)
        return [None] * len(cases)
    rows = np.array(
        [[_number(score if name == SCORE else values.get(name)) for name in names] for values, score in cases]
    )
    parts = model.contributions(rows)
    return [
        Opinion(pk, float(probability), bool(probability >= look_from), _reasons(names, adds))
        for probability, adds in zip(model.probabilities(rows), parts, strict=True)
    ]


@lru_cache(maxsize=4)
def _model(pk: UUID) -> Model:
    """What was trained does not change, so it is kept."""
    ranker = Ranker.objects.get(pk=pk)
    if not ranker.is_as_stored:
        raise NotAsTrained(f"ranker {pk}: its checksum differs")
    return model_of(ranker.kind, bytes(ranker.stored))


def _reasons(names: Sequence[str], adds: np.ndarray) -> tuple[tuple[str, float], ...]:
    heaviest = np.argsort(-adds)[:REASONS_TOLD]
    return tuple((names[i], round(float(adds[i]), 3)) for i in heaviest if adds[i] > 0)


def _number(value: Any) -> float:
    return np.nan if value is None else float(value)
