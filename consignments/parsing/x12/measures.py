"""Masses of X12, with the one-letter codes of their units."""

from decimal import Decimal
from functools import partial

from .. import reading
from ..noting import Notes

_KILOGRAMS = {
    "K": Decimal(1), "L": Decimal("0.45359237"), "G": Decimal("0.001"), "E": Decimal(1000),
    "S": Decimal("907.18474"), "T": Decimal("1016.0469088"),
}  # fmt: skip


def mass_kg(text: str, unit: str, path: str, notes: Notes) -> Decimal | None:
    """Return kilograms; a unit that is not known, or not stated, leaves the mass unknown."""
    if not text:
        return None
    if unit.upper() not in _KILOGRAMS:
        notes.warning("unit_unknown", path, value=unit)
        return None
    return notes.read(partial(reading.mass_kg, factor=_KILOGRAMS[unit.upper()]), text, path)
