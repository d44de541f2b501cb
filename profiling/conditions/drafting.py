"""The SQL of one draft over a long history: the points are summed in one parallel scan, goods items asked afterwards.

A plan of many profiles asks everything of every row. Over a million rows that is mostly wasted: few rows can reach the
threshold, and a look into the goods items costs a hundred times what a comparison costs. So the conditions without
goods items are summed first and the rows grouped by their sums; those over goods items count as not evaluable. Where
they cannot change the answer any more, no item is read.
"""

from dataclasses import dataclass
from typing import Self

from .compiling import FACTS_TABLE, ITEMS_TABLE, Items, cheapest, compile_condition, over_items
from .definition import ProfileDefinition, WeightedIndicator
from .sql import Sql
from .tree import All, Any_, AnyItem, Condition, Not, canonical, fact_names

# Two sums in one integer, the lower one in the upper half: a hit is then told by one comparison.
HALF = 2**20
# Where one row in so many is asked, a run of neighbours is taken together: they lie on the same pages of the table.
RUN = 100


def draft_parts(definition: ProfileDefinition, where: Sql, own: Sql, most_asked: int | None = None) -> Sql:
    """Return the parts of a WITH clause that evaluate a draft over the facts rows that `where` admits (alias f).

    own: a condition over `f` by which the answers are told apart. most_asked: of how many rows the goods items are
    read; of more, one in so many is asked and stands for the others. The last three parts are

        pace(n): one in n rows was asked; 1: every one;
        hit(own, id, weight): the rows that hit, each standing for `weight` rows;
        tally(own, rounds, not_evaluable): how many rows there are, and of how many nothing can be said.
    """
    draft = _Draft.of(definition)
    return draft.scan(where, own) + draft.pace(most_asked) + draft.asked() + draft.hits() + draft.tally()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A definition taken apart. plain: without goods items; open: with some. items: distinct `any_item`s by text."""

    threshold: int
    plain: tuple[WeightedIndicator, ...]
    open: tuple[WeightedIndicator, ...]
    plain_gates: tuple[Condition, ...]
    open_gates: tuple[Condition, ...]
    items: dict[str, AnyItem]

    @classmethod
    def of(cls, definition: ProfileDefinition) -> Self:
        gate = definition.gate
        gates = cheapest(gate.parts) if isinstance(gate, All) else [gate] if gate else []
        conditions = [*gates, *(each.when for each in definition.indicators)]
        return cls(
            threshold=definition.threshold,
            plain=tuple(each for each in definition.indicators if not any_items(each.when)),
            open=tuple(each for each in definition.indicators if any_items(each.when)),
            plain_gates=tuple(each for each in gates if not any_items(each)),
            open_gates=tuple(each for each in gates if any_items(each)),
            items={canonical(each): each for condition in conditions for each in any_items(condition)},
        )

    def scan(self, where: Sql, own: Sql) -> Sql:
        """Rows with the same sums together; of those whose answer is a hit or still open, which they are.

        Grouping is what lets PostgreSQL reckon a sum once and the scan run in parallel: a subquery with OFFSET does
        the first but not the second.
        """
        points = Sql.join(" + ", [Sql("0::bigint"), *(_packed(each) for each in self.plain)])
        gate = Sql.join(" AND ", map(compile_condition, self.plain_gates)) if self.plain_gates else Sql("true")
        rows = "SELECT " + own + " AS own, f.id, (" + gate + ") AS gate, (" + points
        rows += f") AS points FROM {FACTS_TABLE} f WHERE " + where
        kept = f"FILTER (WHERE s.gate IS NOT FALSE AND {self._kept('s.points')})"
        return (
            "scan AS MATERIALIZED (SELECT s.own, s.gate, s.points, count(*) AS rounds,"
            f" array_agg(s.id) {kept} AS ids FROM (" + rows + ") s GROUP BY s.own, s.gate, s.points)"
        )

    def pace(self, most_asked: int | None) -> str:
        open_rows = f"SELECT sum(cardinality(s.ids)) FROM scan s WHERE {self._open('s.points')}"
        n = f"GREATEST(1, ceil(({open_rows}) / {most_asked}::float))::int" if most_asked and self.items else "1"
        return f", pace AS MATERIALIZED (SELECT {n} AS n)"

    def asked(self) -> Sql:
        """The open rows with all they need for a verdict, in the order of the table, which spares half of the time."""
        if not self.items:
            return Sql("")
        answers = Sql.join(", ", [compile_condition(each.part, "i") + f" AS x{n}" for n, each in self._numbered])
        together = Sql.join(", ", [over_items(f"x{n}") + f" AS g{n}" for n, _each in self._numbered])
        goods = "SELECT " + answers + f" FROM {ITEMS_TABLE} i WHERE i.facts_id = h.id OFFSET 0"
        gates = [compile_condition(each, "f", self._of_items) for each in self.open_gates]
        points = Sql.join(" + ", ["h.points", *(_packed(each, self._of_items) for each in self.open)])
        rows = (
            "SELECT s.own, s.gate, s.points, u.id FROM pace, scan s CROSS JOIN LATERAL unnest(s.ids) AS u(id)"
            f" WHERE {self._open('s.points')} AND mod(u.id / {RUN}, pace.n) = 0 ORDER BY u.id"
        )
        facts = f" JOIN {FACTS_TABLE} f ON f.id = h.id" if self._reads_facts else ""
        columns = "h.own, h.id, (" + Sql.join(" AND ", ["h.gate", *gates]) + ") AS gate, (" + points + ") AS points"
        joined = f" FROM ({rows}) h{facts} CROSS JOIN LATERAL (SELECT " + together + " FROM (" + goods + ") goods) g"
        return ", asked AS MATERIALIZED (SELECT " + columns + joined + ")"

    def hits(self) -> str:
        asked = f" UNION ALL SELECT own, id, pace.n FROM asked, pace WHERE {self._verdict('gate', 'points')}"
        return (
            ", hit AS MATERIALIZED (SELECT s.own, u.id, 1 AS weight FROM scan s CROSS JOIN LATERAL unnest(s.ids)"
            f" AS u(id) WHERE {self._settled}{asked if self.items else ''})"
        )

    def tally(self) -> str:
        unknown = f"{self._verdict('gate', 'points')} IS NULL"
        asked = f" UNION ALL SELECT own, 0, pace.n FROM asked, pace WHERE {unknown}"
        return (
            ", tally AS (SELECT own, sum(rounds)::bigint AS rounds, sum(not_evaluable)::bigint AS not_evaluable FROM"
            f" (SELECT s.own, s.rounds, CASE WHEN {self._settled} IS NULL THEN s.rounds ELSE 0 END AS not_evaluable"
            f" FROM scan s{asked if self.items else ''}) t GROUP BY own)"
        )

    def _kept(self, points: str) -> str:
        """Whether a row in scope may be needed one by one: a hit, or open."""
        surely = _low_reaches(points, self.threshold - self._least)
        return f"({surely} OR {self._open(points)})" if self.items else surely

    def _open(self, points: str) -> str:
        """Whether the items can change the answer of a row in the plain scope.

        Without a scope over items they cannot where the points reach the threshold even so, nor where the plain
        conditions alone leave it inside the interval.
        """
        if not self.items:
            return "false"
        may_reach = _high_reaches(points, self.threshold - self._most)
        if self.open_gates:
            return may_reach
        surely = _low_reaches(points, self.threshold - self._least)
        lifts = _low_reaches(points, self.threshold - self._most)
        lowers = f"NOT {_high_reaches(points, self.threshold - self._least)}"
        return f"(NOT {surely} AND ({lifts} OR {lowers}) AND {may_reach})"

    @property
    def _settled(self) -> str:
        """The verdict of a group of rows; false for those that are asked one by one, which count apart."""
        settled = self._verdict("s.gate", "s.points", self._least, self._most)
        return f"CASE WHEN {self._open('s.points')} THEN false ELSE {settled} END" if self.items else settled

    def _verdict(self, gate: str, points: str, least: int = 0, most: int = 0) -> str:
        """True from the threshold on, false below it, NULL where the interval holds it."""
        surely, perhaps = _low_reaches(points, self.threshold - least), _high_reaches(points, self.threshold - most)
        return f"({gate} AND CASE WHEN {surely} THEN true WHEN NOT {perhaps} THEN false END)"

    def _of_items(self, condition: AnyItem) -> Sql:
        return Sql(f"g.g{list(self.items).index(canonical(condition))}")

    @property
    def _numbered(self) -> list[tuple[int, AnyItem]]:
        return list(enumerate(self.items.values()))

    @property
    def _reads_facts(self) -> bool:
        """Whether a fact of the consignment stands beside an `any_item` in one condition."""
        inside = {name for each in self.items.values() for name in fact_names(each)}
        conditions = [*self.open_gates, *(each.when for each in self.open)]
        return any(set(fact_names(condition)) - inside for condition in conditions)

    @property
    def _most(self) -> int:
        return sum(max(each.points, 0) for each in self.open)

    @property
    def _least(self) -> int:
        return sum(min(each.points, 0) for each in self.open)


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


def _packed(indicator: WeightedIndicator, items: Items | None = None) -> Sql:
    """The points of an indicator for both ends of the interval; this form of CASE asks the condition once."""
    points = indicator.points
    both, one_end = points * HALF + points, points if points > 0 else points * HALF
    condition = compile_condition(indicator.when, "f", items)
    return "CASE " + condition + f" WHEN true THEN {both} WHEN false THEN 0 ELSE {one_end} END"


def _low_reaches(packed: str, points: int) -> str:
    """Whether the lower sum is at least so many: the upper half, whatever the lower half adds or takes."""
    return f"({packed} >= {points * HALF - HALF // 2})"


def _high_reaches(packed: str, points: int) -> str:
    return f"((({packed} + {HALF // 2}) & {HALF - 1}) >= {points + HALF // 2})"
