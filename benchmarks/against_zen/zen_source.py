"""The same conditions in zen's expression language; a missing fact needs two expressions: surely, and possibly."""

import json
from typing import Any

from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.tree import All, AnyItem, Condition, Leaf, leaves

SIGNS = {"lt": "<", "ge": ">="}


def plain(condition: Condition) -> str:
    """Where every fact is known: one expression."""
    if isinstance(condition, All):
        return " and ".join(plain(part) for part in condition.parts)
    assert isinstance(condition, Leaf)
    return _compared(condition, condition.fact)


def surely(condition: Condition, prefix: str = "") -> str:
    """True when the condition holds whatever is not known."""
    match condition:
        case All(parts):
            return "(" + " and ".join(surely(part, prefix) for part in parts) + ")"
        case AnyItem(part):
            return f"some(items, {surely(part, '#.')})"
        case Leaf(fact):
            return f"({prefix}{fact} != null and {_compared(condition, prefix + fact)})"
    raise TypeError(condition)


def possibly(condition: Condition, prefix: str = "") -> str:
    """True when the condition might hold, were all known."""
    match condition:
        case All(parts):
            return "(" + " and ".join(possibly(part, prefix) for part in parts) + ")"
        case AnyItem(part):
            return f"(len(items) == 0 or some(items, {possibly(part, '#.')}))"
        case Leaf(fact, "has_any", value):
            return f"({fact} == null or some({fact}, # == null or # in {_list(value)}))"
        case Leaf(fact):
            return f"({prefix}{fact} == null or {_compared(condition, prefix + fact)})"
    raise TypeError(condition)


def points(definition: ProfileDefinition) -> str:
    """The two ends of a profile's points: `[low, high]`."""
    low, high = [], []
    for each in definition.indicators:
        sure, maybe = f"({surely(each.when)} ? {each.points} : 0)", f"({possibly(each.when)} ? {each.points} : 0)"
        low.append(sure if each.points > 0 else maybe)
        high.append(maybe if each.points > 0 else sure)
    return f"[{' + '.join(low)}, {' + '.join(high)}]"


def decision_table(definitions: list[ProfileDefinition]) -> dict[str, Any]:
    """One table, a row per profile, hit policy collect: zen's own form for a set of rules."""
    rows = [list(leaves(definition.indicators[0].when)) for definition in definitions]
    facts = sorted({leaf.fact for row in rows for leaf in row})
    rules = []
    for position, row in enumerate(rows, start=1):
        cells = dict.fromkeys(facts, "") | {leaf.fact: _cell(leaf) for leaf in row if isinstance(leaf, Leaf)}
        rules.append({"_id": f"rule{position}", "hit": str(position), **cells})
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": fact, "name": fact, "field": fact} for fact in facts],
        "outputs": [{"id": "hit", "name": "hit", "field": "hit"}],
        "rules": rules,
    }
    at = {"position": {"x": 0, "y": 0}}
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", **at},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": table, **at},
            {"id": "out", "name": "out", "type": "outputNode", **at},
        ],
        "edges": [
            {"id": "1", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "2", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }


def _cell(leaf: Leaf) -> str:
    return f"{SIGNS[leaf.operator]} {leaf.value}" if leaf.operator in SIGNS else _compared(leaf, "$")


def _compared(leaf: Leaf, stored: str) -> str:
    match leaf.operator:
        case "lt" | "ge":
            return f"{stored} {SIGNS[leaf.operator]} {leaf.value}"
        case "in":
            return f"{stored} in {_list(leaf.value)}"
        case "has_any":
            return f"some({stored}, # in {_list(leaf.value)})"
        case "is_true":
            return f"{stored} == true"
    raise ValueError(leaf.operator)


def _list(values: tuple[Any, ...]) -> str:
    return json.dumps(list(values))
