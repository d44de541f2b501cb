"""Seizures: lines of goods taken, each with category, quantity and unit; a correction is a new line with a reason."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import Consignment, PortControlUnit

from .examination import Examination


class Category(models.TextChoices):
    """The sections of the customs enforcement network's reports."""

    DRUGS = "drugs", _("Drugs")
    ENVIRONMENT = "environment", _("Environment")
    IPR = "ipr", _("IPR, health and safety")
    REVENUE = "revenue", _("Revenue")
    SECURITY = "security", _("Security")
    CULTURE = "cultural_heritage", _("Cultural heritage")


class QuantityUnit(models.TextChoices):
    KILOGRAM = "kg", _("kg")
    GRAM = "g", _("g")
    LITRE = "l", _("litres")
    PIECE = "piece", _("pieces")
    PACK = "pack", _("packs")
    PAIR = "pair", _("pairs")
    AMPOULE = "ampoule", _("ampoules")
    TABLET = "tablet", _("tablets")
    SQUARE_METRE = "m2", _("m²")
    CUBIC_METRE = "m3", _("m³")


class Concealment(models.TextChoices):
    IN_LOAD = "in_load", _("In the load")
    COVER_LOAD = "cover_load", _("Under a cover load")
    RIP_OFF = "rip_off", _("Bags inside the doors (rip-off)")
    STRUCTURE = "structure", _("Structure of the container or body")
    FLOOR = "floor", _("Floor")
    FRONT_WALL = "front_wall", _("Front wall")
    ROOF = "roof", _("Roof")
    REEFER_UNIT = "reefer_unit", _("Reefer compartment")
    CAB = "cab", _("Cab")
    FUEL_TANK = "fuel_tank", _("Fuel tank")
    SPARE_WHEEL = "spare_wheel", _("Spare wheel")
    CHASSIS = "chassis", _("Chassis")
    MISDECLARED = "misdeclared", _("Declared as something else")
    UNDECLARED = "undeclared", _("Not declared")
    NONE = "none", _("Not concealed")


class SeizureLine(models.Model):
    """What was taken: never summed across units. A line that corrects another replaces it in all figures."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
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
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    correction_reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(condition=Q(category__in=Category.values), name="seizure_category_is_known"),
            models.CheckConstraint(condition=Q(quantity_unit__in=QuantityUnit.values), name="seizure_unit_is_known"),
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
