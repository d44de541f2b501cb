"""What is kept of a round of a consignment; verbs are in `deciding` and `closing`, constraints in `assessment`."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from consignments.models import Consignment, ConsignmentRevision, CustomsPost, PortControlUnit
from profiling.querysets import AssessmentQuerySet

from .facts import ConsignmentFacts
from .profile import Lane, ProfileSet
from .states import Outcome, State


class AssessmentRecord(models.Model):
    """Recommended, decided, found: the columns of an assessment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="assessments")
    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="assessments")
    round = models.PositiveSmallIntegerField()
    trigger = models.CharField(max_length=30)  # revision, watch_list, profile, feed, message
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="assessments")
    post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="assessments")
    facts = models.OneToOneField(ConsignmentFacts, models.PROTECT, related_name="assessment")
    profile_set = models.ForeignKey(ProfileSet, models.PROTECT, related_name="+")
    points_low = ArrayField(models.SmallIntegerField(null=True))  # per version of the set; NULL: out of scope
    points_high = ArrayField(models.SmallIntegerField(null=True))
    code_version = models.CharField(max_length=20)

    # what was recommended
    lane = models.CharField(max_length=6, choices=Lane)
    score = models.IntegerField()
    score_possible = models.IntegerField(default=0)  # points more if what is not evaluable were a hit
    selected_by = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    ask_first = models.BooleanField(default=False)  # a profile that could not be evaluated recommends to ask
    is_drawn = models.BooleanField(default=False)
    draw_number = models.FloatField(default=0)
    changed_after_decision = models.BooleanField(default=False)
    arrival_at = models.DateTimeField(null=True, blank=True)
    reasons = models.JSONField(default=list)  # the heaviest hits for the row: [{code, points}]

    # what was decided
    state = models.CharField(max_length=24, choices=State)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned_assessments"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField(blank=True, default="")
    hold_until = models.DateTimeField(null=True, blank=True)
    lift_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    examiner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )  # to whom the hold was given; how they were chosen stands in the log
    closed_because = models.CharField(max_length=30, blank=True, default="")  # of superseded and lapsed ones
    examination_begun_at = models.DateTimeField(null=True, blank=True)

    # what was found
    outcome = models.CharField(max_length=14, choices=Outcome, default=Outcome.NOT_RECORDED)
    outcome_recorded_at = models.DateTimeField(null=True, blank=True)
    seized = models.JSONField(default=list, blank=True)  # [{category, quantity_unit, quantity, lines}], see `seized`
    created_at = models.DateTimeField(default=timezone.now)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        abstract = True
