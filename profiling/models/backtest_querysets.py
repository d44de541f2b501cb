"""The words in which stored backtests are asked for, and how one is asked."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

CURRENT_FOR = timedelta(days=30)


class BacktestQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "BacktestQuerySet":
        """Those over the history of the officer's unit; all of them for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(unit=officer.unit_id)

    def of_definition(self, key: str, now: datetime | None = None) -> "BacktestQuerySet":
        """Done ones of exactly this definition, not older than CURRENT_FOR, newest first."""
        since = (now or timezone.now()) - CURRENT_FOR
        return self.filter(state="done", definition_key=key, finished_at__gte=since).order_by("-finished_at")
