"""Fetches what a page of containers and trucks shows of each journey: a fixed number of queries for a page of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from consignments.models import Observation, TransportEquipment
from profiling.models import Assessment
from profiling.pieces.readings import latest_readings
from profiling.pieces.values import Call
from seizures.models import Examination

EXAMINATIONS_OF_ONE = 6


@dataclass(frozen=True, slots=True)
class ListedCall:
    """case: of the consignment it is found by. equipment: how each document states the piece. readings and
    examinations: the latest first, those of the reader's unit. examined_elsewhere: in other units, counted only."""

    call: Call
    case: Assessment
    equipment: list[TransportEquipment]
    readings: list[Observation]
    examinations: list[Examination]
    examined_elsewhere: int


def listed_calls(calls: Sequence[Call], officer: Any) -> list[ListedCall]:
    unit_id = None if officer.may("read_all_units") else officer.unit_id
    cases = Assessment.objects.select_related("consignment", "revision__manifest", "post").in_bulk(
        [call.leader.assessment_id for call in calls]
    )
    equipment = _equipment(calls)
    readings = latest_readings(calls, unit_id)
    examinations = examinations_of({call.piece.key for call in calls})
    listed = []
    for place, call in enumerate(calls):
        examined = examinations.get(call.piece.key, [])
        ours = [each for each in examined if unit_id is None or each.unit_id == unit_id]
        aboard = [row for one in call.aboard for row in equipment.get((one.revision_id, call.piece.key), [])]
        case = cases[call.leader.assessment_id]
        listed.append(ListedCall(call, case, aboard, readings.get(place, []), ours, len(examined) - len(ours)))
    return listed


def examinations_of(keys: set[str]) -> dict[str, list[Examination]]:
    """Return the latest examinations of each number, in every unit."""
    nth = Window(RowNumber(), partition_by=F("equipment_key"), order_by=F("begun_at").desc())
    rows = Examination.objects.filter(equipment_key__in=keys).annotate(nth=nth)
    found: dict[str, list[Examination]] = defaultdict(list)
    for row in rows.filter(nth__lte=EXAMINATIONS_OF_ONE).order_by("-begun_at"):
        found[row.equipment_key].append(row)
    return found


def _equipment(calls: Sequence[Call]) -> dict[tuple[UUID, str], list[TransportEquipment]]:
    revisions = {one.revision_id for call in calls for one in call.aboard}
    rows = TransportEquipment.objects.filter(revision__in=revisions, number_key__in={call.piece.key for call in calls})
    found: dict[tuple[UUID, str], list[TransportEquipment]] = defaultdict(list)
    for row in rows.order_by("id"):
        found[row.revision_id, row.number_key].append(row)
    return found
