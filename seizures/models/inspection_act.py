"""The inspection acts that were given out: for each content of an examination a number and a verification code."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .closing import Examination


class InspectionAct(models.Model):
    """A later number replaces the earlier ones: a result or a line was corrected (trigger: append-only)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="acts")
    number = models.PositiveSmallIntegerField()
    content_sha256 = models.CharField(max_length=64)
    code = models.CharField(max_length=16, unique=True)  # without its hyphens
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["examination", "number"]
        constraints = [
            models.UniqueConstraint(fields=["examination", "number"], name="acts_of_an_examination_are_numbered"),
            models.CheckConstraint(condition=Q(number__gte=1), name="acts_count_from_one"),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z]{16}$", content_sha256__regex=r"^[0-9a-f]{64}$"),
                name="an_act_has_a_code_and_a_hash",
            ),
        ]

    def __str__(self):
        return f"{self.examination_id} {self.number}"
