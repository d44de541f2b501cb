"""Cross-checks of one consignment: stated totals against its lines. A disagreement is a warning, never a rejection."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from .noting import Notes
from .values import StatedConsignment, StatedGoodsItem

_TOLERANCE = Decimal("0.001")  # of the total: the rounding of lines


def note_disagreements(stated: StatedConsignment, notes: Notes) -> None:
    """Compare the totals with the sums of lines that all state the datum, and seals with their stated number."""
    _compare(notes, stated, "packages_disagree", stated.total_packages, _sum(g.packages for g in stated.goods))
    mass_kg = _sum(g.gross_mass_kg for g in stated.goods)
    _compare(notes, stated, "gross_mass_disagrees", stated.total_gross_mass_kg, mass_kg)
    if {g.currency for g in stated.goods} == {stated.total_currency}:
        _compare(notes, stated, "value_disagrees", stated.total_value, _sum(g.value for g in stated.goods))
    for box in stated.equipment:
        if box.seals and box.seals_stated_count is not None and len(box.seals) != box.seals_stated_count:
            notes.warning("seals_disagree", stated.path, stated=box.seals_stated_count, found=len(box.seals))
    _note_unknown_equipment(stated, notes)


def numbered_once(goods: Sequence[StatedGoodsItem], path: str, notes: Notes) -> tuple[StatedGoodsItem, ...]:
    """Return the lines with numbers from 1, each once; counted anew, with a warning, where the document repeats one."""
    numbers = [item.number for item in goods]
    if len(set(numbers)) == len(numbers) and all(number >= 1 for number in numbers):
        return tuple(goods)
    notes.warning("goods_renumbered", path)
    return tuple(replace(item, number=position) for position, item in enumerate(goods, start=1))


def sum_of_packages(goods: Iterable[StatedGoodsItem]) -> int | None:
    """Return the packages of all lines; None when there is no line or one does not state them."""
    total = _sum(item.packages for item in goods)
    return None if total is None else int(total)


def sum_of_gross_mass_kg(goods: Iterable[StatedGoodsItem]) -> Decimal | None:
    """Return the gross mass of all lines; None when there is no line or one does not state it."""
    total = _sum(item.gross_mass_kg for item in goods)
    return None if total is None else Decimal(total)


def _sum(values: Iterable[int | Decimal | None]) -> int | Decimal | None:
    total: int | Decimal | None = None
    for value in values:
        if value is None:
            return None
        total = value if total is None else total + value
    return total


def _compare(
    notes: Notes, stated: StatedConsignment, code: str, total: int | Decimal | None, found: int | Decimal | None
) -> None:
    if total is not None and found is not None and abs(Decimal(total) - found) > Decimal(total) * _TOLERANCE:
        notes.warning(code, stated.path, stated=total, found=found)


def _note_unknown_equipment(stated: StatedConsignment, notes: Notes) -> None:
    known = {box.number for box in stated.equipment}
    named = {number for item in stated.goods for number in item.equipment_numbers}
    for number in sorted(named - known):
        notes.warning("equipment_not_described", stated.path, value=number)
