"""The top-up of a post's selection at its shift cut-off: once a day, with the pool and what was taken from it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from consignments.models import CustomsPost


class TopUp(models.Model):
    """One cut-off of one post. `taken` are the assessments that the top-up made wait for a decision."""

    post = models.ForeignKey(CustomsPost, models.PROTECT, related_name="+")
    day = models.DateField()
    cut_off_at = models.DateTimeField()
    capacity = models.PositiveSmallIntegerField()
    already_held = models.PositiveIntegerField()  # waiting or selected before the top-up
    pool_size = models.PositiveIntegerField()
    taken = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "day"], name="one_top_up_per_post_and_day"),
            models.CheckConstraint(condition=Q(pool_size__gte=F("taken__len")), name="top_up_takes_from_its_pool"),
        ]

    def __str__(self):
        return f"top-up of {self.post_id} on {self.day}"
