"""A consignment really examined in an examination, and its result."""

from django.db import models
from django.db.models import Q

from profiling.models import Assessment, Outcome

from .closing import Examination


class ExaminedConsignment(models.Model):
    """Its outcome is set when the examination closes; what lay unexamined in the same box has no row here."""

    examination = models.ForeignKey(Examination, models.PROTECT, related_name="examined")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=14, choices=Outcome, default=Outcome.NOT_RECORDED)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["examination", "assessment"], name="a_consignment_is_examined_once_per_examination"
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="examined_outcome_is_named"),
        ]

    def __str__(self):
        return f"{self.examination_id} {self.outcome}"
