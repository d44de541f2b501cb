"""A past of any length made by SQL: what an assessment looks up, or writes beside, of earlier consignments.

Consignments, revisions, history with its keys, assessments with their facts, draws, link nodes and the traces of
seizures; 1 in 20 examined, 1 in 10 of these positive. Left out is what no assessment reads: documents, goods, the edges
between the nodes. Indexes are made afterwards, and foreign keys are not checked while this is loaded.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, models

from benchmarks.of_assessment.traffic import (
    EXPONENT,
    TRADERS,
    VEHICLES,
    Trader,
    boxes,
    consignees,
    consignors,
    drivers,
    plate,
)
from consignments.keys.identifiers import plate_key
from consignments.keys.names import fold, name_key
from consignments.models import Consignment, ConsignmentRevision, PortControlUnit, Source
from consignments.registering.parties import match_key
from profiling.facts.known import KnownParty
from profiling.facts.trader_keys import keys_of
from profiling.models import Assessment, ConsignmentFacts, Draw, DrawPeriod, History, ProfileSet

DAYS = 365
LOADED = [
    "consignments_consignment", "consignments_consignmentrevision", "profiling_history", "profiling_historykey",
    "profiling_consignmentfacts", "profiling_assessment", "profiling_draw", "profiling_linknode",
]  # fmt: skip


def make_past(
    count: int,
    unit: PortControlUnit,
    source: Source,
    more: Callable[[Any], None] | None = None,
    tables: Sequence[str] = (),
) -> None:
    """Make so many consignments of the unit, evenly over the year before now.

    more: writes into further `tables`, given the cursor, while the temporary tables of the past are there.
    """
    loaded = [*LOADED, *tables]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.5)")
        _write_those_met(cursor)
        indexes = _without_indexes(cursor, loaded)
        cursor.execute(_PAST, {"count": count})
        _load(cursor, unit, source)
        if more is not None:
            more(cursor)
        cursor.execute("DROP TABLE past")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for definition in indexes:
            cursor.execute(definition)
        cursor.execute("RESET session_replication_role; RESET synchronous_commit; RESET maintenance_work_mem")
        cursor.execute("VACUUM ANALYZE " + ", ".join(loaded))
        cursor.execute("CHECKPOINT")


def _without_indexes(cursor, tables: list[str]) -> list[str]:
    """Drop the indexes that belong to no constraint; return what makes them again."""
    cursor.execute(
        """SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
        WHERE i.indrelid = ANY(%s::regclass[]) AND NOT EXISTS (
            SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)""",
        [tables],
    )
    found = cursor.fetchall()
    for name, _definition in found:
        cursor.execute(f"DROP INDEX {name}")
    return [definition for _name, definition in found]


def _write_those_met(cursor) -> None:
    """The traders with their keys, and the vehicles, in tables of this connection."""
    cursor.execute(_TABLES_OF_THOSE_MET)
    for side, traders in (("consignee", consignees()), ("consignor", consignors())):
        rows = [(rank, side, *_keys(trader)) for rank, trader in enumerate(traders)]
        cursor.execute(_TRADERS, [list(column) for column in zip(*rows, strict=True)])
    cursor.execute(_PARTIES)
    plates = [plate_key(plate(number)) for number in range(VEHICLES)]
    folded = [" ".join(sorted(fold(name_key(name)).split()))[:60] for name in drivers()]
    cursor.execute(_VEHICLES, [list(range(VEHICLES)), plates, boxes(), folded])


def _keys(trader: Trader) -> tuple[str, str, str, str, str, str, str]:
    party = KnownParty(role="consignee", name=trader.name, phone=trader.phone, street=trader.street, city=trader.city)
    key = match_key(trader.name, trader.identifier, "INN", trader.country)
    return (key, trader.name, trader.identifier, trader.country, *[key for _kind, key in keys_of(party)])


_TABLES_OF_THOSE_MET = """
CREATE TEMPORARY TABLE met_trader (rank int, side text, match_key text, name text, identifier text, country text,
    phone text, address text, folded text, id uuid DEFAULT gen_random_uuid());
CREATE TEMPORARY TABLE met_vehicle (rank int, plate text, box text, driver text)
"""
_TRADERS = """
INSERT INTO met_trader (rank, side, match_key, name, identifier, country, phone, address, folded)
SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
    %s::text[])
"""
_VEHICLES = "INSERT INTO met_vehicle SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[])"
_PARTIES = """
INSERT INTO consignments_party (id, match_key, name, name_key, identifier, country, first_known_at)
SELECT id, match_key, name, lower(name), identifier, country, now() - interval '2 years' FROM met_trader
"""


def _rank(count: int) -> str:
    """The same distribution as `traffic.ranked`."""
    return f"(floor(power(random() * {count**EXPONENT - 1} + 1, {1 / EXPONENT})) - 1)::int"


_PAST = f"""
CREATE TEMPORARY TABLE past AS
SELECT d.*, e.id AS consignee_id, o.id AS consignor_id FROM (
    SELECT n, gen_random_uuid() AS id, now() - interval '{DAYS} days' * (1 - n::float / (%(count)s + 1)) AS known_at,
        {_rank(TRADERS)} AS consignee, {_rank(TRADERS)} AS consignor, floor(random() * {VEHICLES})::int AS vehicle,
        floor(random() * {VEHICLES})::int AS driver,
        CASE WHEN random() < 0.05 THEN random() < 0.1 END AS positive
    FROM generate_series(1, %(count)s) n OFFSET 0) d
