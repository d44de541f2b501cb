"""How many persons were arrested over what was found in a consignment; never changed, the last row counts."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consignments.models import Consignment

from .closing import Examination

MOST = 200


class ArrestReport(models.Model):
    """Of an examination and a consignment, so that two lines of goods count nobody twice (trigger: append-only)."""

    examination = models.ForeignKey(Examination, models.PROTECT, related_name="arrest_reports")
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="+")
    persons = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500, blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=Q(persons__lte=MOST), name="arrests_are_few")]

    def __str__(self):
        return f"{self.persons}"
