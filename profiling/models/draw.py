"""The random draw: its period, the seed whose hash is published before and which is published after."""

import uuid

from django.db import models
from django.db.models import F, Q


class DrawPeriod(models.Model):
    """Consignments whose first round falls into the period are drawn with its seed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    starts_at = models.DateTimeField(unique=True)
    ends_at = models.DateTimeField()
    percent = models.FloatField()
    seed = models.CharField(max_length=64)  # hex; secret until published
    seed_sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="draw_period_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(percent__gte=0) & Q(percent__lte=100), name="draw_percent_is_a_percentage"
            ),
        ]

    def __str__(self):
        return f"draw period from {self.starts_at:%Y-%m-%d}"


class Draw(models.Model):
    """The draw of one consignment: once, whatever its revisions and rounds."""

    consignment = models.OneToOneField("consignments.Consignment", models.PROTECT, primary_key=True, related_name="+")
    period = models.ForeignKey(DrawPeriod, models.PROTECT, related_name="draws")
    number = models.FloatField()  # HMAC(seed, consignment id) as a fraction in [0, 1)
    is_drawn = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["period"], name="drawn_in_period", condition=Q(is_drawn=True))]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=0) & Q(number__lt=1), name="draw_number_is_a_fraction"),
        ]

    def __str__(self):
        return f"draw of {self.consignment_id}"
