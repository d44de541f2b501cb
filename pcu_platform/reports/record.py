"""What is kept of a report: period, revision, who asked, how far it is, its numbers and its files; its verbs too."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import PortControlUnit, record
from pcu_platform.dashboard.calendar import MONTH, QUARTER, Days

from .asking import ReportQuerySet

STALE_AFTER = timedelta(minutes=30)  # longer than any step takes
MOST_ATTEMPTS = 3


class ReportKind(models.TextChoices):
    MONTH = MONTH, _("Month")
    QUARTER = QUARTER, _("Quarter")


class Because(models.TextChoices):
    ASKED = "asked", _("Asked for")
    DUE = "due", _("Period ended")
    LATE_RESULTS = "late_results", _("Results came late")


class ReportState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


UNFINISHED = ["waiting", "running"]


class Report(models.Model):
    """One revision of a unit's report over a month or quarter; earlier revisions stay as they were.

    unit: None for the report on all units. numbers: every number by its key. numbers_key: their sha256.
    counted_at: the moment as of which they were counted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=ReportKind)
    first_day = models.DateField()
    last_day = models.DateField()
    revision = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=14, choices=Because)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=ReportState, default=ReportState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_in_all = models.PositiveSmallIntegerField(default=0)
    progressed_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    numbers = models.JSONField(default=dict, blank=True)
    numbers_key = models.CharField(max_length=64, blank=True, default="")
    failure = models.CharField(max_length=100, blank=True, default="")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-first_day", "kind", "unit", "-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "first_day", "revision"],
                name="one_report_per_revision",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["unit", "kind", "first_day"],
                condition=Q(state__in=UNFINISHED),
                name="one_unfinished_report_of_a_period",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(kind__in=ReportKind.values), name="report_kind_is_named"),
            models.CheckConstraint(condition=Q(because__in=Because.values), name="report_says_why_it_was_made"),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_is_named"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="report_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="report_revisions_begin_at_one"),
            models.CheckConstraint(
                condition=~Q(because="asked") | Q(asked_by__isnull=False), name="who_asked_for_a_report_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | (Q(counted_at__isnull=False) & Q(finished_at__isnull=False) & ~Q(numbers_key="")),
                name="a_done_report_has_its_numbers",
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(failure=""), name="a_failed_report_says_why"),
        ]

    def __str__(self):
        return f"{self.kind} {self.first_day:%Y-%m-%d} r{self.revision}"

    @property
    def days(self) -> Days:
        return Days(self.first_day, self.last_day)

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    def note_progress(self, done: int, in_all: int) -> None:
        self._move(steps_done=done, steps_in_all=in_all, progressed_at=timezone.now())

    @transaction.atomic
    def finish(
        self, numbers: dict[str, Any], numbers_key: str, counted_at: datetime, files: list["ReportFile"]
    ) -> None:
        """Keep what was made, all of it or nothing; nothing where another worker finished it meanwhile."""
        kept = {"numbers": numbers, "numbers_key": numbers_key, "counted_at": counted_at}
        if self._move(state=ReportState.DONE, finished_at=timezone.now(), **kept):
            ReportFile.objects.bulk_create(files)
            record("report", self.pk, "made", after={"revision": self.revision, "numbers_key": numbers_key})

    def fail(self, because: str) -> None:
        """because: a word for the page."""
        self._move(state=ReportState.FAILED, finished_at=timezone.now(), failure=because)

    def _move(self, **changes: Any) -> int:
        moved = Report.objects.filter(pk=self.pk, state=ReportState.RUNNING).update(**changes)
        self.refresh_from_db()
        return moved


class ReportFile(models.Model):
    """One file of a report: its figures in one language and format, as it was made."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    language = models.CharField(max_length=2)
    suffix = models.CharField(max_length=4)  # pdf, xlsx
    content = models.BinaryField()
    byte_count = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["language", "suffix"]
        constraints = [
            models.UniqueConstraint(fields=["report", "language", "suffix"], name="one_file_per_language_and_format"),
            models.CheckConstraint(condition=Q(suffix__in=["pdf", "xlsx"]), name="report_format_is_known"),
            models.CheckConstraint(condition=Q(language__in=["en", "ru", "ky"]), name="report_language_is_known"),
            models.CheckConstraint(condition=Q(byte_count__gt=0), name="a_report_file_is_not_empty"),
        ]

    def __str__(self):
        return f"{self.report_id} {self.language}.{self.suffix}"
