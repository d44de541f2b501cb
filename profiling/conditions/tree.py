"""A condition as a value: a frozen tree of groups and leaves, its JSON and its canonical form."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Leaf:
    """One fact compared. value: None, one value, (low, high), or a tuple of values, as the operator takes it."""

    fact: str
    operator: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Known:
    """True when the fact is known, else false; never not evaluable."""

    fact: str


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any_:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class AnyItem:
    """All of `part` holds on one and the same goods item."""

    part: "Condition"


Condition = Leaf | Known | All | Any_ | Not | AnyItem


def as_json(condition: Condition) -> dict[str, Any]:
    """Return the JSON of a condition, as an officer writes it."""
    match condition:
        case Leaf(fact, operator, None):
            return {"fact": fact, "op": operator}
        case Leaf(fact, operator, value):
            return {"fact": fact, "op": operator, "value": _plain(value)}
        case Known(fact):
            return {"known": fact}
        case All(parts):
            return {"all": [as_json(part) for part in parts]}
        case Any_(parts):
            return {"any": [as_json(part) for part in parts]}
        case Not(part):
            return {"not": as_json(part)}
        case AnyItem(part):
            return {"any_item": as_json(part)}


def canonical(condition: Condition) -> str:
    """Return a text that is equal for conditions that say the same in another order."""
    return json.dumps(_sorted(condition), ensure_ascii=False, sort_keys=True)


def digest(code: str, condition: Condition) -> str:
    """Return the name of a distinct indicator: sha256 of its code and its canonical condition."""
    return hashlib.sha256(f"{code}\n{canonical(condition)}".encode()).hexdigest()


def leaves(condition: Condition) -> Iterator[Leaf | Known]:
    """Yield the leaves from left to right."""
    match condition:
        case All(parts) | Any_(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part) | AnyItem(part):
            yield from leaves(part)
        case _:
            yield condition


def fact_names(condition: Condition) -> list[str]:
    """Return the facts a condition names, each once, from left to right."""
    return list(dict.fromkeys(leaf.fact for leaf in leaves(condition)))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _sorted(condition: Condition) -> Any:
    match condition:
        case All(parts) | Any_(parts):
            name = "all" if isinstance(condition, All) else "any"
            return {name: sorted((_sorted(part) for part in parts), key=lambda part: json.dumps(part, sort_keys=True))}
        case Not(part):
            return {"not": _sorted(part)}
        case AnyItem(part):
            return {"any_item": _sorted(part)}
        case Leaf(fact, "in" | "has_any" | "has_all" as operator, value):
            return {"fact": fact, "op": operator, "value": sorted(set(_plain(value)))}
        case _:
            return as_json(condition)
