"""For each constraint of the second ranker: something that tries to break it."""

import hashlib
from typing import Any

from django.utils import timezone

from profiling.models import Ranker, RankerTraining, SecondOpinion
from tests import factories as make
from tests.profiling import making


def ranker(**columns: Any) -> Ranker:
    now = timezone.now()
    usual = {
        "unit": make.unit(),
        "kind": "scorecard",
        "stored": b"{}",
        "sha256": hashlib.sha256(b"{}").hexdigest(),
        "features": [],
        "learnt_from": now,
        "learnt_until": now,
        "look_from": 0.5,
        "metrics": {},
        "code_version": "1",
    }
    return Ranker.objects.create(**{**usual, **columns})


def one_on(**columns: Any) -> Ranker:
    two = {"proposed_by": make.officer("supervisor"), "switched_on_by": make.officer("supervisor")}
    return ranker(state="on", **{**two, **columns})


def two_on():
    one_on(unit=one_on().unit)


def switched_on_by_its_proposer():
    one = make.officer("supervisor")
    one_on(proposed_by=one, switched_on_by=one)


def opinion(probability: float, **columns: Any) -> SecondOpinion:
    usual = {"assessment": columns.pop("assessment", None) or making.assessment(), "ranker": ranker()}
    return SecondOpinion.objects.create(probability=probability, asks_to_look=False, **{**usual, **columns})


def two_opinions():
    opinion(0.1, assessment=opinion(0.1).assessment)


def training(**columns: Any) -> RankerTraining:
    return RankerTraining.objects.create(**{"unit": make.unit(), "asked_by": make.officer("supervisor"), **columns})


def two_trainings():
    training(unit=training().unit)


ATTACKERS = {
    "a_failed_training_says_why": lambda: training(state="failed"),
    "one_unfinished_training_of_a_unit": two_trainings,
    "training_state_is_named": lambda: training(state="lost"),
    "a_ranker_is_switched_on_by_two_officers": switched_on_by_its_proposer,
    "an_opinion_is_a_probability": lambda: opinion(1.5),
    "look_from_is_a_probability": lambda: ranker(look_from=0),
    "one_ranker_is_on_per_unit": two_on,
    "profiling_secondopinion_assessment_id_key": two_opinions,
    "ranker_kind_is_named": lambda: ranker(kind="oracle"),
    "ranker_state_is_named": lambda: ranker(state="lost"),
}
