"""A campaign: versions that are active between two moments at given posts, under one name and with one aim."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import CaseEvent, PortControlUnit

from .campaign_querysets import CampaignQuerySet

LONGEST_CAMPAIGN = timedelta(days=92)


class CampaignState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")
    STOPPED = "stopped", _("Stopped")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Campaign(models.Model):
    """`posts`: codes. Its versions are copies that look at these posts only (`ProfileVersion.campaign`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    name = models.CharField(max_length=120)
    aim = models.TextField()
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="+")
    posts = ArrayField(models.CharField(max_length=20))
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=CampaignState, default=CampaignState.DRAFT)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CampaignState.values), name="campaign_state_is_named"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="campaign_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(ends_at__lte=F("starts_at") + LONGEST_CAMPAIGN), name="campaign_is_at_most_a_quarter"
            ),
            models.CheckConstraint(condition=~Q(posts=[]), name="campaign_names_its_posts"),
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")), name="campaign_author_is_not_approver"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted", "withdrawn"]) | Q(approver__isnull=False),
                name="a_running_campaign_was_approved",
            ),
        ]

    def __str__(self):
        return f"C-{self.number:03}"

    def events(self):
        """The log of this campaign, oldest first."""
        return CaseEvent.objects.filter(subject_kind="campaign", subject_id=self.pk)
