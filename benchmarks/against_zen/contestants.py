"""Each way to evaluate half of the rows: ours, and zen as a rules engine or as an expression language."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import zen
from django.db import connection

from benchmarks.against_zen import profiles, zen_source
from benchmarks.against_zen.shape import (
    COUNTS,
    ITEM_COUNTRIES,
    ITEM_NUMBERS,
    NUMBERS,
    SEVERAL_COUNTRIES,
    SHARES,
    SINGLE_COUNTRIES,
)
from profiling.conditions.planning import Candidate, Plan
from profiling.conditions.sql import Sql

FACTS = [*NUMBERS, *COUNTS, *SHARES, *SINGLE_COUNTRIES, *SEVERAL_COUNTRIES]
ITEM_FACTS = [*ITEM_NUMBERS, *ITEM_COUNTRIES]

# By facts id: positions of the profiles that hit, from 1.
Answers = dict[int, Any]
Work = Callable[[], Answers]


@dataclass(frozen=True)
class Half:
    """Ids from first to last; `every` thins them out for a contestant that would take too long."""

    first: int
    last: int
    every: int = 1

    @property
    def where(self) -> Sql:
        return Sql("f.id BETWEEN %s AND %s AND f.id %% %s = 0", (self.first, self.last, self.every))


def ours_three(half: Half) -> Work:
    plan = Plan.of([Candidate(number, each) for number, each in enumerate(profiles.of_three_conditions())])
    # As text, split here: psycopg2 takes three times as long to read a short array.
    query = "SELECT id, hits::text FROM (" + plan.verdicts(half.where) + ") said"

    def work() -> Answers:
        with connection.cursor() as cursor:
            cursor.execute(query.text, query.params)
            return {
                facts_id: [] if hits == "{}" else list(map(int, hits[1:-1].split(",")))
                for facts_id, hits in cursor.fetchall()
            }

    return work


def zen_decision_table(half: Half) -> Work:
    rows = known_rows(half, with_items=False)
    decision = zen.ZenEngine().create_decision(json.dumps(zen_source.decision_table(profiles.of_three_conditions())))

    def work() -> Answers:
        return {facts_id: [each["hit"] for each in decision.evaluate(row)["result"]] for facts_id, row in rows.items()}

    return work


def zen_expressions(half: Half) -> Work:
    rows = known_rows(half, with_items=False)
    sources = [zen_source.plain(each.indicators[0].when) for each in profiles.of_three_conditions()]
    compiled = [zen.compile_expression(source) for source in sources]

    def work() -> Answers:
        return {
            facts_id: [position for position, each in enumerate(compiled, start=1) if each.evaluate(row)]
            for facts_id, row in rows.items()
        }

    return work


def zen_one_expression(half: Half) -> Work:
    rows = known_rows(half, with_items=False)
    sources = [zen_source.plain(each.indicators[0].when) for each in profiles.of_three_conditions()]
    compiled = zen.compile_expression("[" + ", ".join(sources) + "]")

    def work() -> Answers:
        return {
            facts_id: [position for position, hit in enumerate(compiled.evaluate(row), start=1) if hit]
            for facts_id, row in rows.items()
        }

    return work


def ours_eight(half: Half) -> Work:
    """Evaluated and stored where the facts are; no row is brought here."""
    definitions = profiles.of_eight_indicators()
    plan = Plan.of([Candidate(number, each) for number, each in enumerate(definitions)])
    query = (
        # The score is left out: zen does not reckon it either.
        "WITH said AS MATERIALIZED ("
        + plan.to_store(half.where)
        + "), kept AS (INSERT INTO stored_points SELECT id, points_low, points_high FROM said)"
        + " INSERT INTO stored_hits SELECT id, hit, points_low[hit], points_high[hit] FROM said, unnest(hits) AS hit"
    )

    def work() -> Answers:
        with connection.cursor() as cursor:
            cursor.execute(query.text, query.params)
        return {}

    return work


def zen_eight(half: Half) -> Work:
    rows = known_rows(half)
    compiled = [zen.compile_expression(zen_source.points(each)) for each in profiles.of_eight_indicators()]

    def work() -> Answers:
        said = {}
        for facts_id, row in rows.items():
            ends = [each.evaluate(row) for each in compiled]
            said[facts_id] = [int(low) for low, _high in ends], [int(high) for _low, high in ends]
        store(said)
        return {}

    return work


def zen_eight_in_one(half: Half) -> Work:
    rows = known_rows(half)
    sources = [zen_source.points(each) for each in profiles.of_eight_indicators()]
    compiled = zen.compile_expression("[" + ", ".join(sources) + "]")

    def work() -> Answers:
        said = {}
        for facts_id, row in rows.items():
            ends = compiled.evaluate(row)
            said[facts_id] = [int(low) for low, _high in ends], [int(high) for _low, high in ends]
        store(said)
        return {}

    return work


CONTESTANTS: dict[str, Callable[[Half], Work]] = {
    each.__name__: each
    for each in (
        ours_three, zen_decision_table, zen_expressions, zen_one_expression, ours_eight, zen_eight, zen_eight_in_one,
    )
}  # fmt: skip


def known_rows(half: Half, *, with_items: bool = True) -> dict[int, dict[str, Any]]:
    """Return the facts in memory, as an engine that is called per record wants them; their reading does not count."""
    with connection.cursor() as cursor:
        query = f"SELECT f.id, {', '.join(FACTS)} FROM profiling_consignmentfacts f WHERE " + half.where
        cursor.execute(query.text, query.params)
        rows = {facts_id: dict(zip(FACTS, row, strict=True)) for facts_id, *row in cursor}
        if not with_items:
            return rows
        for row in rows.values():
            row["items"] = []
        cursor.execute(
            f"SELECT facts_id, {', '.join(ITEM_FACTS)} FROM profiling_goodsitemfacts WHERE facts_id BETWEEN %s AND %s",
            [half.first, half.last],
        )
        for facts_id, *row in cursor:
            if facts_id in rows:
                rows[facts_id]["items"].append(dict(zip(ITEM_FACTS, row, strict=True)))
    return rows


def make_stores() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE stored_points (facts_id bigint, points_low smallint[], points_high smallint[])")
        cursor.execute("CREATE TABLE stored_hits (facts_id bigint, position smallint, low smallint, high smallint)")


def store(said: Answers) -> None:
    """Store what ours stores: both arrays of each row, and a row per hit."""
    thresholds = [each.threshold for each in profiles.of_eight_indicators()]
    with connection.cursor() as cursor:
        _copy(cursor, "stored_points", (f"{n}\t{_array(low)}\t{_array(high)}" for n, (low, high) in said.items()))
        _copy(
            cursor,
            "stored_hits",
            (
                f"{facts_id}\t{position}\t{least}\t{most}"
                for facts_id, (low, high) in said.items()
                for position, (least, most, threshold) in enumerate(zip(low, high, thresholds, strict=True), start=1)
                if least >= threshold
            ),
        )


def take_stored() -> tuple[Answers, Answers]:
    """Return what is stored, points and hits by facts id, and empty the stores."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT facts_id, points_low, points_high FROM stored_points")
        points = {facts_id: (low, high) for facts_id, low, high in cursor}
        cursor.execute("SELECT facts_id, array_agg(DISTINCT position) FROM stored_hits GROUP BY facts_id")
        hits = dict(cursor.fetchall())
        cursor.execute("TRUNCATE stored_points, stored_hits")
    return points, hits


def _copy(cursor, table: str, lines: Iterator[str]) -> None:
    cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO("".join(line + "\n" for line in lines)))


def _array(values: list[int]) -> str:
    return "{" + str(values)[1:-1] + "}"
