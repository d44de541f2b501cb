"""History facts: what earlier consignments say about these, asked in SQL over the whole batch.

History = other consignments known before, the revision of them that was in force then, and outcomes recorded before.
Siblings in one manifest are no history, except for a reused document number (D04) and a doubled seal (E05), where the
earlier is the one with the lower id. Every look-up ends at a LIMIT on an index: its cost does not grow with the table.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

# A unit whose memory is shorter than this cannot say "first seen" or "unusual".
HISTORY_AT_LEAST_DAYS = 60
HISTORY_AT_LEAST_CONSIGNMENTS = 200
SEEN_LIMIT = 100  # counts are cut here; a condition on them accepts no threshold above
NIGHT_SAMPLE_AT_LEAST = 5
EXAMINED_SAMPLE_AT_LEAST = 3
UNIT_EXAMINED_AT_LEAST = 30
SHRINK = 5  # examinations at the unit's own rate that are added to a trader's
REUSED_WITHIN = "365 days"
SEAL_SEEN_AGAIN_AFTER = "30 days"


@dataclass(frozen=True, slots=True)
class Asked:
    """A revision of the batch and the moment as of which history is asked."""

    revision_id: UUID
    as_of: datetime


def arguments_of(asked: Sequence[Asked]) -> dict[str, Any]:
    """Return the batch as two arrays, for `unnest`; as text, because the driver takes long over a list of UUIDs."""
    return {
        "revisions": "{" + ",".join([str(a.revision_id) for a in asked]) + "}",
        "moments": "{" + ",".join([a.as_of.isoformat() for a in asked]) + "}",
    }


_IN_FORCE = """h.consignment_id <> b.consignment_id AND (h.replaced_at IS NULL OR h.replaced_at >= q.as_of)"""
# The keys of the revision `b` itself, by its id alone: where a kind of key is new, a planner that has not counted it
# yet would read all keys of that kind for each revision. OFFSET 0 keeps it from that.
OWN_KEYS = "(SELECT * FROM profiling_historykey WHERE history_id = b.revision_id OFFSET 0)"
# Siblings in one manifest became known at one moment: "before" leaves them out without reading them.
BEFORE = f"h.known_at < q.as_of AND h.manifest_id <> b.manifest_id AND {_IN_FORCE}"
_BEFORE_OR_SIBLING = f"(h.known_at, h.consignment_id) < (q.as_of, b.consignment_id) AND {_IN_FORCE}"


def _seen(keys: dict[str, str]) -> str:
    match = " AND ".join(f"h.{column} = b.{column}" for column in keys.values())
    known = " AND ".join(f"b.{column} IS NOT NULL" for column in keys.values())
    return f"""CASE WHEN {known} AND u.is_long_enough THEN (SELECT count(*) FROM (
        SELECT 1 FROM profiling_history h WHERE {match} AND h.known_at >= q.as_of - interval '365 days'
        AND {BEFORE} ORDER BY h.known_at DESC LIMIT {SEEN_LIMIT}) s) END"""


def _other_box(side: str) -> str:
    """The same seal on another box: within the consignment, on a sibling, or before. Two ranges of the index."""
    return f"""SELECT h.known_at FROM profiling_historykey o JOIN profiling_history h ON h.revision_id = o.history_id
        WHERE o.kind = 'seal' AND o.key = k.key AND o.on_equipment {side} k.on_equipment
            AND (h.revision_id = b.revision_id OR ({_BEFORE_OR_SIBLING})) LIMIT 1"""


_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT * FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
),
units AS MATERIALIZED (
    SELECT unit_id, (
        SELECT count(*) >= {HISTORY_AT_LEAST_CONSIGNMENTS} FROM (SELECT 1 FROM profiling_history h
            WHERE h.unit_id = d.unit_id AND h.known_at < d.as_of LIMIT {HISTORY_AT_LEAST_CONSIGNMENTS}) s
    ) AND coalesce((SELECT min(h.known_at) FROM profiling_history h WHERE h.unit_id = d.unit_id)
        < d.as_of - interval '{HISTORY_AT_LEAST_DAYS} days', false) AS is_long_enough,
    e.examined, e.rate
    FROM (SELECT b.unit_id, max(q.as_of) AS as_of FROM q JOIN profiling_history b USING (revision_id) GROUP BY 1) d
    CROSS JOIN LATERAL (SELECT count(*) AS examined, avg(o.positive::int) AS rate FROM (
        SELECT h.outcome_is_positive AS positive FROM profiling_history h WHERE h.unit_id = d.unit_id
        AND h.outcome_is_positive IS NOT NULL AND h.outcome_recorded_at < d.as_of
        ORDER BY h.outcome_recorded_at DESC LIMIT 500) o) e
)
SELECT q.revision_id,
    {_seen({"consignee": "consignee_id"})},
    {_seen({"consignor": "consignor_id"})},
    {_seen({"consignor": "consignor_id", "consignee": "consignee_id"})},
    streak.same, night.share, trader.ratio, trader.evidence, reused.evidence, seal.evidence, seized.evidence,
    seal.asked, seized.asked
FROM q JOIN profiling_history b USING (revision_id) JOIN units u USING (unit_id)
LEFT JOIN LATERAL (
    SELECT CASE WHEN b.gross_mass_kg IS NULL OR count(*) = 0 THEN NULL
        ELSE count(*) FILTER (WHERE s.gross_mass_kg = b.gross_mass_kg) END AS same
    FROM (SELECT h.gross_mass_kg FROM profiling_history h WHERE h.consignor_id = b.consignor_id
        AND h.consignee_id = b.consignee_id AND {BEFORE} ORDER BY h.known_at DESC LIMIT 3) s
) streak ON true
LEFT JOIN LATERAL (
    SELECT CASE WHEN count(s.arrived_at_night) >= {NIGHT_SAMPLE_AT_LEAST} THEN avg(s.arrived_at_night::int) END AS share
    FROM (SELECT h.arrived_at_night FROM profiling_history h WHERE h.consignee_id = b.consignee_id
        AND {BEFORE} ORDER BY h.known_at DESC LIMIT 50) s
) night ON true
LEFT JOIN LATERAL (
    SELECT CASE WHEN t.examined >= {EXAMINED_SAMPLE_AT_LEAST} AND u.examined >= {UNIT_EXAMINED_AT_LEAST} AND u.rate > 0
            THEN (t.positive + {SHRINK} * u.rate) / (t.examined + {SHRINK}) / u.rate END AS ratio,
        jsonb_build_object('positive', t.positive, 'examined', t.examined, 'unit_rate', round(u.rate, 3)) AS evidence
    FROM (SELECT count(*) AS examined, count(*) FILTER (WHERE s.outcome_is_positive) AS positive FROM (
        SELECT h.outcome_is_positive FROM profiling_history h WHERE h.consignee_id = b.consignee_id
        AND h.outcome_is_positive IS NOT NULL AND h.outcome_recorded_at < q.as_of AND {BEFORE}
        ORDER BY h.outcome_recorded_at DESC LIMIT 20) s) t
) trader ON true
LEFT JOIN LATERAL (
    SELECT jsonb_build_object('count', count(*), 'month', to_char(max(s.known_at), 'YYYY-MM')) AS evidence
    FROM (SELECT h.known_at FROM profiling_history h
        WHERE h.document_number_key = b.document_number_key AND length(b.document_number_key) >= 4
        AND h.known_at >= q.as_of - %(reused_within)s::interval AND {_BEFORE_OR_SIBLING} LIMIT 20) s
    HAVING count(*) > 0
) reused ON true
LEFT JOIN LATERAL (
    SELECT bool_or(true) AS asked, (array_agg(found.evidence) FILTER (WHERE found.evidence IS NOT NULL))[1] AS evidence
    FROM {OWN_KEYS} k LEFT JOIN LATERAL (
        SELECT jsonb_build_object('seal', k.key, 'month', to_char(other.known_at, 'YYYY-MM')) AS evidence
        FROM (
            ({_other_box("<")}) UNION ALL ({_other_box(">")}) UNION ALL (
                SELECT h.known_at FROM profiling_historykey o JOIN profiling_history h ON h.revision_id = o.history_id
                WHERE o.kind = 'seal' AND o.key = k.key AND o.on_equipment = k.on_equipment
                    AND o.known_at < q.as_of - %(seal_again)s::interval AND {BEFORE} LIMIT 1)
        ) other LIMIT 1) found ON true
    WHERE k.kind = 'seal'
) seal ON true
LEFT JOIN LATERAL (
    SELECT bool_or(true) AS asked, (array_agg(found.evidence) FILTER (WHERE found.evidence IS NOT NULL))[1] AS evidence
    FROM {OWN_KEYS} k LEFT JOIN LATERAL (
        SELECT jsonb_build_object('number', k.key, 'month', to_char(o.seized_at, 'YYYY-MM')) AS evidence
        FROM profiling_historykey o JOIN profiling_history h ON h.revision_id = o.history_id
        WHERE o.kind = k.kind AND o.key = k.key AND o.seized_at IS NOT NULL AND o.seized_at < q.as_of
            AND h.consignment_id <> b.consignment_id LIMIT 1) found ON true
    WHERE k.kind IN ('container', 'plate')
) seized ON true
"""


