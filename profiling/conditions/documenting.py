"""The generated parts of docs/profiles.md: truth tables, facts and indicators, as the code has them."""

import json
import re

from django.utils import translation

from profiling.reference.starter_profiles import STARTER_PROFILES

from .catalogue import FACTS, Fact, Level, Source, facts_of
from .definition import stored_definition
from .fault import Faults
from .indicator_feeds import state_of
from .indicators import INDICATORS, Indicator
from .operators import OPERATORS
from .reading_conditions import read_condition
from .tree import fact_names
from .truth_tables import group_tables, operator_tables, table

GROUPS = {
    "A": "Parties",
    "B": "Routing and place",
    "C": "Goods",
    "D": "Documents",
    "E": "Container, vehicle body and seal",
    "F": "Payment and freight",
    "G": "Timing",
    "H": "Transport means and crew",
    "I": "History, warnings and the draw",
}
STATES = {
    Source.DOCUMENT: "from the document",
    Source.HISTORY: "from the unit's history",
    Source.LIST: "from lists and messages, once there are any",
    Source.DRAW: "from the draw",
    Source.READING: "from readings, once a feed brings some",
    Source.REGISTER: "from registers, once they are fed",
    Source.TAG: "from tags and examinations",
}


def with_generated_parts(text: str, cursor) -> str:
    """Return the page with everything between its markers written anew."""
    with translation.override("en"):
        parts = {
            "groups": group_tables(cursor),
            "operators": operators() + "\n\n" + operator_tables(cursor),
            "facts": facts(),
            "indicators": indicators(),
            "starter profiles": starter_profiles(),
        }
    for name, part in parts.items():
        marked = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not marked.search(text):
            raise ValueError(f"the page has no place for the generated part “{name}”")
        text = marked.sub(lambda found, part=part: f"{found[1]}\n{part}\n\n{found[2]}", text)  # type: ignore[misc]
    return text


def operators() -> str:
    rows = [
        (f"`{each.name}`", str(each.label), each.takes.value, ", ".join(sorted(kind.value for kind in each.types)))
        for each in OPERATORS.values()
    ]
    return table(["operator", "reads", "takes", "for facts of type"], rows)


def facts() -> str:
    parts = []
    for level, title in ((Level.CONSIGNMENT, "Of the consignment"), (Level.ITEM, "Of a goods item (in `any_item`)")):
        rows = [
            (f"`{fact.name}`", _type_of(fact), fact.unit, str(fact.meaning), fact.source.value, str(fact.unknown_when))
            for fact in facts_of(level)
        ]
        parts.append(f"### {title}\n\n" + table(["fact", "type", "unit", "meaning", "from", "not known when"], rows))
    return "\n\n".join(parts)


def indicators() -> str:
    rows = [
        (
            each.code,
            str(each.label),
            str(each.sentence),
            f"`{_compact(each.condition)}`",
            _sources_of(each),
            state_of(each.code),
        )
        for each in INDICATORS.values()
    ]
    groups = ", ".join(f"{letter} {name.lower()}" for letter, name in GROUPS.items())
    heads = ["code", "label", "hits when", "usual condition", "evaluated", "state"]
    return f"Groups: {groups}.\n\n" + table(heads, rows)


def starter_profiles() -> str:
    rows = []
    for profile in STARTER_PROFILES:
        definition = stored_definition(profile.definition)
        points = ", ".join(f"{each.code} {each.points:+d}" for each in definition.indicators)
        state = profile.disabled_because or "active"
        rows.append((profile.code, profile.title, definition.lane, str(definition.threshold), points, state))
    return table(["code", "title", "lane", "from points", "indicators", "shipped"], rows)


def _type_of(fact: Fact) -> str:
    kind = f"{fact.type.value} of {fact.elements.value}" if fact.type.value == "array" else fact.type.value
    return f"{kind}: {', '.join(fact.choices)}" if fact.choices else kind


def _sources_of(indicator: Indicator) -> str:
    condition = read_condition(indicator.condition, indicator.code, Faults())
    sources = {FACTS[name].source for name in fact_names(condition)} if condition else set()
    return ", ".join(STATES[source] for source in Source if source in sources)


def _compact(condition: object) -> str:
    return json.dumps(condition, ensure_ascii=False)
