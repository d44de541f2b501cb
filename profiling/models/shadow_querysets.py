"""The words in which shadow runs are asked for."""

from datetime import datetime

from django.db import models
from django.db.models import Q

NO_SHADOW_OF = ["active", "expired", "withdrawn"]  # states of a version: live already, or over


class ShadowRunQuerySet(models.QuerySet):
    def running(self) -> "ShadowRunQuerySet":
        return self.filter(state="running")

    def meeting(self, unit_id, now: datetime) -> "ShadowRunQuerySet":
        """The runs that look at what a unit's traffic brings at this moment."""
        of_unit = Q(version__profile__owner_unit=None) | Q(version__profile__owner_unit=unit_id)
        within = self.running().filter(of_unit, starts_at__lte=now, ends_at__gt=now)
        return within.exclude(version__state__in=NO_SHADOW_OF).order_by("pk")
