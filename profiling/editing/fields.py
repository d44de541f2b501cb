"""Trees to names and texts of form fields and back: `scope-0-1-value` is of the second part of the first part."""

from collections.abc import Iterator

from django.http import QueryDict

from profiling.conditions.catalogue import FACTS, Fact, FactType, Level
from profiling.conditions.operators import OPERATORS
from profiling.editing.nodes import GROUPS, KNOWN, Node
from profiling.editing.values import Texts, Widget, added, moment_parts, texts_of, value_of, widget_of

# Names nested deeper were made by no page of ours; the reader of definitions refuses them much earlier.
DEEPEST = 12


def node_sent(data: QueryDict, name: str, depth: int = 1) -> Node | None:
    """Read the node whose fields bear the name; None where there is none."""
    kind = data.get(f"{name}-kind", "")
    if kind == "fact":
        return _fact_sent(data, name)
    if kind not in GROUPS or depth > DEEPEST:
        return None
    parts: list[Node] = []
    while (part := node_sent(data, f"{name}-{len(parts)}", depth + 1)) is not None:
        parts.append(part)
    return Node(kind).with_parts(tuple(parts))


def fields_of(node: Node, name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (name, texts) of every field of the tree, as a browser would send them."""
    yield f"{name}-kind", [node.kind]
    if node.is_group:
        for number, part in enumerate(node.parts):
            yield from fields_of(part, f"{name}-{number}")
        return
    yield f"{name}-fact", [node.fact]
    yield f"{name}-op", [node.operator]
    fact = FACTS.get(node.fact)
    if fact is None:
        return
    texts = texts_of(fact, node.operator, node.value)
    match widget_of(fact, node.operator):
        case Widget.RANGE | Widget.MOMENTS:
            yield from _timed(f"{name}-low", fact, texts.low)
            yield from _timed(f"{name}-high", fact, texts.high)
        case Widget.ONE | Widget.MOMENT | Widget.CHOICE | Widget.LIST:
            yield from _timed(f"{name}-value", fact, texts.one)
        case Widget.CHOICES:
            yield f"{name}-value", list(texts.value)


def operators_for(fact: Fact) -> list[str]:
    """Return the names of the operators that fit, and `known`."""
    return [*(name for name, each in OPERATORS.items() if fact.type in each.types), KNOWN]


def new_fact(fact: Fact) -> Node:
    """Return the fact compared in its most usual way, its value still to be written."""
    usual = {FactType.BOOLEAN: "is_true", FactType.ARRAY: "has_any", FactType.TEXT: "contains"}
    usual |= {FactType.COUNTRY: "in", FactType.CODE: "in", FactType.NUMBER: "gt", FactType.INTEGER: "ge"}
    return Node("fact", fact=fact.name, operator=usual.get(fact.type, "ge"))


def fact_named(text: str, level: Level) -> Fact | None:
    """Return the fact of this name or label, in whatever case; one of the level where two are called alike."""
    wanted = text.strip().casefold()
    found = [fact for fact in FACTS.values() if wanted in (fact.name, str(fact.label).casefold())]
    return next((fact for fact in found if fact.level is level), found[0] if found else None)


def _fact_sent(data: QueryDict, name: str) -> Node:
    fact_name, operator = data.get(f"{name}-fact", ""), data.get(f"{name}-op", "")
    fact = FACTS.get(fact_name)
    if fact is None:
        return Node("fact", fact=fact_name, operator=operator)
    if operator not in operators_for(fact):
        operator = new_fact(fact).operator
    texts = Texts(
        tuple(_with_zones(data, f"{name}-value", fact)),
        *("".join(_with_zones(data, f"{name}-{end}", fact)) for end in ("low", "high")),
    )
    value = value_of(fact, operator, texts)
    if more := data.get(f"{name}-more", "").strip():
        value = added(fact, value, more)
    return Node("fact", fact=fact_name, operator=operator, value=value)


def _timed(name: str, fact: Fact, text: str) -> Iterator[tuple[str, list[str]]]:
    parts = moment_parts(text) if fact.type is FactType.MOMENT else None
    yield name, [parts[0] if parts else text]
    if parts:
        yield f"{name}_zone", [parts[1]]


def _with_zones(data: QueryDict, name: str, fact: Fact) -> list[str]:
    zone = data.get(f"{name}_zone", "") if fact.type is FactType.MOMENT else ""
    return [text + zone if text else "" for text in data.getlist(name)]
