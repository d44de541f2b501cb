"""A published list read from files: how it differs from what is listed, until somebody applies it or sets it aside."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .watch_list import EntryDetails, WatchList, WatchListEntry


class Layout(models.TextChoices):
    FTM = "ftm", "OpenSanctions FtM"
    TARGETS = "targets", "OpenSanctions targets.simple.csv"
    SDN_CSV = "sdn_csv", "OFAC SDN, CSV"
    SDN_XML = "sdn_xml", "OFAC SDN, XML"


class ImportState(models.TextChoices):
    READ = "read", _("Waits to be applied")
    APPLIED = "applied", _("Applied")
    SET_ASIDE = "set_aside", _("Set aside")


class Change(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    GONE = "gone", _("Gone")


class ListImport(models.Model):
    """One reading of a published list. files: name, bytes and sha256 of each. problems: the first of them, by record.

    list_stamp: the state of the list that the difference is to; a list that changed since must be compared anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    watch_list = models.ForeignKey(WatchList, models.PROTECT, related_name="imports")
    layout = models.CharField(max_length=10, choices=Layout)
    files = models.JSONField()
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.READ)
    list_stamp = models.DateTimeField()
    read_at = models.DateTimeField(default=timezone.now)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    entry_count = models.PositiveIntegerField(default=0)
    new_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    gone_count = models.PositiveIntegerField(default=0)
    other_kind_count = models.PositiveIntegerField(default=0)  # records of a kind that this list does not hold
    problem_count = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)

    class Meta:
        ordering = ["-read_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_is_named"),
            models.CheckConstraint(condition=Q(layout__in=Layout.values), name="import_layout_is_named"),
            models.CheckConstraint(
                condition=Q(state=ImportState.READ, settled_at__isnull=True)
                | (~Q(state=ImportState.READ) & Q(settled_at__isnull=False)),
                name="a_settled_import_says_when",
            ),
            models.UniqueConstraint(
                fields=["watch_list"], condition=Q(state=ImportState.READ), name="one_import_of_a_list_waits"
            ),
        ]

    def __str__(self):
        return f"{self.watch_list_id} {self.read_at:%Y-%m-%d}"


class StagedEntry(EntryDetails):
    """One line of the difference. entry: the live one that changes or goes."""

    list_import = models.ForeignKey(ListImport, models.CASCADE, related_name="staged")
    change = models.CharField(max_length=8, choices=Change)
    entry = models.ForeignKey(WatchListEntry, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "staged entries"
        indexes = [models.Index(fields=["list_import", "change", "value"], name="staged_by_change")]
        constraints = [
            models.CheckConstraint(condition=Q(change__in=Change.values), name="staged_change_is_named"),
            models.CheckConstraint(
                condition=Q(change=Change.NEW, entry__isnull=True) | (~Q(change=Change.NEW) & Q(entry__isnull=False)),
                name="only_a_new_entry_has_none_before",
            ),
        ]

    def __str__(self):
        return f"{self.change} {self.value}"