def history_facts(asked: Iterable[Asked]) -> dict[UUID, tuple[dict, dict]]:
    """Return (values, evidence) by revision id, for the history columns of `ConsignmentFacts`."""
    asked = list(asked)
    with connection.cursor() as cursor:
        cursor.execute(
            _STATEMENT,
            arguments_of(asked) | {"reused_within": REUSED_WITHIN, "seal_again": SEAL_SEEN_AGAIN_AFTER},
        )
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def _answers(
    consignee, consignor, pair, streak, night, ratio, trader_evidence, reused, seal, seized, has_seal, has_key
) -> tuple[dict, dict]:
    values = {
        "consignee_seen_365d": consignee,
        "consignor_seen_365d": consignor,
        "pair_seen_365d": pair,
        "same_mass_streak": streak,
        "consignee_night_share": None if night is None else float(night),
        "trader_hit_rate_ratio": None if ratio is None else float(ratio),
        "document_number_reused": reused is not None,
        "seal_duplicated": (seal is not None) if has_seal else None,
        "equipment_in_seizure": (seized is not None) if has_key else None,
    }
    evidence = {
        "document_number_reused": reused,
        "seal_duplicated": seal,
        "equipment_in_seizure": seized,
        "trader_hit_rate_ratio": trader_evidence if ratio is not None else None,
    }
    return values, {name: json.loads(found) for name, found in evidence.items() if found}
