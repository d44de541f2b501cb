"""The words in which campaigns are asked for."""

from datetime import datetime

from django.db import models


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "CampaignQuerySet":
        """Those of the officer's unit; every campaign for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(unit=officer.unit_id)

    def due_to_start(self, now: datetime) -> "CampaignQuerySet":
        return self.filter(state="approved", starts_at__lte=now)

    def due_to_end(self, now: datetime) -> "CampaignQuerySet":
        return self.filter(state__in=["approved", "running"], ends_at__lte=now)
