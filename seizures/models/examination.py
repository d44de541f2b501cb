"""An examination: one piece of equipment opened or looked at, what was checked, and what came of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import CustomsPost, EquipmentKind, PortControlUnit
from profiling.models import Assessment, Outcome
from seizures.querysets import ExaminationQuerySet

from .examining import Examining


class ExaminationKind(models.TextChoices):
    """Досмотр (opening) and осмотр (without opening) are different acts and never exchanged."""

    DOCUMENTS = "documents", _("Document check")
    INSPECTION = "inspection", _("Inspection without opening")
    SCAN = "scan", _("Scan")
    DOG = "dog", _("Dog")
    PARTIAL = "partial", _("Partial examination with opening")
    FULL = "full", _("Full examination with opening")


class ExaminationState(models.TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Examination(Examining, models.Model):
    """Of one piece of equipment (or a vehicle without one); lists the consignments really examined."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)  # EX-26-000123
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="examinations")
    post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="examinations")
    equipment_kind = models.CharField(max_length=10, choices=[*EquipmentKind.choices, ("vehicle", _("Vehicle"))])
    equipment_number = models.CharField(max_length=60)
    state = models.CharField(max_length=6, choices=ExaminationState, default=ExaminationState.OPEN)
    kind = models.CharField(max_length=12, choices=ExaminationKind, blank=True, default="")
    checklist = models.JSONField(default=dict)  # point -> {"answer": in_order|problem|not_done, "note": text}
    seal_read = models.CharField(max_length=40, blank=True, default="")
    seal_state = models.CharField(max_length=10, blank=True, default="")  # intact, damaged, missing
    new_seal = models.CharField(max_length=40, blank=True, default="")
    remarks = models.TextField(blank=True, default="")
    examiner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="examinations")
    begun_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ExaminationQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ExaminationState.values), name="examination_state_is_named"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True)
                | Q(state="closed", closed_at__isnull=False, closed_by__isnull=False),
                name="a_closed_examination_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(kind__in=ExaminationKind.values), name="a_closed_examination_has_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("begun_at")),
                name="examination_closes_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(equipment_number=""), name="examination_is_of_something"),
        ]
        indexes = [models.Index(fields=["unit", "state", "-begun_at"], name="examination_by_unit")]

    def __str__(self):
        return self.reference


class ExaminedConsignment(models.Model):
    """A consignment really examined in an examination, and its result."""

    examination = models.ForeignKey(Examination, models.PROTECT, related_name="examined")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=14, choices=Outcome, default=Outcome.NOT_RECORDED)
    note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["examination", "assessment"], name="a_consignment_is_examined_once_per_examination"
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="examined_outcome_is_named"),
        ]

    def __str__(self):
        return f"{self.examination_id} {self.outcome}"
