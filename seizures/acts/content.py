"""What an inspection act states, as plain values in no language: two acts with the same content are the same act.

It names no lane, profile, score or reason of selection, and of the parties their names alone.
"""

import hashlib
import json
from datetime import datetime
from typing import Any

from consignments.models import CaseEvent
from seizures.models import Examination, ExaminedConsignment, SeizureLine

PARTIES = ("consignor", "consignee", "carrier")


def content_of(examination: Examination) -> dict[str, Any]:
    """Return the content of a closed examination: everything that stands on the sheet."""
    rows = examined_rows(examination)
    lines = lines_of(examination)
    return {
        "reference": examination.reference,
        "unit": examination.unit.code,
        "post": examination.post.code if examination.post else "",
        "piece": [examination.equipment_kind, examination.equipment_number],
        "vehicle": rows[0].assessment.revision.manifest.conveyance_id if rows else "",
        "kind": examination.kind,
        "place": examination.place,
        "weighbridge_kg": str(examination.weighbridge_kg or ""),
        "seals": [list(examination.piece.seals or ()), examination.seal_read, examination.seal_state],
        "new_seal": [examination.new_seal, examination.no_new_seal_because],
        "checklist": examination.checklist,
        "remarks": examination.remarks,
        "officers": [str(examination.examiner_id), str(examination.closed_by_id), examination.officers_present],
        "begun": [_moment(examination.begun_at), _moment(examination.begun_on_device_at)],
        "closed": [_moment(examination.closed_at), _moment(examination.closed_on_device_at)],
        "consignments": [_consignment(row) for row in rows],
        "seized": [[line.reference, *line.as_logged().values()] for line in lines if line.is_in_force],
        "corrections": [[_moment(e.at), e.verb, e.before, e.after, e.reason] for e in corrections_of(examination)],
        "photos": sorted(examination.photos.in_place().values_list("file_id", flat=True)),
    }


def sha256_of(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def examined_rows(examination: Examination) -> list[ExaminedConsignment]:
    rows = examination.examined.select_related("assessment__consignment", "assessment__revision__manifest")
    return list(rows.prefetch_related("assessment__revision__parties", "assessment__revision__goods"))


def lines_of(examination: Examination) -> list[SeizureLine]:
    return list(examination.seizure_lines.select_related("corrected_by", "consignment").order_by("recorded_at", "id"))


def corrections_of(examination: Examination) -> list[CaseEvent]:
    """The corrections of results and of seized goods, oldest first."""
    subjects = [examination.pk, *examination.seizure_lines.values_list("pk", flat=True)]
    events = CaseEvent.objects.filter(subject_id__in=subjects, verb__in=["result_corrected", "corrected"])
    return list(events.select_related("actor", "consignment"))


def _consignment(row: ExaminedConsignment) -> list[Any]:
    consignment, revision = row.assessment.consignment, row.assessment.revision
    goods = [[one.description, one.commodity_code] for one in revision.goods.all()]
    parties = sorted([party.role, party.name] for party in revision.parties.all() if party.role in PARTIES)
    stated = [str(revision.number), str(revision.total_gross_mass_kg or ""), goods, parties]
    return [consignment.reference, consignment.document_number, row.outcome, *stated]


def _moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""
