"""Facts that were reckoned afterwards, as of the moment of the round: marked, apart from the frozen ones."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .facts import ConsignmentFacts


class ReconstructedFacts(models.Model):
    """What columns younger than a round would have said in it. A backtest may read it; nothing that learns does.

    columns: those that were reckoned. values: of the known ones, by column. items: the same by number of goods item.
    """

    facts = models.OneToOneField(ConsignmentFacts, models.CASCADE, primary_key=True, related_name="reconstructed")
    columns = ArrayField(models.CharField(max_length=63))
    values = models.JSONField(default=dict)
    items = models.JSONField(default=dict)
    computed_at = models.DateTimeField(default=timezone.now)
    code_version = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "reconstructed facts"
        constraints = [models.CheckConstraint(condition=~Q(columns=[]), name="something_was_reconstructed")]

    def __str__(self):
        return f"reconstructed for {self.facts_id}"
