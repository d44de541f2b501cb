"""What earlier journeys of the same plates, boxes and patterns say: together or not, altered, empty, seized.

As in `reading.history`: only what was known before, every look-up ends at a LIMIT on an index.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from profiling.conditions.dealing_numbers import EMPTY_LIMIT, SIMILAR_LIMIT
from profiling.reading import history
from profiling.reading.history import Asked, arguments_of

JOURNEYS_OF_A_PLATE = 40
SEEN_AT_LEAST = 3
EMPTY_WITHIN = "90 days"
READINGS_OF_A_PLATE = 200

_JOURNEYS = f"""SELECT o.history_id FROM profiling_historykey o JOIN profiling_history h ON h.revision_id = o.history_id
    WHERE o.kind = 'plate' AND o.key = {{key}} AND o.on_equipment = '' AND o.known_at < q.as_of AND {history.BEFORE}
    ORDER BY o.known_at DESC LIMIT {JOURNEYS_OF_A_PLATE}"""

_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT * FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
),
any_seizure AS (
    SELECT EXISTS (SELECT 1 FROM profiling_historykey WHERE kind = 'pattern' AND seized_at IS NOT NULL) AS known
)
SELECT q.revision_id, plates.known, plates.evidence, body.evidence, structure.evidence,
    patterns.asked AND any_seizure.known, similar_ones.count, similar_ones.pattern, similar_ones.month,
    empty.read, empty.count, empty.evidence
FROM q JOIN profiling_history b USING (revision_id) JOIN consignments_manifest m ON m.id = b.manifest_id
CROSS JOIN any_seizure
LEFT JOIN LATERAL (
    SELECT bool_or(seen.vehicle >= {SEEN_AT_LEAST} AND seen.trailer >= {SEEN_AT_LEAST}) AS known,
        (array_agg(jsonb_build_object('vehicle', m.conveyance_id, 'trailer', k.key, 'vehicle_seen', seen.vehicle,
            'trailer_seen', seen.trailer)) FILTER (WHERE seen.vehicle >= {SEEN_AT_LEAST}
            AND seen.trailer >= {SEEN_AT_LEAST} AND NOT seen.together))[1] AS evidence
    FROM {history.OWN_KEYS} k CROSS JOIN LATERAL (
        SELECT (SELECT count(*) FROM ({_JOURNEYS.format(key="m.conveyance_key")}) v) AS vehicle,
            (SELECT count(*) FROM ({_JOURNEYS.format(key="k.key")}) t) AS trailer,
            EXISTS (SELECT 1 FROM ({_JOURNEYS.format(key="k.key")}) t JOIN profiling_historykey v
                ON v.history_id = t.history_id AND v.kind = 'plate' AND v.key = m.conveyance_key) AS together
    ) seen
    WHERE k.kind = 'plate' AND k.key <> m.conveyance_key
        AND coalesce(m.mode, 'road') = 'road' AND m.conveyance_key <> ''
) plates ON true
LEFT JOIN LATERAL ({{body}}) body ON true
LEFT JOIN LATERAL ({{structure}}) structure ON true
LEFT JOIN LATERAL (
    SELECT bool_or(true) AS asked FROM {history.OWN_KEYS} k WHERE k.kind = 'pattern'
) patterns ON true
LEFT JOIN LATERAL (
    SELECT k.key AS pattern, count(*) AS count, to_char(max(o.seized_at), 'YYYY-MM') AS month
    FROM {history.OWN_KEYS} k CROSS JOIN LATERAL (
        SELECT o.seized_at FROM profiling_historykey o JOIN profiling_history h ON h.revision_id = o.history_id
        WHERE o.kind = 'pattern' AND o.key = k.key AND o.seized_at < q.as_of AND h.consignment_id <> b.consignment_id
        LIMIT {SIMILAR_LIMIT}) o
    WHERE k.kind = 'pattern' GROUP BY k.key ORDER BY count(*) DESC, k.key LIMIT 1
) similar_ones ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS read, count(*) FILTER (WHERE o.fullness = 'empty') AS count,
        (array_agg(jsonb_build_object('number', o.number, 'at', o.seen_at, 'place', coalesce(p.code, o.place),
            'is_ours', o.unit_id = b.unit_id) ORDER BY o.seen_at DESC)
            FILTER (WHERE o.fullness = 'empty'))[1] AS evidence
    FROM {history.OWN_KEYS} k CROSS JOIN LATERAL (
        SELECT o.* FROM consignments_observation o WHERE o.number_key = k.key
            AND o.seen_at BETWEEN q.as_of - interval '{EMPTY_WITHIN}' AND q.as_of AND o.known_at <= q.as_of
        ORDER BY o.seen_at DESC LIMIT {READINGS_OF_A_PLATE}) o
    LEFT JOIN consignments_customspost p ON p.id = o.post_id
    WHERE k.kind = 'plate' AND o.fullness <> ''
        AND o.event IN ('gate_in', 'weighed', 'scanned', 'seen')
) empty ON true
"""


