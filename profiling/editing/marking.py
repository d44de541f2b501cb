"""From the path of a fault in a definition to the field of the form where it is mended."""

import re
from collections.abc import Iterable, Iterator

from profiling.conditions.catalogue import FACTS
from profiling.conditions.fault import Fault
from profiling.editing.draft import Draft
from profiling.editing.nodes import Node
from profiling.editing.values import Widget, widget_of

_ROW = re.compile(r"indicators\[([0-9]+)\](?:\.(code|points|label|when))?")
_RULE_FIELD = re.compile(r"posts|modes|threshold|lane|when_not_evaluable|selection_percent")


def fields_at_fault(faults: Iterable[Fault], draft: Draft) -> Iterator[tuple[str, Fault]]:
    """Yield (name of a field, fault); the name `rule-` stands for the definition as a whole."""
    trees = [("scope", "scope", draft.scope)]
    trees += [(f"indicators-{n}-when", f"indicators[{n}].when", row.when) for n, row in enumerate(draft.rows)]
    places = [place for name, path, root in trees if root for place in root.places(name, path)]
    for fault in faults:
        yield _field(fault.path, places, len(draft.rows)), fault


def _field(path: str, places: list[tuple[str, str, Node]], rows: int) -> str:
    best = max((each for each in places if _is_below(path, each[1])), key=lambda each: len(each[1]), default=None)
    if best is not None:
        name, own_path, node = best
        return f"{name}-{_part(node, path[len(own_path) :])}"
    row = _ROW.match(path)
    if row and int(row[1]) < rows:
        return f"indicators-{row[1]}-{'when-new' if row[2] == 'when' else row[2] or 'points'}"
    if path.startswith("indicators"):
        return "new-indicator"
    rule = _RULE_FIELD.match(path)
    return f"rule-{rule[0]}" if rule else "rule-"


def _part(node: Node, rest: str) -> str:
    """Which field of a node: rest is what the path says below it."""
    if node.is_group:
        return "kind"
    if not rest.startswith(".value"):
        return "op"
    fact = FACTS.get(node.fact)
    if fact is not None and widget_of(fact, node.operator) in (Widget.RANGE, Widget.MOMENTS):
        return "high" if rest.startswith(".value[1]") else "low"
    return "value"


def _is_below(path: str, above: str) -> bool:
    return path == above or (path.startswith(above) and path[len(above)] in ".[")
