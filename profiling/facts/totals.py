"""Masses, packages and values of a whole consignment: the sum of its goods, else what the document states as total."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from consignments.parsing.carries import Carry, carries
from consignments.parsing.values import DocumentKind
from profiling.facts.known import Circumstances, KnownConsignment, KnownGoodsItem, Noted

Number = TypeVar("Number", Decimal, int, float)


def total_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns of totals and counts."""
    noted = Noted()
    net_kg = sum_of_known(item.net_mass_kg for item in known.goods)
    gross_kg = gross_mass_kg(known)
    usd = value_usd(known, circumstances)
    noted.note("gross_mass_kg", _number(gross_kg))
    noted.note("net_mass_kg", _number(net_kg))
    noted.note("value_usd", usd)
    noted.note("value_per_kg_usd", per_kg(usd, net_kg, gross_kg))
    packages = sum_of_known(item.packages for item in known.goods)
    noted.note("packages", known.total_packages if packages is None else packages)
    noted.note("goods_items", len(known.goods) or None)
    containers = sum(piece.kind == "container" for piece in known.equipment)
    noted.note("containers", containers if known.equipment or _says_none(known) else None)
    return noted


def _says_none(known: KnownConsignment) -> bool:
    """Whether the document had to say which equipment there is, and said that there is none."""
    return known.states_equipment and carries(DocumentKind(known.document_kind), "equipment") is Carry.MUST


def gross_mass_kg(known: KnownConsignment) -> Decimal | None:
    """Return the gross mass: of the goods if each states its own, else the stated total."""
    summed = sum_of_known(item.gross_mass_kg for item in known.goods)
    return known.total_gross_mass_kg if summed is None else summed


def value_usd(known: KnownConsignment, circumstances: Circumstances) -> float | None:
    """Return the value in US dollars: of the goods if each states its own, else of the stated total."""
    summed = sum_of_known(item_usd(item, circumstances) for item in known.goods)
    return in_usd(known.total_value, known.total_currency, circumstances) if summed is None else summed


def item_usd(item: KnownGoodsItem, circumstances: Circumstances) -> float | None:
    return in_usd(item.value, item.currency, circumstances)


def in_usd(amount: Decimal | None, currency: str | None, circumstances: Circumstances) -> float | None:
    """Return an amount in US dollars; None without amount, currency or rate."""
    rate = circumstances.usd_rates.get(currency or "")
    return None if amount is None or rate is None else float(amount * rate)


def per_kg(usd: float | None, net_kg: Decimal | None, gross_kg: Decimal | None) -> float | None:
    """Return US dollars per kilogram of net mass, else of gross mass; None without a mass above zero."""
    mass_kg = net_kg or gross_kg
    return None if usd is None or not mass_kg else usd / float(mass_kg)


def sum_of_known(numbers: Iterable[Number | None]) -> Number | None:
    """Return the sum; None for no numbers or where one is not known."""
    values = list(numbers)
    known = [value for value in values if value is not None]
    return sum(known[1:], start=known[0]) if known and len(known) == len(values) else None


def _number(mass: Decimal | None) -> float | None:
    return None if mass is None else float(mass)
