"""The rows of a post's hold list: what to stop and until when, never why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from consignments.models import Movement
from profiling.listing import ListedCase
from profiling.models import Assessment
from profiling.presenting.moments import clock, distance
from profiling.presenting.parties import boxes


@dataclass(frozen=True, slots=True)
class HoldRow:
    """place: "here", "gone" or "" for what is still expected; seen: who acknowledged it, with the time."""

    id: UUID
    consignment_id: UUID
    reference: str
    place: str
    state: str
    when: str
    plate: str
    box: str
    what: str
    until: str
    post: str
    seen: list[str]
    seen_by_me: bool
    is_new: bool
    held_with: list[str]
    examiner: str
    is_mine: bool
    lift_is_proposed: bool


def hold_row(case: ListedCase, officer, now: datetime, held_with: Iterable[str] = ()) -> HoldRow:
    """Make a row of a case whose assessment was fetched with its acknowledgements."""
    assessment, manifest = case.assessment, case.assessment.revision.manifest
    acknowledgements = list(assessment.acknowledgements.all())
    place, state = _place(assessment)
    box = boxes(case.stated.equipment, manifest.conveyance_id)
    return HoldRow(
        id=assessment.pk,
        consignment_id=assessment.consignment_id,
        reference=assessment.consignment.reference,
        place=place,
        state=state,
        when=_when(assessment, now),
        plate=manifest.conveyance_id or box or assessment.consignment.reference,
        box=box if manifest.conveyance_id else "",
        what=_("Take it to examination. It stays closed until an examiner comes.")
        if assessment.examination_begun_at is None
        else _("The examination has begun."),
        until=_until(assessment, now, is_expected=not place),
        post=str(assessment.post) if assessment.post else _("post not stated"),
        seen=[f"{seen.officer.short_name} {clock(seen.seen_at, now)}" for seen in acknowledgements],
        seen_by_me=any(seen.officer_id == officer.pk for seen in acknowledgements),
        is_new=not acknowledgements,
        held_with=list(held_with),
        examiner=assessment.examiner.short_name if assessment.examiner else "",
        is_mine=assessment.examiner_id == officer.pk,
        lift_is_proposed=assessment.lift_proposed_by_id is not None,
    )


def _place(assessment: Assessment) -> tuple[str, str]:
    match assessment.consignment.movement:
        case Movement.ARRIVED:
            return "here", _("At the post")
        case Movement.LEFT:
            return "gone", _("Passed")
    return "", _("Not yet")


def _when(assessment: Assessment, now: datetime) -> str:
    if assessment.arrival_at is None:
        return _("arrival not stated")
    if assessment.revision.manifest.arrival_is_a_day:
        return clock(assessment.arrival_at, now, only_the_day=True)
    return f"{clock(assessment.arrival_at, now)}, {distance(assessment.arrival_at, now)}"


def _until(assessment: Assessment, now: datetime, *, is_expected: bool) -> str:
    until = clock(assessment.hold_until, now)
    if assessment.hold_until and assessment.hold_until <= now:
        return _("The hold ran out %(until)s: ask the unit") % {"until": until}
    if is_expected:
        return _("Stop. Hold until %(until)s") % {"until": until}
    return _("Hold until %(until)s") % {"until": until}
