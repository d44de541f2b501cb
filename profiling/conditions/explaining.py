"""Explains an assessment: each indicator's answer for frozen facts, with its points and one sentence of evidence."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .catalogue import FACTS, Level, facts_of
from .compiling import FACTS_TABLE, ITEMS_TABLE, compile_condition
from .definition import ProfileDefinition
from .fault import Faults
from .indicators import INDICATORS
from .reading_conditions import read_condition
from .sql import Sql
from .statements import MOST_COLUMNS, Columns
from .telling import Seen, tell_hit, tell_no_hit, tell_not_evaluable
from .tree import All, Any_, AnyItem, Condition, Not, canonical, fact_names

HIT, NO_HIT, NOT_EVALUABLE = "hit", "no_hit", "not_evaluable"
_ORDER = {HIT: 0, NOT_EVALUABLE: 1, NO_HIT: 2}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one distinct indicator says of one consignment.

    points: of a hit, what it adds to the score; of a not evaluable one, what it could add; else 0. The points of all
    hits add up to the score. values: the facts its condition names; norm: the evidence frozen with them. item: number
    of the goods item that hit. version_indexes: the versions in whose scope the consignment is, or may be.
    """

    code: str
    label: str
    answer: str
    points: int
    evidence: str
    values: Mapping[str, Any] = field(default_factory=dict)
    norm: Mapping[str, Any] = field(default_factory=dict)
    item: int | None = None
    version_indexes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Asked:
    """A distinct indicator and the versions (position, points, gate) that carry it."""

    code: str
    label: str
    when: Condition
    uses: list[tuple[int, int, Condition | None]] = field(default_factory=list)


def explain(
    definitions: Sequence[ProfileDefinition], cursor, facts_ids: Sequence[int], *, whole_catalogue: bool = False
) -> dict[int, list[Reason]]:
    """Return the reasons by facts id, hits first, heaviest first.

    Indicators whose versions are all out of scope are left out. whole_catalogue: also those of the catalogue that no
    version carries, by their usual condition and with 0 points.
    """
    asked = _distinct(definitions)
    if whole_catalogue:
        asked += _remaining({each.code for each in asked})
    gates = [gate for each in asked for _position, _points, gate in each.uses if gate]
    answers = _ask(cursor, facts_ids, [*(each.when for each in asked), *gates])
    items = _ask_items(cursor, facts_ids, asked)
    seen = _look(cursor, facts_ids)
    explained = {}
    for facts_id, what in seen.items():
        reasons = [_reason(each, answers[facts_id], items.get(facts_id, {}), what) for each in asked]
        explained[facts_id] = sorted(
            (reason for reason in reasons if reason), key=lambda r: (_ORDER[r.answer], -r.points, r.code)
        )
    return explained


def _distinct(definitions: Sequence[ProfileDefinition]) -> list[_Asked]:
    asked: dict[str, _Asked] = {}
    for position, definition in enumerate(definitions):
        for indicator in definition.indicators:
            each = asked.setdefault(indicator.key, _Asked(indicator.code, indicator.label, indicator.when))
            each.label = each.label or indicator.label
            each.uses.append((position, indicator.points, definition.gate))
    return list(asked.values())


def _remaining(codes: set[str]) -> list[_Asked]:
    rest = []
    for code, indicator in INDICATORS.items():
        if code not in codes:
            when = read_condition(indicator.condition, code, Faults())
            rest += [_Asked(code, "", when)] if when else []
    return rest


def _ask(cursor, ids: Sequence[int], conditions: list[Condition]) -> dict[int, dict[str, bool | None]]:
    """Return the answers by facts id and canonical condition."""
    distinct = list({canonical(condition): condition for condition in conditions}.items())
    answers: dict[int, dict[str, bool | None]] = {facts_id: {} for facts_id in ids}
    for start in range(0, len(distinct), MOST_COLUMNS):
        chunk = distinct[start : start + MOST_COLUMNS]
        columns = Columns()
        for _text, condition in chunk:
            columns.of(condition)
        query = columns.source(Sql("f.id = ANY(%s::bigint[])", (list(ids),)))
        cursor.execute(query.text, query.params)
        for facts_id, *row in cursor.fetchall():
            answers[facts_id] |= zip((text for text, _condition in chunk), row, strict=True)
    return answers


