"""The SQL of one draft over a long history: goods items are asked only where they can still change the answer.

A plan of many profiles asks everything of every row. Over a million rows that is mostly wasted: few rows can reach
the threshold, and a look into the goods items costs a hundred times what a comparison costs. So the draft's plain
conditions are summed first, those over goods items counting as not evaluable; where even so the points stay below the
threshold, or the scope is false, the answer is known and no item is read.
"""

from dataclasses import dataclass

from .compiling import FACTS_TABLE, ITEMS_TABLE, cheapest, compile_condition, over_items
from .definition import ProfileDefinition, WeightedIndicator
from .sql import Sql
from .tree import All, Any_, AnyItem, Condition, Not, canonical, fact_names

# What a caller may read of each row beside the verdict.
PASSED = ("id", "consignment_id", "unit_id", "known_at")


def draft_verdicts(definition: ProfileDefinition, where: Sql) -> Sql:
    """Return a query of rows (id, consignment_id, unit_id, known_at, verdict) for the facts `where` admits (alias f).

    verdict: true (hit), false (no hit or out of scope) or NULL (not evaluable), as a plan says it.
    """
    draft = _Draft.of(definition)
    if not draft.items:
        rows = draft.plain_rows(where)
        return f"SELECT {_passed('f')}, {draft.plain_verdict} AS verdict FROM (" + rows + ") f"
    rows = f"SELECT f.*, {draft.may_hit} AS open FROM (" + draft.plain_rows(where) + ") f OFFSET 0"
    verdict = "CASE WHEN f.open THEN " + draft.whole_verdict() + " ELSE false END AS verdict"
    return f"SELECT {_passed('f')}, " + verdict + " FROM (" + rows + ") f" + draft.items_join()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A definition taken apart. Plain: without goods items; open: with some. items: distinct `any_item`s by text."""

    threshold: int
    plain: tuple[WeightedIndicator, ...]
    open: tuple[WeightedIndicator, ...]
    plain_gates: tuple[Condition, ...]
    open_gates: tuple[Condition, ...]
    items: dict[str, AnyItem]

    @classmethod
    def of(cls, definition: ProfileDefinition) -> "_Draft":
        gate = definition.gate
        gates = cheapest(gate.parts) if isinstance(gate, All) else [gate] if gate else []
        items: dict[str, AnyItem] = {}
        for condition in [*gates, *(each.when for each in definition.indicators)]:
            items |= {canonical(each): each for each in any_items(condition)}
        return cls(
            threshold=definition.threshold,
            plain=tuple(each for each in definition.indicators if not any_items(each.when)),
            open=tuple(each for each in definition.indicators if any_items(each.when)),
            plain_gates=tuple(each for each in gates if not any_items(each)),
            open_gates=tuple(each for each in gates if any_items(each)),
            items=items,
        )

    def plain_rows(self, where: Sql) -> Sql:
        """The facts that are read later, the answer `gate` of the plain scope, the plain sums `low` and `high`."""
        columns = [_passed("f"), *(f"f.{name}" for name in self._facts_read_later())]
        answers = [compile_condition(each.when) + f" AS c{n}" for n, each in enumerate(self.plain)]
        gate = [Sql.join(" AND ", map(compile_condition, self.plain_gates)) + " AS gate"] if self.plain_gates else []
        source = "SELECT " + Sql.join(", ", [*columns, *gate, *answers]) + f" FROM {FACTS_TABLE} f WHERE " + where
        kept = [*(["gate"] if gate else []), *self._facts_read_later()]
        low = _sum(_low(f"c{n}", each.points) for n, each in enumerate(self.plain))
        high = _sum(_high(f"c{n}", each.points) for n, each in enumerate(self.plain))
        names = ", ".join([_passed("s"), *kept])
        return f"SELECT {names}, {low} AS low, {high} AS high FROM (" + source + " OFFSET 0) s OFFSET 0"

    @property
    def plain_verdict(self) -> str:
        verdict = _against(self.threshold, "f.low", "f.high")
        return f"(f.gate AND {verdict})" if self.plain_gates else verdict

    @property
    def may_hit(self) -> str:
        """Whether the items can make the row anything but no hit."""
        most = sum(max(each.points, 0) for each in self.open)
        reach = f"f.high + {most} >= {self.threshold}"
        return f"(f.gate IS NOT FALSE AND {reach})" if self.plain_gates else reach

    def whole_verdict(self) -> Sql:
        columns = {text: f"g.g{n}" for n, text in enumerate(self.items)}

        def of_items(condition: AnyItem) -> Sql:
            return Sql(columns[canonical(condition)])

        answers = [compile_condition(each.when, "f", of_items) for each in self.open]
        gates = [compile_condition(each, "f", of_items) for each in self.open_gates]
        gates += [Sql("f.gate")] if self.plain_gates else []
        named = [each + f" AS o{n}" for n, each in enumerate(answers)] or [Sql("1 AS o")]
        low = _sum(["f.low", *(_low(f"o.o{n}", each.points) for n, each in enumerate(self.open))])
        high = _sum(["f.high", *(_high(f"o.o{n}", each.points) for n, each in enumerate(self.open))])
        verdict = Sql(_against(self.threshold, low, high))
        whole = Sql.join(" AND ", [*gates, verdict]) if gates else verdict
        return "(SELECT " + whole + " FROM (SELECT " + Sql.join(", ", named) + ") o)"

    def items_join(self) -> Sql:
        """All questions over goods items in one pass over the items of a row, and none for a row that is settled."""
        answers = Sql.join(
            ", ", [compile_condition(each.part, "i") + f" AS x{n}" for n, each in enumerate(self.items.values())]
        )
        rows = "SELECT " + answers + f" FROM {ITEMS_TABLE} i WHERE i.facts_id = f.id AND f.open OFFSET 0"
        together = Sql.join(", ", [over_items(f"x{n}") + f" AS g{n}" for n in range(len(self.items))])
        return " CROSS JOIN LATERAL (SELECT " + together + " FROM (" + rows + ") goods) g"

    def _facts_read_later(self) -> list[str]:
        """The consignment's facts that stand beside an `any_item` in one condition."""
        conditions = [*self.open_gates, *(each.when for each in self.open)]
        inside = {name for each in self.items.values() for name in fact_names(each)}
        named = dict.fromkeys(name for condition in conditions for name in fact_names(condition))
        return [name for name in named if name not in inside and name not in PASSED]


def any_items(condition: Condition) -> list[AnyItem]:
    """Return the `any_item`s of a condition, from left to right."""
    match condition:
        case AnyItem():
            return [condition]
        case All(parts) | Any_(parts):
            return [each for part in parts for each in any_items(part)]
        case Not(part):
            return any_items(part)
    return []


def _passed(alias: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in PASSED)


def _low(column: str, points: int) -> str:
    otherwise = f" WHEN {column} IS NULL THEN {points}" if points < 0 else ""
    return f"CASE WHEN {column} THEN {points}{otherwise} ELSE 0 END"


def _high(column: str, points: int) -> str:
    if points > 0:
        return f"CASE WHEN {column} IS NOT FALSE THEN {points} ELSE 0 END"
    return f"CASE WHEN {column} THEN {points} ELSE 0 END"


def _sum(terms) -> str:
    return "(" + (" + ".join(terms) or "0") + ")"


def _against(threshold: int, low: str, high: str) -> str:
    """True from the threshold on, false below it, NULL where the interval holds it."""
    return f"CASE WHEN {low} >= {threshold} THEN true WHEN {high} < {threshold} THEN false END"
