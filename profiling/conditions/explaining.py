"""Explains an assessment: each indicator's answer for frozen facts, with its points and one sentence of evidence."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .catalogue import Level, facts_of
from .compiling import FACTS_TABLE, ITEMS_TABLE, compile_condition
from .definition import ProfileDefinition
from .fault import Faults
from .indicators import INDICATORS
from .reading_conditions import read_condition
from .sql import Sql
from .statements import MOST_COLUMNS, Columns
from .telling import Seen, norm_of, tell_hit, tell_no_hit, tell_not_evaluable, values_of
from .tree import All, Any_, AnyItem, Condition, Not, canonical

HIT, NO_HIT, NOT_EVALUABLE = "hit", "no_hit", "not_evaluable"
_ORDER = {HIT: 0, NOT_EVALUABLE: 1, NO_HIT: 2}


@dataclass(slots=True)
class Reason:
    """What one distinct indicator says of one consignment.

    points: of a hit, what it adds to the score; of a not evaluable one, what it could add; else 0. The points of all
    hits add up to the score. item: number of the goods item that hit. version_indexes: the versions in whose scope the
    consignment is, or may be. Words and values are made when asked for: whoever only counts does not pay for them.
    """

    code: str
    answer: str
    points: int
    item: int | None
    version_indexes: tuple[int, ...]
    when: Condition
    own_label: str
    seen: Seen = field(repr=False)

    @property
    def label(self) -> str:
        return self.own_label or str(INDICATORS[self.code].label)

    @property
    def evidence(self) -> str:
        """One plain sentence: the value against what counts, or what is not known."""
        if self.answer == HIT:
            return tell_hit(self.code, self.when, self.seen, self.item)
        return tell_no_hit(self.when, self.seen) if self.answer == NO_HIT else tell_not_evaluable(self.when, self.seen)

    @property
    def values(self) -> dict[str, Any]:
        """The facts that the condition names, as plain JSON; of several goods items a list."""
        return values_of(self.when, self.seen, self.item)

    @property
    def norm(self) -> dict[str, Any]:
        """The evidence frozen with those facts: medians, samples, the text it was seen in."""
        return norm_of(self.when, self.seen, self.item)


@dataclass(frozen=True, slots=True)
class _Use:
    """That the version at `position` carries an indicator; gate: the name of its scope's answer, "" for none."""

    position: int
    points: int
    gate: str


@dataclass(slots=True)
class _Asked:
    """A distinct indicator, who carries it, and the names of its answers: its own, and of each `any_item` in it."""

    code: str
    label: str
    when: Condition
    answer: str
    any_items: dict[str, AnyItem]
    uses: list[_Use] = field(default_factory=list)

    @classmethod
    def of(cls, code: str, label: str, when: Condition) -> "_Asked":
        return cls(code, label, when, canonical(when), {canonical(each): each for each in _any_items(when)})


def explain(
    definitions: Sequence[ProfileDefinition],
    cursor,
    facts_ids: Sequence[int],
    *,
    whole_catalogue: bool = False,
    known: Mapping[int, Seen] | None = None,
) -> dict[int, list[Reason]]:
    """Return the reasons by facts id, hits first, heaviest first.

    Indicators whose versions are all out of scope are left out. whole_catalogue: also those of the catalogue that no
    version carries, by their usual condition and with 0 points. known: what was frozen of these facts, where the caller
    has it at hand; else it is read.
    """
    asked, conditions = _distinct(definitions)
    if whole_catalogue:
        asked += _remaining({each.code for each in asked})
    conditions |= {each.answer: each.when for each in asked}
    answers = _ask(cursor, facts_ids, conditions)
    items = _ask_items(cursor, facts_ids, asked)
    explained = {}
    for facts_id, seen in (known or _look(cursor, facts_ids)).items():
        reasons = [_reason(each, answers[facts_id], items.get(facts_id, {}), seen) for each in asked]
        explained[facts_id] = sorted(
            (reason for reason in reasons if reason), key=lambda r: (_ORDER[r.answer], -r.points, r.code)
        )
    return explained


