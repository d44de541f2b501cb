"""The SQL that evaluates many profile versions at once: each distinct condition asked once, profiles add them up.

One statement has at most 1,664 target columns in any of its subqueries, so versions are packed into several where
needed. `OFFSET 0` keeps PostgreSQL from merging the subqueries, which would ask a condition once per use.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .compiling import FACTS_TABLE, ITEMS_TABLE, compile_condition, over_items
from .definition import ProfileDefinition
from .rebuilding import REBUILT_ITEMS, rebuilt_facts
from .sql import Sql
from .tree import AnyItem, Condition, canonical

MOST_VERSIONS = 200
MOST_COLUMNS = 1_600


@dataclass(slots=True)
class Columns:
    """The distinct conditions of a statement, each a column c0, c1, …; those over goods items come from g."""

    by_text: dict[str, str] = field(default_factory=dict)
    expressions: list[Sql] = field(default_factory=list)
    items_by_text: dict[str, str] = field(default_factory=dict)
    items: list[Sql] = field(default_factory=list)

    def of(self, condition: Condition) -> str:
        """Return the column that holds the answer of the condition."""
        text = canonical(condition)
        if text not in self.by_text:
            self.by_text[text] = f"c{len(self.expressions)}"
            self.expressions.append(compile_condition(condition, items=self._of_items))
        return self.by_text[text]

    def source(self, where: Sql, on_rebuilt: bool = False) -> Sql:
        """Return the subquery of the answers: id, c0, c1, … for the facts rows that `where` admits (alias f)."""
        facts, where = (rebuilt_facts(where), Sql("true")) if on_rebuilt else (Sql(FACTS_TABLE), where)
        columns = Sql.join(", ", [Sql("f.id"), *(each + f" AS c{n}" for n, each in enumerate(self.expressions))])
        rows = "SELECT " + columns + " FROM " + facts + " f" + self._items_join(on_rebuilt)
        return rows + " WHERE " + where + " OFFSET 0"

    def _of_items(self, condition: AnyItem) -> Sql:
        text = canonical(condition)
        if text not in self.items_by_text:
            self.items_by_text[text] = f"g{len(self.items)}"
            self.items.append(compile_condition(condition.part, "i"))
        return Sql(f"g.{self.items_by_text[text]}")

    def _items_join(self, on_rebuilt: bool) -> Sql:
        """All conditions over goods items in one pass over the items of a row."""
        if not self.items:
            return Sql("")
        answers = Sql.join(", ", (each + f" AS x{n}" for n, each in enumerate(self.items)))
        source = REBUILT_ITEMS if on_rebuilt else f"{ITEMS_TABLE} i WHERE i.facts_id"
        rows = "SELECT " + answers + f" FROM {source} = f.id OFFSET 0"
        together = Sql.join(", ", (over_items(f"x{n}") + f" AS g{n}" for n in range(len(self.items))))
        return " CROSS JOIN LATERAL (SELECT " + together + " FROM (" + rows + ") goods) g"


# Two sums in one integer, the one worth HALF times the other: a condition is then asked once for both.
HALF = 2**16
WIDE = 2**32  # of scores, which add up many indicators


@dataclass(slots=True)
class Statement:
    """One packing of versions: the positions of those it evaluates, and their sums; the parts of the score.

    sums: points of a version, packed: HALF * high + low. passed: answers that verdicts read beside the sums.
    """

    columns: Columns = field(default_factory=Columns)
    positions: list[int] = field(default_factory=list)
    sums: list[str] = field(default_factory=list)
    passed: set[str] = field(default_factory=set)
    lows: list[str] = field(default_factory=list)
    highs: list[str] = field(default_factory=list)
    verdicts: list[str] = field(default_factory=list)
    scores: list[str] = field(default_factory=list)

    def points(self, where: Sql) -> Sql:
        """Return rows (id, points_low[], points_high[], score, score_possible)."""
        wanted = f"id, {self._ends()}, {_low('score', WIDE)} AS score, {_high('score', WIDE)} AS score_possible"
        return f"SELECT {wanted} FROM (" + self._summed(where, [f"{_sum(self.scores)} AS score"]) + ") s"

    def to_store(self, where: Sql) -> Sql:
        """Return rows (id, points_low[], points_high[], hits[]); hits are positions in this statement, from 1."""
        hits = f"array_positions(ARRAY[{', '.join(self.verdicts)}]::boolean[], true) AS hits"
        return f"SELECT id, {self._ends()}, {hits} FROM (" + self._summed(where, []) + ") s"

    def answers(self, where: Sql, on_rebuilt: bool = False) -> Sql:
        """Return rows (id, hits int[], not_evaluable int[]): positions in this statement, from 1."""
        verdicts = f"SELECT id, ARRAY[{', '.join(self.verdicts)}]::boolean[] AS verdicts FROM ("
        inner = verdicts + self._summed(where, [], on_rebuilt) + ") s OFFSET 0"
        wanted = "id, array_positions(verdicts, true) AS hits, array_positions(verdicts, NULL) AS not_evaluable"
        return f"SELECT {wanted} FROM (" + inner + ") v"

    def _ends(self) -> str:
        lows, highs = ", ".join(self.lows), ", ".join(self.highs)
        return f"ARRAY[{lows}]::smallint[] AS points_low, ARRAY[{highs}]::smallint[] AS points_high"

    def _summed(self, where: Sql, more: list[str], on_rebuilt: bool = False) -> Sql:
        """The sums of each row, reckoned once; where no version has any, the answers as they are."""
        if not any(self.sums) and not more:
            return self.columns.source(where, on_rebuilt)
        sums = [f"{each} AS p{n}" for n, each in enumerate(self.sums) if each]
        wanted = ", ".join(["id", *sorted(self.passed), *sums, *more])
        return f"SELECT {wanted} FROM (" + self.columns.source(where, on_rebuilt) + ") c OFFSET 0"


def pack(definitions: Sequence[ProfileDefinition]) -> list[Statement]:
    """Return statements that together evaluate all definitions; each distinct indicator is scored in exactly one."""
    uses: dict[str, list[tuple[int, Condition | None]]] = {}
    for definition in definitions:
        for indicator in definition.indicators:
            uses.setdefault(indicator.key, []).append((indicator.points, definition.gate))
    statements: list[Statement] = []
    scored: set[str] = set()
    for position, definition in enumerate(definitions):
        fresh = [each for each in definition.indicators if each.key not in scored]
        gates = [gate for each in fresh for _points, gate in uses[each.key]]
        needed = [definition.gate, *(each.when for each in definition.indicators), *gates]
        if not statements or not _has_room(statements[-1], needed):
            statements.append(Statement())
        statement = statements[-1]
        _add(statement, position, definition)
        for each in fresh:
            _score(statement, each.when, uses[each.key])
            scored.add(each.key)
    return statements


def _has_room(statement: Statement, needed: list[Condition | None]) -> bool:
    fresh = {canonical(each) for each in needed if each} - statement.columns.by_text.keys()
    return len(statement.positions) < MOST_VERSIONS and len(statement.columns.expressions) + len(fresh) <= MOST_COLUMNS


def _add(statement: Statement, position: int, definition: ProfileDefinition) -> None:
    """Points as an interval over all that may be the case.

    A hit gives its points to both ends; what is not evaluable gives positive points to the upper end and negative ones
    to the lower. Where the scope itself is not known the profile may not apply at all, which counts as 0 points: so the
    lower end stays below the threshold, and the profile can be no more than not evaluable. Out of scope: NULL.
    """
    terms = []
    for indicator in definition.indicators:
        column, points = statement.columns.of(indicator.when), indicator.points
        both, one_end = points * HALF + points, points * HALF if points > 0 else points
        terms.append(f"CASE WHEN {column} THEN {both} WHEN {column} IS NULL THEN {one_end} ELSE 0 END")
    packed = f"p{len(statement.sums)}"
    lowest, highest = _low(packed, HALF), _high(packed, HALF)
    verdict = _verdict(statement, definition, lowest, highest)
    if definition.gate:
        gate = statement.columns.of(definition.gate)
        statement.passed.add(gate)
        lowest = f"CASE WHEN {gate} THEN {lowest} WHEN {gate} IS NULL THEN LEAST({lowest}, 0) END"
        highest = f"CASE WHEN {gate} THEN {highest} WHEN {gate} IS NULL THEN GREATEST({highest}, 0) END"
        verdict = f"({gate} AND {verdict})"
    statement.positions.append(position)
    statement.sums.append(_sum(terms))
    statement.lows.append(lowest)
    statement.highs.append(highest)
    statement.verdicts.append(verdict)


def _verdict(statement: Statement, definition: ProfileDefinition, lowest: str, highest: str) -> str:
    """True from the threshold on, false below it, NULL where the interval holds it."""
    if len(definition.indicators) == 1 and definition.indicators[0].points >= definition.threshold:
        column = statement.columns.of(definition.indicators[0].when)
        statement.passed.add(column)
        return column
    return (
        f"CASE WHEN {lowest} >= {definition.threshold} THEN true WHEN {highest} < {definition.threshold} THEN false END"
    )


def _low(packed: str, factor: int) -> str:
    return f"((({packed} + {factor // 2}) & {factor - 1}) - {factor // 2})"


def _high(packed: str, factor: int) -> str:
    return f"(({packed} + {factor // 2}) >> {factor.bit_length() - 1})"


def _score(statement: Statement, when: Condition, uses: list[tuple[int, Condition | None]]) -> None:
    """The largest points of the indicator among the versions in whose scope the consignment surely is."""
    column = statement.columns.of(when)
    positive = [(each, gate) for each, gate in uses if each > 0]
    possible = f" WHEN {column} IS NULL THEN {_largest(statement, positive)} * {WIDE}" if positive else ""
    statement.scores.append(f"CASE WHEN {column} THEN {_largest(statement, uses)}{possible} ELSE 0 END")


def _largest(statement: Statement, uses: list[tuple[int, Condition | None]]) -> str:
    cases = []
    for points, gate in sorted(uses, key=lambda use: -use[0]):
        if gate is None:
            cases.append(f"ELSE {points}")
            break
        cases.append(f"WHEN {statement.columns.of(gate)} THEN {points}")
    else:
        cases.append("ELSE 0")
    return cases[0].removeprefix("ELSE ") if len(cases) == 1 else f"CASE {' '.join(cases)} END"


def _sum(terms: list[str]) -> str:
    return "(" + (" + ".join(terms) or "0") + ")"
