"""A training of the second ranker that somebody asked for: the table is the queue of the workers."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import PortControlUnit, record
from consignments.refusing import Refused

MOST_ATTEMPTS = 3
STALE_AFTER = timedelta(minutes=30)  # longer than any step takes
UNFINISHED = ["waiting", "running"]


class TrainingState(models.TextChoices):
    WAITING = "waiting", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Running")
    DONE = "done", gettext_lazy("Done")
    FAILED = "failed", gettext_lazy("Failed")


class RankerTraining(models.Model):
    """failure: a word for the page, "" where none; never what a document says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=TrainingState, default=TrainingState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_in_all = models.PositiveSmallIntegerField(default=0)
    progressed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(state__in=UNFINISHED), name="one_unfinished_training_of_a_unit"
            ),
            models.CheckConstraint(condition=Q(state__in=TrainingState.values), name="training_state_is_named"),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(failure=""), name="a_failed_training_says_why"),
        ]

    def __str__(self):
        return f"{self.unit_id} {self.asked_at:%Y-%m-%d} {self.state}"

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @classmethod
    @transaction.atomic
    def ask(cls, officer) -> "RankerTraining":
        """Let a worker train on what the officer's unit found. Refused("not_allowed"), ("training_runs")."""
        if not officer.may("approve_profiles") or officer.unit_id is None:
            raise Refused("not_allowed", _("Your role may not do this."))
        PortControlUnit.objects.select_for_update().get(pk=officer.unit_id)
        if cls.objects.filter(unit=officer.unit_id, state__in=UNFINISHED).exists():
            raise Refused("training_runs", _("A training is under way already."))
        asked = cls.objects.create(unit_id=officer.unit_id, asked_by_id=officer.pk)
        record("ranker", asked.pk, "training_asked", actor=officer)
        return asked

    @classmethod
    @transaction.atomic
    def claim(cls, now: datetime) -> "RankerTraining | None":
        """Take the oldest that waits, or that a worker left behind; one that stopped its worker thrice is given up."""
        stale = Q(state=TrainingState.RUNNING, progressed_at__lt=now - STALE_AFTER)
        cls.objects.filter(stale, attempts__gte=MOST_ATTEMPTS).update(
            state=TrainingState.FAILED, finished_at=now, failure="stopped_its_worker"
        )
        due = cls.objects.filter(Q(state=TrainingState.WAITING) | stale).order_by("asked_at")
        found = due.select_for_update(skip_locked=True).first()
        if found is None:
            return None
        begun = {"progressed_at": now, "steps_done": 0, "attempts": F("attempts") + 1}
        cls.objects.filter(pk=found.pk).update(state=TrainingState.RUNNING, **begun)
        found.refresh_from_db()
        return found

    def note_progress(self, done: int, in_all: int) -> None:
        self._running(steps_done=done, steps_in_all=in_all, progressed_at=timezone.now())

    def finish(self) -> None:
        self._running(state=TrainingState.DONE, finished_at=timezone.now())

    def fail(self, because: str) -> None:
        self._running(state=TrainingState.FAILED, finished_at=timezone.now(), failure=because)

    def _running(self, **changes) -> None:
        RankerTraining.objects.filter(pk=self.pk, state=TrainingState.RUNNING).update(**changes)
        self.refresh_from_db()
