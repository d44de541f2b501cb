"""Alerts as they stand: what the daily look found, since when, and which supervisor has seen it."""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.models import CustomsPost, PortControlUnit, Source, record
from consignments.refusing import Refused

from .risk_profile import RiskProfile


class AlertKind(models.TextChoices):
    BELOW_BASELINE = "below_baseline", _("Below the random draw")
    NO_HIT = "no_hit", _("No hit for long")
    EXPIRES_SOON = "expires_soon", _("Ends soon")
    OVER_CAPACITY = "over_capacity", _("More selected than the post can examine")
    FEED_SILENT = "feed_silent", _("A feed fell silent")


class RaisedAlertQuerySet(models.QuerySet["RaisedAlert"]):
    def standing(self) -> "RaisedAlertQuerySet":
        """Those whose cause was still there at the last look."""
        return self.filter(ended_at__isnull=True)

    def unseen(self) -> "RaisedAlertQuerySet":
        return self.filter(seen_at__isnull=True)

    def visible_to(self, officer) -> "RaisedAlertQuerySet":
        """Those of the officer's unit and of profiles of all units; every alert for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(unit=None) | Q(unit=officer.unit_id))


class RaisedAlert(models.Model):
    """Of a profile, a post or a source. `told`: the numbers of its sentence, as found at the last look."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16, choices=AlertKind)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, null=True, blank=True, related_name="+")  # NULL: all
    profile = models.ForeignKey(RiskProfile, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    told = models.JSONField(default=dict)
    raised_at = models.DateTimeField(default=timezone.now)
    found_at = models.DateTimeField(default=timezone.now)  # at the last look that found it
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # at the first look that found it no more

    objects = RaisedAlertQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AlertKind.values), name="alert_kind_is_named"),
            models.CheckConstraint(
                condition=Q(profile__isnull=False, post__isnull=True, source__isnull=True)
                | Q(profile__isnull=True, post__isnull=False, source__isnull=True)
                | Q(profile__isnull=True, post__isnull=True, source__isnull=False),
                name="an_alert_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(seen_by__isnull=True, seen_at__isnull=True)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
                name="a_seen_alert_says_by_whom",
            ),
            models.UniqueConstraint(
                fields=["kind", "profile", "post", "source", "unit"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="an_alert_stands_once",
            ),
        ]

    def __str__(self):
        return f"{self.kind} since {self.raised_at:%Y-%m-%d}"

    @transaction.atomic
    def see(self, officer) -> None:
        """The supervisor knows; a second press changes nothing. Refused("alert_ended")."""
        fresh = RaisedAlert.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if fresh.ended_at is not None:
            raise Refused("alert_ended", gettext("This alert is over."))
        self.seen_by_id, self.seen_at = fresh.seen_by_id, fresh.seen_at
        if self.seen_at is None:
            self.seen_by_id, self.seen_at = officer.pk, timezone.now()
            self.save(update_fields=["seen_by", "seen_at"])
            record("alert", self.pk, "alert_seen", actor=officer, after={"kind": str(self.kind)})
