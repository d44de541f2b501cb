"""A desk with a past of any length: the documents of every consignment, and one in twenty that needs a decision.

Manifests, submissions, parties, goods and equipment are written beside what `of_assessment.past` makes. One in twenty
was selected and examined, one in forty released; the others are green ones that nobody need decide.
"""

from typing import Any

from benchmarks.of_assessment.past import insert, make_past
from consignments.models import (
    ConsignmentParty,
    GoodsItem,
    Manifest,
    PortControlUnit,
    Source,
    Submission,
    TransportEquipment,
)
from tests import factories as make

TABLES = [
    "consignments_manifest", "consignments_submission", "consignments_consignmentparty", "consignments_goodsitem",
    "consignments_transportequipment",
]  # fmt: skip
OFFICERS = 20
POSTS = ["IRKESHTAM", "DOSTUK", "KYZYL-BEL"]


def make_desk(count: int) -> Any:
    """Make so many consignments of one unit; return its analyst, to whom some of the open ones are assigned."""
    unit = make.unit("OSH")
    posts = [make.post(code, unit=unit) for code in POSTS]
    officers = [make.officer("analyst", unit=unit) for _ in range(OFFICERS)]
    source = make.source(unit=unit)
    who = {"posts": [str(post.pk) for post in posts], "officers": [str(officer.pk) for officer in officers]}
    make_past(count, unit, source, lambda cursor: _write(cursor, unit, source, {"count": count, **who}), TABLES)
    return officers[0]


def _write(cursor, unit: PortControlUnit, source: Source, values: dict[str, Any]) -> None:
    cursor.execute("CREATE INDEX ON past (id); ANALYZE past; ANALYZE met_trader; ANALYZE met_vehicle")
    sent = {"id": "id", "source_id": f"'{source.pk}'::uuid", "unit_id": f"'{unit.pk}'::uuid", "sha256": "md5(n::text)"}
    sent |= {"idempotency_key": "n::text", "content_type": "'application/json'", "raw": "'{}'::bytea"}
    sent |= {"byte_count": "2", "status": "'registered'", "document_kind": "'json_manifest'"}
    moments = dict.fromkeys(["received_at", "known_at", "started_at", "finished_at"], "known_at")
    insert(cursor, Submission, sent | moments | {"consignments_count": "1", "registered_count": "1"})
    vehicles = "past p JOIN met_vehicle v ON v.rank = p.vehicle JOIN met_vehicle d ON d.rank = p.driver ORDER BY n"
    moved = {"id": "p.id", "submission_id": "p.id", "mode": "'road'", "conveyance_id": "v.plate"}
    moved |= {"conveyance_key": "v.plate", "conveyance_nationality": "'KG'", "driver_name": "d.driver"}
    moved |= {"arrival_at": ARRIVAL, "entry_post_id": ONE_OF_THE_POSTS}
    cursor.execute("CREATE TEMPORARY TABLE desk_values AS SELECT %(posts)s::uuid[] AS posts", values)
    insert(cursor, Manifest, moved, vehicles)
    boxes = {"revision_id": "p.id", "kind": "'container'", "number": "v.box", "number_key": "v.box"}
    boxes |= {"size_type": "'45G1'", "fullness": "'full'", "seals": "ARRAY['HX' || p.n]"}
    insert(cursor, TransportEquipment, boxes, vehicles)
    for role in ("consignee", "consignor"):
        stated = {name: f"t.{name}" for name in ("name", "identifier", "country", "phone", "address")}
        stated |= {"revision_id": "p.id", "role": f"'{role}'", "party_id": "t.id"}
        insert(cursor, ConsignmentParty, stated, f"past p JOIN met_trader t ON t.id = p.{role}_id ORDER BY n")
    goods = {"revision_id": "id", "number": "1", "commodity_code": "'6203423500'", "currency": "'USD'"}
    goods |= {"description": "'Men''s trousers of cotton'", "packages": "(10 + random() * 300)::int"}
    goods |= {"gross_mass_kg": "(20 + random() * 2000)::int", "value": "(200 + random() * 9000)::int"}
    insert(cursor, GoodsItem, goods)
    for statement in (_EXAMINED, _RELEASED, _OPEN):
        cursor.execute(statement, values)


# What needs a decision are the latest; they arrive from yesterday to the day after tomorrow.
ARRIVAL = (
    "CASE WHEN p.n %% 20 = 0 THEN NULL WHEN p.n > 0.95 * max(p.n) OVER ()"
    " THEN now() + (random() * 72 - 24) * interval '1 hour' ELSE p.known_at + interval '1 day' END"
)
ONE_OF_THE_POSTS = "(SELECT posts FROM desk_values)[1 + p.n %% 3]"
_FROM = """FROM past p JOIN consignments_manifest m ON m.id = p.id WHERE a.consignment_id = p.id"""
_PLACE = "post_id = m.entry_post_id, arrival_at = m.arrival_at"
_EXAMINED = f"""
UPDATE profiling_assessment a SET {_PLACE}, lane = 'yellow', score = 40, state = 'selected',
    selected_by = '{{profile}}', decided_by_id = (%(officers)s::uuid[])[1], decided_at = p.known_at,
    decision_reason = 'Indicators confirmed', outcome = CASE WHEN p.positive THEN 'seizure' ELSE 'nil' END,
    outcome_recorded_at = p.known_at + interval '2 hours'
{_FROM} AND p.positive IS NOT NULL AND p.n <= 0.95 * %(count)s
"""
_RELEASED = f"""
UPDATE profiling_assessment a SET {_PLACE}, lane = 'yellow', score = 30, state = 'released',
    selected_by = '{{profile}}', decided_by_id = (%(officers)s::uuid[])[2], decided_at = p.known_at,
    decision_reason = 'Explained by documents'
{_FROM} AND p.positive IS NULL AND p.n %% 40 = 0 AND p.n <= 0.95 * %(count)s
"""
_OPEN = f"""
UPDATE profiling_assessment a SET {_PLACE}, selected_by = '{{profile}}',
    lane = CASE WHEN p.n %% 3 = 0 THEN 'red' ELSE 'yellow' END, score = (20 + random() * 60)::int,
    reasons = '[{{"code": "C01", "points": 20, "values": {{}}}}, {{"code": "A01", "points": 10, "values": {{}}}}]',
    is_drawn = p.n %% 50 = 0, state = CASE WHEN p.n %% 30 = 1 THEN 'information_requested' ELSE 'waiting' END,
    assigned_to_id = CASE WHEN p.n %% 4 = 0 THEN (%(officers)s::uuid[])[1 + p.n / 4 %% {OFFICERS}] END,
    assigned_at = CASE WHEN p.n %% 4 = 0 THEN now() END,
    decided_by_id = CASE WHEN p.n %% 30 = 1 THEN (%(officers)s::uuid[])[3] END,
    decided_at = CASE WHEN p.n %% 30 = 1 THEN now() END,
    decision_reason = CASE WHEN p.n %% 30 = 1 THEN 'Datum or document missing' ELSE '' END
{_FROM} AND p.n > 0.95 * %(count)s
"""
