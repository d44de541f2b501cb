"""The words in which shadow runs are asked for."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class ShadowRunQuerySet(models.QuerySet):
    def running(self) -> "ShadowRunQuerySet":
        return self.filter(state="running")

    def meeting(self, unit_id, now: datetime) -> "ShadowRunQuerySet":
        """The runs that look at what a unit's traffic brings at this moment."""
        of_unit = Q(version__profile__owner_unit=None) | Q(version__profile__owner_unit=unit_id)
        return self.running().filter(of_unit, starts_at__lte=now, ends_at__gt=now).order_by("pk")
