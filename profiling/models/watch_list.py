"""Watch lists, their entries, and warnings of other units."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import CaseEvent, PortControlUnit

from .list_querysets import EntryQuerySet, WarningQuerySet, WatchListQuerySet
from .profile import Lane


class ListKind(models.TextChoices):
    PARTY = "party", _("Parties")
    CONTAINER = "container", _("Containers")
    PLATE = "plate", _("Plates")
    DOCUMENT = "document", _("Documents")
    VESSEL = "vessel", _("Vessels")
    ADDRESS = "address", _("Addresses")
    PHONE = "phone", _("Phones")
    INN = "inn", _("Tax numbers")


class Purpose(models.TextChoices):
    RISK = "risk", _("Risk")
    TRUSTED = "trusted", _("Trusted traders")


class WatchList(models.Model):
    """A list to be matched; a match recommends `lane`. A trusted list gives no lane (indicator I03)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(
        PortControlUnit, models.PROTECT, null=True, blank=True, related_name="watch_lists"
    )  # NULL: all units
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=ListKind)
    purpose = models.CharField(max_length=8, choices=Purpose, default=Purpose.RISK)
    lane = models.CharField(max_length=6, choices=Lane, default=Lane.RED)
    instruction = models.TextField(blank=True, default="")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(default=timezone.now)  # the version stamp of the in-memory index
    is_active = models.BooleanField(default=True)

    objects = WatchListQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], name="one_watch_list_of_a_name_per_unit", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(kind__in=ListKind.values), name="watch_list_kind_is_known"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="watch_list_purpose_is_known"),
            models.CheckConstraint(condition=Q(lane__in=["red", "yellow"]), name="watch_list_lane_holds"),
        ]

    def __str__(self):
        return self.name

    def events(self):
        """The log of this list, newest first."""
        return CaseEvent.objects.filter(subject_kind="watch_list", subject_id=self.pk).order_by("-at", "-id")


class EntryDetails(models.Model):
    """What is listed, and what else its publisher says of it: any of this may agree with a document or contradict it.

    birth_dates: a year, a month or a day, "1975", "1975-03", "1975-03-14". digest: of all of it; "" if typed by hand.
    """

    value = models.CharField(max_length=300)  # as given
    value_key = models.CharField(max_length=300)  # canonical form of its kind
    identifier = models.CharField(max_length=40, blank=True, default="")  # INN or other number of a party
    country = models.CharField(max_length=2, blank=True, default="")
    note = models.TextField(blank=True, default="")
    source_id = models.CharField(max_length=120, blank=True, default="")  # as the publisher of the list numbers it
    digest = models.CharField(max_length=32, blank=True, default="")
    aliases = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    identifiers = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    birth_dates = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    addresses = ArrayField(models.CharField(max_length=500), default=list, blank=True)
    countries = ArrayField(models.CharField(max_length=2), default=list, blank=True)

    class Meta:
        abstract = True


class WatchListEntry(EntryDetails):
    """One name, number or plate to be found. Entries are ended, not deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    watch_list = models.ForeignKey(WatchList, models.PROTECT, related_name="entries")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    looks_back = models.BooleanField(default=False)  # what is here already is still to be compared with it

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "watch list entries"
        ordering = ["value"]
        constraints = [
            models.UniqueConstraint(
                fields=["watch_list", "value_key", "identifier", "source_id"],
                condition=Q(ended_at__isnull=True),
                name="one_live_entry_of_a_value",
            ),
            models.UniqueConstraint(
                fields=["watch_list", "source_id"],
                condition=Q(ended_at__isnull=True) & ~Q(source_id=""),
                name="one_live_entry_of_a_source_id",
            ),
            models.CheckConstraint(condition=~Q(value_key=""), name="entry_can_be_matched"),
        ]
        indexes = [
            models.Index(fields=["value_key"], name="entry_by_value_key"),
            models.Index(fields=["watch_list"], name="entry_looks_back", condition=Q(looks_back=True)),
        ]

    def __str__(self):
        return self.value


class WarningMessage(models.Model):
    """A warning from another unit or service that names a container, party, plate or document (indicator I02)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    from_unit = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=ListKind)
    value = models.CharField(max_length=300)
    value_key = models.CharField(max_length=300)
    text = models.TextField(blank=True, default="")
    received_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = WarningQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ListKind.values), name="warning_kind_is_known"),
            models.CheckConstraint(condition=~Q(value_key=""), name="warning_can_be_matched"),
        ]
        indexes = [models.Index(fields=["kind", "value_key"], name="open_warning", condition=Q(closed_at__isnull=True))]

    def __str__(self):
        return self.reference
