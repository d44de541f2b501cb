"""A document that a person has begun to type, or that was read from a PDF and waits for a person to confirm it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.refusing import Refused

from .case_event import record
from .consignment import Consignment
from .stored_file import StoredFile
from .submission import Submission
from .units import PortControlUnit

MAX_VALUES_BYTES = 1_000_000


class DraftState(models.TextChoices):
    OPEN = "open", _("Open")
    SENT = "sent", _("Sent")
    DISCARDED = "discarded", _("Discarded")


class DraftQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "DraftQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def of_the_desk(self, officer) -> "DraftQuerySet":
        """Those the officer may go on with: the drafts of the officer's own unit."""
        return self.filter(unit_id=officer.unit_id)

    def still_open(self) -> "DraftQuerySet":
        return self.filter(state=DraftState.OPEN).order_by("-updated_at")


class DocumentDraft(models.Model):
    """The values of one document that is not handed in yet.

    kind: the DocumentKind of a typed document, "invoice" or "packing_list"; "" until it is chosen.
    values: name of a box -> text; "goods" -> a list of lines, each name of a box -> text.
    places: name of a box ("goods.0.marks" in the first line) -> {"page": from 0, "x0", "y0", "x1", "y1"}, in points
    from the upper left corner of the page.
    read_from: the submission that brought the file; file: NULL where it is typed from paper.
    submission: what became of it when it was sent; consignment: the one that a confirmed invoice belongs to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="drafts")
    kind = models.CharField(max_length=30, blank=True, default="")
    values = models.JSONField(default=dict, blank=True)
    places = models.JSONField(default=dict, blank=True)
    pages = models.JSONField(default=list, blank=True)  # [width, height] in points of each page; [] where not known
    problems = models.JSONField(default=list, blank=True)  # codes of problems.PROBLEMS found while the file was read
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="drafts")
    file_name = models.CharField(max_length=120, blank=True, default="")
    read_from = models.ForeignKey(Submission, models.PROTECT, null=True, blank=True, related_name="drafts_read")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.OPEN)
    submission = models.ForeignKey(Submission, models.PROTECT, null=True, blank=True, related_name="drafts_sent")
    consignment = models.ForeignKey(Consignment, models.PROTECT, null=True, blank=True, related_name="drafts")

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        indexes = [models.Index(fields=["unit", "-updated_at"], name="draft_by_unit", condition=Q(state="open"))]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DraftState.values), name="draft_state_is_named"),
            models.CheckConstraint(
                condition=~Q(state="sent")
                | (~Q(kind="") & (Q(submission__isnull=False) | Q(consignment__isnull=False))),
                name="a_sent_draft_says_what_became_of_it",
            ),
            models.UniqueConstraint(
                fields=["read_from"], condition=Q(state="open"), name="one_open_draft_of_a_submission"
            ),
        ]

    def __str__(self):
        return self.file_name or f"{self.kind} {self.pk}"

    @transaction.atomic
    def save_values(self, values: dict[str, Any], officer: Any, *, kind: str | None = None) -> None:
        """Keep what has been typed so far; `kind`: what the document is, when that is chosen or corrected."""
        if len(repr(values)) > MAX_VALUES_BYTES:
            raise Refused("draft_too_large", gettext("This is too much for one document."))
        now = timezone.now()
        changed = {"values": values, "kind": self.kind if kind is None else kind, "updated_at": now}
        self._change(changed)
        record("draft", self.pk, "draft_saved", actor=officer, after={"kind": changed["kind"], "boxes": len(values)})

    @transaction.atomic
    def send(
        self, officer: Any, submission: Submission | None = None, *, consignment: Consignment | None = None
    ) -> None:
        """Note that the document was handed in as `submission`, or confirmed as a paper of `consignment`."""
        self._change(
            {
                "state": DraftState.SENT,
                "submission": submission,
                "consignment": consignment,
                "updated_at": timezone.now(),
            }
        )
        record(
            "draft",
            self.pk,
            "draft_sent",
            actor=officer,
            consignment_id=consignment.pk if consignment else None,
            after={"submission": str(submission.pk) if submission else None, "kind": self.kind},
        )

    @transaction.atomic
    def discard(self, officer: Any, reason: str = "") -> None:
        """Give it up; what was typed stays as it is."""
        self._change({"state": DraftState.DISCARDED, "updated_at": timezone.now()})
        record("draft", self.pk, "draft_discarded", actor=officer, reason=reason)

    def _change(self, changed: dict[str, Any]) -> None:
        """Change an open draft, or raise Refused("draft_closed")."""
        if not DocumentDraft.objects.still_open().filter(pk=self.pk).order_by().update(**changed):
            raise Refused("draft_closed", gettext("This draft was sent or discarded already."))
        for name, value in changed.items():
            setattr(self, name, value)
