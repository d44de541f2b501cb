"""A stored backtest of a version: what was asked, how far it is, what came out. Its verbs are here too."""

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

from .backtest_querysets import BacktestQuerySet
from .lifecycle import definition_key
from .profile import ProfileVersion

LONGEST_DAYS = 366
MOST_ATTEMPTS = 3
STALE_AFTER = timedelta(minutes=30)  # longer than any step takes


class BacktestState(models.TextChoices):
    WAITING = "waiting", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Running")
    DONE = "done", gettext_lazy("Done")
    FAILED = "failed", gettext_lazy("Failed")
    CANCELLED = "cancelled", gettext_lazy("Cancelled")


UNFINISHED = ["waiting", "running"]


class Backtest(models.Model):
    """One question over one period. `definition` is what the version said then; `result` is JSON of `result_schema`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(ProfileVersion, models.PROTECT, related_name="backtests")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="+")  # whose history it counts
    definition = models.JSONField()
    definition_key = models.CharField(max_length=64)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    uses_reconstructed = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=BacktestState, default=BacktestState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_in_all = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    progressed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)
    result_schema = models.PositiveSmallIntegerField(default=0)
    code_version = models.CharField(max_length=20, blank=True, default="")
    is_trusted = models.BooleanField(default=False)  # the active version's recorded hits came out again
    failure = models.CharField(max_length=100, blank=True, default="")

    objects = BacktestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "unit"], condition=Q(state__in=UNFINISHED), name="one_unfinished_backtest_of_a_unit"
            ),
            models.CheckConstraint(condition=Q(state__in=BacktestState.values), name="backtest_state_is_named"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="backtest_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(state="done")
                | (Q(result__isnull=False) & Q(finished_at__isnull=False) & Q(result_schema__gt=0)),
                name="a_done_backtest_has_its_result",
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(failure=""), name="a_failed_backtest_says_why"),
        ]

    def __str__(self):
        return f"{self.version_id} {self.starts_at:%Y-%m-%d} {self.state}"

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def days(self) -> int:
        return round((self.ends_at - self.starts_at) / timedelta(days=1))

    @property
    def is_of_what_the_version_says(self) -> bool:
        """Whether the version still says what was tested."""
        return self.definition_key == definition_key(self.version.definition)

    @transaction.atomic
    def cancel(self, officer) -> None:
        """Give it up; whoever runs it notices at the next step."""
        self._must_move(UNFINISHED, state=BacktestState.CANCELLED, finished_at=timezone.now())
        record(
            "profile_version", self.version_id, "backtest_cancelled", actor=officer, after={"backtest": str(self.pk)}
        )

    def note_progress(self, done: int, in_all: int) -> bool:
        """Return whether it is still wanted."""
        return bool(self._move(["running"], steps_done=done, steps_in_all=in_all, progressed_at=timezone.now()))

    @transaction.atomic
    def finish(self, result: dict, schema: int, code_version: str, is_trusted: bool) -> None:
        """Keep what came out; nothing where it was cancelled meanwhile."""
        kept = {"result": result, "result_schema": schema, "code_version": code_version, "is_trusted": is_trusted}
        if self._move(["running"], state=BacktestState.DONE, finished_at=timezone.now(), **kept):
            after = {"backtest": str(self.pk), "is_trusted": is_trusted}
            record("profile_version", self.version_id, "backtested", after=after)

    def fail(self, because: str) -> None:
        """because: a word for the page; never what a document says."""
        self._move(["running"], state=BacktestState.FAILED, finished_at=timezone.now(), failure=because)

    def _must_move(self, states: list[str], **changes) -> None:
        if not self._move(states, **changes):
            raise Refused("wrong_state", _("This backtest has ended already."))

    def _move(self, states: list[str], **changes) -> int:
        moved = Backtest.objects.filter(pk=self.pk, state__in=states).update(**changes)
        self.refresh_from_db()
        return moved


def period_refused(starts_at: datetime, ends_at: datetime) -> bool:
    return not timedelta(0) < ends_at - starts_at <= timedelta(days=LONGEST_DAYS)