def _ask_items(cursor, ids: Sequence[int], asked: list[_Asked]) -> dict[int, dict[str, dict[int, bool | None]]]:
    """Return what each goods item answers, by facts id, canonical `any_item` and number of the item."""
    distinct = {canonical(each): each for one in asked for each in _any_items(one.when)}
    if not distinct:
        return {}
    columns = Sql.join(", ", (compile_condition(each.part, "i") for each in distinct.values()))
    query = "SELECT i.facts_id, i.number, " + columns + f" FROM {ITEMS_TABLE} i WHERE i.facts_id = ANY("
    query += Sql("%s::bigint[]) ORDER BY i.facts_id, i.number", (list(ids),))
    cursor.execute(query.text, query.params)
    found: dict[int, dict[str, dict[int, bool | None]]] = {}
    for facts_id, number, *row in cursor.fetchall():
        for text, answer in zip(distinct, row, strict=True):
            found.setdefault(facts_id, {}).setdefault(text, {})[number] = answer
    return found


def _any_items(condition: Condition) -> Iterator[AnyItem]:
    match condition:
        case AnyItem():
            yield condition
        case All(parts) | Any_(parts):
            for part in parts:
                yield from _any_items(part)
        case Not(part):
            yield from _any_items(part)


def _look(cursor, ids: Sequence[int]) -> dict[int, Seen]:
    """Return what was known of the consignments, as it was frozen."""
    facts = [fact.name for fact in facts_of(Level.CONSIGNMENT)]
    item_facts = [fact.name for fact in facts_of(Level.ITEM)]
    names = ", ".join(item_facts)
    cursor.execute(
        f"SELECT facts_id, number, evidence, {names} FROM {ITEMS_TABLE} WHERE facts_id = ANY(%s::bigint[])"
        " ORDER BY facts_id, number",
        [list(ids)],
    )
    items: dict[int, dict[int, Seen]] = {}
    for facts_id, number, evidence, *values in cursor.fetchall():
        items.setdefault(facts_id, {})[number] = Seen(dict(zip(item_facts, values, strict=True)), _loaded(evidence))
    names = ", ".join(facts)
    cursor.execute(
        f"SELECT id, evidence, {names} FROM {FACTS_TABLE} WHERE id = ANY(%s::bigint[])",
        [list(ids)],
    )
    return {
        facts_id: Seen(dict(zip(facts, values, strict=True)), _loaded(evidence), items.get(facts_id, {}))
        for facts_id, evidence, *values in cursor.fetchall()
    }


def _reason(
    asked: _Asked, answers: Mapping[str, bool | None], items: Mapping[str, Mapping[int, bool | None]], seen: Seen
) -> Reason | None:
    in_scope = [(position, points, answers[canonical(gate)] if gate else True) for position, points, gate in asked.uses]
    versions = tuple(position for position, _points, scope in in_scope if scope is not False)
    if asked.uses and not versions:
        return None
    answer = answers[canonical(asked.when)]
    sure = [points for _position, points, scope in in_scope if scope]
    item = _item_that(answer, asked.when, items)
    if answer is None:
        name, points, told = NOT_EVALUABLE, max([0, *sure]), tell_not_evaluable(asked.when, seen)
    elif answer:
        name, points, told = HIT, max(sure, default=0), tell_hit(asked.code, asked.when, seen, item)
    else:
        name, points, told = NO_HIT, 0, tell_no_hit(asked.when, seen)
    label = asked.label or str(INDICATORS[asked.code].label)
    values, norm = _values(asked.when, seen, item)
    return Reason(asked.code, label, name, points, told, values, norm, item, versions)


def _item_that(answer: bool | None, when: Condition, items: Mapping[str, Mapping[int, bool | None]]) -> int | None:
    """Return the first goods item that made the condition's `any_item` true, or left it unknown."""
    if answer is False:
        return None
    for each in _any_items(when):
        for number, said in items.get(canonical(each), {}).items():
            if said is answer:
                return number
    return None


def _values(when: Condition, seen: Seen, item: int | None) -> tuple[dict[str, Any], dict[str, Any]]:
    told = seen.items.get(item) if item is not None else None
    values: dict[str, Any] = {}
    norm: dict[str, Any] = {}
    for name in fact_names(when):
        source = told if told and FACTS[name].level is Level.ITEM else seen
        if FACTS[name].level is Level.ITEM and not told:
            values[name] = seen.values_of(FACTS[name])
        else:
            values[name] = source.facts.get(name)
        norm |= source.evidence.get(name, {})
    return values, norm


def _loaded(evidence: Any) -> dict[str, Any]:
    return json.loads(evidence) if isinstance(evidence, str) else evidence
