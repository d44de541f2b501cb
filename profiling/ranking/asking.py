"""Lets a supervisor ask for a training, and a worker do it: the table is the queue."""

from datetime import datetime

import structlog
from django.db import transaction
from django.utils import timezone

from consignments.waking import wake
from profiling.models import RankerTraining
from profiling.ranking.readiness import TooFewOutcomes
from profiling.ranking.storing import train_for

log = structlog.get_logger(__name__)

TRAIN_TASK = "profiling.train_rankers"
TOO_FEW = "too_few_outcomes"


def ask(officer) -> RankerTraining:
    """Ask for a training on what the officer's unit found, and wake a worker. Raises Refused."""
    asked = RankerTraining.ask(officer)
    transaction.on_commit(lambda: wake(TRAIN_TASK))
    return asked


def train_waiting(now: datetime | None = None) -> int:
    """Do every training that waits; return how many were done."""
    done = 0
    while (claimed := RankerTraining.claim(now or timezone.now())) is not None:
        _train(claimed)
        done += 1
    return done


def _train(training: RankerTraining) -> None:
    try:
        train_for(training.unit, training.note_progress)
        training.finish()
    except TooFewOutcomes:
        training.fail(TOO_FEW)
    except Exception as fault:
        log.exception("ranker_training_failed", training_id=str(training.pk))
        training.fail(type(fault).__name__[:100])
