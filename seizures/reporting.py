"""Totals of what was seized: per category and unit of quantity, never across units; values per currency."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from profiling.models import SeizedTotal

from .querysets import SeizureLineQuerySet
from .seized import Category, QuantityUnit


@dataclass(frozen=True)
class QuantityTotal:
    """`quantity` is in `quantity_unit`, summed over `lines` lines of one category."""

    category: Category
    quantity_unit: QuantityUnit
    quantity: Decimal
    lines: int


@dataclass(frozen=True)
class ValueTotal:
    """The stated values in one currency; a line without a value is in none."""

    currency: str
    value: Decimal
    lines: int


def quantities(lines: SeizureLineQuerySet) -> list[QuantityTotal]:
    """Return one total per category and unit of quantity, over the lines in force, in the order of the categories."""
    sums = (
        lines.in_force()
        .order_by()
        .values_list("category", "quantity_unit")
        .annotate(sum=Sum("quantity"), n=Count("pk"))
    )
    totals = [QuantityTotal(Category(category), QuantityUnit(unit), total, n) for category, unit, total, n in sums]
    return sorted(totals, key=lambda t: (Category.values.index(t.category), -t.lines, t.quantity_unit))


def totals_of(lines: SeizureLineQuerySet) -> list[SeizedTotal]:
    """Return the same totals as the value that goes down to the assessment."""
    return [SeizedTotal(t.category, t.quantity_unit, t.quantity, t.lines) for t in quantities(lines)]


def values(lines: SeizureLineQuerySet) -> list[ValueTotal]:
    """Return one total per currency, over the lines in force that state a value."""
    stated = lines.in_force().filter(value__isnull=False).order_by("currency")
    sums = stated.values_list("currency").annotate(sum=Sum("value"), n=Count("pk"))
    return [ValueTotal(*row) for row in sums]
