"""Three-valued truth by brute force, in plain Python: what the compiled SQL is held against."""

from collections.abc import Mapping, Sequence
from typing import Any

from profiling.conditions.catalogue import FACTS, FactType
from profiling.conditions.reading_values import fold
from profiling.conditions.tree import All, Any_, AnyItem, Condition, Known, Leaf, Not

Row = Mapping[str, Any]


def truth(condition: Condition, facts: Row, items: Sequence[Row]) -> bool | None:
    """Return the answer of a condition over one consignment."""
    match condition:
        case All(parts):
            return conjunction([truth(part, facts, items) for part in parts])
        case Any_(parts):
            return disjunction([truth(part, facts, items) for part in parts])
        case Not(part):
            return negation(truth(part, facts, items))
        case AnyItem(part):
            return disjunction([truth(part, item, ()) for item in items]) if items else None
        case Known(fact):
            value = facts.get(fact)
            return value is not None and not (isinstance(value, list) and None in value)
        case Leaf(fact, operator, value):
            return compare(FACTS[fact].type, operator, facts.get(fact), value)


def conjunction(parts: Sequence[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True


def disjunction(parts: Sequence[bool | None]) -> bool | None:
    return True if True in parts else None if None in parts else False


def negation(part: bool | None) -> bool | None:
    return None if part is None else not part


def compare(kind: FactType, operator: str, stored: Any, value: Any) -> bool | None:
    if stored is None:
        return None
    if kind is FactType.ARRAY:
        parts = [_is_among(each, stored) for each in value]
        return disjunction(parts) if operator == "has_any" else conjunction(parts)
    if kind is FactType.TEXT:
        stored = fold(stored)
    match operator:
        case "eq":
            return stored == value
        case "ne":
            return stored != value
        case "lt":
            return stored < value
        case "le":
            return stored <= value
        case "gt":
            return stored > value
        case "ge":
            return stored >= value
        case "between":
            return value[0] <= stored <= value[1]
        case "in":
            return stored in value
        case "starts_with":
            return stored.startswith(value)
        case "contains":
            return value in stored
        case "is_true":
            return stored
        case "is_false":
            return not stored
    raise AssertionError(operator)


def _is_among(value: Any, stored: Sequence[Any]) -> bool | None:
    """Kleene's OR over the elements: an unknown one may be any value."""
    return disjunction([None if each is None else each == value for each in stored]) if stored else False
