"""Masses and amounts of the Union's XML: units and currencies stand in attributes, in the album beside the figure."""

from decimal import Decimal
from functools import partial

from .. import places, reading
from ..noting import Notes
from ..values import Severity
from ..xml_nodes import Node

_UNITS_KG = {"166": Decimal(1), "168": Decimal(1000), "163": Decimal("0.001")}  # list 2016


def mass_kg(node: Node | None, notes: Notes) -> Decimal | None:
    """Return kilograms from the stated unit; from kilograms where no unit is stated."""
    if node is None:
        return None
    unit = node.attribute("measurementUnitCode") or "166"
    if unit not in _UNITS_KG:
        notes.warning("unit_unknown", node.path, value=unit)
        return None
    return notes.read(partial(reading.mass_kg, factor=_UNITS_KG[unit]), node.text(), node.path)


def money(node: Node | None, notes: Notes, beside: str | None = None) -> tuple[Decimal | None, str | None]:
    """Return an amount and its currency; beside: the currency stated next to the element, which the album does."""
    if node is None:
        return None, None
    amount = node.text("Amount") or node.text()
    code = node.attribute("currencyCode") or node.text("CurrencyCode") or beside
    currency = notes.read(places.currency, code, node.path, Severity.WARNING)
    return notes.read(reading.amount, amount, node.path), currency


def count(node: Node | None, notes: Notes, severity: Severity = Severity.ERROR) -> int | None:
    return notes.read(reading.count, node.text(), node.path, severity) if node else None
