"""A shadow run: a definition meets live traffic and selects nothing; its hits stand apart from those of profiles."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .assessment import Assessment
from .profile import ProfileVersion
from .shadow_querysets import ShadowRunQuerySet

LONGEST_SHADOW = timedelta(days=90)


class ShadowState(models.TextChoices):
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")


class ShadowRun(models.Model):
    """`definition`: what the version said when the run began; it is not changed by an edit of the draft."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(ProfileVersion, models.PROTECT, related_name="shadow_runs")
    definition = models.JSONField()
    state = models.CharField(max_length=8, choices=ShadowState, default=ShadowState.RUNNING)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()  # at the latest
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True, default="")

    objects = ShadowRunQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(state="running"), name="one_running_shadow_per_version"
            ),
            models.CheckConstraint(condition=Q(state__in=ShadowState.values), name="shadow_state_is_named"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="shadow_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(ends_at__lte=F("starts_at") + LONGEST_SHADOW), name="shadow_is_at_most_ninety_days"
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="an_ended_shadow_says_when_and_why",
            ),
        ]

    def __str__(self):
        return f"{self.version_id} in the shadow"

    @property
    def is_running(self) -> bool:
        return self.state == ShadowState.RUNNING


class ShadowHit(models.Model):
    """What a shadow run would have said of an assessment; no lane, score or selection reads it."""

    run = models.ForeignKey(ShadowRun, models.CASCADE, related_name="hits")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=14)  # hit or not_evaluable
    points_low = models.SmallIntegerField()
    points_high = models.SmallIntegerField()
    assessed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "assessment"], name="a_shadow_hits_an_assessment_once"),
            models.CheckConstraint(condition=Q(answer__in=["hit", "not_evaluable"]), name="shadow_answer_is_named"),
        ]

    def __str__(self):
        return f"{self.run_id} {self.answer}"
