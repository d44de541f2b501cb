"""Patterns that show in the goods and their route: drugs, precursors, tobacco, false values, wild species."""

from datetime import datetime

from pcu_platform.demo import words
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.firms import firm_of, kyrgyz_person
from pcu_platform.demo.goods import CHEMICALS, COVER_LOADS, KINDS, PRECURSORS, TOBACCO, WILD
from pcu_platform.demo.shaping import carry, known_as, make_new, price, round_mass, trip_from, under_tir
from pcu_platform.demo.unit import Unit

FRUIT = tuple(kind for kind in KINDS if kind.code[:2] in {"07", "08"})
CHEAP_TO_COPY = tuple(
    kind for kind in KINDS if kind.code[:4] in {"6109", "6203", "6403", "6402", "9503", "8504", "3304"}
)


def northern_route(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A newcomer's cover load from the south, at night. Twin: a grower's harvest, brought at night for the heat."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("TJ", "UZ"), night=0.5 if is_twin else 0.75)
    load = trip.loads[0]
    make_new(unit, load)
    if is_twin:
        carry(unit, load, FRUIT)
        return trip
    carry(unit, load, COVER_LOADS if rng.random() < 0.85 else FRUIT)
    if rng.random() < 0.25:
        load.itinerary.insert(0, "AF")
        if rng.random() < 0.6:
            load.dispatch = "AF"
        else:
            trip.announced = True  # only a manifest of its own can tell the whole route
    if rng.random() < 0.35:
        round_mass(load)
    if rng.random() < 0.3:
        load.freight_method = "cash"
    if rng.random() < 0.2:
        load.consignee = firm_of(rng, "KG")  # hides behind a name that sounds known
    return trip


def precursors_south(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Chemicals in transit to the south, some under a harmless name. Twin: a factory's permitted purchase."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN",) if unit.code == "OSH" else ("TJ", "UZ"), "export")
    load = trip.loads[0]
    towards = "TJ" if rng.random() < 0.7 else "UZ"
    if unit.code == "OSH":
        trip.is_export, trip.exit_post, load.way = False, "BOR_DOBO" if towards == "TJ" else "DOSTUK", "transit"
        load.dispatch, load.destination = "CN", towards
        load.itinerary = ["CN", "KG", towards]
        load.consignor, load.consignee = firm_of(rng, "CN"), firm_of(rng, towards)
    known_as(load)
    if is_twin:
        carry(unit, load, PRECURSORS[:1] + PRECURSORS[2:4])
        return trip
    make_new(unit, load)
    carry(unit, load, PRECURSORS)
    if rng.random() < 0.2:
        carry(unit, load, CHEMICALS[2:])
        load.items[0].description = "Жидкость для очистки"
        load.items[0].un_number = ""
    elif rng.random() < 0.3:
        load.items[0].un_number = ""
    if rng.random() < 0.2:
        load.freight_method = "cash"
    return trip


def tobacco(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Cigarettes under TIR or for newcomers. Twin: a licensed shop's first delivery, or a carrier's wrong carnet."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("TJ", "UZ"), night=0.1 if is_twin else 0.4)
    load = trip.loads[0]
    carry(unit, load, TOBACCO[:1] if rng.random() < 0.85 else TOBACCO)
    if rng.random() < 0.85:
        make_new(unit, load)
    if rng.random() < (0.4 if is_twin else 0.6):
        under_tir(unit, load)
    if not is_twin and rng.random() < 0.2:
        load.consignee = kyrgyz_person(rng)
    if not is_twin and rng.random() < 0.25:
        load.freight_method = "cash"
    return trip


def undervalued(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Consumer goods from China far below their price, often for a newcomer. Twin: a stock clearance."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN",) if unit.code == "OSH" else ("TJ", "UZ"))
    load = trip.loads[0]
    carry(unit, load, CHEAP_TO_COPY)
    load.items[0].origin = "CN"
    load.items[0].currency = "USD"
    load.items[0].value = round(load.items[0].net_kg * load.items[0].kind.usd_per_kg, 2)
    price(load, rng.uniform(0.3, 0.6) if is_twin else rng.betavariate(2, 4) * 0.6 + 0.08)
    if rng.random() < (0.5 if is_twin else 0.65):
        make_new(unit, load)
    elif rng.random() < 0.3:
        load.consignee = kyrgyz_person(rng)
    if not is_twin and rng.random() < 0.2:
        load.items[0].description = rng.choice(words.VAGUE)
    return trip


def wildlife(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Skins, horns, wood and roots for newcomers and persons. Twin: a tannery or pharmacy that starts to buy."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("TJ", "UZ"))
    load = trip.loads[0]
    carry(unit, load, WILD)
    if rng.random() < (0.8 if is_twin else 0.9):
        make_new(unit, load)
    if not is_twin and rng.random() < 0.3:
        load.consignee = kyrgyz_person(rng)
    if not is_twin and rng.random() < 0.12:
        load.items[0].description = rng.choice(("Рога сайгака, сувениры", "Шкура, снежный барс", "Saiga horn"))
    return trip
