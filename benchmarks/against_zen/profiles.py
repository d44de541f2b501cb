"""Random profiles over the benchmark's facts: three conditions, or eight weighted indicators."""

from random import Random
from typing import Any

from benchmarks.against_zen.shape import (
    COUNTRIES,
    COUNTS,
    ITEM_NUMBERS,
    NUMBERS,
    SEVERAL_COUNTRIES,
    SHARES,
    SINGLE_COUNTRIES,
)
from profiling.conditions.definition import ProfileDefinition, stored_definition

PROFILES = 100
REACHED_BY_FEW = 110  # points of eight indicators: one or two profiles hit a row


def of_three_conditions() -> list[ProfileDefinition]:
    """All three must hold; no fact twice in a profile, so that it is one row of a decision table."""
    chance = Random(3)
    return [_profile([_all_of_three(chance)], [10], 10) for _ in range(PROFILES)]


def of_eight_indicators() -> list[ProfileDefinition]:
    """Eight indicators with points, some negative; about one in five looks into the goods items."""
    chance = Random(8)
    definitions = []
    for _ in range(PROFILES):
        points = [40, *[chance.choice([10, 20, 30, -10]) for _ in range(7)]]
        definitions.append(
            _profile(
                [_leaf(chance, with_items=True) for _ in points],
                points,
                min(REACHED_BY_FEW, sum(each for each in points if each > 0)),
            )
        )
    return definitions


def _profile(conditions: list[dict], points: list[int], threshold: int) -> ProfileDefinition:
    indicators = [
        {"code": f"X{number:02d}", "label": "random", "points": each, "when": when}
        for number, (each, when) in enumerate(zip(points, conditions, strict=True))
    ]
    return stored_definition({"indicators": indicators, "threshold": threshold, "lane": "red"})


def _all_of_three(chance: Random) -> dict[str, Any]:
    leaves: dict[str, dict] = {}
    while len(leaves) < 3:
        leaf = _leaf(chance)
        leaves[leaf["fact"]] = leaf
    return {"all": list(leaves.values())}


def _leaf(chance: Random, with_items: bool = False) -> dict[str, Any]:
    kind = chance.random()
    if with_items and kind < 0.2:
        low, high = ITEM_NUMBERS["value_deviations"]
        deviation = {"fact": "value_deviations", "op": "lt", "value": chance.uniform(low, high)}
        origin = {"fact": "origin_country", "op": "in", "value": chance.sample(COUNTRIES, 2)}
        return {"any_item": {"all": [deviation, origin]}}
    if kind < 0.45:
        fact = chance.choice(sorted(NUMBERS))
        return {"fact": fact, "op": chance.choice(["lt", "ge"]), "value": chance.uniform(0, NUMBERS[fact])}
    if kind < 0.6:
        fact = chance.choice(sorted(COUNTS))
        return {"fact": fact, "op": chance.choice(["lt", "ge"]), "value": chance.randint(1, COUNTS[fact])}
    if kind < 0.8:
        return {"fact": chance.choice(SINGLE_COUNTRIES), "op": "in", "value": chance.sample(COUNTRIES, 2)}
    if kind < 0.9:
        return {"fact": chance.choice(SEVERAL_COUNTRIES), "op": "has_any", "value": chance.sample(COUNTRIES, 2)}
    return {"fact": chance.choice(sorted(SHARES)), "op": "is_true"}
