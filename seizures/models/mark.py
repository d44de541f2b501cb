"""A mark on a picture of an examination: where on it something is seen, and what."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused

from .photo import ExaminationPhoto

MAX_PER_PICTURE = 40


class MarkQuerySet(models.QuerySet["PictureMark"]):
    def in_place(self) -> "MarkQuerySet":
        return self.filter(removed_at__isnull=True)

    @transaction.atomic
    def put(
        self, officer: Any, photo: ExaminationPhoto, note: str, *, x: float, y: float, width: float, height: float
    ) -> "PictureMark":
        """Mark a place of the picture; x, y, width, height are shares of it (0 to 1). No width and height: a point."""
        ExaminationPhoto.objects.select_for_update(of=("self",)).get(pk=photo.pk)
        if not note.strip():
            raise Refused("note_missing", _("Say what is seen there."))
        if not (0 <= width <= 1 and 0 <= height <= 1 and 0 <= x <= 1 - width and 0 <= y <= 1 - height):
            raise Refused("outside_the_picture", _("A mark lies within the picture."))
        if self.filter(photo=photo).in_place().count() >= MAX_PER_PICTURE:
            raise Refused("too_many_marks", _("This picture has too many marks."))
        place = {"x": x, "y": y, "width": width, "height": height}
        mark = self.create(photo=photo, note=note.strip()[:300], made_by_id=officer.pk, **place)
        told = {"photo": str(photo.pk), "mark": str(mark.pk), **place}
        record("examination", photo.examination_id, "marked", actor=officer, after=told)
        return mark


class PictureMark(models.Model):
    """A rectangle, or a point where width and height are 0; all four are shares of the upright picture (0 to 1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    photo = models.ForeignKey(ExaminationPhoto, models.PROTECT, related_name="marks")
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField(default=0)
    height = models.FloatField(default=0)
    note = models.CharField(max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(x__gte=0, y__gte=0, width__gte=0, height__gte=0)
                & Q(x__lte=1 - F("width"), y__lte=1 - F("height")),
                name="a_mark_lies_within_the_picture",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="a_mark_says_what_is_seen"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="a_removed_mark_says_by_whom",
            ),
        ]

    def __str__(self):
        return self.note

    @property
    def is_point(self) -> bool:
        return not (self.width or self.height)

    @transaction.atomic
    def remove(self, officer: Any) -> None:
        """Take it off the picture; the second time changes nothing."""
        gone = {"removed_at": timezone.now(), "removed_by": officer.pk}
        if PictureMark.objects.in_place().filter(pk=self.pk).update(**gone):
            told = {"photo": str(self.photo_id), "mark": str(self.pk)}
            record("examination", self.photo.examination_id, "mark_removed", actor=officer, before=told)
