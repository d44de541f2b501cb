"""The rows of the examiner's list."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from profiling.models import Assessment
from profiling.presenting.moments import clock, distance
from profiling.presenting.parties import boxes, goods_in_short
from profiling.presenting.quantities import exact_mass
from seizures.models import Examination


@dataclass(frozen=True)
class DueRow:
    """A hold to be examined: what to look for at the post, never why."""

    pk: UUID
    reference: str
    lane: str
    plate: str
    box: str
    post: str
    goods: str
    arrives: str
    arrives_in: str
    hold_until: str
    is_late: bool
    examiner: str


@dataclass(frozen=True)
class ExaminationRow:
    pk: UUID
    reference: str
    piece: str
    kind: str
    post: str
    examiner: str
    when: str
    examined: tuple[tuple[str, str], ...]  # reference, result in words


def due_row(assessment: Assessment, now: datetime) -> DueRow:
    """Make the row of a fetched assessment with its manifest, equipment and goods."""
    revision, manifest = assessment.revision, assessment.revision.manifest
    description, code = goods_in_short(list(revision.goods.all()))
    equipment = list(revision.equipment.all())
    return DueRow(
        pk=assessment.pk,
        reference=assessment.consignment.reference,
        lane=assessment.lane,
        plate=manifest.conveyance_id or _("no vehicle stated"),
        box=boxes(equipment, manifest.conveyance_id),
        post=str(assessment.post or ""),
        goods=" · ".join(filter(None, [description, code, exact_mass(revision.total_gross_mass_kg)])),
        arrives=clock(assessment.arrival_at, now, only_the_day=manifest.arrival_is_a_day) or _("not stated"),
        arrives_in="" if manifest.arrival_is_a_day else distance(assessment.arrival_at, now),
        hold_until=clock(assessment.hold_until, now),
        is_late=bool(assessment.hold_until and assessment.hold_until < now),
        examiner=assessment.examiner.short_name if assessment.examiner else "",
    )


def examination_row(examination: Examination, now: datetime) -> ExaminationRow:
    """Make the row of a fetched examination with what was examined."""
    return ExaminationRow(
        pk=examination.pk,
        reference=examination.reference,
        piece=examination.equipment_number,
        kind=examination.get_kind_display(),
        post=str(examination.post or ""),
        examiner=examination.examiner.short_name,
        when=clock(examination.closed_at or examination.begun_at, now),
        examined=tuple(
            (row.assessment.consignment.reference, row.get_outcome_display()) for row in examination.examined.all()
        ),
    )
