"""What is kept of an examination: one piece of equipment, what was looked at, and what came of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from consignments.models import CustomsPost, PortControlUnit
from seizures.checklists import PieceKind
from seizures.kinds import ExaminationKind
from seizures.querysets import ExaminationQuerySet
from seizures.seals import SealState


class ExaminationState(models.TextChoices):
    OPEN = "open", pgettext_lazy("examination", "Open")
    CLOSED = "closed", pgettext_lazy("examination", "Closed")


class ExaminationRecord(models.Model):
    """The columns of an examination; `Examination` adds the verbs. A closed one never changes (trigger)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)  # EX-26-000123
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="examinations")
    post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="examinations")
    equipment_kind = models.CharField(max_length=10, choices=PieceKind)
    equipment_number = models.CharField(max_length=60)  # as stated
    equipment_key = models.CharField(max_length=60, db_index=True)  # canonical: capitals, letters and digits only
    state = models.CharField(max_length=6, choices=ExaminationState, default=ExaminationState.OPEN)
    kind = models.CharField(max_length=12, choices=ExaminationKind, blank=True, default="")
    checklist = models.JSONField(default=dict)  # point -> {"answer": in_order|problem|not_done, "note": text}
    seal_read = models.CharField(max_length=120, blank=True, default="")
    seal_state = models.CharField(max_length=12, choices=SealState, blank=True, default="")
    new_seal = models.CharField(max_length=40, blank=True, default="")
    no_new_seal_because = models.CharField(max_length=160, blank=True, default="")
    remarks = models.TextField(blank=True, default="")
    noted = models.JSONField(default=dict, blank=True)  # while open: the page's form as typed; {} once closed
    examiner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="examinations")
    place = models.CharField(max_length=120, blank=True, default="")  # bay, lane, warehouse
    officers_present = models.CharField(max_length=300, blank=True, default="")  # others, as the examiner names them
    weighbridge_kg = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    # By the clock of the examiner's phone, which may have been without a link; NULL: no phone told it.
    begun_on_device_at = models.DateTimeField(null=True, blank=True)
    closed_on_device_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ExaminationQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-begun_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ExaminationState.values), name="examination_state_is_named"),
            models.CheckConstraint(
                condition=Q(equipment_kind__in=PieceKind.values), name="examined_piece_is_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(seal_state__in=["", *SealState.values]), name="seal_state_is_named"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False, closed_by__isnull=False)
                | (~Q(state="closed") & Q(closed_at__isnull=True)),
                name="a_closed_examination_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(kind__in=ExaminationKind.values),
                name="a_closed_examination_has_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("begun_at")),
                name="examination_closes_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(equipment_number="") & ~Q(equipment_key=""), name="examination_is_of_something"
            ),
            models.CheckConstraint(
                condition=Q(weighbridge_kg__isnull=True) | Q(weighbridge_kg__gt=0), name="weighbridge_mass_is_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "-begun_at"], name="examination_by_unit"),
            models.Index(fields=["unit", "closed_at"], name="examination_closed", condition=Q(closed_at__isnull=False)),
        ]

    def __str__(self):
        return self.reference
