"""What was seized of a consignment, as profiling keeps it: totals by category and unit of quantity."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


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


@dataclass(frozen=True, slots=True)
class SeizedTotal:
    """`quantity` in `quantity_unit` over `lines` lines of one category; totals of two units are never added."""

    category: str
    quantity_unit: str
    quantity: Decimal
    lines: int


def as_kept(totals: Iterable[SeizedTotal]) -> list[dict[str, str | int]]:
    """Return what an assessment stores: quantities as text, so that none is rounded."""
    return [
        {
            "category": str(total.category),
            "quantity_unit": str(total.quantity_unit),
            "quantity": f"{total.quantity:f}",
            "lines": total.lines,
        }
        for total in totals
    ]
