"""The inspection act: what was examined, how, and what was found. It names no lane, score or reason of selection."""

from dataclasses import dataclass
from uuid import UUID

from profiling.presenting.parties import goods_in_short, in_role, name_of
from profiling.presenting.quantities import exact_mass
from seizures.checklists import WALK_TITLES, Text
from seizures.models import Examination, SeizureLine
from seizures.seals import SealState

from .load import SealSight, seal_sight
from .points import PointRow, before_opening, tests, walk


@dataclass(frozen=True)
class ActConsignment:
    assessment_pk: UUID
    consignment_pk: UUID
    reference: str
    document: str
    consignee: str
    goods: str
    outcome: str


@dataclass(frozen=True)
class Act:
    examination: Examination
    vehicle: str
    seal: SealSight
    seal_state: Text
    before: list[PointRow]
    tests: list[PointRow]  # those that were made
    walk_title: Text
    points: list[PointRow]
    consignments: list[ActConsignment]
    lines: list[SeizureLine]
    corrected_lines: list[SeizureLine]


def act_of(examination: Examination) -> Act:
    examined = examination.examined.select_related("assessment__consignment", "assessment__revision__manifest")
    rows = list(examined.prefetch_related("assessment__revision__parties", "assessment__revision__goods"))
    piece = examination.piece
    vehicle = rows[0].assessment.revision.manifest.conveyance_id
    lines = list(examination.seizure_lines.select_related("corrected_by", "consignment").order_by("recorded_at", "id"))
    return Act(
        examination=examination,
        vehicle="" if vehicle == piece.number else vehicle,
        seal=seal_sight(examination, piece),
        seal_state=SealState(examination.seal_state).label if examination.seal_state else "",
        before=before_opening(examination.checklist),
        tests=[row for row in tests(examination.checklist) if row.answer],
        walk_title=WALK_TITLES[examination.equipment_kind],
        points=walk(examination.equipment_kind, examination.checklist),
        consignments=[_consignment(row) for row in rows],
        lines=[line for line in lines if line.is_in_force],
        corrected_lines=[line for line in lines if not line.is_in_force],
    )


def _consignment(row) -> ActConsignment:
    consignment, revision = row.assessment.consignment, row.assessment.revision
    description, code = goods_in_short(list(revision.goods.all()))
    return ActConsignment(
        assessment_pk=row.assessment_id,
        consignment_pk=consignment.pk,
        reference=consignment.reference,
        document=consignment.document_number,
        consignee=name_of(in_role(revision.parties.all(), "consignee")),
        goods=" · ".join(filter(None, [description, code, exact_mass(revision.total_gross_mass_kg)])),
        outcome=row.get_outcome_display(),
    )
