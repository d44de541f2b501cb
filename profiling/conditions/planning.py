"""A plan evaluates many profile versions over many frozen facts, for assessment, preview and backtest alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .definition import ProfileDefinition, stored_definition
from .explaining import Reason, explain
from .sql import Sql
from .statements import Statement, pack

HIT, NO_HIT, OUT_OF_SCOPE = 1, 0, -1  # None: not evaluable


@dataclass(frozen=True, slots=True)
class Candidate:
    """A version to evaluate. id: whatever its caller knows it by."""

    id: Any
    definition: ProfileDefinition

    @classmethod
    def stored(cls, id: Any, data: object) -> "Candidate":
        """Read a stored definition; raises UnreadableDefinition."""
        return cls(id, stored_definition(data))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the versions say of one row of facts; the lists are in the order of the plan's versions.

    answers: HIT, NO_HIT, None (not evaluable) or OUT_OF_SCOPE. points_low and points_high: None when out of scope.
    score: points of the distinct indicators hit, each once; score_possible: what those not evaluable could add.
    """

    facts_id: int
    answers: list[int | None]
    points_low: list[int | None]
    points_high: list[int | None]
    score: int
    score_possible: int


@dataclass(frozen=True, slots=True)
class Plan:
    versions: tuple[Candidate, ...]
    statements: tuple[Statement, ...]

    @classmethod
    def of(cls, versions: Sequence[Candidate]) -> "Plan":
        """Compile the versions; a plan may be kept and used for any number of batches."""
        return cls(tuple(versions), tuple(pack([version.definition for version in versions])))

    def evaluate(self, cursor, where: Sql) -> Iterator[Evaluation]:
        """Yield one evaluation per facts row that `where` admits (alias f), in no order.

        The rows are read from the cursor as they are yielded: use it for nothing else before the last.
        """
        thresholds = [version.definition.threshold for version in self.versions]
        if len(self.statements) == 1:
            cursor.execute(*_query(self.statements[0].points(where)))
            for facts_id, low, high, score, possible in cursor:
                yield Evaluation(facts_id, _answers(low, high, thresholds), low, high, score, possible)
            return
        for facts_id, low, high, score, possible in self._merged(cursor, where):
            yield Evaluation(facts_id, _answers(low, high, thresholds), low, high, score, possible)

    def verdicts(self, where: Sql, *, on_rebuilt: bool = False) -> Sql:
        """Return a query of rows (id, hits int[], not_evaluable int[]): positions of versions, from 1.

        For counting over long periods without fetching rows; at most as many versions as fit one statement.
        on_rebuilt: where facts were reconstructed, read those instead of what was frozen.
        """
        return self._only_statement().answers(where, on_rebuilt)

    def to_store(self, where: Sql) -> Sql:
        """Return a query of rows (id, points_low smallint[], points_high smallint[], hits int[]).

        For storing without fetching; at most as many versions as fit one statement.
        """
        return self._only_statement().to_store(where)

    def explain(self, cursor, facts_ids: Sequence[int]) -> dict[int, list[Reason]]:
        """Return the reasons by facts id, recomputed from the frozen facts; their hits' points add up to the score."""
        return explain([version.definition for version in self.versions], cursor, facts_ids)

    def explain_all(self, cursor, facts_ids: Sequence[int]) -> dict[int, list[Reason]]:
        """Return the same, and every indicator of the catalogue that no version carries, with 0 points."""
        return explain([version.definition for version in self.versions], cursor, facts_ids, whole_catalogue=True)

    def _only_statement(self) -> Statement:
        if len(self.statements) != 1:
            raise ValueError("none, or more versions than one statement can hold")
        return self.statements[0]

    def _merged(self, cursor, where: Sql) -> Iterator[tuple[int, list, list, int, int]]:
        rows: dict[int, list] = {}
        for statement in self.statements:
            cursor.execute(*_query(statement.points(where)))
            for facts_id, low, high, score, possible in cursor.fetchall():
                row = rows.setdefault(facts_id, [[], [], 0, 0])
                # Versions are packed in their order, so the arrays of the statements follow each other.
                row[0] += low
                row[1] += high
                row[2] += score
                row[3] += possible
        if not self.statements:
            cursor.execute(*_query("SELECT f.id FROM profiling_consignmentfacts f WHERE " + where))
            rows = {facts_id: [[], [], 0, 0] for (facts_id,) in cursor.fetchall()}
        for facts_id, row in rows.items():
            yield facts_id, *row


def of_facts(ids: Sequence[int]) -> Sql:
    """Return the `where` of the facts with these ids."""
    return Sql("f.id = ANY(%s::bigint[])", (list(ids),))


def _answers(low: list[int | None], high: list[int | None], thresholds: list[int]) -> list[int | None]:
    # Inlined: this runs once for each profile of each row.
    return [
        (OUT_OF_SCOPE if least is None or most is None else HIT if least >= bar else NO_HIT if most < bar else None)
        for least, most, bar in zip(low, high, thresholds, strict=True)
    ]


def _query(sql: Sql) -> tuple[str, tuple[Any, ...]]:
    return sql.text, sql.params
