"""Truth tables of groups and operators, answered by the database itself: what docs/profiles.md prints."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from .catalogue import FACTS, FactType
from .compiling import ITEMS_TABLE, compile_condition
from .operators import OPERATORS, Takes
from .sql import Sql
from .tree import All, Any_, AnyItem, Condition, Leaf, Not

WORD_OF = {True: "true", False: "false", None: "not evaluable"}
STORED_AS = {
    FactType.NUMBER: "double precision",
    FactType.INTEGER: "bigint",
    FactType.BOOLEAN: "boolean",
    FactType.ARRAY: "varchar[]",
    FactType.MOMENT: "timestamptz",
}

_MORNING = datetime(2026, 3, 13, 5, 59, tzinfo=UTC)
_NOON = datetime(2026, 3, 13, 6, 0, tzinfo=UTC)
_LIST = ["AF", "IR"]
_ROUTES = [["AF", "KG"], ["AF", "IR"], ["AF", None], ["CN", "KG"], ["CN", None], [None], [], None]

# operator: (fact, compared with, what may be stored)
EXAMPLES: dict[str, tuple[str, Any, list[Any]]] = {
    "eq": ("mode", "road", ["road", "rail", None]),
    "ne": ("mode", "road", ["road", "rail", None]),
    "lt": ("gross_mass_kg", 1000, [999.9, 1000.0, None]),
    "le": ("gross_mass_kg", 1000, [1000.0, 1000.1, None]),
    "gt": ("gross_mass_kg", 1000, [1000.0, 1000.1, None]),
    "ge": ("arrival_at", _NOON, [_MORNING, _NOON, None]),
    "between": ("gross_mass_kg", (1000, 2000), [999.9, 1000.0, 2000.0, 2000.1, None]),
    "in": ("dispatch_country", tuple(_LIST), ["AF", "CN", None]),
    "starts_with": ("hs6", "8542", ["854231", "858542", None]),
    "contains": ("description", "50%", ["скидка 50%", "500 шт", "50 % хлопок", None]),
    "is_true": ("seal_missing", None, [True, False, None]),
    "is_false": ("seal_missing", None, [True, False, None]),
    "has_any": ("route_countries", tuple(_LIST), _ROUTES),
    "has_all": ("route_countries", tuple(_LIST), _ROUTES),
}
ITEMS_EXAMPLES: list[list[bool | None]] = [[True, None], [False, False], [False, None], [None], []]


def operator_tables(cursor) -> str:
    """Return one Markdown table an operator: what is stored, and the answer."""
    parts = []
    for name, (fact, value, stored) in EXAMPLES.items():
        leaf = Leaf(fact, name, value)
        rows = [(_shown(each), WORD_OF[answer_of(cursor, leaf, {fact: each})]) for each in stored]
        compared = "" if OPERATORS[name].takes is Takes.NOTHING else f" `{_shown(value)}`"
        parts.append(f"`{fact}` **{name}**{compared}\n\n" + table(["stored", "answer"], rows))
    return "\n\n".join(parts)


def group_tables(cursor) -> str:
    """Return the tables of all, any, not and any_item."""
    one, other = Leaf("seal_missing", "is_true"), Leaf("arrival_at_night", "is_true")
    rows = []
    for a in (True, False, None):
        for b in (True, False, None):
            facts = {one.fact: a, other.fact: b}
            answers = [answer_of(cursor, group((one, other)), facts) for group in (All, Any_)]
            rows.append((WORD_OF[a], WORD_OF[b], *(WORD_OF[answer] for answer in answers)))
    negated = [(WORD_OF[a], WORD_OF[answer_of(cursor, Not(one), {one.fact: a})]) for a in (True, False, None)]
    items = [
        (", ".join(WORD_OF[each] for each in goods) or "no goods line", WORD_OF[_any_item(cursor, goods)])
        for goods in ITEMS_EXAMPLES
    ]
    return "\n\n".join(
        [
            table(["a", "b", "all [a, b]", "any [a, b]"], rows),
            table(["a", "not a"], negated),
            table(["the condition of each goods item", "any_item"], items),
        ]
    )


def answer_of(cursor, condition: Condition, facts: dict[str, Any]) -> bool | None:
    """Return what the database answers of one row that holds only these facts."""
    columns = Sql.join(", ", (Sql(f"%s::{_type_of(name)} AS {name}", (value,)) for name, value in facts.items()))
    query = "SELECT " + compile_condition(condition) + " FROM (SELECT " + columns + ") f"
    cursor.execute(query.text, query.params)
    return cursor.fetchone()[0]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _any_item(cursor, goods: Sequence[bool | None]) -> bool | None:
    rows = (
        Sql.join(", ", (Sql("(1, %s::boolean)", (answer,)) for answer in goods)) if goods else Sql("(0, NULL::boolean)")
    )
    condition = compile_condition(AnyItem(Leaf("description_is_vague", "is_true")))
    query = f"WITH {ITEMS_TABLE} (facts_id, description_is_vague) AS (VALUES " + rows + ") SELECT " + condition
    query += Sql(" FROM (SELECT 1 AS id) f")
    cursor.execute(query.text, query.params)
    return cursor.fetchone()[0]


def _type_of(fact: str) -> str:
    return STORED_AS.get(FACTS[fact].type, "text")


def _shown(value: Any) -> str:
    if value is None:
        return "not known"
    if isinstance(value, list | tuple):
        return "[" + ", ".join("?" if each is None else _shown(each) for each in value) + "]"
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value).lower()
