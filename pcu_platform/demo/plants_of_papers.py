"""Patterns that show in the papers: boxes and seals, foreign trucks, vague words, hidden and listed names."""

from dataclasses import replace
from datetime import datetime

from pcu_platform.demo import words
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.firms import Firm, firm_of, in_latin, kyrgyz_person
from pcu_platform.demo.shaping import make_new, trip_from
from pcu_platform.demo.unit import Unit
from pcu_platform.demo.vehicles import mistyped, truck
from pcu_platform.reference.lists import BOXES, OFFENDERS


def box_tampered(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A cloned or missing seal, a false number, an "empty" box that is heavy. Twin: a clerk's typing error."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN",) if unit.code == "OSH" else ("TJ", "UZ"))
    load = trip.loads[0]
    box = load.boxes[0] if load.boxes else unit.box()
    load.boxes, load.seals = [box], []
    how = rng.choices(("number", "no_seal", "cloned", "empty"), (8, 2, 0, 0) if is_twin else (2, 3, 4, 2))[0]
    match how:
        case "number":
            box.number = mistyped(rng, box.number)
        case "no_seal":
            box.seals = []
        case "cloned":
            box.seals = [rng.choice(unit.used_seals)] if unit.used_seals else box.seals
        case "empty":
            box.fullness, box.tare_kg = "empty", 3800
    return trip


def third_country_truck(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A truck of neither neighbour at a bilateral post. Twin: a hired truck, or a driver who took the wrong road."""
    rng = unit.rng
    near = ("TJ", "UZ") if unit.code == "BATKEN" else ("UZ",)
    trip = trip_from(unit, midnight, near)
    bilateral: dict[str, dict[str, tuple[str, ...]]] = {
        "BATKEN": {"TJ": ("KAIRAGACH",), "UZ": ("KYZYL_KYYA", "KARA_BAGISH")},
        "OSH": {"UZ": ("KENG_SAY",)},
    }
    trip.post = rng.choice(bilateral[unit.code][trip.loads[0].dispatch])
    foreign = truck(rng, rng.choice(("KZ", "KZ", "RU", "CN")))
    trip.plate, trip.country, trip.trailer = foreign.plate, foreign.country, foreign.trailer
    if not is_twin and rng.random() < 0.4:
        make_new(unit, trip.loads[0])
    return trip


def vague_newcomer(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """Goods that nobody can name, for somebody nobody knows. Twin: a household that moves, a shop that opens."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN", "UZ", "TJ"), night=0.15)
    load = trip.loads[0]
    if rng.random() < 0.85:
        make_new(unit, load)
    if rng.random() < (0.3 if is_twin else 0.2):
        load.consignee = kyrgyz_person(rng)
    load.items[0].description = rng.choice(words.VAGUE if rng.random() < 0.85 else words.MEANINGLESS)
    if rng.random() < 0.25:
        load.items[0].code = ""
    return trip


def hidden_party(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A consignee without a name, to order, or a forwarder paid by a stranger. Twin: a clerk left a field for later."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN", "UZ", "TJ"))
    load = trip.loads[0]
    how = rng.choices(("placeholder", "to_order", "forwarder"), (7, 2, 1) if is_twin else (5, 3, 3))[0]
    match how:
        case "placeholder":
            load.consignee = Firm(rng.choice(words.PLACEHOLDERS), load.consignee.country, load.consignee.city)
        case "to_order":
            load.consignee = Firm(rng.choice(words.TO_ORDER), load.consignee.country)
            load.notify = None
            if unit.used_numbers:
                load.number = rng.choice(unit.used_numbers).replace("-", " ")
        case "forwarder":
            load.consignee = Firm(rng.choice(words.FORWARDERS), "KG", "Ош", "ул. Ленина 1")
            load.freight_method, load.freight_payer = "cash", firm_of(rng, "AE")
            load.notify = firm_of(rng, "CN")
            trip.announced = True  # only a manifest of its own names who pays
    return trip


def listed_name(unit: Unit, midnight: datetime, is_twin: bool) -> Trip:
    """A box or a name of the unit's lists, as another clerk spells it. Twin: a namesake with its own tax number."""
    rng = unit.rng
    trip = trip_from(unit, midnight, ("CN", "UZ", "TJ"))
    load = trip.loads[0]
    if not is_twin and rng.random() < 0.15:
        load.boxes, load.seals = [replace(unit.box(), number=rng.choice(BOXES)[0])], []
        return trip
    name, identifier, country = rng.choice([entry for entry in OFFENDERS if not is_twin or entry[2] == "KG"])
    spelt = in_latin(name) if country in ("KG", "TJ") and rng.random() < 0.5 else name
    if country == "KG":
        own = replace(load.consignee, name=spelt)
        load.consignee = own if is_twin else replace(own, identifier=identifier)
    else:
        load.consignor = Firm(spelt, country, load.consignor.city, load.consignor.street)
    return trip