JOIN met_trader e ON e.side = 'consignee' AND e.rank = d.consignee
JOIN met_trader o ON o.side = 'consignor' AND o.rank = d.consignor
"""
_LATER = "known_at + interval '2 hours'"
_KEYS = """
INSERT INTO profiling_historykey (history_id, kind, key, on_equipment, known_at, seized_at)
SELECT p.id, k.kind, k.key, k.owner, p.known_at, CASE WHEN p.positive THEN p.known_at + interval '2 hours' END
FROM past p JOIN met_vehicle v ON v.rank = p.vehicle JOIN met_vehicle d ON d.rank = p.driver
JOIN met_trader e ON e.id = p.consignee_id JOIN met_trader o ON o.id = p.consignor_id
CROSS JOIN LATERAL (VALUES ('plate', v.plate, ''), ('container', v.box, ''), ('driver', d.driver, ''),
    ('seal', 'OLD' || p.n, v.box), ('phone', e.phone, e.id::text), ('address', e.address, e.id::text),
    ('name', e.folded, e.id::text), ('name', o.folded, o.id::text)) AS k(kind, key, owner)
WHERE k.key <> ''
"""
_NODES = """
INSERT INTO profiling_linknode (kind, key, edge_count, first_seen_at, last_seen_at)
SELECT kind, key, 40, now() - interval '1 year', now() FROM (
    SELECT k.kind, k.key FROM met_vehicle v
    CROSS JOIN LATERAL (VALUES ('plate', v.plate), ('container', v.box), ('driver', v.driver)) AS k(kind, key)
    UNION SELECT 'party', id::text FROM met_trader
    UNION SELECT 'phone', phone FROM met_trader
    UNION SELECT 'address', address FROM met_trader WHERE address <> '') met
"""
_TRACES = """
INSERT INTO profiling_seizuretrace (node_id, history_id, hops, path, known_at)
SELECT DISTINCT ON (n.id, k.history_id) n.id, k.history_id, 0, ARRAY[n.id], k.seized_at
FROM profiling_historykey k JOIN profiling_linknode n ON n.kind = k.kind AND n.key = k.key
WHERE k.seized_at IS NOT NULL
"""


def _load(cursor, unit: PortControlUnit, source: Source) -> None:
    """From the temporary table `past` into all tables; the id of a consignment is also that of its revision."""
    period = DrawPeriod.objects.create(
        starts_at="2001-01-01T00:00Z", ends_at="2001-01-02T00:00Z", percent=5, seed="0" * 64, seed_sha256="0" * 64
    )
    ours = {"unit_id": f"'{unit.pk}'::uuid", "known_at": "known_at"}
    theirs = {"source_id": f"'{source.pk}'::uuid"}
    ids = {"consignment_id": "id", "revision_id": "id"}
    consignment = {"id": "id", "reference": "'PAST-' || n", "document_kind": "'json_manifest'"}
    consignment |= {"document_number": "'OLD-' || n", "movement": "'left'", "first_known_at": "known_at"}
    consignment |= {"latest_revision": "1"}
    insert(cursor, Consignment, consignment | theirs | {"unit_id": ours["unit_id"]})
    parents = dict.fromkeys(["id", "consignment_id", "manifest_id", "submission_id"], "id")
    insert(cursor, ConsignmentRevision, parents | {"number": "1", "known_at": "known_at", "path": "''"})
    moved = {"manifest_id": "id", "arrival_at": "known_at", "arrived_at_night": "random() < 0.2"}
    traded = {"consignee_id": "consignee_id", "consignor_id": "consignor_id", "hs4s": "ARRAY['6203']"}
    told = {"gross_mass_kg": "(20 + random() * 220)::int", "entry_post": "'IRKESHTAM'", "lane": "'CN-KG'"}
    found = {"outcome_is_positive": "positive", "outcome_is_seizure": "coalesce(positive, false)"}
    found |= {"outcome_recorded_at": f"CASE WHEN positive IS NOT NULL THEN {_LATER} END"}
    named = {"procedure": "'import'", "document_number_key": "'OLD' || n"}
    insert(cursor, History, ids | ours | theirs | moved | traded | told | found | named)
    cursor.execute(_KEYS)
    frozen = {"round": "1", "document_kind": "'json_manifest'", "evidence": "'{}'"}
    insert(cursor, ConsignmentFacts, ids | ours | frozen)
    rounds = {
        "id": "gen_random_uuid()",
        "round": "1",
        "trigger": "'revision'",
        "code_version": "'bench'",
        "facts_id": "id",
    }
    rounds |= {"consignment_id": "consignment_id", "revision_id": "revision_id", "unit_id": "unit_id"}
    rounds |= {"profile_set_id": str(ProfileSet.objects.create(key="none", version_ids=[]).pk)}
    rounds |= {"points_low": "'{}'", "points_high": "'{}'", "lane": "'green'", "score": "0", "state": "'not_selected'"}
    moments = {"created_at": "known_at", "arrival_at": "known_at + interval '1 day'"}
    insert(cursor, Assessment, rounds | moments, "profiling_consignmentfacts")
    draws = {"consignment_id": "id", "period_id": f"'{period.pk}'::uuid", "number": "random()", "is_drawn": "false"}
    insert(cursor, Draw, draws)
    cursor.execute(_NODES)
    cursor.execute(_TRACES)


def insert(cursor, model: type[models.Model], given: dict[str, str], source: str = "past ORDER BY n") -> None:
    """Insert a row for each of the source; columns that are not given and may not be NULL have the model's default."""
    missing = [
        f for f in model._meta.concrete_fields if not (f.null or f.column in given or isinstance(f, models.AutoField))
    ]
    # The default of a text without one is "".
    values = {f.column: f.get_db_prep_save(f.get_default(), connection) for f in missing}
    columns = ", ".join([*given, *values])
    expressions = ", ".join([*given.values(), *["%s"] * len(values)])
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {expressions} FROM {source}", list(values.values())
    )
