"""The rows of the queue as plain values, and the groups in which they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import Movement
from profiling.deadlines import Targets
from profiling.listing import ListedCase
from profiling.models import Assessment, State
from profiling.presenting.moments import clock, day, distance, span, time_of_day
from profiling.presenting.parties import boxes, goods_in_short, in_role, name_and_country, name_of
from profiling.presenting.quantities import short_mass
from profiling.presenting.reasons import heaviest_reasons
from profiling.presenting.score import ScoreBar, bar_of_score

SOON = timedelta(minutes=30)
READING_FOR = timedelta(minutes=10)  # who took a case so lately is taken to be reading it
TWO_HOURS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row; every text is ready to be shown. due_tone: "", "soon" or "late"."""

    id: UUID
    consignment_id: UUID
    reference: str
    lane: str
    may_go_together: bool
    score: int
    bar: ScoreBar
    arrives: str
    place: str
    vehicle: str
    box: str
    consignee: str
    consignor: str
    goods: str
    goods_code: str
    why: str
    why_more: str
    note: str
    officer: str
    officer_name: str
    held_by: str
    is_mine: bool
    due: str
    due_sub: str
    due_tone: str
    group: str


def queue_rows(cases: Iterable[ListedCase], officer, now: datetime, targets: Targets) -> list[QueueRow]:
    return [queue_row(case, officer, now, targets) for case in cases]


def grouped(rows: list[QueueRow]) -> list[tuple[str, list[QueueRow]]]:
    """Put rows in order of arrival under their headings."""
    return [(label, list(group)) for label, group in groupby(rows, key=lambda row: row.group)]


def queue_row(case: ListedCase, officer, now: datetime, targets: Targets) -> QueueRow:
    assessment, stated = case.assessment, case.stated
    revision, manifest, goods = assessment.revision, assessment.revision.manifest, stated.goods
    goods_text, goods_code = goods_in_short(goods)
    mass = revision.total_gross_mass_kg
    if mass is None and len(goods) == 1:
        mass = goods[0].gross_mass_kg
    reasons = heaviest_reasons(assessment, case.list_hits)
    due, due_sub, due_tone = when_due(assessment, now, targets)
    return QueueRow(
        id=assessment.pk,
        consignment_id=assessment.consignment_id,
        reference=assessment.consignment.reference,
        lane=assessment.lane,
        may_go_together=assessment.lane != "red",
        score=assessment.score,
        bar=bar_of_score([r["points"] for r in assessment.reasons], assessment.score, assessment.score_possible),
        arrives=clock(assessment.arrival_at, now, only_the_day=manifest.arrival_is_a_day) or _("not stated"),
        place=_place(assessment, now),
        vehicle=manifest.conveyance_id or _("not stated"),
        box=boxes(stated.equipment, manifest.conveyance_id),
        consignee=name_of(in_role(stated.parties, "consignee")),
        consignor=name_and_country(in_role(stated.parties, "consignor")),
        goods=goods_text,
        goods_code=" · ".join(filter(None, [goods_code, short_mass(mass)])),
        why=reasons[0],
        why_more=reasons[1] if len(reasons) > 1 else "",
        note=_note(assessment),
        officer=assessment.assigned_to.initials if assessment.assigned_to else "",
        officer_name=assessment.assigned_to.short_name if assessment.assigned_to else "",
        held_by=held_by(assessment, officer, now),
        is_mine=assessment.assigned_to_id == officer.pk,
        due=due,
        due_sub=due_sub,
        due_tone=due_tone,
        group=_group(assessment, now),
    )


def when_due(assessment: Assessment, now: datetime, targets: Targets) -> tuple[str, str, str]:
    """Return (moment, sentence, tone) of the time to decide by; without one only how long it waits."""
    due = targets.decide_by(assessment.lane, assessment.arrival_at, assessment.created_at)
    if due is None or assessment.state == State.NOT_SELECTED:
        return "", _("waits %(span)s") % {"span": span(now - assessment.created_at)}, ""
    if due < now:
        return time_of_day(due), _("%(span)s late") % {"span": span(now - due)}, "late"
    if timezone.localtime(due).date() != timezone.localtime(now).date():
        return day(due), time_of_day(due), ""
    return time_of_day(due), _("%(span)s left") % {"span": span(due - now)}, "soon" if due - now <= SOON else ""


def held_by(assessment: Assessment, officer, now: datetime) -> str:
    """Say who else has the case; "" for nobody and for the officer's own."""
    holder = assessment.assigned_to
    if holder is None or holder == officer:
        return ""
    if assessment.assigned_at and now - assessment.assigned_at < READING_FOR:
        return _("%(officer)s is reading this.") % {"officer": holder.short_name}
    return _("%(officer)s has this case.") % {"officer": holder.short_name}


def _place(assessment: Assessment, now: datetime) -> str:
    post = str(assessment.post) if assessment.post else ""
    if assessment.arrival_at is None:
        return post
    if assessment.consignment.movement == Movement.ARRIVED:
        return _("at %(post)s") % {"post": post} if post else _("arrived")
    if assessment.arrival_at <= now:
        return post or distance(assessment.arrival_at, now)
    if assessment.arrival_at - now < timedelta(hours=24):
        return distance(assessment.arrival_at, now)
    return post


def _note(assessment: Assessment) -> str:
    if assessment.state == State.RELEASE_PROPOSED:
        return _("Release proposed: second officer?")
    if assessment.state == State.INFORMATION_REQUESTED:
        return _("Information requested")
    if assessment.changed_after_decision:
        return _("Changed after decision")
    return ""


def _group(assessment: Assessment, now: datetime) -> str:
    if assessment.arrival_at is None:
        return _("Arrival not stated")
    if assessment.arrival_at <= now:
        return _("At the post or due")
    if assessment.arrival_at <= now + TWO_HOURS:
        return _("Next two hours")
    return _("Later")
