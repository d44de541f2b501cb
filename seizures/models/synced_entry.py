"""What a phone sent of an examination once its link was back: one row for each entry, so that none is done twice."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from .closing import Examination


class SyncedEntry(models.Model):
    """`id` was made on the phone. `on_device_at`: when the officer did it, by the clock of the phone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="synced_entries")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verb = models.CharField(max_length=5)  # begin, save, close
    on_device_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["received_at"]

    def __str__(self):
        return f"{self.verb} {self.examination_id}"
