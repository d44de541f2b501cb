"""Gathers what the page of one container or truck shows: this journey, who saw it, and its other journeys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from consignments.models import Observation, TransportEquipment
from profiling.listing import ROW_RELATIONS, ListedCase, listed
from profiling.models import Assessment
from profiling.pieces.aboard import ever_aboard, piece_of_key
from profiling.pieces.readings import readings_of
from profiling.pieces.values import Aboard, Call, Piece, call_of, leaders
from seizures.models import Examination

from .gathering import examinations_of

SHOWN = 60  # consignments of a groupage load; the rest is counted
JOURNEYS = 12


@dataclass(frozen=True, slots=True)
class BoxFile:
    """cases: of what is aboard, strictest first. readings, examinations: of the reader's unit, the latest first; the
    hidden ones of other units are counted. others: other journeys, the latest first, with a case of each."""

    piece: Piece
    call: Call
    cases: list[ListedCase]
    equipment: dict[UUID, TransportEquipment]
    readings: list[Observation]
    hidden_readings: int
    examinations: list[Examination]
    hidden_examinations: int
    others: list[tuple[Call, ListedCase]]
    hidden_journeys: int


def box_file(key: str, at: datetime | None, officer: Any) -> BoxFile | None:
    """Gather the journey nearest to `at`, else the one to be dealt with next; None where the officer may see none."""
    unit_id = None if officer.may("read_all_units") else officer.unit_id
    everything = ever_aboard(key)
    ours = [one for one in everything if unit_id is None or one.unit_id == unit_id]
    if not ours:
        return None
    piece = piece_of_key(key, ours)
    call = call_of(piece, _leader(ours, at), everything, unit_id)
    aboard = {one.assessment_id for one in call.aboard}
    elsewhere = [one for one in ours if one.assessment_id not in aboard]
    others = [call_of(piece, one, elsewhere, unit_id) for one in leaders(piece, elsewhere)[:JOURNEYS]]
    others = [other for other in others if other.aboard]
    hidden = [one for one in everything if unit_id is not None and one.unit_id != unit_id]
    found = _cases([one.assessment_id for one in call.aboard[:SHOWN]] + [o.aboard[0].assessment_id for o in others])
    readings = readings_of(call)
    examinations = examinations_of({key}).get(key, [])
    return BoxFile(
        piece=piece,
        call=call,
        cases=[found[one.assessment_id] for one in call.aboard[:SHOWN]],
        equipment=_equipment(call.aboard[:SHOWN], key),
        readings=[each for each in readings if unit_id is None or each.unit_id == unit_id],
        hidden_readings=sum(unit_id is not None and each.unit_id != unit_id for each in readings),
        examinations=[each for each in examinations if unit_id is None or each.unit_id == unit_id],
        hidden_examinations=sum(unit_id is not None and each.unit_id != unit_id for each in examinations),
        others=[(other, found[other.aboard[0].assessment_id]) for other in others],
        hidden_journeys=len(leaders(piece, hidden)) - bool(call.elsewhere),
    )


def _leader(ours: Sequence[Aboard], at: datetime | None) -> Aboard:
    """The consignment by which the journey is found: what is flagged goes before what is settled."""
    moment = at or timezone.now()
    return min(ours, key=lambda one: (at is None and not one.is_flagged, abs(one.at - moment), str(one.assessment_id)))


def _cases(ids: Sequence[UUID]) -> dict[UUID, ListedCase]:
    found = Assessment.objects.select_related(*ROW_RELATIONS, "profile_set", "decided_by").filter(pk__in=ids)
    return {case.assessment.pk: case for case in listed(list(found))}


def _equipment(aboard: Sequence[Aboard], key: str) -> dict[UUID, TransportEquipment]:
    """How the document of each revision states the piece."""
    revisions = [one.revision_id for one in aboard]
    rows = TransportEquipment.objects.filter(number_key=key, revision__in=revisions).order_by("-id")
    return {row.revision_id: row for row in rows}
