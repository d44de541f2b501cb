"""What was seized: quantities by category and unit of measure, values by currency; never added across them."""

from django.utils.translation import gettext as _

from .cells import Amount, Cell, Column, Count, Row, Table, Words
from .figures import Figures


def quantities_table(figures: Figures) -> Table:
    columns = [
        Column(_("Category"), False),
        Column(_("Lines")),
        Column(_("Quantity")),
        Column(_("Unit of quantity"), False),
    ]
    rows = []
    for total in figures.quantities:
        key = f"seized:{total.category}:{total.quantity_unit}"
        cells: list[Cell] = [
            Count(key, total.lines),
            Amount(key, total.quantity),
            Words(str(total.quantity_unit.label)),
        ]
        rows.append(Row(str(total.category.label), cells, _("The sum of the quantities of these lines.")))
    notes = [
        _("Lines in force recorded in the period; a corrected line counts as corrected."),
        _("Units are never added together."),
    ]
    return Table("seized", _("Seizures"), columns, rows, notes, when_empty=_("Nothing was seized in this period."))


def values_table(figures: Figures) -> Table:
    columns = [Column(_("Currency"), False), Column(_("Lines")), Column(_("Stated value"))]
    rows = [
        Row(
            total.currency,
            [Count(f"valued:{total.currency}", total.lines), Amount(f"valued:{total.currency}", total.value)],
            _("The sum of the values stated on these lines; a line without a value is not in it."),
        )
        for total in figures.values
    ]
    return Table("valued", _("Value of what was seized"), columns, rows, when_empty=_("No value was stated."))
