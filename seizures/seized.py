"""What was taken, as a value: category, goods, quantity with its unit, where it was hidden."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from profiling.models import Assessment, Category, QuantityUnit

from .whereabouts import Method

__all__ = ["Category", "Concealment", "Method", "QuantityUnit", "Seized"]


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


@dataclass(frozen=True)
class Seized:
    """One line to be recorded. `quantity` is in `quantity_unit`, `value` in `currency` (both or neither)."""

    assessment: Assessment
    category: str
    commodity: str
    quantity: Decimal
    quantity_unit: str
    concealment: str = Concealment.NONE
    concealment_method: str = Method.NOT_STATED
    concealment_note: str = ""
    value: Decimal | None = None
    currency: str = ""

    def columns(self) -> dict:
        """The columns of the line that say what was taken."""
        return {
            "category": self.category,
            "commodity": self.commodity,
            "quantity": self.quantity,
            "quantity_unit": self.quantity_unit,
            "concealment": self.concealment,
            "concealment_method": self.concealment_method,
            "concealment_note": self.concealment_note,
            "value": self.value,
            "currency": self.currency,
        }
