"""Finds past consignments like one: of the same consignee, the same consignor, or the same pattern of goods.

A pattern is heading, origin, route and packing of a line of goods, as indicator I05 has it. Of each of the three only
the newest are looked at, by an index, so that the cost does not grow with the past. How alike two are is the number of
things they share out of SHARED; nothing is weighed and nothing learnt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from uuid import UUID

from django.db import connection

from profiling.models import History, HistoryKey

LOOKED_AT = 60  # of each: consignee, consignor, pattern
SHARED = ("pattern", "consignee", "consignor", "heading", "route", "carrier")

_SEARCH = """
WITH candidates AS (
    (SELECT revision_id FROM profiling_history WHERE consignee_id = %(consignee)s AND known_at < %(known_at)s
        ORDER BY known_at DESC LIMIT %(most)s)
    UNION
    (SELECT revision_id FROM profiling_history WHERE consignor_id = %(consignor)s AND known_at < %(known_at)s
        ORDER BY known_at DESC LIMIT %(most)s)
    UNION
    SELECT k.history_id FROM unnest(%(patterns)s::varchar[]) AS p(key), LATERAL (
        SELECT history_id FROM profiling_historykey
        WHERE kind = 'pattern' AND key = p.key AND on_equipment = '' AND known_at < %(known_at)s
        ORDER BY known_at DESC LIMIT %(most)s) k
), alike AS (
    SELECT h.revision_id, h.consignment_id, h.unit_id, h.known_at, h.outcome_is_positive,
        EXISTS (SELECT 1 FROM profiling_historykey k WHERE k.history_id = h.revision_id AND k.kind = 'pattern'
            AND k.key = ANY(%(patterns)s::varchar[])) AS pattern,
        coalesce(h.consignee_id = %(consignee)s, false) AS consignee,
        coalesce(h.consignor_id = %(consignor)s, false) AS consignor,
        coalesce(h.hs4s && %(hs4s)s::varchar[], false) AS heading,
        coalesce(h.lane = %(lane)s, false) AS route,
        coalesce(h.carrier_id = %(carrier)s, false) AS carrier
    FROM candidates JOIN profiling_history h USING (revision_id)
    WHERE h.replaced_at IS NULL AND h.consignment_id <> %(consignment)s AND h.manifest_id <> %(manifest)s
)
SELECT revision_id, consignment_id, unit_id, known_at, outcome_is_positive,
    pattern, consignee, consignor, heading, route, carrier
FROM alike
ORDER BY pattern::int + consignee::int + consignor::int + heading::int + route::int + carrier::int DESC,
    known_at DESC, revision_id
"""


@dataclass(frozen=True, slots=True)
class Similar:
    """shared: of SHARED. is_positive: None where it was not examined, or without a result."""

    revision_id: UUID
    consignment_id: UUID
    unit_id: UUID
    known_at: datetime
    is_positive: bool | None
    shared: tuple[str, ...]


def similar_to(revision_id: UUID) -> Sequence[Similar]:
    """Return those alike, most alike first, then newest; none while the revision is not remembered yet."""
    base = History.objects.filter(pk=revision_id).first()
    if base is None:
        return []
    patterns = list(HistoryKey.objects.filter(history=base, kind="pattern").values_list("key", flat=True))
    given = {
        "consignee": base.consignee_id, "consignor": base.consignor_id, "carrier": base.carrier_id, "lane": base.lane,
        "hs4s": base.hs4s or [], "patterns": patterns, "known_at": base.known_at, "most": LOOKED_AT,
        "consignment": base.consignment_id, "manifest": base.manifest_id,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH, given)
        return [
            Similar(revision, consignment, unit, known_at, result, tuple(compress(SHARED, shared)))
            for revision, consignment, unit, known_at, result, *shared in cursor.fetchall()
        ]
