"""What patterns change in an ordinary trip: who, what, when, how heavy, at what price."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pcu_platform.demo.drafts import Load, Trip
from pcu_platform.demo.firms import Firm, newcomer
from pcu_platform.demo.goods import Kind
from pcu_platform.demo.traders import NEIGHBOUR, Trader
from pcu_platform.demo.traffic import item_of, local_hour, truck_trip
from pcu_platform.demo.unit import Unit

NIGHT = (22.5, 29.5)  # local hours from midnight; above 24 on the next day


def trip_from(unit: Unit, midnight: datetime, near: Sequence[str], way: str = "import", *, night: float = 0.0) -> Trip:
    """Return a truck with one load from one of the neighbours `near`; with chance `night` it arrives at night."""
    fitting = [t for t in unit.traders if NEIGHBOUR[t.post] in near and t.way == way]
    trader: Trader = unit.rng.choices(fitting, [t.weight for t in fitting])[0]
    at_night = unit.rng.random() < night
    hour = unit.rng.uniform(*NIGHT) if at_night else local_hour(unit.rng, trader.hours)
    return truck_trip(unit, midnight + timedelta(minutes=round(60 * hour)), trader)


def carry(unit: Unit, load: Load, kinds: Sequence[Kind], *, share: float = 1.0) -> None:
    """Let the load be of one of the kinds."""
    kind = unit.rng.choice(kinds)
    load.items = [item_of(unit.rng, kind, _origin(load, kind), 1.0, share)]


def make_new(unit: Unit, load: Load, *, supplier: bool = True) -> None:
    """Let the consignee be one whom nobody has seen, and most often the consignor too."""
    load.consignee = newcomer(unit.rng, load.consignee.country)
    load.place_of_delivery = load.consignee.city
    if supplier and unit.rng.random() < 0.75:
        load.consignor = newcomer(unit.rng, load.consignor.country)
        load.place_of_loading = load.consignor.city


def known_as(load: Load, *, consignee: Firm | None = None, consignor: Firm | None = None) -> None:
    load.consignee, load.consignor = consignee or load.consignee, consignor or load.consignor
    load.place_of_loading, load.place_of_delivery = load.consignor.city, load.consignee.city


def round_mass(load: Load) -> None:
    """Let the gross mass end in 000."""
    item = load.items[0]
    rounded = max(1000, round(item.gross_kg, -3))
    item.net_kg, item.gross_kg = round(item.net_kg * rounded / item.gross_kg, 1), float(rounded)
    del load.items[1:]


def price(load: Load, factor: float) -> None:
    """Let the stated value be `factor` of what it would have been."""
    for item in load.items:
        item.value = round(item.value * factor, 2)


def under_tir(unit: Unit, load: Load) -> None:
    load.kind = "tir"
    load.number = load.number.replace("CMR", "TIR")
    load.tir_carnet = f"XM{unit.rng.randint(70_000_000, 79_999_999)}"
    if not load.boxes:
        load.seals = [unit.next_seal()]


def _origin(load: Load, kind: Kind) -> str:
    return load.dispatch if load.dispatch in kind.origins else kind.origins[0]
