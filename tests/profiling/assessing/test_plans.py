"""What a batch is asked ends at its own keys, also where the planner has not counted a kind of key yet."""

import uuid

import pytest
from django.db import connection

from profiling.models import HistoryKey
from profiling.reading import history, journey_keys

pytestmark = pytest.mark.django_db

_SEALS = """
INSERT INTO profiling_historykey (history_id, kind, key, on_equipment, known_at)
SELECT gen_random_uuid(), 'seal', n::text, '', now() FROM generate_series(1, 5000) n
"""


@pytest.mark.parametrize("statement", [history._STATEMENT, journey_keys._WHOLE_STATEMENT], ids=["history", "keys"])
def test_a_new_kind_of_key_is_not_read_for_every_revision(statement):
    arguments = {
        "revisions": [uuid.uuid4() for _ in range(50)],
        "moments": ["2026-11-24T00:00Z"] * 50,
        "reused_within": history.REUSED_WITHIN,
        "seal_again": history.SEAL_SEEN_AGAIN_AFTER,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SEALS)
        cursor.execute("ANALYZE profiling_historykey")
        cursor.execute(f"EXPLAIN {statement}", arguments)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    HistoryKey.objects.all().delete()
    assert "Index Cond: (history_id = b.revision_id)" in plan
    assert "Filter: (history_id = b.revision_id)" not in plan
