"""The words in which watch lists, their entries and warnings are asked for."""

from django.db import models
from django.db.models import Count, Q

from .states import POSITIVE


class WatchListQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "WatchListQuerySet":
        """Those of the officer's unit and of all units; every list for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(unit=None) | Q(unit=officer.unit_id))

    def with_counts(self) -> "WatchListQuerySet":
        """Each with `live_count`, its entries that have not ended; by name, an order that grouping would drop."""
        return self.annotate(live_count=Count("entries", filter=Q(entries__ended_at=None))).order_by("name", "id")


class EntryQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "EntryQuerySet":
        """Those on the lists this officer sees."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(watch_list__unit=None) | Q(watch_list__unit=officer.unit_id))

    def live(self) -> "EntryQuerySet":
        return self.filter(ended_at=None)

    def bearing(self, text: str) -> "EntryQuerySet":
        """Those whose value, number or note has this text in it."""
        text = text.strip()
        return self.filter(Q(value__icontains=text) | Q(identifier__icontains=text) | Q(note__icontains=text))

    def with_match_counts(self) -> "EntryQuerySet":
        """Each with `match_count` (consignments it matched) and `positive_count` (of these, examined with a result)."""
        positive = Q(hits__assessment__outcome__in=POSITIVE)
        consignments = "hits__assessment__consignment"
        return self.annotate(
            match_count=Count(consignments, distinct=True),
            positive_count=Count(consignments, distinct=True, filter=positive),
        )


class WarningQuerySet(models.QuerySet):
    def open(self) -> "WarningQuerySet":
        return self.filter(closed_at=None)
