"""The editor's preview over a history of a million assessed consignments, and one draft against a sequential scan.

Twenty edits of one draft of eight indicators, one of them over goods items: a value, points, the threshold, the scope,
an indicator less or more. *Sequential scan* is `count(c)` of the last column that the draft reads, with the same
workers and jit.
"""

import os
from copy import deepcopy
from typing import Any

from django.db import connection

from benchmarks.database import own_database
from benchmarks.of_preview.history import DAYS, make_history
from benchmarks.pairs import Bar, Row, at_most, percentile, times_as_long
from profiling.conditions.compiling import FACTS_TABLE
from profiling.conditions.definition import ProfileDefinition, stored_definition
from profiling.conditions.drafting import draft_parts
from profiling.conditions.sql import Sql
from profiling.conditions.tree import fact_names
from profiling.measuring import Period
from profiling.previewing import PLANNING, Preview, preview

COUNT = int(os.environ.get("PCU_BENCH_HISTORY", 1_000_000))
EVERY_ROW = Sql("true")


def compares(fact: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"fact": fact, "op": op} | ({} if value is None else {"value": value})


PLAIN = [
    ("A01", 20, compares("consignee_seen_365d", "lt", 2)),
    ("A02", 10, compares("pair_seen_365d", "eq", 0)),
    ("E04", 25, compares("seal_missing", "is_true")),
    ("E01", 40, compares("container_number_invalid", "is_true")),
    ("G02", 10, compares("arrival_at_night", "is_true")),
    ("B02", 20, compares("dispatch_country", "in", ["AF", "IR"])),
    ("C11", 10, {"all": [compares("gross_mass_is_round", "is_true"), compares("gross_mass_kg", "gt", 20_000)]}),
]
CHEAP_FROM_AFGHANISTAN = {
    "any_item": {"all": [compares("value_deviations", "lt", -3.5), compares("origin_country", "eq", "AF")]}
}
OVER_ITEMS = ("C07", 30, CHEAP_FROM_AFGHANISTAN)
EIGHTH = ("I03", -15, compares("trader_hit_rate_ratio", "lt", 0.5))


def draft(*indicators: tuple[str, int, dict], **more: Any) -> dict[str, Any]:
    written = [{"code": code, "points": points, "when": when} for code, points, when in indicators]
    return {"indicators": written, "threshold": 85, "lane": "red"} | more


WITH_ITEMS = draft(*PLAIN, OVER_ITEMS)
WITHOUT_ITEMS = draft(*PLAIN, EIGHTH)


def edits() -> list[dict[str, Any]]:
    """Twenty states of the draft, each one step from the one before or from the first."""
    states = [WITH_ITEMS]
    states += [draft(*PLAIN, OVER_ITEMS, threshold=threshold) for threshold in (60, 70, 75, 80, 90, 100, 120)]
    for place, points in [(0, 30), (2, 35), (3, 60), (7, 45), (7, 15)]:
        states.append(deepcopy(WITH_ITEMS))
        states[-1]["indicators"][place]["points"] = points
    states.append(draft(*PLAIN, OVER_ITEMS, EIGHTH))
    states.append(draft(*PLAIN[1:], OVER_ITEMS, threshold=70))
    states.append(draft(*PLAIN, OVER_ITEMS, scope=compares("dispatch_country", "in", ["CN", "KZ"])))
    states.append(draft(*PLAIN, OVER_ITEMS, scope={"not": compares("destination_country", "eq", "RU")}))
    states.append(draft(*PLAIN, OVER_ITEMS, scope={"any_item": compares("origin_country", "in", ["CN", "TR"])}))
    states.append(draft(*PLAIN, OVER_ITEMS, selection_percent=20))
    states.append(draft(*PLAIN, ("C07", 30, {"any_item": compares("value_deviations", "lt", -4.5)})))
    return states


def run() -> list[Row]:
    with own_database("preview"):
        unit = make_history(COUNT)
        whole = Period.last_days(DAYS + 1)
        asked = [stored_definition(each) for each in edits()]
        preview(asked[0], whole, unit, asker="bench")
        execute(Sql(f"SELECT {PLANNING.replace('true', 'false')}"))  # of both sides of a pair
        seen = [preview(each, whole, unit, asker="bench", limit_ms=60_000) for each in asked]
        return [
            Row("median of an edit", percentile([each.seconds for each in seen], 50), "s"),
            Row("p95 of 20 edits", percentile([each.seconds for each in seen], 95), "s", at_most(1), note=spread(seen)),
            against_scan("one draft of 8 indicators", stored_definition(WITHOUT_ITEMS), at_most(2)),
            against_scan("the same with one over goods items", asked[0], None),
        ]


def spread(seen: list[Preview]) -> str:
    hits = sorted(each.hits for each in seen)
    return f"{len(seen)} edits, {seen[0].assessed:,} assessed, {hits[0]:,} to {hits[-1]:,} hits"


def against_scan(name: str, definition: ProfileDefinition, bar: Bar | None) -> Row:
    parts = draft_parts(definition, EVERY_ROW, EVERY_ROW)
    scan = f"SELECT count({last_column(definition)}) FROM {FACTS_TABLE}"

    def ours() -> None:
        execute("WITH " + parts + " SELECT (SELECT count(*) FROM hit), rounds, not_evaluable FROM tally")

    return times_as_long(name, ours, lambda: execute(Sql(scan)), bar, "against a scan of its last column")


def last_column(definition: ProfileDefinition) -> str:
    """The last column, in the order of the table, that the draft reads."""
    named = {name for each in definition.indicators for name in fact_names(each.when)}
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, FACTS_TABLE)
    return [column.name for column in columns if column.name in named][-1]


def execute(sql: Sql) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.text, sql.params)
