"""What earlier consignments say of a trader's habits, of a lane and of a box, asked in SQL over the whole batch.

As in `reading.history`: only what was known before and in force then, siblings left out, every look-up ends at a LIMIT.
"""

import json
from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from profiling.reading import history
from profiling.reading.history import Asked, arguments_of

HABIT_OF_LAST = 50  # consignments
HABIT_SAMPLE_AT_LEAST = 10
LANE_SAMPLE_AT_LEAST = 20
# Only a detour of so much is worth looking at.
DETOUR_LOOKED_UP_FROM = 1.2
# Goods that were sold do not come back so soon.
CAROUSEL_WITHIN = "90 days"
AT_MOST = 20  # journeys of a box, or of two traders

_REVERSED = "right(b.lane, 2) || '-' || left(b.lane, 2)"
_OTHER_WAY = f"""h.known_at >= q.as_of - interval '{CAROUSEL_WITHIN}' AND h.hs4s && b.hs4s
    AND ((b.procedure = 'import' AND h.procedure = 'export') OR (b.procedure = 'export' AND h.procedure = 'import')
        OR h.lane = {_REVERSED})"""

_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT * FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
),
past AS MATERIALIZED (
    SELECT q.revision_id, q.as_of, h.known_at, h.entry_post, b.entry_post AS own_post, b.hs4s AS own_hs4s,
        ' ' || array_to_string(h.hs4s, ' ') AS headings -- each after a space: a search in a text, not an unnesting
    FROM q JOIN profiling_history b USING (revision_id) CROSS JOIN LATERAL (
        SELECT h.known_at, h.entry_post, h.hs4s FROM profiling_history h
        WHERE h.consignee_id = b.consignee_id AND {history.BEFORE} ORDER BY h.known_at DESC LIMIT {HABIT_OF_LAST}) h
),
habits AS (
    SELECT revision_id, max(as_of) AS as_of, max(known_at) AS last_known_at,
        count(entry_post) AS with_post, avg((entry_post = own_post)::int) AS of_post
    FROM past GROUP BY revision_id
),
chapters AS (
    SELECT DISTINCT ON (revision_id) revision_id, chapter, share, n FROM (
        SELECT p.revision_id, c.chapter, count(*) AS n,
            avg((strpos(p.headings, ' ' || c.chapter) > 0)::int) AS share
        FROM past p CROSS JOIN LATERAL (SELECT DISTINCT left(x, 2) AS chapter FROM unnest(p.own_hs4s) x) c
        WHERE p.headings IS NOT NULL GROUP BY 1, 2 HAVING count(*) >= {HABIT_SAMPLE_AT_LEAST}) each
    ORDER BY revision_id, share, chapter
)
SELECT q.revision_id,
    extract(epoch FROM habits.as_of - habits.last_known_at) / 86400, to_char(habits.last_known_at, 'YYYY-MM'),
    chapters.share, chapters.chapter, chapters.n,
    CASE WHEN habits.with_post >= {HABIT_SAMPLE_AT_LEAST} THEN habits.of_post END, habits.with_post,
    carrier.share, carrier.n, lane.median, lane.n,
    b.hs4s IS NOT NULL AND (b.procedure IN ('import', 'export') OR b.lane IS NOT NULL), box.evidence, pair.evidence
FROM q JOIN profiling_history b USING (revision_id)
LEFT JOIN habits USING (revision_id) LEFT JOIN chapters USING (revision_id)
LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) >= {HABIT_SAMPLE_AT_LEAST} THEN avg((s.entry_post = b.entry_post)::int) END AS share,
        count(*) AS n
    FROM (SELECT h.entry_post FROM profiling_history h WHERE h.carrier_id = b.carrier_id AND h.entry_post IS NOT NULL
        AND {history.BEFORE} ORDER BY h.known_at DESC LIMIT {HABIT_OF_LAST}) s
) carrier ON b.entry_post IS NOT NULL
LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) >= {LANE_SAMPLE_AT_LEAST}
            THEN percentile_cont(0.5) WITHIN GROUP (ORDER BY s.detour_ratio) END AS median, count(*) AS n
    FROM (SELECT h.detour_ratio FROM profiling_history h WHERE h.lane = b.lane AND h.detour_ratio IS NOT NULL
        AND {history.BEFORE} ORDER BY h.known_at DESC LIMIT {HABIT_OF_LAST}) s
) lane ON b.detour_ratio >= {DETOUR_LOOKED_UP_FROM}
LEFT JOIN LATERAL (
    SELECT jsonb_build_object('number', k.key, 'month', to_char(h.known_at, 'YYYY-MM')) AS evidence
    FROM {history.OWN_KEYS} k CROSS JOIN LATERAL (
        SELECT o.history_id FROM profiling_historykey o WHERE o.kind = 'container' AND o.key = k.key
            AND o.on_equipment = '' AND o.known_at < q.as_of AND o.known_at >= q.as_of - interval '{CAROUSEL_WITHIN}'
        ORDER BY o.known_at DESC LIMIT {AT_MOST}) o
    JOIN profiling_history h ON h.revision_id = o.history_id
    WHERE k.kind = 'container' AND {history.BEFORE} AND {_OTHER_WAY} LIMIT 1
) box ON b.hs4s IS NOT NULL
LEFT JOIN LATERAL (
    SELECT jsonb_build_object('month', to_char(h.known_at, 'YYYY-MM')) AS evidence
    FROM (SELECT h.* FROM profiling_history h WHERE h.consignor_id = b.consignee_id
        AND h.consignee_id = b.consignor_id AND {history.BEFORE} ORDER BY h.known_at DESC LIMIT {AT_MOST}) h
    WHERE {_OTHER_WAY} LIMIT 1
) pair ON b.hs4s IS NOT NULL
"""


def trader_history_facts(asked: Sequence[Asked]) -> dict[UUID, tuple[dict, dict]]:
    """Return (values, evidence) by revision id."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, arguments_of(asked))
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def _answers(
    idle, last, chapter_share, chapter, chapter_n, post, post_n, carrier, carrier_n, median, lane_n, asks, box, pair
) -> tuple[dict, dict]:
    values = {
        "consignee_idle_days": None if idle is None else float(idle),
        "chapter_habit_share": None if chapter_share is None else float(chapter_share),
        "entry_post_share": None if post is None else float(post),
        "carrier_entry_post_share": None if carrier is None else float(carrier),
        "lane_detour": median,
        "goods_return": (box is not None or pair is not None) if asks else None,
    }
    evidence: dict[str, dict] = {}
    if idle is not None:
        evidence["consignee_idle_days"] = {"last": last}
    if chapter_share is not None:
        evidence["chapter_habit_share"] = {"chapter": chapter, "of_last": chapter_n}
    if post is not None:
        evidence["entry_post_share"] = {"of_last": post_n}
    if carrier is not None:
        evidence["carrier_entry_post_share"] = {"of_carriers_last": carrier_n}
    if median is not None:
        evidence["detour_against_lane"] = {"usual": round(median, 2), "lane_n": lane_n}
    found = box or pair
    if asks and found:
        evidence["goods_return"] = json.loads(found)
    return values, evidence
