"""A history of assessed consignments made by SQL: facts three in ten of which are not known, goods items, outcomes.

Submissions and revisions, which no draft reads, are left out, so foreign keys are not checked while this is loaded.
"""

from django.db import connection

from benchmarks.against_zen.shape import COUNTRIES, COUNTS, ITEM_NUMBERS, NUMBERS, SHARES
from profiling.conditions.catalogue import Fact, FactType, Level, facts_of
from profiling.models import ProfileSet
from tests import factories as make

SHARE_UNKNOWN = 0.3
DAYS = 365
SHARE_EXAMINED = 0.05
STATED = {"known_at", "document_kind"}  # by the consignment itself


def make_history(count: int):
    """Make so many consignments of one unit, a row of facts and one or two goods items each; return the unit."""
    unit, source = make.unit(), make.source()
    profile_set = ProfileSet.objects.create(key="none", version_ids=[])
    columns = {fact.name: _invented(fact) for fact in facts_of(Level.CONSIGNMENT) if fact.name not in STATED}
    items = {fact.name: _invented(fact) for fact in facts_of(Level.ITEM)}
    values = {"count": count, "unit": unit.pk, "source": source.pk, "set": profile_set.pk, "officer": make.officer().pk}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.5)")
        cursor.execute("DROP INDEX document_number_trigrams")  # no draft reads it, and it takes half a minute
        cursor.execute(_CONSIGNMENTS, values)
        cursor.execute(
            f"""INSERT INTO profiling_consignmentfacts
            (consignment_id, revision_id, round, unit_id, known_at, document_kind, evidence, {", ".join(columns)})
            SELECT id, id, 1, unit_id, first_known_at, document_kind, '{{}}', {", ".join(columns.values())}
            FROM consignments_consignment ORDER BY first_known_at"""
        )
        cursor.execute(
            f"""INSERT INTO profiling_goodsitemfacts (facts_id, number, evidence, {", ".join(items)})
            SELECT f.id, n, '{{}}', {", ".join(items.values())}
            FROM profiling_consignmentfacts f, generate_series(1, 1 + (f.id % 2)::int) n ORDER BY f.id, n"""
        )
        cursor.execute(_ASSESSMENTS, values)
        cursor.execute("RESET session_replication_role")
        cursor.execute("VACUUM ANALYZE profiling_consignmentfacts, profiling_goodsitemfacts, profiling_assessment")
    return unit


_CONSIGNMENTS = f"""
INSERT INTO consignments_consignment
(id, reference, document_kind, document_number, latest_revision, movement, first_known_at, unit_id, source_id)
SELECT gen_random_uuid(), 'KG-' || n, 'json_manifest', 'CMR-' || n, 1, 'arrived',
    now() - interval '{DAYS} days' * (1 - n::float / (%(count)s + 1)), %(unit)s, %(source)s
FROM generate_series(1, %(count)s) n
"""
_ASSESSMENTS = f"""
INSERT INTO profiling_assessment
(id, round, trigger, points_low, points_high, code_version, lane, score, score_possible, selected_by, ask_first,
    is_drawn, draw_number, changed_after_decision, reasons, state, decision_reason, closed_because, outcome,
    seized, outcome_recorded_at, decided_at, decided_by_id, created_at, consignment_id, revision_id, unit_id, facts_id,
    profile_set_id)
SELECT gen_random_uuid(), 1, 'revision', '{{}}', '{{}}', 'bench', 'yellow', 0, 0,
    CASE WHEN seen THEN '{{officer}}' ELSE '{{}}' END::varchar[], false, false, random(), false, '[]',
    CASE WHEN seen THEN 'selected' ELSE 'not_selected' END, CASE WHEN seen THEN 'known' ELSE '' END, '',
    CASE WHEN NOT seen THEN 'not_recorded' WHEN random() < 0.1 THEN 'seizure' ELSE 'nil' END, '[]',
    CASE WHEN seen THEN known_at END, CASE WHEN seen THEN known_at END, CASE WHEN seen THEN %(officer)s::uuid END,
    known_at, consignment_id, revision_id, unit_id, id, %(set)s
FROM (SELECT id, known_at, consignment_id, revision_id, unit_id, random() < {SHARE_EXAMINED} AS seen
    FROM profiling_consignmentfacts) f
"""


def _invented(fact: Fact) -> str:
    """An expression for a value of the fact's type, NULL three times in ten."""
    match fact.type:
        case FactType.NUMBER if fact.name in ITEM_NUMBERS:
            low, high = ITEM_NUMBERS[fact.name]
            value = f"{low} + random() * {high - low}"
        case FactType.NUMBER:
            value = f"random() * {NUMBERS.get(fact.name, 100)}"
        case FactType.INTEGER:
            value = f"floor(random() * {COUNTS.get(fact.name, 20) + 1})::int"
        case FactType.BOOLEAN:
            value = f"random() < {SHARES.get(fact.name, 0.1)}"
        case FactType.MOMENT:
            value = "now() - random() * interval '1 year'"
        case FactType.TEXT:
            value = "'goods of the kind ' || floor(random() * 1000)::int"
        case FactType.ARRAY:
            value = f"ARRAY[{_one_of(fact)}, {_one_of(fact)}]"
        case _:
            value = _one_of(fact)
    return f"CASE WHEN random() >= {SHARE_UNKNOWN} THEN {value} END"


def _one_of(fact: Fact) -> str:
    if fact.pattern:
        return f"lpad(floor(random() * 97)::int::text, {fact.pattern.split('{')[1].rstrip('}')}, '10')"
    words = fact.choices or (["DOSTUK", "KULUNDU"] if "post" in fact.name else COUNTRIES)
    codes = ", ".join(f"'{word}'" for word in words)
    return f"(ARRAY[{codes}])[1 + floor(random() * {len(words)})::int]"
