"""Trains on what a unit found, and stores both models with how they did; none is switched on by that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

import profiling
from consignments.models import PortControlUnit, record
from profiling.measuring.rates import Rate
from profiling.models import Assessment, Ranker
from profiling.models.states import POSITIVE, WITH_RESULT
from profiling.ranking.examples import Example, Split, split_in_time
from profiling.ranking.features import SCORE, features
from profiling.ranking.readiness import Readiness, readiness_of
from profiling.ranking.training import OnStep, Trained, train

LEARNT_SHARE = 0.7  # of the examples in time: the rest is held back to judge by


def readiness_in(unit: PortControlUnit) -> Readiness:
    """Count the outcomes; their facts are not read."""
    return readiness_of(split_of(unit, names=()))


def train_for(unit: PortControlUnit, on_step: OnStep = lambda done, in_all: None) -> list[Ranker]:
    """Return the scorecard and the trees as they are stored now, both off. Raises TooFewOutcomes."""
    split = split_of(unit)
    trained = train(split, features(), _share_examined(unit), on_step)
    with transaction.atomic():
        return [_store(unit, split, each) for each in trained]


def split_of(unit: PortControlUnit, names: Sequence[str] | None = None) -> Split:
    """Return the unit's examined consignments, split where LEARNT_SHARE of them were known.

    names: the facts to read with them; without: all that the ranker learns from.
    """
    found = _examples(unit, [each.name for each in features() if each.name != SCORE] if names is None else names)
    moments = sorted(each.known_at for each in found)
    at = moments[int(len(moments) * LEARNT_SHARE)] if moments else datetime.max
    return split_in_time(found, at)


def _examples(unit: PortControlUnit, names: Sequence[str]) -> list[Example]:
    """Facts as they were frozen: what was added to the catalogue since is not known of them."""
    rows = Assessment.objects.filter(unit=unit, outcome__in=WITH_RESULT).values_list(
        "consignment_id", "facts__known_at", "outcome_recorded_at", "outcome", "is_drawn", "lane", "score",
        *[f"facts__{name}" for name in names],
    )  # fmt: skip
    return [
        Example(consignment, known_at, recorded_at, outcome in POSITIVE, is_drawn, lane, score, (*values, float(score)))
        for consignment, known_at, recorded_at, outcome, is_drawn, lane, score, *values in rows.iterator()
    ]


def _share_examined(unit: PortControlUnit) -> float:
    """What was examined of all that was assessed, 0-1."""
    assessed = Assessment.objects.filter(unit=unit)
    examined = assessed.filter(outcome__in=WITH_RESULT).values("consignment_id").distinct().count()
    return examined / max(1, assessed.values("consignment_id").distinct().count())


def _store(unit: PortControlUnit, split: Split, trained: Trained) -> Ranker:
    moments = [each.known_at for each in split.learnt]
    ranker = Ranker.objects.create(
        unit=unit,
        kind=trained.kind,
        stored=trained.stored,
        sha256=trained.sha256,
        features=[each.name for each in features()],
        learnt_from=min(moments),
        learnt_until=max(moments),
        look_from=min(1.0, max(1e-6, trained.comparison.look_from)),
        metrics=_metrics(trained),
        code_version=profiling.__version__,
    )
    record("ranker", ranker.pk, "ranker_trained", after={"kind": ranker.kind, "sha256": ranker.sha256})
    return ranker


def _metrics(trained: Trained) -> dict[str, Any]:
    """Rates as [positive, examined]; bands as [expected, positive, examined]."""
    comparison = trained.comparison
    return {
        "is_no_worse": comparison.is_no_worse,
        "capacity": comparison.capacity,
        "by_ranker": _counts(comparison.by_ranker),
        "by_profiles": _counts(comparison.by_profiles),
        "by_chance": _counts(comparison.by_chance),
        "bands": [[band.expected, *_counts(band.found)] for band in trained.bands],
        "needs": {need.name: [need.there, need.needed] for need in trained.readiness.needs},
    }


def _counts(rate: Rate) -> list[int]:
    return [rate.positive, rate.examined]
