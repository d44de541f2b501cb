"""Photos of seized goods taken after the examination: at weighing, at sealing, at the hand-over."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from consignments.models import StoredFile


class EvidencePhoto(models.Model):
    """`line` is the first line of the seizure (trigger: append-only)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.ForeignKey("seizures.SeizureLine", models.PROTECT, related_name="evidence_photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    caption = models.CharField(max_length=160, blank=True, default="")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [models.UniqueConstraint(fields=["line", "file"], name="a_picture_is_evidence_of_a_seizure_once")]

    def __str__(self):
        return f"{self.line_id} {self.caption}"
