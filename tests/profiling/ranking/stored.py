"""Rankers as a training leaves them, without the two thousand examinations that it takes."""

import hashlib
from datetime import timedelta

from django.utils import timezone

from profiling.models import Assessment, Ranker, SecondOpinion

METRICS = {
    "is_no_worse": True,
    "capacity": 40,
    "by_ranker": [17, 40],
    "by_profiles": [11, 40],
    "by_chance": [31, 600],
    "bands": [[0.01, 1, 120], [0.02, 2, 120], [0.03, 3, 120], [0.06, 8, 120], [0.14, 17, 120]],
    "needs": {},
}


def trained_rankers(unit, **metrics) -> list[Ranker]:
    """Return a scorecard and trees of the unit, both off."""
    now = timezone.now()
    return [
        Ranker.objects.create(
            unit=unit,
            kind=kind,
            stored=b"{}",
            sha256=hashlib.sha256(b"{}").hexdigest(),
            features=["seal_missing", "score"],
            learnt_from=now - timedelta(days=400),
            learnt_until=now - timedelta(days=120),
            look_from=0.12,
            metrics={**METRICS, **metrics},
            code_version="test",
        )
        for kind in ("scorecard", "trees")
    ]


def opinion(ranker: Ranker, assessment: Assessment, **columns) -> SecondOpinion:
    reasons = [{"fact": "seal_missing", "adds": 0.9}, {"fact": "score", "adds": 0.2}]
    usual = {"probability": 0.34, "asks_to_look": True, "reasons": reasons}
    return SecondOpinion.objects.create(ranker=ranker, assessment=assessment, **{**usual, **columns})
