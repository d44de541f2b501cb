"""A file attached to a consignment: a scan of a paper, a photo. It can be removed from sight, never deleted."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.file_names import clean_file_name
from consignments.media_types import HEIC, IMAGES, PDF, SHOWN_IMAGES
from consignments.refusing import Refused

from .case_event import record
from .consignment import Consignment
from .stored_file import StoredFile

MAX_PER_CONSIGNMENT = 200


class AttachmentKind(models.TextChoices):
    DOCUMENT = "document", _("Document")
    PHOTO = "photo", _("Photo")
    OTHER = "other", _("Other")


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "AttachmentQuerySet":
        """Those of the consignments of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(consignment__unit_id=officer.unit_id)

    def in_place(self) -> "AttachmentQuerySet":
        return self.filter(removed_at__isnull=True)

    def with_files(self) -> "AttachmentQuerySet":
        """Fetch with each what its row shows, without the bytes."""
        return self.select_related("file", "added_by", "removed_by").defer("file__content", "file__thumbnail")

    @transaction.atomic
    def attach(self, consignment: Consignment, raw: bytes, *, name: str, kind: str, by: Any) -> Any:
        """Keep the bytes and attach them; the attachment that is there, if the consignment has these bytes already.

        Refused: what StoredFile.objects.keep refuses, and "too_many_attachments".
        """
        Consignment.objects.select_for_update(no_key=True).get(pk=consignment.pk)  # one attaches at a time
        file = StoredFile.objects.keep(raw)
        there = self.filter(consignment=consignment).in_place()
        if (same := there.filter(file=file).first()) is not None:
            return same
        if there.count() >= MAX_PER_CONSIGNMENT:
            raise Refused("too_many_attachments", gettext("This consignment has too many attachments."))
        attached = self.create(
            consignment=consignment,
            file=file,
            kind=kind,
            file_name=clean_file_name(name, file.media_type),
            added_by=by,
        )
        record(
            "attachment",
            attached.pk,
            "attached",
            actor=by,
            consignment_id=consignment.pk,
            after={"kind": kind, "sha256": file.pk, "bytes": file.byte_count},
        )
        return attached


class Attachment(models.Model):
    """A file in its place at a consignment. added_by: NULL where the platform attached what a document came with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=10, choices=AttachmentKind)
    file_name = models.CharField(max_length=120)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.CharField(max_length=500, blank=True, default="")

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AttachmentKind.values), name="attachment_kind_is_named"),
            models.CheckConstraint(condition=~Q(file_name=""), name="an_attachment_has_a_name"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removal_reason="")
                | (Q(removed_at__isnull=False) & ~Q(removal_reason="")),
                name="what_is_removed_says_why",
            ),
            models.UniqueConstraint(
                fields=["consignment", "file"],
                condition=Q(removed_at__isnull=True),
                name="a_file_is_attached_once",
            ),
        ]

    def __str__(self):
        return self.file_name

    @property
    def ending(self) -> str:
        """What is written where there is no picture: pdf, docx."""
        return self.file_name.rpartition(".")[2]

    @property
    def has_picture(self) -> bool:
        return self.file.media_type in (IMAGES | {PDF}) - {HEIC}

    @property
    def is_shown(self) -> bool:
        """Whether a browser shows it, rather than saving it."""
        return self.file.media_type in SHOWN_IMAGES

    @transaction.atomic
    def remove(self, officer: Any, reason: str) -> None:
        """Take it out of sight. Refused("reason_needed") without a reason, ("already_removed") the second time."""
        reason = reason.strip()[:500]
        if not reason:
            raise Refused("reason_needed", gettext("Say why it is removed."))
        there = Attachment.objects.in_place().filter(pk=self.pk)
        self.removed_at, self.removed_by, self.removal_reason = timezone.now(), officer, reason
        if not there.update(removed_at=self.removed_at, removed_by=officer, removal_reason=reason):
            raise Refused("already_removed", gettext("Somebody has removed it already."))
        record(
            "attachment",
            self.pk,
            "attachment_removed",
            actor=officer,
            consignment_id=self.consignment_id,
            reason=reason,
        )
