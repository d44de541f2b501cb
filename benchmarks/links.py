"""What the links cost: writing them, and asking a fresh batch how near it is to seizures, as the graph grows."""

import statistics
import time
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from benchmarks.database import own_database
from benchmarks.pairs import Row, at_most
from profiling.linking import link_due
from profiling.reading.history import Asked
from profiling.reading.links import link_facts

SMALL, LARGE, FRESH, SEIZED_EVERY, ROUNDS = 2_000, 20_000, 500, 100, 5

# Traders after Zipf; a truck with its driver comes some ten times. Foreign keys to the documents are left out.
_HISTORY = """
INSERT INTO profiling_history (revision_id, consignment_id, manifest_id, source_id, unit_id, known_at, consignee_id,
    consignor_id, carrier_id, document_number_key, outcome_is_seizure, outcome_is_positive, outcome_recorded_at)
SELECT id, gen_random_uuid(), gen_random_uuid(), md5('s')::uuid, md5('u')::uuid, at, md5('e' || trader)::uuid,
    md5('o' || other)::uuid, md5('c' || n %% 400)::uuid, n::text, seized, CASE WHEN seized THEN true END,
    CASE WHEN seized THEN at END
FROM (SELECT n, md5('r' || n)::uuid AS id, now() - n * interval '10 seconds' AS at, n %% %(every)s = 0 AS seized,
    (%(traders)s ^ random())::int AS trader, (%(traders)s ^ random())::int AS other
    FROM generate_series(%(first)s, %(last)s) n) made
"""
_KEYS = """
INSERT INTO profiling_historykey (history_id, kind, key, on_equipment, known_at)
SELECT md5('r' || n)::uuid, k.kind, k.kind || k.number, '', now() - n * interval '10 seconds'
FROM generate_series(%(first)s, %(last)s) n
CROSS JOIN LATERAL (VALUES ('plate', n / 10), ('driver', n / 12), ('container', n)) AS k(kind, number)
"""
_DUE = """
INSERT INTO profiling_linkdue (history_id, is_outcome)
SELECT md5('r' || n)::uuid, false FROM generate_series(%(first)s, %(last)s) n
"""


def run() -> list[Row]:
    with own_database("links"):
        grow(1, SMALL)
        small = [asked_ms() for _ in range(ROUNDS)]
        written_s = grow(SMALL + 1, LARGE)
        large = [asked_ms() for _ in range(ROUNDS)]
        edges, nodes, traces = counted()
    ratio = statistics.median(large) / statistics.median(small)
    note = f"{nodes:,} nodes, {edges:,} edges, {traces:,} traces"
    return [
        Row("links written", (LARGE - SMALL) / written_s, "consignments/s", note=note),
        Row(f"asked, {SMALL:,} linked", statistics.median(small) / FRESH, "ms a consignment"),
        Row(f"asked, {LARGE:,} linked", statistics.median(large) / FRESH, "ms a consignment", at_most(0.3)),
        Row("the large by the small", ratio, "times", at_most(1.5)),
    ]


def grow(first: int, last: int) -> float:
    """Remember these consignments and link them; return the seconds of the linking."""
    bounds = {"first": first, "last": last, "every": SEIZED_EVERY, "traders": 20_000}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in (_HISTORY, _KEYS, _DUE):
            cursor.execute(statement, bounds)
        cursor.execute("ANALYZE")
    started = time.perf_counter()
    while link_due():
        pass
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return time.perf_counter() - started


def asked_ms() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT md5('r' || n)::uuid FROM generate_series(1, %s) n", [FRESH])
        fresh: list[UUID] = [row[0] for row in cursor.fetchall()]
    moment = timezone.now() + timedelta(minutes=1)
    started = time.perf_counter()
    link_facts([Asked(pk, moment) for pk in fresh])
    return (time.perf_counter() - started) * 1000


def counted() -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM profiling_linkedge), (SELECT count(*) FROM profiling_linknode),"
            " (SELECT count(*) FROM profiling_seizuretrace)"
        )
        return cursor.fetchone()
