"""Risk profiles and their versions. A version is frozen by a trigger once it has been active."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consignments.models import PortControlUnit

from .lifecycle import Lifecycle
from .profile_querysets import ProfileQuerySet, VersionQuerySet


class Lane(models.TextChoices):
    RED = "red", _("Red")
    YELLOW = "yellow", _("Yellow")
    BLUE = "blue", _("Blue")
    GREEN = "green", _("Green")


STRICTEST_FIRST = [Lane.RED, Lane.YELLOW, Lane.BLUE, Lane.GREEN]


class WhenNotEvaluable(models.TextChoices):
    IGNORE = "ignore", _("Ignore")
    ASK = "ask", _("Ask for information")
    YELLOW = "yellow", _("Yellow lane")


class VersionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class RiskProfile(models.Model):
    """A named set of versions; `owner_unit` NULL means all units."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True)  # PR-001
    title = models.CharField(max_length=160)
    title_ru = models.CharField(max_length=200, blank=True, default="")
    title_ky = models.CharField(max_length=200, blank=True, default="")
    category = models.CharField(
        max_length=30, blank=True, default=""
    )  # drugs, precursors, tobacco, revenue, security, ipr, environment
    owner_unit = models.ForeignKey(PortControlUnit, models.PROTECT, null=True, blank=True, related_name="profiles")
    origin = models.TextField(blank=True, default="")  # on what it rests: source and grade
    disabled_because = models.TextField(blank=True, default="")  # shipped but not to be switched on, and why
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code


class ProfileVersion(Lifecycle, models.Model):
    """One definition of a profile. `definition` is the JSON of docs/profiles.md, complete in itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    profile = models.ForeignKey(RiskProfile, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.DRAFT)
    definition = models.JSONField()
    instruction = models.TextField(blank=True, default="")  # to the examiner; names no source
    instruction_ru = models.TextField(blank=True, default="")
    instruction_ky = models.TextField(blank=True, default="")
    valid_from = models.DateField()
    valid_until = models.DateField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    activated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["profile", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["profile"], condition=Q(state="active"), name="one_active_version_per_profile"
            ),
            models.CheckConstraint(condition=Q(state__in=VersionState.values), name="version_state_is_named"),
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")), name="author_is_not_approver"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted", "withdrawn"]) | Q(approver__isnull=False),
                name="active_versions_were_approved",
            ),
            models.CheckConstraint(
                # What was active is frozen by its date: without one it could be rewritten.
                condition=Q(state__in=["draft", "submitted", "approved", "withdrawn"]) | Q(activated_at__isnull=False),
                name="an_active_version_says_since_when",
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="validity_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(valid_until__lte=F("valid_from") + models.Value(366)), name="validity_is_at_most_a_year"
            ),
        ]

    def __str__(self):
        return f"{self.profile.code} v{self.number}"


class ProfileSet(models.Model):
    """The versions that were evaluated together, in the order of the points arrays of an assessment."""

    key = models.CharField(max_length=64, unique=True)  # sha256 of the ordered ids
    version_ids = ArrayField(models.UUIDField())
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.key[:12]
