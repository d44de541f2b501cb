"""What a laboratory was asked about seized goods, and what it answered; never changed, the last row counts."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from seizures.whereabouts import LaboratoryState


class LaboratoryStep(models.Model):
    """`number` is that of the request while pending, of the report afterwards (trigger: append-only)."""

    line = models.ForeignKey("seizures.SeizureLine", models.PROTECT, related_name="laboratory")
    state = models.CharField(max_length=10, choices=LaboratoryState)
    laboratory = models.CharField(max_length=120)
    number = models.CharField(max_length=40)
    on = models.DateField()
    finding = models.CharField(max_length=500, blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["line", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=LaboratoryState.values), name="laboratory_state_is_named"),
            models.CheckConstraint(
                condition=~Q(laboratory="") & ~Q(number=""), name="a_laboratory_step_says_which_and_its_number"
            ),
        ]

    def __str__(self):
        return f"{self.laboratory} {self.number} {self.state}"
