"""What is usual between two countries: how long goods travel, what their carriage costs, how it is paid."""

from django.db import models
from django.db.models import Q


class LaneNorm(models.Model):
    """Medians and median absolute deviations of what was stated before; NULL: too few consignments stated it."""

    dispatch_country = models.CharField(max_length=2)
    destination_country = models.CharField(max_length=2)
    mode = models.CharField(max_length=4)
    transit_count = models.PositiveIntegerField(default=0)
    transit_median_days = models.FloatField(null=True)
    transit_mad_days = models.FloatField(null=True)
    freight_count = models.PositiveIntegerField(default=0)
    freight_median_usd_per_kg = models.FloatField(null=True)
    freight_mad_usd_per_kg = models.FloatField(null=True)
    paid_count = models.PositiveIntegerField(default=0)
    cash_share = models.FloatField(null=True)
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dispatch_country", "destination_country", "mode"], name="one_lane_norm_per_lane_and_mode"
            ),
            models.CheckConstraint(
                condition=(Q(transit_mad_days__isnull=True) | Q(transit_mad_days__gte=0))
                & (Q(freight_mad_usd_per_kg__isnull=True) | Q(freight_mad_usd_per_kg__gte=0)),
                name="deviation_of_a_lane_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(cash_share__isnull=True) | (Q(cash_share__gte=0) & Q(cash_share__lte=1)),
                name="share_of_cash_is_a_share",
            ),
        ]

    def __str__(self):
        return f"{self.dispatch_country}-{self.destination_country} {self.mode}"
