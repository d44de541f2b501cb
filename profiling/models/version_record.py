"""What is kept of one version of a profile. Its verbs are in `lifecycle`, its constraints in `profile`."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .risk_profile import RiskProfile


class VersionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class VersionRecord(models.Model):
    """One definition of a profile, who wrote and who approved it, and since when it is what it is."""

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
    submitted_backtest = models.ForeignKey(
        "profiling.Backtest", models.PROTECT, null=True, blank=True, related_name="+"
    )  # the one that the approver is shown
    no_backtest_because = models.TextField(blank=True, default="")
    approved_at = models.DateTimeField(null=True, blank=True)
    activated_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    campaign = models.ForeignKey("profiling.Campaign", models.PROTECT, null=True, blank=True, related_name="versions")
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
