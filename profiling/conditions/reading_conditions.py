"""The door for conditions: JSON becomes a tree, or each fault is named by its path."""

from typing import Any

from django.utils.translation import gettext as _

from .catalogue import FACTS, Fact, Level
from .fault import Faults, below
from .operators import OPERATORS, Takes
from .reading_values import read_value
from .tree import All, Any_, AnyItem, Condition, Known, Leaf, Not

DEEPEST = 8
MOST_PARTS = 100


def read_condition(
    data: Any, path: str, faults: Faults, level: Level = Level.CONSIGNMENT, depth: int = 1
) -> Condition | None:
    """Return the tree, or None after at least one fault. `level` says which facts may be named here."""
    if depth > DEEPEST:
        faults.add(path, _("The condition is nested too deeply."), _("At most 8 levels: split it into indicators."))
        return None
    if not isinstance(data, dict):
        faults.add(path, _("A condition is expected."), _('Write an object such as {"fact": …, "op": …, "value": …}.'))
        return None
    match sorted(str(key) for key in data):
        case ["all" | "any" as group]:
            return _read_group(group, data[group], below(path, group), faults, level, depth)
        case ["not"]:
            part = read_condition(data["not"], below(path, "not"), faults, level, depth + 1)
            return part and Not(part)
        case ["any_item"]:
            return _read_any_item(data["any_item"], below(path, "any_item"), faults, level, depth)
        case ["known"]:
            fact = _read_fact(data["known"], below(path, "known"), faults, level)
            return Known(fact.name) if fact else None
        case ["fact", "op"] | ["fact", "op", "value"]:
            return _read_leaf(data, path, faults, level)
    faults.add(
        path,
        _("This is no condition: %(keys)s.") % {"keys": ", ".join(sorted(str(key)[:40] for key in data)[:8]) or "{}"},
        _("Write one of all, any, not, any_item, known, or fact with op and value."),
    )
    return None


def _read_group(group: str, data: Any, path: str, faults: Faults, level: Level, depth: int) -> Condition | None:
    if not isinstance(data, list):
        faults.add(path, _("A list of conditions is expected."), _("Write the conditions between [ and ]."))
        return None
    if not data:
        faults.add(path, _("The group is empty."), _("Put at least one condition into it, or remove the group."))
        return None
    if len(data) > MOST_PARTS:
        faults.add(path, _("The group has too many conditions."), _("At most 100; use a list of values instead."))
        return None
    parts = [read_condition(part, f"{path}[{n}]", faults, level, depth + 1) for n, part in enumerate(data)]
    if any(part is None for part in parts):
        return None
    kept = tuple(part for part in parts if part is not None)
    return All(kept) if group == "all" else Any_(kept)


def _read_any_item(data: Any, path: str, faults: Faults, level: Level, depth: int) -> Condition | None:
    if level is Level.ITEM:
        faults.add(path, _("“any_item” stands inside “any_item”."), _("Use one, with “all” or “any” inside it."))
        return None
    part = read_condition(data, path, faults, Level.ITEM, depth + 1)
    return part and AnyItem(part)


def _read_leaf(data: dict[str, Any], path: str, faults: Faults, level: Level) -> Condition | None:
    fact = _read_fact(data["fact"], below(path, "fact"), faults, level)
    name = data["op"]
    operator = OPERATORS.get(name) if isinstance(name, str) else None
    if operator is None:
        known = ", ".join(OPERATORS)
        faults.add(below(path, "op"), _("The operator is not known."), _("One of: %(names)s.") % {"names": known})
        return None
    if fact is None:
        return None
    if fact.type not in operator.types:
        fitting = ", ".join(name for name, each in OPERATORS.items() if fact.type in each.types)
        problem = _("“%(operator)s” does not fit %(fact)s, which is of type %(type)s.")
        faults.add(
            below(path, "op"),
            problem % {"operator": operator.name, "fact": fact.name, "type": fact.type.value},
            _("One of: %(names)s.") % {"names": fitting},
        )
        return None
    return _read_comparison(data, fact, operator.name, path, faults)


def _read_comparison(data: dict[str, Any], fact: Fact, name: str, path: str, faults: Faults) -> Condition | None:
    operator = OPERATORS[name]
    if operator.takes is Takes.NOTHING:
        if "value" in data:
            faults.add(below(path, "value"), _("This operator takes no value."), _("Remove the value."))
            return None
        return Leaf(fact.name, name)
    if "value" not in data:
        faults.add(below(path, "value"), _("The value is missing."), _("Write what to compare with."))
        return None
    value = read_value(data["value"], fact, operator, below(path, "value"), faults)
    return None if value is None else Leaf(fact.name, name, value)


def _read_fact(name: Any, path: str, faults: Faults, level: Level) -> Fact | None:
    fact = FACTS.get(name) if isinstance(name, str) else None
    if fact is None:
        faults.add(
            path, _("There is no such fact: “%(name)s”.") % {"name": str(name)[:60]}, _("See the list of facts.")
        )
    elif fact.level is Level.ITEM and level is Level.CONSIGNMENT:
        problem = _("%(fact)s is a fact of one goods item.") % {"fact": fact.name}
        faults.add(path, problem, _("Put the condition inside “any_item”."))
        return None
    elif fact.level is Level.CONSIGNMENT and level is Level.ITEM:
        problem = _("%(fact)s is a fact of the whole consignment.") % {"fact": fact.name}
        faults.add(path, problem, _("Put it beside “any_item”, joined by “all”."))
        return None
    return fact
