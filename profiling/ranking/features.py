"""What the ranker reads of a case, and in which direction each may raise the risk: as the catalogue of indicators says.

A fact that an indicator asks to be large raises the risk as it grows, one asked to be small as it falls; one asked for
both ways, or only for equality, is left free.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from profiling.conditions.catalogue import FACTS, Fact, FactType, Level, Source
from profiling.conditions.indicators import INDICATORS

# Indicators that speak for a consignment; profiles give them negative points.
REASSURING = frozenset({"I03", "I04"})
READ_AS_NUMBERS = frozenset({FactType.NUMBER, FactType.INTEGER, FactType.BOOLEAN})
SCORE = "score"  # of the profiles: the rules that hit, each with its points
_RAISES = {"gt": 1, "ge": 1, "gte": 1, "is_true": 1, "lt": -1, "le": -1, "lte": -1, "is_false": -1}


@dataclass(frozen=True, slots=True)
class Feature:
    """A column of the stored facts; direction: 1 the more the riskier, -1 the less the riskier, 0 free."""

    name: str
    direction: int


def features() -> tuple[Feature, ...]:
    """Return the facts of the consignment that some indicator asks for, in the catalogue's order, and the score."""
    directions: dict[str, set[int]] = {}
    for code, indicator in INDICATORS.items():
        for name, direction in _asked(indicator.condition, -1 if code in REASSURING else 1):
            directions.setdefault(name, set()).add(direction)
    found = [
        Feature(name, next(iter(directions[name])) if len(directions[name]) == 1 else 0)
        for name, fact in FACTS.items()
        if name in directions and _is_readable(fact)
    ]
    return (*found, Feature(SCORE, 1))


def _is_readable(fact: Fact) -> bool:
    """Whether a drawn consignment came by chance says nothing of it."""
    return fact.level is Level.CONSIGNMENT and fact.type in READ_AS_NUMBERS and fact.source is not Source.DRAW


def _asked(condition: dict[str, Any], direction: int) -> Iterator[tuple[str, int]]:
    if "fact" in condition:
        yield condition["fact"], direction * _RAISES.get(condition.get("op", ""), 0)
    elif "not" in condition:
        yield from _asked(condition["not"], -direction)
    else:
        for part in condition.get("all") or condition.get("any") or ():
            yield from _asked(part, direction)
