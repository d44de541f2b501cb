"""Who else states the address, the phone or the name of a trader: asked in SQL over the whole batch.

Each key is followed from one trader to the next by the index, at most so many times, so that a forwarder's phone on a
hundred thousand consignments costs no more than twenty look-ups.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

from profiling.facts.shared_contacts import KNOWN_FROM, OTHERS_AT_MOST, SharedKey, Trader
from profiling.reading.history import OWN_KEYS, Asked, arguments_of

_SHARED = f"""
SELECT q.revision_id, k.kind, k.key, k.on_equipment, shared.parties, seized.party, seized.month
FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
JOIN profiling_history b USING (revision_id) JOIN LATERAL {OWN_KEYS} k ON k.kind IN ('phone', 'address', 'name')
CROSS JOIN LATERAL (
    WITH RECURSIVE others(party, n) AS (
        (SELECT o.on_equipment, 1 FROM profiling_historykey o WHERE o.kind = k.kind AND o.key = k.key
            AND o.on_equipment > '' AND o.known_at < q.as_of ORDER BY o.on_equipment LIMIT 1)
        UNION ALL
        SELECT (SELECT o.on_equipment FROM profiling_historykey o WHERE o.kind = k.kind AND o.key = k.key
            AND o.on_equipment > r.party AND o.known_at < q.as_of ORDER BY o.on_equipment LIMIT 1), r.n + 1
        FROM others r WHERE r.party IS NOT NULL AND r.n <= {OTHERS_AT_MOST}
    )
    SELECT array_agg(party) AS parties FROM others WHERE party <> k.on_equipment
) shared
LEFT JOIN LATERAL (
    SELECT o.on_equipment AS party, to_char(o.seized_at, 'YYYY-MM') AS month FROM profiling_historykey o
    WHERE o.kind = k.kind AND o.key = k.key AND o.seized_at IS NOT NULL AND o.seized_at < q.as_of
        AND o.on_equipment <> k.on_equipment LIMIT 1
) seized ON k.kind <> 'name'
"""
_PARTIES = f"""
SELECT p.id::text, p.name, p.name_key, p.identifier, p.country, (
    SELECT count(*) FROM (SELECT 1 FROM profiling_history h WHERE h.consignee_id = p.id AND h.known_at < %(as_of)s
        AND h.known_at >= %(as_of)s - interval '365 days' LIMIT {KNOWN_FROM}) s) + (
    SELECT count(*) FROM (SELECT 1 FROM profiling_history h WHERE h.consignor_id = p.id AND h.known_at < %(as_of)s
        AND h.known_at >= %(as_of)s - interval '365 days' LIMIT {KNOWN_FROM}) s)
FROM consignments_party p WHERE p.id = ANY(%(parties)s::uuid[])
"""


@dataclass(slots=True)
class Shared:
    """What is shared over a batch: keys by revision, and the traders they lead to, by id."""

    keys: dict[UUID, list[SharedKey]] = field(default_factory=lambda: defaultdict(list))
    traders: dict[str, Trader] = field(default_factory=dict)


def shared_keys(asked: Sequence[Asked]) -> Shared:
    """Return the phones, addresses and names of each revision's traders, with the other traders that bear them."""
    shared = Shared()
    with connection.cursor() as cursor:
        cursor.execute(_SHARED, arguments_of(asked))
        for revision_id, kind, _key, party, others, seized, month in cursor.fetchall():
            found = SharedKey(kind, party, tuple(others or ()), (seized, month) if seized else None)
            shared.keys[revision_id].append(found)
    met = {party for keys in shared.keys.values() for key in keys if key.others for party in (key.party, *key.others)}
    if met:
        shared.traders = _traders(met, max(a.as_of for a in asked))
    return shared


def _traders(ids: Iterable[str], as_of: datetime) -> dict[str, Trader]:
    with connection.cursor() as cursor:
        cursor.execute(_PARTIES, {"parties": list(ids), "as_of": as_of})
        return {row[0]: Trader(*row) for row in cursor.fetchall()}
