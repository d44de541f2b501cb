"""A photo or a scan picture of an examination: kept as it was taken, shown without what the camera wrote into it."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.media_types import IMAGES
from consignments.models import StoredFile, record
from consignments.refusing import Refused
from seizures.checklists import every_point_of
from seizures.models.closing import Examination
from seizures.models.examination import ExaminationState

MAX_PER_EXAMINATION = 120
SEAL, ELSEWHERE = "seal", ""


class PhotoKind(models.TextChoices):
    PHOTO = "photo", gettext_lazy("Photo")
    SCAN = "scan", gettext_lazy("Scan picture")


class PhotoQuerySet(models.QuerySet["ExaminationPhoto"]):
    def visible_to(self, officer) -> "PhotoQuerySet":
        """Those of the examinations of the officer's unit; all for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(examination__unit_id=officer.unit_id)

    def in_place(self) -> "PhotoQuerySet":
        return self.filter(removed_at__isnull=True)

    def without_content(self) -> "PhotoQuerySet":
        return self.select_related("file", "added_by").defer("file__content", "file__thumbnail")

    def with_mark_counts(self) -> "PhotoQuerySet":
        return self.annotate(mark_count=Count("marks", filter=Q(marks__removed_at__isnull=True)))

    @transaction.atomic
    def add(
        self,
        officer: Any,
        examination: Examination,
        raw: bytes,
        *,
        pk: uuid.UUID | None = None,
        kind: str = PhotoKind.PHOTO,
        point: str = ELSEWHERE,
        taken_at: datetime | None = None,
    ) -> "ExaminationPhoto":
        """Keep a picture and return its row; the one that is there when this id or these bytes came before.

        taken_at: the clock of the phone. Refused: what StoredFile.objects.keep refuses, no picture, a point that is
        not on the checklist, too many, an id of somebody else's, or a closed examination: it takes only what was taken
        before it was closed and came late.
        """
        examination = Examination.objects.select_for_update(of=("self",)).get(pk=examination.pk)
        if pk is not None and (same := self.filter(pk=pk).first()) is not None:
            if same.examination_id != examination.pk or same.added_by_id != officer.pk:
                raise Refused("id_taken", _("This picture belongs to another examination."))
            return same
        file = StoredFile.objects.keep(raw)
        there = self.filter(examination=examination).in_place()
        if (twin := there.filter(file=file).first()) is not None:
            return twin
        _refuse(examination, file, there.count(), kind, point, taken_at)
        photo = self.create(
            id=pk or uuid.uuid4(),
            examination=examination,
            file=file,
            kind=kind,
            point=point,
            taken_at=taken_at,
            added_by_id=officer.pk,
        )
        told = {"kind": kind, "point": point, "sha256": file.pk, "bytes": file.byte_count}
        record("examination", examination.pk, "photo_added", actor=officer, after={"photo": str(photo.pk), **told})
        return photo


class ExaminationPhoto(models.Model):
    """`id` may be made on the phone, so that sending twice adds nothing. `point`: of the checklist, "seal" or ""."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=PhotoKind, default=PhotoKind.PHOTO)
    point = models.CharField(max_length=20, blank=True, default=ELSEWHERE)
    taken_at = models.DateTimeField(null=True, blank=True)  # by the clock of the phone; NULL: it told none
    received_at = models.DateTimeField(default=timezone.now)  # by ours
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.CharField(max_length=500, blank=True, default="")

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PhotoKind.values), name="photo_kind_is_named"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removal_reason="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removal_reason="")),
                name="a_removed_photo_says_why",
            ),
            models.UniqueConstraint(
                fields=["examination", "file"],
                condition=Q(removed_at__isnull=True),
                name="a_picture_is_in_an_examination_once",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.id}"

    @transaction.atomic
    def remove(self, officer: Any, reason: str) -> None:
        """Take it out of sight while the examination is open; the row and the bytes stay."""
        examination = Examination.objects.select_for_update(of=("self",)).get(pk=self.examination_id)
        if not reason.strip():
            raise Refused("reason_missing", _("Say why it is removed."))
        if examination.state != ExaminationState.OPEN:
            raise Refused("already_closed", _("%(reference)s is closed.") % {"reference": examination.reference})
        gone = {"removed_at": timezone.now(), "removed_by": officer.pk, "removal_reason": reason.strip()[:500]}
        if not ExaminationPhoto.objects.in_place().filter(pk=self.pk).update(**gone):
            raise Refused("already_removed", _("Somebody has removed it already."))
        self.refresh_from_db(fields=["removed_at", "removed_by", "removal_reason"])
        before = {"photo": str(self.pk), "point": self.point}
        record("examination", examination.pk, "photo_removed", actor=officer, before=before, reason=self.removal_reason)


def _refuse(
    examination: Examination, file: StoredFile, count: int, kind: str, point: str, taken_at: datetime | None
) -> None:
    if file.media_type not in IMAGES:
        raise Refused("no_picture", _("Only pictures are kept here: JPEG, PNG, WebP, HEIC or TIFF."))
    if kind not in PhotoKind.values:
        raise Refused("kind_unknown", _("Say whether it is a photo or a scan picture."))
    if point not in {ELSEWHERE, SEAL, *every_point_of(examination.equipment_kind)}:
        raise Refused("point_unknown", _("There is no point %(point)s on this checklist.") % {"point": point})
    if count >= MAX_PER_EXAMINATION:
        raise Refused("too_many_photos", _("This examination has too many pictures."))
    closed_at = examination.closed_on_device_at or examination.closed_at
    if closed_at is not None and (taken_at is None or taken_at > closed_at):
        raise Refused("already_closed", _("%(reference)s is closed.") % {"reference": examination.reference})
