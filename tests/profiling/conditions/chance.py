"""Random facts rich in NULL and random condition trees over them, from any source of chance."""

from datetime import UTC, datetime
from random import Random
from typing import Any

from profiling.conditions.catalogue import FACTS, Fact, FactType, Level
from profiling.conditions.operators import OPERATORS, Takes
from profiling.conditions.tree import All, Any_, AnyItem, Condition, Known, Leaf, Not

COUNTRIES = ["AF", "CN", "KZ", "TJ", "UZ"]
MOMENTS = [datetime(2026, 3, day, hour, tzinfo=UTC) for day in (12, 13) for hour in (0, 17, 18)]

# Small pools, shared by rows and conditions, so that every comparison comes out each way.
POOLS: dict[str, list[Any]] = {
    "gross_mass_kg": [0.0, 0.1, 999.5, 1000.0, 24000.0],
    "hours_before_arrival": [-2.5, 0.0, 1.75, 48.0],
    "packages": [0, 1, 2, 2**40],
    "consignee_seen_365d": [0, 1, 7, 100],
    "seal_missing": [True, False],
    "arrival_at_night": [True, False],
    "trader_is_trusted": [True, False],
    "mode": ["road", "rail", "sea", "air"],
    "entry_post": ["DOSTUK", "KULUNDU", "IRKESHTAM"],
    "dispatch_country": COUNTRIES,
    "arrival_at": MOMENTS,
    "route_countries": COUNTRIES,
    "onward_countries": COUNTRIES,
    "value_deviations": [-6.0, -3.5, 0.0, 3.5],
    "item_packages": [0, 1, 12],
    "description_is_vague": [True, False],
    "commodity_code_faulty": [True, False],
    "hs6": ["291524", "610910", "854231"],
    "origin_country": COUNTRIES,
    "description": ["ХЛОПОК 100%", "хлопок_100%", "Лук", "a\\b'c", "жүк ӨҢ"],
    "control_lists": ["precursor", "cites", "arms"],
}
TEXT_PARTS = ["хлопок", "100%", "_", "%", "\\", "'", "лук", "өң"]
HOW_OFTEN_UNKNOWN = 0.3


def random_row(chance: Random, level: Level) -> dict[str, Any]:
    """Return a value for each fact of the level that stands in the pools; about three in ten are not known."""
    return {name: _stored(chance, FACTS[name]) for name in POOLS if FACTS[name].level is level}


def random_items(chance: Random) -> list[dict[str, Any]]:
    return [random_row(chance, Level.ITEM) for _ in range(chance.choice([0, 1, 1, 2, 3]))]


def random_condition(chance: Random, level: Level = Level.CONSIGNMENT, depth: int = 1) -> Condition:
    """Return a tree of at most 5 levels, read as the door would read it."""
    kind = chance.choice(["leaf", "all", "any", "not", "any_item", "leaf"] if depth < 5 else ["leaf"])
    if kind in ("all", "any"):
        parts = tuple(random_condition(chance, level, depth + 1) for _ in range(chance.choice([1, 2, 3])))
        return All(parts) if kind == "all" else Any_(parts)
    if kind == "not":
        return Not(random_condition(chance, level, depth + 1))
    if kind == "any_item" and level is Level.CONSIGNMENT:
        return AnyItem(random_condition(chance, Level.ITEM, depth + 1))
    return _leaf(chance, level)


def _leaf(chance: Random, level: Level) -> Condition:
    fact = FACTS[chance.choice([name for name in POOLS if FACTS[name].level is level])]
    if chance.random() < 0.05:
        return Known(fact.name)
    operator = OPERATORS[chance.choice([name for name, each in OPERATORS.items() if fact.type in each.types])]
    pool = _compared(fact)
    match operator.takes:
        case Takes.NOTHING:
            return Leaf(fact.name, operator.name)
        case Takes.RANGE:
            return Leaf(fact.name, operator.name, tuple(sorted([chance.choice(pool), chance.choice(pool)])))
        case Takes.LIST:
            return Leaf(fact.name, operator.name, tuple({chance.choice(pool) for _ in range(chance.choice([1, 2, 3]))}))
    if operator.name in ("starts_with", "contains") and fact.type is FactType.TEXT:
        return Leaf(fact.name, operator.name, chance.choice(TEXT_PARTS))
    return Leaf(fact.name, operator.name, chance.choice(pool))


def _compared(fact: Fact) -> list[Any]:
    return [each.lower() for each in POOLS[fact.name]] if fact.type is FactType.TEXT else POOLS[fact.name]


def _stored(chance: Random, fact: Fact) -> Any:
    if chance.random() < HOW_OFTEN_UNKNOWN:
        return None
    if fact.type is FactType.ARRAY:
        choices = [*POOLS[fact.name], None]
        return [chance.choice(choices) for _ in range(chance.choice([0, 1, 2, 3]))]
    return chance.choice(POOLS[fact.name])
