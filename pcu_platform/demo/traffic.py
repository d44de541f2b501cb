"""Ordinary traffic: trucks, groupage and trains of traders who do what they usually do."""

from datetime import datetime, timedelta
from random import Random

from pcu_platform.demo import words
from pcu_platform.demo.drafts import Item, Load, Trip
from pcu_platform.demo.firms import kyrgyz_person
from pcu_platform.demo.goods import Kind
from pcu_platform.demo.traders import NEIGHBOUR, Trader
from pcu_platform.demo.unit import Unit
from pcu_platform.demo.vehicles import Truck, wagon_number

# What a unit of money is in USD, to state values in it; the platform has its own table of rates.
USD_PER = {"USD": 1.0, "CNY": 0.139, "KGS": 0.01144, "RUB": 0.0124, "EUR": 1.16}
CURRENCY_OF = {"CN": ("USD", "USD", "CNY"), "UZ": ("USD",), "TJ": ("USD", "USD", "RUB"), "KG": ("USD", "KGS")}
VALUE_SPREAD = 0.11  # log standard deviation of prices around a trader's own level
NIGHT_SHARE = 0.03  # of arrivals outside the trader's usual hours
DAYS_UNDER_WAY = {"CN": (1, 5), "KG": (0, 2)}


def truck_trip(unit: Unit, arrival_at: datetime, trader: Trader | None = None, *, loads: int = 1) -> Trip:
    """Return a truck with so many loads: of the trader, and of others who use the same post the same way."""
    trader = trader or unit.trader()
    trip = _trip_of(unit, trader, arrival_at)
    shippers = [trader, *unit.others_like(trader, loads - 1)]
    share = 1 / loads
    trip.loads = [load_of(unit, shipper, trip, share) for shipper in shippers]
    box = unit.box() if trader.uses_boxes else None
    seal = None if box or unit.rng.random() < 0.5 else unit.next_seal()
    for load in trip.loads:
        load.boxes = [box] if box else []
        load.seals = [seal] if seal else []
    return trip


def groupage_trip(unit: Unit, arrival_at: datetime, size: int) -> Trip:
    """Return a truck with many small loads of importers at one post, some of them private persons."""
    rng = unit.rng
    trader = next(t for t in iter(unit.trader, None) if t.way == "import" and not t.uses_boxes)
    trip = truck_trip(unit, arrival_at, trader, loads=size)
    for load in trip.loads:
        if rng.random() < 0.04:
            load.consignee = kyrgyz_person(rng)
        if rng.random() < 0.012:
            load.items[0].description = rng.choice(words.VAGUE)
        if rng.random() < 0.01:
            load.items[0].code = ""
    return trip


def train_trip(unit: Unit, arrival_at: datetime, wagons: int) -> Trip:
    """Return a train to the railway station, a wagon for each load; few wagons carry a container."""
    rng = unit.rng
    shippers = [t for t in unit.traders if t.way == "import" and NEIGHBOUR[t.post] == "UZ"]
    first = rng.choice(shippers)
    trip = _trip_of(unit, first, arrival_at)
    trip.post, trip.mode, trip.trailer, trip.number = "OSH_RAIL", "rail", "", str(rng.randint(2001, 3999))
    trip.plate, trip.country, trip.driver = trip.number, "", ""
    trip.loads = [load_of(unit, rng.choice(shippers), trip, 1.0) for _ in range(wagons)]
    for load in trip.loads:
        load.kind, load.wagon, load.seals = "smgs", wagon_number(rng), [unit.next_seal()]
        load.number = load.number.replace("CMR", "SMGS")
    return trip


def load_of(unit: Unit, trader: Trader, trip: Trip, share: float) -> Load:
    """Return what a trader sends on a trip: one to three lines of its goods, `share` of a usual load."""
    rng = unit.rng
    near = NEIGHBOUR[trip.post]
    partner = rng.choice(trader.partners)
    consignor, consignee = (trader.ours, partner) if trader.way == "export" else (partner, trader.ours)
    kinds = rng.sample(trader.kinds, min(len(trader.kinds), rng.choice((1, 1, 2))))
    dispatch = "KG" if trader.way == "export" else near
    destination = {"export": near, "import": "KG", "transit": trader.onward}[trader.way]
    origin = "KG" if trader.way == "export" else near
    days = rng.randint(*DAYS_UNDER_WAY.get(dispatch, (0, 2)))
    issued_on = (trip.arrival_at - timedelta(days=days)).date()
    return Load(
        number=unit.next_number(),
        kind="cmr",
        issued_on=issued_on,
        way=trader.way,
        consignor=consignor,
        consignee=consignee,
        items=[item_of(rng, kind, origin, trader.value_level, share / len(kinds)) for kind in kinds],
        dispatch=dispatch,
        destination=destination,
        itinerary=list(dict.fromkeys([dispatch, "KG", destination])),
        place_of_loading=consignor.city,
        place_of_delivery=consignee.city,
        invoice=f"{rng.choice(('INV', 'XL', 'СФ', 'K'))}-{rng.randint(100, 99999)}",
        invoiced_on=issued_on - timedelta(days=rng.randint(0, 12)),
        freight_method=_freight(rng),
        freight_amount=rng.randrange(300, 4200, 50),
        notify=consignee if rng.random() < 0.2 else None,
    )


def item_of(rng: Random, kind: Kind, origin: str, value_level: float, share: float) -> Item:
    """Return a line of goods of a kind: mass and packages as usual, value after the invented market."""
    heaviest = max(kind.kg_per_package, rng.uniform(*kind.load_kg) * share)
    per_package = kind.kg_per_package * rng.lognormvariate(0, 0.08)
    packages = max(1, round(heaviest / per_package))
    gross_kg = round(packages * per_package, 1)
    net_kg = round(gross_kg * rng.uniform(0.93, 0.985), 1)
    currency = rng.choice(CURRENCY_OF.get(origin, ("USD",)))
    usd = net_kg * kind.usd_per_kg * value_level * rng.lognormvariate(0, VALUE_SPREAD)
    return Item(
        kind=kind,
        code=kind.code,
        description=kind.english if origin == "CN" and rng.random() < 0.6 else kind.russian,
        packages=packages,
        gross_kg=gross_kg,
        net_kg=net_kg,
        value=round(usd / USD_PER[currency], 2),
        currency=currency,
        origin=origin,
        un_number=kind.un_number,
    )


def local_hour(rng: Random, hours: tuple[int, int]) -> float:
    """Return an hour of arrival: in the usual hours, rarely at any other."""
    return rng.uniform(0, 24) if rng.random() < NIGHT_SHARE * 3 else rng.uniform(*hours) % 24


def _trip_of(unit: Unit, trader: Trader, arrival_at: datetime) -> Trip:
    carrier = unit.rng.choice(trader.carriers)
    truck: Truck = unit.rng.choice(carrier.trucks)
    return Trip(
        post=trader.post,
        mode="road",
        plate=truck.plate,
        country=truck.country,
        trailer=truck.trailer,
        carrier=carrier.firm,
        driver=unit.rng.choice(carrier.drivers),
        arrival_at=arrival_at,
        loads=[],
        exit_post=_exit_post(trader),
        is_export=trader.way == "export",
    )


def _exit_post(trader: Trader) -> str:
    if trader.way != "transit":
        return ""
    return {"KZ": "AK_JOL", "RU": "AK_JOL", "UZ": "DOSTUK", "TJ": "BOR_DOBO"}[trader.onward]


def _freight(rng: Random) -> str:
    return rng.choices(("account", "prepaid", "collect", "cash", ""), (50, 25, 10, 3, 12))[0]