def _marked(mark: str) -> str:
    return f"""SELECT jsonb_build_object('number', k.key, 'month', to_char(o.marked_at, 'YYYY-MM')) AS evidence
        FROM {history.OWN_KEYS} k CROSS JOIN LATERAL (
            SELECT o.marked_at FROM profiling_historykey o WHERE o.kind = k.kind AND o.key = k.key
                AND o.mark = '{mark}' AND o.marked_at < q.as_of ORDER BY o.marked_at DESC LIMIT 1) o
        WHERE k.kind IN ('container', 'plate') LIMIT 1"""


_WHOLE_STATEMENT = _STATEMENT.format(body=_marked("body"), structure=_marked("structure"))


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What the keys of one revision say. values and evidence: by column; altered: evidence of marks, by column."""

    values: dict = field(default_factory=dict)
    evidence: dict = field(default_factory=dict)
    altered: dict = field(default_factory=dict)


def journey_key_facts(asked: Sequence[Asked]) -> dict[UUID, KeyFacts]:
    """Return what is known by the keys of each revision, by its id."""
    with connection.cursor() as cursor:
        cursor.execute(_WHOLE_STATEMENT, arguments_of(asked))
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def named_by_a_house_bill(document_keys: Iterable[str]) -> set[str]:
    """Return those of the canonical document numbers that another document names as the one above it."""
    keys = [key for key in document_keys if key]
    if not keys:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.key FROM unnest(%s::text[]) AS a(key) WHERE EXISTS (SELECT 1 FROM profiling_historykey k"
            " WHERE k.kind = 'paper' AND k.key = a.key)",
            [keys],
        )
        return {key for (key,) in cursor.fetchall()}


def _answers(
    seen_enough, plates, body, structure, asks_patterns, similar, pattern, month, read, empty, last_empty
) -> KeyFacts:
    values = {
        "plates_new_together": plates is not None if seen_enough else None,
        "similar_seizures": (similar or 0) if asks_patterns else None,
        "empty_entries_90d": min(empty, EMPTY_LIMIT) if read else None,
    }
    evidence: dict[str, dict] = {}
    if values["plates_new_together"]:
        evidence["plates_new_together"] = json.loads(plates)
    if values["similar_seizures"]:
        heading, origin, lane, packing = pattern.split("|")
        evidence["similar_seizures"] = {
            "heading": heading, "origin": origin, "lane": lane, "packing": packing, "count": similar, "month": month,
        }  # fmt: skip
    if values["empty_entries_90d"]:
        evidence["empty_entries_90d"] = json.loads(last_empty)
    marks = {"body_altered": body, "vehicle_modified": structure}
    return KeyFacts(values, evidence, {column: json.loads(found) for column, found in marks.items() if found})
