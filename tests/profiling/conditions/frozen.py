"""Frozen facts for the tests of the language: rows in temporary tables that stand before the real ones.

The temporary tables are made LIKE the real ones, so the columns have their types; there is nothing else to set up.
"""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from profiling.conditions.catalogue import FACTS, Level
from profiling.conditions.fault import Faults
from profiling.conditions.reading_conditions import read_condition
from profiling.conditions.sql import Sql
from profiling.conditions.statements import Columns
from profiling.conditions.tree import Condition

TABLES = ("profiling_consignmentfacts", "profiling_goodsitemfacts")
KNOWN_AT = datetime(2026, 3, 13, 6, 0, tzinfo=UTC)


def put_up_tables(cursor) -> None:
    """Make the two tables for this transaction."""
    for table in TABLES:
        cursor.execute(
            f"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING DEFAULTS INCLUDING IDENTITY) ON COMMIT DROP"
        )
        cursor.execute(f"ALTER TABLE {table} ALTER evidence SET DEFAULT '{{}}'")


def empty_tables(cursor) -> None:
    cursor.execute(f"TRUNCATE {', '.join(TABLES)}")


def freeze(cursor, items: Sequence[dict[str, Any]] = ({},), evidence: dict | None = None, **facts: Any) -> int:
    """Insert one row of facts with its goods items (keys `evidence` and facts) and return its id."""
    assert all(FACTS[name].level is Level.CONSIGNMENT for name in facts)
    nobody = uuid.UUID(int=0)
    row: dict[str, Any] = {
        "consignment_id": nobody,
        "revision_id": nobody,
        "round": 1,
        "unit_id": nobody,
        "known_at": KNOWN_AT,
        "document_kind": "json_manifest",
        "evidence": json.dumps(evidence or {}),
    }
    cursor.execute(*_insert(TABLES[0], row | facts))
    (facts_id,) = cursor.fetchone()
    for number, item in enumerate(items, start=1):
        item = {**item, "evidence": json.dumps(item.get("evidence", {}))}
        cursor.execute(*_insert(TABLES[1], {"facts_id": facts_id, "number": number} | item))
    return facts_id


def read(data: object) -> Condition:
    """Return the condition of this JSON; fails with its faults."""
    faults = Faults()
    condition = read_condition(data, "", faults)
    assert condition is not None, faults.found
    return condition


def answers(cursor, conditions: Sequence[Condition]) -> dict[int, list[bool | None]]:
    """Return what the conditions answer, by the ids of all rows."""
    columns = Columns()
    places = [columns.of(condition) for condition in conditions]
    source = columns.source(Sql("true"))
    cursor.execute(f"SELECT id, {', '.join(places)} FROM ({source.text}) c", source.params)
    return {facts_id: row for facts_id, *row in cursor.fetchall()}


def answer(cursor, data: object, **facts: Any) -> bool | None:
    """Return what a condition answers of one consignment; `items` among the facts are its goods items."""
    empty_tables(cursor)
    facts_id = freeze(cursor, **facts)
    return answers(cursor, [read(data)])[facts_id][0]


def _insert(table: str, row: dict[str, Any]) -> tuple[str, list[Any]]:
    marks = ", ".join(["%s"] * len(row))
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks}) RETURNING id", list(row.values())
