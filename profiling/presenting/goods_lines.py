"""Goods as a table shows them."""

from dataclasses import dataclass
from decimal import Decimal

from consignments.models import ConsignmentRevision
from profiling.presenting.quantities import dotted_code, money, number

MOST = 200


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """value_per_kg: value / net mass as declared, "" where one of them is not stated."""

    number: int
    code: str
    description: str
    packages: str
    gross: str
    net: str
    value: str
    value_per_kg: str
    origin: str
    un_number: str


@dataclass(frozen=True, slots=True)
class GoodsTable:
    lines: list[GoodsLine]
    left_out: int


def goods_lines(revision: ConsignmentRevision) -> GoodsTable:
    """Make the table of a revision fetched with its goods."""
    items = list(revision.goods.all())
    lines = [
        GoodsLine(
            number=item.number,
            code=dotted_code(item.commodity_code),
            description=item.description,
            packages=f"{number(item.packages)} {item.package_kind}".strip(),
            gross=number(item.gross_mass_kg),
            net=number(item.net_mass_kg),
            value=money(item.value, item.currency),
            value_per_kg=_per_kg(item.value, item.net_mass_kg),
            origin=item.origin_country,
            un_number=item.un_number,
        )
        for item in items[:MOST]
    ]
    return GoodsTable(lines, len(items) - len(lines))


def _per_kg(value: Decimal | None, mass_kg: Decimal | None) -> str:
    return number(value / mass_kg, 2) if value is not None and mass_kg else ""
