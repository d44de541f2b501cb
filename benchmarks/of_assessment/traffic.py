"""Invented traffic: the same traders, drivers, trucks and boxes again and again, the largest in one of a hundred."""

import json
import random
from dataclasses import dataclass
from functools import cache

from stdnum.iso6346 import calc_check_digit

from benchmarks.screening import BUSINESS, FORMS, invented_names, stem

TRADERS = 5_000  # consignees, and as many consignors
VEHICLES = 20_000  # as many drivers and boxes
BILLS_OF_A_TRUCK = 100
# The share of rank r is about r to the power EXPONENT - 1: so the first of 5,000 traders has a hundredth.
EXPONENT = 0.415
GOODS = [
    ("6203423500", "Men's trousers of cotton", 2.5),
    ("6404199000", "Sports shoes with textile uppers", 4.0),
    ("4203300000", "Belts of leather", 8.0),
    ("8708309909", "Brake pads for trucks", 5.0),
    ("6907219009", "Ceramic tiles", 0.6),
    ("9405119000", "LED lamps for ceilings", 6.0),
    ("0804100000", "Dried dates in cartons", 1.1),
    ("8517130000", "Telephones", 90.0),
]


@dataclass(frozen=True, slots=True)
class Trader:
    name: str
    identifier: str
    phone: str
    street: str
    city: str
    country: str

    def stated(self) -> dict:
        address = {"street": self.street, "city": self.city, "country": self.country}
        number = {"identifier": self.identifier, "identifier_kind": "INN"}
        return {"name": self.name, "phone": self.phone, "address": address, **number}


@cache
def consignees() -> list[Trader]:
    """In order of their rank."""
    return [
        Trader(name, f"{20_000_000_000_000 + n}", f"+996 555 {n:06}", f"Navoi street {n}", "Osh", "KG")
        for n, name in enumerate(_names(1))
    ]


@cache
def consignors() -> list[Trader]:
    return [
        Trader(name, f"91650000MA{n:08}", f"+86 998 {n:07}", f"Renmin road {n}", "Kashi", "CN")
        for n, name in enumerate(_names(2))
    ]


@cache
def drivers() -> list[str]:
    """Persons are the first half of the names."""
    return invented_names(2 * VEHICLES, random.Random(3))[:VEHICLES]


@cache
def boxes() -> list[str]:
    return [body + calc_check_digit(body) for n in range(VEHICLES) for body in [f"KSHU{n:06}"]]


def plate(number: int) -> str:
    return f"01{number:05}KG"


def ranked(chance: random.Random, count: int) -> int:
    """Draw a rank from 0 on, Zipf."""
    return int((chance.random() * (count**EXPONENT - 1) + 1) ** (1 / EXPONENT)) - 1


def truck(number: int, chance: random.Random, arrival_at: str) -> bytes:
    """Return the manifest of a truck with groupage: each bill of other traders, all in one box."""
    vehicle = chance.randrange(VEHICLES)
    box = boxes()[vehicle]
    bills = [_bill(f"CMR-{number:06}-{place}", box, chance) for place in range(BILLS_OF_A_TRUCK)]
    head = {
        "document_reference": f"TRIP-{number:06}",
        "mode": "road",
        "conveyance": {"id": plate(vehicle), "nationality": "KG"},
        "entry_post": "IRKESHTAM",
        "arrival_at": arrival_at,
        "driver": {"name": drivers()[chance.randrange(VEHICLES)], "is_natural_person": True},
    }
    return json.dumps({**head, "consignments": bills}).encode()


def _bill(number: str, box: str, chance: random.Random) -> dict:
    code, description, usd_per_kg = chance.choice(GOODS)
    gross_kg = chance.randrange(20, 240)
    value = round(gross_kg * 0.95 * usd_per_kg * chance.lognormvariate(0, 0.3), 2)
    packages = gross_kg // 5
    line = {
        "commodity_code": code,
        "description": description,
        "packages": packages,
        "package_kind": "CT",
        "gross_mass_kg": gross_kg,
        "net_mass_kg": round(gross_kg * 0.95, 1),
        "value": value,
        "currency": "USD",
        "origin_country": "CN",
        "equipment_numbers": [box],
    }
    sealed = {
        "kind": "container",
        "number": box,
        "size_type": "45G1",
        "fullness": "full",
        "seals": [f"HX{number[4:10]}"],
    }
    return {
        "document_number": number,
        "transport_document_kind": "cmr",
        "procedure": "import",
        "place_of_loading": "Kashi",
        "place_of_delivery": "Osh",
        "dispatch_country": "CN",
        "destination_country": "KG",
        "itinerary": ["CN", "KG"],
        "consignor": consignors()[ranked(chance, TRADERS)].stated(),
        "consignee": consignees()[ranked(chance, TRADERS)].stated(),
        "goods": [line],
        "equipment": [sealed],
        "total_packages": packages,
        "total_gross_mass_kg": gross_kg,
        "total_value": value,
        "total_currency": "USD",
    }


def _names(seed: int) -> list[str]:
    """Firms, of two words and a trade each: hardly one is like a name of the list by chance."""
    chance = random.Random(seed)
    return [f"{chance.choice(FORMS)}{stem(chance)} {stem(chance)} {chance.choice(BUSINESS)}" for _ in range(TRADERS)]
