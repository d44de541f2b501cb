"""Patterns that show where documents are held against each other: a false way, a borrowed name, goods misnamed."""

from dataclasses import replace
from datetime import datetime

from pcu_platform.demo import words
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.firms import firm_of, newcomer
from pcu_platform.demo.goods import KINDS
from pcu_platform.demo.shaping import carry, known_as, trip_from
from pcu_platform.demo.unit import Unit

PLAIN = tuple(kind for kind in KINDS if kind.code[:4] in {"2523", "1101", "5205", "0703", "6907", "3923"})
HIDDEN_UNDER_THEM = (
    "Сигареты в коробах",
    "Смартфоны и телефоны",
    "Лекарственные средства, таблетки",
    "Куртки и джинсы",
    "Cigarettes in master cases",
    "Cosmetic sets, perfume",
)


def false_way(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Transit that leaves by a road which leads elsewhere. Twin: transit to the country where that road leads."""
    rng = unit.rng
    is_osh = unit.code == "OSH"
    trip = trip_from(unit, midnight, ("CN",) if is_osh else ("UZ",))
    load = trip.loads[0]
    towards = "TJ" if is_twin else rng.choice(("RU", "RU", "KZ"))
    trip.exit_post, trip.is_export, load.way = "BOR_DOBO" if is_osh else "KULUNDU", False, "transit"
    load.destination = towards
    load.itinerary = [load.dispatch, "KG", towards]
    known_as(load, consignee=firm_of(rng, towards))
    if not is_twin and rng.random() < 0.2:
        trip.exit_post = ""  # keeps its road to itself
    return trip


def borrowed_name(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A newcomer under the name of a known importer, with a number of its own. Twin: that importer, moved house."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN", "UZ", "TJ"))
    load = trip.loads[0]
    homely = [trader for trader in unit.traders if trader.ours.country == "KG" and trader.ours.identifier]
    victim = rng.choices(homely, [trader.weight for trader in homely])[0].ours
    other = firm_of(rng, "KG")
    if is_twin:
        load.consignee = replace(victim, city=other.city, street=other.street)
        return trip
    number = other.identifier
    if rng.random() < 0.3:
        number = f"{number[:3]}{rng.randint(13, 19)}{number[5:]}"  # a month that no year has
    load.consignee = replace(other, name=victim.name, identifier=number)
    if rng.random() < 0.6:
        load.consignor = newcomer(rng, load.consignor.country)
    load.place_of_delivery = load.consignee.city
    return trip


def misnamed(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Words of other goods than the code's, or of none. Twin: the same goods in another language."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN", "UZ", "TJ"))
    load = trip.loads[0]
    carry(unit, load, PLAIN)
    item = load.items[0]
    if is_twin:
        item.description = item.kind.russian if item.description == item.kind.english else item.kind.english
    elif rng.random() < 0.85:
        item.description = rng.choice(HIDDEN_UNDER_THEM)
    else:
        item.description = rng.choice(words.VAGUE)
    return trip