def _distinct(definitions: Sequence[ProfileDefinition]) -> tuple[list[_Asked], dict[str, Condition]]:
    """Return the distinct indicators, and the scopes by the names of their answers."""
    asked: dict[str, _Asked] = {}
    gates: dict[str, Condition] = {}
    for position, definition in enumerate(definitions):
        gate = canonical(definition.gate) if definition.gate else ""
        if definition.gate:
            gates[gate] = definition.gate
        for indicator in definition.indicators:
            if indicator.key not in asked:
                asked[indicator.key] = _Asked.of(indicator.code, indicator.label, indicator.when)
            each = asked[indicator.key]
            each.label = each.label or indicator.label
            each.uses.append(_Use(position, indicator.points, gate))
    return list(asked.values()), gates


def _remaining(codes: set[str]) -> list[_Asked]:
    rest = []
    for code, indicator in INDICATORS.items():
        if code not in codes:
            when = read_condition(indicator.condition, code, Faults())
            rest += [_Asked.of(code, "", when)] if when else []
    return rest


def _ask(cursor, ids: Sequence[int], conditions: dict[str, Condition]) -> dict[int, dict[str, bool | None]]:
    """Return the answers by facts id and name."""
    named = list(conditions.items())
    answers: dict[int, dict[str, bool | None]] = {facts_id: {} for facts_id in ids}
    for start in range(0, len(named), MOST_COLUMNS):
        chunk = named[start : start + MOST_COLUMNS]
        columns = Columns()
        for _name, condition in chunk:
            columns.of(condition)
        query = columns.source(Sql("f.id = ANY(%s::bigint[])", (list(ids),)))
        cursor.execute(query.text, query.params)
        for facts_id, *row in cursor.fetchall():
            answers[facts_id] |= zip((name for name, _condition in chunk), row, strict=True)
    return answers


def _ask_items(cursor, ids: Sequence[int], asked: list[_Asked]) -> dict[int, dict[str, dict[int, bool | None]]]:
    """Return what each goods item answers, by facts id, name of the `any_item`, and number of the item."""
    distinct = {name: each for one in asked for name, each in one.any_items.items()}
    if not distinct:
        return {}
    columns = Sql.join(", ", (compile_condition(each.part, "i") for each in distinct.values()))
    query = "SELECT i.facts_id, i.number, " + columns + f" FROM {ITEMS_TABLE} i WHERE i.facts_id = ANY("
    query += Sql("%s::bigint[]) ORDER BY i.facts_id, i.number", (list(ids),))
    cursor.execute(query.text, query.params)
    found: dict[int, dict[str, dict[int, bool | None]]] = {}
    for facts_id, number, *row in cursor.fetchall():
        of_facts = found.setdefault(facts_id, {name: {} for name in distinct})
        for name, answer in zip(distinct, row, strict=True):
            of_facts[name][number] = answer
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
    scopes = [(use, answers[use.gate] if use.gate else True) for use in asked.uses]
    versions = tuple(use.position for use, scope in scopes if scope is not False)
    if asked.uses and not versions:
        return None
    answer = answers[asked.answer]
    sure = [use.points for use, scope in scopes if scope]
    if answer is None:
        name, points = NOT_EVALUABLE, max([0, *sure])
    elif answer:
        name, points = HIT, max(sure, default=0)
    else:
        name, points = NO_HIT, 0
    item = _item_that(answer, asked, items) if asked.any_items and answer is not False else None
    return Reason(asked.code, name, points, item, versions, asked.when, asked.label, seen)


def _item_that(answer: bool | None, asked: _Asked, items: Mapping[str, Mapping[int, bool | None]]) -> int | None:
    """Return the first goods item that made the condition's `any_item` true, or left it unknown."""
    for name in asked.any_items:
        for number, said in items.get(name, {}).items():
            if said is answer:
                return number
    return None


def _loaded(evidence: Any) -> dict[str, Any]:
    return json.loads(evidence) if isinstance(evidence, str) else evidence
