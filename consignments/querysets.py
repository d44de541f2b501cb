"""The words in which consignments are asked for."""

from django.db import models
from django.db.models import F, Q


class ConsignmentQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ConsignmentQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def in_other_units_than(self, officer) -> "ConsignmentQuerySet":
        """What `visible_to` hides, to be counted but not shown."""
        if officer.may("read_all_units"):
            return self.none()
        return self.exclude(unit_id=officer.unit_id)


class RevisionQuerySet(models.QuerySet):
    def in_force(self) -> "RevisionQuerySet":
        return self.filter(number=F("consignment__latest_revision"))

    def round_is_due(self) -> "RevisionQuerySet":
        """Those that wait for an assessment round, oldest first."""
        return self.filter(round_due__isnull=False).order_by("known_at", "id")

    def quarantined(self, limit: int) -> "RevisionQuerySet":
        return self.filter(Q(round_due__isnull=False) & Q(round_attempts__gte=limit))
