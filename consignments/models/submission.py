"""A submission: the bytes that arrived, what became of them, and every problem found in them."""

import uuid
from io import BytesIO
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.parsing.values import DocumentKind, Severity
from consignments.querysets import SourceQuerySet, SubmissionQuerySet
from consignments.refusing import Refused
from consignments.waking import REGISTER_ONE, wake

from .case_event import record
from .layout import ColumnLayout
from .units import PortControlUnit

SLICE_BYTES = 2 * 1024 * 1024


class Source(models.Model):
    """Who sends: an integration client's system, or a named feed at a unit's desk. Only the same source amends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="sources")
    name = models.CharField(max_length=80)
    client = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="source"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="one_source_of_a_name_per_unit")]

    def __str__(self):
        return self.name

    def keep_columns(self, layout: str, mapping: dict[str, str]) -> None:
        """Remember what the columns of this layout of its spreadsheets mean; an empty header leaves a field out.

        layout: the fingerprint of its headings.
        """
        told = {"mapping": mapping, "told_at": timezone.now()}
        ColumnLayout.objects.update_or_create(source=self, fingerprint=layout, defaults=told)

    def layouts_told(self) -> dict[str, dict[str, str]]:
        """Return the mapping of each layout by its fingerprint."""
        return dict(ColumnLayout.objects.filter(source=self).values_list("fingerprint", "mapping"))


class Status(models.TextChoices):
    RECEIVED = "received", _("Received")
    REGISTERED = "registered", _("Registered")
    PARTLY_REGISTERED = "partly_registered", _("Partly registered")
    REJECTED = "rejected", _("Rejected")
    QUARANTINED = "quarantined", _("Quarantined")  # killed its worker three times


class Submission(models.Model):
    """One document as it arrived; the raw bytes are never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="submissions")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="submissions")
    submitted_by = models.ForeignKey(  # NULL: imported from a folder by whoever runs the platform
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    idempotency_key = models.CharField(max_length=200)
    content_type = models.CharField(max_length=120)
    file_name = models.CharField(max_length=255, blank=True, default="")
    raw = models.BinaryField()
    sha256 = models.CharField(max_length=64, db_index=True)
    byte_count = models.PositiveIntegerField()
    document_kind = models.CharField(max_length=30, blank=True, default="")
    status = models.CharField(max_length=20, choices=Status, default=Status.RECEIVED)
    column_mapping = models.JSONField(null=True, blank=True)  # by which a spreadsheet is read; NULL: by its headings
    awaits_columns = models.BooleanField(default=False)  # a person must first say what its columns mean
    awaits_confirmation = models.BooleanField(default=False)  # a person must first say what the PDF states
    confirmed = models.JSONField(null=True, blank=True)  # what the person said: {"kind": …, "values": …}
    same_bytes_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeats")
    # The submission whose rejected consignments were mended here; these went in once, so there is one at most.
    mends = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="mended_by")
    # Of a mended JSON document: [path here, path in the document as it first came], for each consignment.
    origins = models.JSONField(default=list, blank=True)
    read_again_at = models.DateTimeField(null=True, blank=True)  # when it was last asked to be read once more
    received_at = models.DateTimeField(default=timezone.now)
    known_at = models.DateTimeField(default=timezone.now)  # earlier than received_at only in a retrospective import
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    request_id = models.CharField(max_length=64, blank=True, default="")
    consignments_count = models.PositiveIntegerField(default=0)
    registered_count = models.PositiveIntegerField(default=0)
    rejected_count = models.PositiveIntegerField(default=0)
    observations_count = models.PositiveIntegerField(default=0)  # readings entered, those that were here left out
    observations_rejected_count = models.PositiveIntegerField(default=0)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        indexes = [
            models.Index(fields=["unit", "-received_at"], name="submission_by_unit"),
            models.Index(fields=["received_at"], name="submission_waiting", condition=Q(status="received")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source", "idempotency_key"], name="one_submission_per_source_and_key"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="submission_status_is_named"),
            models.CheckConstraint(
                condition=Q(document_kind__in=["", *[kind.value for kind in DocumentKind]]),
                name="document_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(consignments_count=models.F("registered_count") + models.F("rejected_count")),
                name="every_consignment_is_registered_or_rejected",
            ),
            models.CheckConstraint(
                condition=Q(awaits_columns=False) | Q(status="received"), name="only_what_waits_awaits_columns"
            ),
            models.CheckConstraint(
                condition=Q(awaits_confirmation=False) | Q(status="received"),
                name="only_what_waits_awaits_confirmation",
            ),
            models.CheckConstraint(
                condition=Q(status="received", finished_at__isnull=True)
                | (~Q(status="received") & Q(finished_at__isnull=False)),
                name="a_finished_submission_says_when",
            ),
            models.CheckConstraint(condition=~Q(mends=models.F("id")), name="a_submission_does_not_mend_itself"),
        ]

    def __str__(self):
        return self.file_name or str(self.id)

    def load_raw(self) -> None:
        """Fetch the bytes slice by slice: at once they come as digits, and are in memory four times over."""
        fetched = BytesIO()
        with connection.cursor() as cursor:
            for start in range(1, self.byte_count + 1, SLICE_BYTES):
                cursor.execute(
                    "SELECT substring(raw FROM %s FOR %s) FROM consignments_submission WHERE id = %s",
                    [start, SLICE_BYTES, self.pk],
                )
                fetched.write(cursor.fetchone()[0])
        self.raw = fetched.getvalue()

    def finish(
        self, status: str, *, registered: int, rejected: int, observed: int = 0, observed_rejected: int = 0
    ) -> None:
        """Close it: what became of its consignments and of its readings."""
        self.status = status
        self.registered_count, self.rejected_count = registered, rejected
        self.consignments_count = registered + rejected
        self.observations_count, self.observations_rejected_count = observed, observed_rejected
        self.finished_at = timezone.now()
        self.save(
            update_fields=[
                "status", "registered_count", "rejected_count", "consignments_count", "finished_at", "document_kind",
                "observations_count", "observations_rejected_count",
            ]
        )  # fmt: skip

    @transaction.atomic
    def read_again(self, officer=None) -> None:
        """Have a finished document read once more, for its parser was mended: what was rejected may go in now.

        What is registered stays, or becomes a revision where its content differs. Refused while it waits, and for one
        that came before: the earlier document answers for it.
        """
        if self.same_bytes_as is not None and self.same_bytes_as.registered_count:
            raise Refused("came_before", gettext("The same bytes came before: have the earlier document read again."))
        finished = Submission.objects.filter(pk=self.pk).exclude(status=Status.RECEIVED)
        waits = {"status": Status.RECEIVED, "finished_at": None, "started_at": None, "attempts": 0}
        if not finished.update(**waits, read_again_at=timezone.now()):
            raise Refused("waits_already", gettext("The document waits to be read already."))
        before = {"status": self.status, "registered": self.registered_count, "rejected": self.rejected_count}
        record("submission", self.pk, "read_again", actor=officer, before=before)
        transaction.on_commit(lambda: wake(REGISTER_ONE, str(self.pk)))

    @transaction.atomic
    def read_columns_as(self, mapping: dict[str, str], officer, *, keep_as: str | None) -> None:
        """Say what the columns of a waiting spreadsheet mean.

        keep_as: the fingerprint of the layout, to remember this for its source's next files of it; None: forget it.
        """
        changed = Submission.objects.waiting_for_columns().filter(pk=self.pk)
        if not changed.update(awaits_columns=False, column_mapping=mapping):
            raise Refused("columns_already_told", gettext("Somebody has said already what the columns mean."))
        if keep_as is not None:
            self.source.keep_columns(keep_as, mapping)
        told = {"columns": mapping, "kept": keep_as is not None}
        record("submission", self.pk, "columns_told", actor=officer, after=told)
        transaction.on_commit(lambda: wake(REGISTER_ONE, str(self.pk)))

    @transaction.atomic
    def confirm_as(self, kind: str, values: dict[str, Any], officer) -> None:
        """Say what a waiting paper states: it is registered as a typed document of that kind with these boxes."""
        self._end_waiting_for_confirmation(confirmed={"kind": kind, "values": values})
        record("submission", self.pk, "confirmed", actor=officer, after={"kind": kind})
        transaction.on_commit(lambda: wake(REGISTER_ONE, str(self.pk)))

    @transaction.atomic
    def set_aside_paper(self, officer, reason: str = "") -> None:
        """Say that a waiting paper is to be registered as nothing."""
        self._end_waiting_for_confirmation()
        self.problems.create(position=1, severity=Severity.ERROR, code="paper_set_aside", path="")
        self.finish(Status.REJECTED, registered=0, rejected=0)
        record("submission", self.pk, Status.REJECTED, actor=officer, reason=reason)

    @transaction.atomic
    def confirm_as_supporting(self, officer) -> None:
        """Say that a waiting paper was entered as a supporting document: it registers no consignment of its own."""
        self._end_waiting_for_confirmation()
        self.finish(Status.REGISTERED, registered=0, rejected=0)
        record("submission", self.pk, "confirmed", actor=officer, after={"kind": "supporting"})

    def _end_waiting_for_confirmation(self, **changes: Any) -> None:
        """Refused("confirmed_already") when somebody was faster."""
        waiting = Submission.objects.waiting_for_confirmation().filter(pk=self.pk)
        if not waiting.update(awaits_confirmation=False, **changes):
            raise Refused("confirmed_already", gettext("Somebody has confirmed this paper already."))
        self.awaits_confirmation = False


class SubmissionProblem(models.Model):
    """A problem found in a submission: where, what (through its code), how grave."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="problems")
    position = models.PositiveIntegerField()  # order of finding
    severity = models.CharField(max_length=8)
    code = models.CharField(max_length=60)
    path = models.CharField(max_length=300)
    params = models.JSONField(default=dict)
    document_number = models.CharField(max_length=120, blank=True, default="")  # the consignment it is in

    class Meta:
        ordering = ["submission", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__in=[s.value for s in Severity]), name="problem_severity_is_named"
            ),
            models.UniqueConstraint(fields=["submission", "position"], name="problems_are_numbered_once"),
        ]

    def __str__(self):
        return f"{self.path}: {self.code}"
