"""Seizure lines: goods taken, each with category, quantity and unit; a correction is a new line with a reason."""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import Consignment, PortControlUnit, record
from consignments.refusing import Refused
from seizures.querysets import SeizureLineQuerySet
from seizures.reporting import totals_of
from seizures.seized import Category, Concealment, Method, QuantityUnit

from .closing import Examination
from .following import Following

# What a correction may change.
TOLD = (
    "category",
    "commodity",
    "quantity",
    "quantity_unit",
    "concealment",
    "concealment_method",
    "concealment_note",
    "value",
    "currency",
)


class SeizureLine(Following):
    """What was taken: never summed across units, never changed (trigger). A correcting line replaces it in figures.

    All versions of a line share its `reference`, the number of the register: SZ-26-000123.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, db_index=True)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="seizure_lines")
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="seizure_lines")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="seizure_lines")
    category = models.CharField(max_length=20, choices=Category)
    commodity = models.CharField(max_length=120)
    quantity = models.DecimalField(max_digits=16, decimal_places=3)
    quantity_unit = models.CharField(max_length=8, choices=QuantityUnit)
    value = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    concealment = models.CharField(max_length=16, choices=Concealment, default=Concealment.NONE)
    concealment_method = models.CharField(max_length=16, choices=Method, default=Method.NOT_STATED)
    concealment_note = models.CharField(max_length=160, blank=True, default="")  # the place in words
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    correction_reason = models.TextField(blank=True, default="")

    objects = SeizureLineQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(category__in=Category.values), name="seizure_category_is_known"),
            models.CheckConstraint(condition=Q(quantity_unit__in=QuantityUnit.values), name="seizure_unit_is_known"),
            models.CheckConstraint(condition=Q(concealment__in=Concealment.values), name="concealment_is_known"),
            models.CheckConstraint(
                condition=Q(concealment_method__in=Method.values), name="concealment_method_is_known"
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="a_seizure_has_a_number"),
            models.UniqueConstraint(
                fields=["reference"], condition=Q(corrects__isnull=True), name="a_number_is_of_one_seizure"
            ),
            models.CheckConstraint(condition=~Q(commodity=""), name="a_seizure_is_of_something"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0) | Q(quantity=0, corrects__isnull=False), name="seized_quantity_is_positive"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(correction_reason=""), name="a_correction_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | (Q(value__gte=0) & ~Q(currency="")),
                name="a_seized_value_has_a_currency",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")), name="a_line_does_not_correct_itself"
            ),
        ]
        indexes = [models.Index(fields=["unit", "-recorded_at"], name="seizure_line_by_unit")]

    def __str__(self):
        return f"{self.commodity} {self.quantity} {self.quantity_unit}"

    @property
    def is_in_force(self) -> bool:
        return self.quantity > 0 and not hasattr(self, "corrected_by")

    @transaction.atomic
    def correct(self, officer, reason: str, **changes) -> "SeizureLine":
        """Record a new line in place of this one and return it; quantity 0 says that nothing was taken after all."""
        SeizureLine.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if not reason.strip():
            raise Refused("reason_missing", _("Say why: a correction needs a reason."))
        if SeizureLine.objects.filter(corrects=self).exists():
            raise Refused("already_corrected", _("This line was corrected already; correct the newer one."))
        before = {name: getattr(self, name) for name in TOLD}
        told = {**before, **changes}
        if told == before:
            raise Refused("unchanged", _("Nothing differs from the line as it is."))
        if told["value"] is not None and not told["currency"]:
            raise Refused("currency_missing", _("A value needs its currency."))
        line = SeizureLine.objects.create(
            **told,
            reference=self.reference,
            examination_id=self.examination_id,
            consignment_id=self.consignment_id,
            unit_id=self.unit_id,
            recorded_by_id=officer.pk,
            corrects=self,
            correction_reason=reason.strip(),
        )
        record(
            "seizure_line",
            line.pk,
            "corrected",
            actor=officer,
            consignment_id=line.consignment_id,
            before={"line": str(self.pk), **self.as_logged()},
            after=line.as_logged(),
            reason=line.correction_reason,
        )
        for row in self.examination.examined.filter(assessment__consignment=self.consignment_id):
            row.assessment.count_seized(totals_of(SeizureLine.objects.of(row.assessment)))
        return line

    def as_logged(self) -> dict:
        """What the log keeps of it: numbers as text, so that none is rounded."""
        return {name: None if (value := getattr(self, name)) is None else str(value) for name in TOLD}
