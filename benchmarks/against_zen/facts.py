"""20,000 rows of facts with two goods items each, made by SQL; some share of every fact is not known."""

from django.db import connection

from benchmarks.against_zen.shape import (
    COUNT,
    COUNTRIES,
    COUNTS,
    ITEM_COUNTRIES,
    ITEM_NUMBERS,
    NUMBERS,
    SEVERAL_COUNTRIES,
    SHARES,
    SINGLE_COUNTRIES,
)
from tests.factories import consignment, revision_of


def make_facts(share_unknown: float) -> str:
    """Make the rows below one revision and return its id; the same each time."""
    revision = revision_of(consignment())
    columns = {name: _unless_unknown(f"random() * {top}") for name, top in NUMBERS.items()}
    columns |= {name: _unless_unknown(f"floor(random() * {top + 1})::int") for name, top in COUNTS.items()}
    columns |= {name: _unless_unknown(f"random() < {share}") for name, share in SHARES.items()}
    columns |= {name: _country() for name in SINGLE_COUNTRIES}
    columns |= {name: f"ARRAY[{_country()}, {_country()}, {_country()}]" for name in SEVERAL_COUNTRIES}
    items = {name: _unless_unknown(f"{low} + random() * {high - low}") for name, (low, high) in ITEM_NUMBERS.items()}
    items |= {name: _country() for name in ITEM_COUNTRIES}
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(
            f"""INSERT INTO profiling_consignmentfacts
            (consignment_id, revision_id, round, unit_id, known_at, document_kind, evidence, {", ".join(columns)})
            SELECT %(consignment)s, %(revision)s, n, gen_random_uuid(), now(), 'json_manifest', '{{}}',
                {", ".join(columns.values())} FROM generate_series(1, {COUNT}) n""",
            {"consignment": revision.consignment_id, "revision": revision.pk, "unknown": share_unknown},
        )
        cursor.execute(
            f"""INSERT INTO profiling_goodsitemfacts (facts_id, number, evidence, {", ".join(items)})
            SELECT f.id, n, '{{}}', {", ".join(items.values())}
            FROM profiling_consignmentfacts f, generate_series(1, 2) n WHERE f.revision_id = %(revision)s""",
            {"revision": revision.pk, "unknown": share_unknown},
        )
        cursor.execute("ANALYZE profiling_consignmentfacts, profiling_goodsitemfacts")
    return str(revision.pk)


def halves(revision_id: str) -> list[tuple[int, int]]:
    """Return the first and last id of each half of the rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id), max(id) FROM profiling_consignmentfacts WHERE revision_id = %s", [revision_id])
        first, last = cursor.fetchone()
    middle = (first + last) // 2
    return [(first, middle), (middle + 1, last)]


def _unless_unknown(value: str) -> str:
    return f"CASE WHEN random() >= %(unknown)s THEN {value} END"


def _country() -> str:
    codes = ", ".join(f"'{code}'" for code in COUNTRIES)
    return _unless_unknown(f"(ARRAY[{codes}])[1 + floor(random() * {len(COUNTRIES)})]")
