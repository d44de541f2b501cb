"""The rows of the list of flagged containers and trucks; every text is ready to be shown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consignments.models import Observation
from profiling.presenting.moments import clock, distance
from profiling.presenting.pages_of_pieces import page_of_piece
from seizures.checklists import PieceKind
from seizures.models import Examination

from .gathering import ListedCall
from .seals import SealLook, seal_state
from .words import CheckDigit, check_digit, fault_words, number_of, seals_stated, size_in_words


@dataclass(frozen=True, slots=True)
class BoxRow:
    """anchor: names the row on its page. tone of hold: "", yellow or red."""

    anchor: UUID
    page: str
    lane: str
    number: str
    kind: str
    check: CheckDigit
    vehicle: str
    start: str
    post: str
    end: str
    arrives: str
    arrives_in: str
    consignments: str
    waiting: str
    elsewhere: int
    seals: str
    seal_faults: list[str]
    seal_is_intact: bool
    reading: str
    reading_when: str
    hold: str
    hold_tone: str
    examined: str


def box_row(listed: ListedCall, now: datetime) -> BoxRow:
    call, case = listed.call, listed.case
    revision, manifest = case.revision, case.revision.manifest
    seals = seal_state(
        [None if row.seals is None else tuple(row.seals) for row in listed.equipment],
        [look_of_reading(reading) for reading in listed.readings]
        + [look_of_examination(each) for each in listed.examinations if is_of_call(each, listed)],
    )
    hold, tone = _hold(listed)
    return BoxRow(
        anchor=call.leader.assessment_id,
        page=page_of_call(listed),
        lane=call.lane,
        number=number_of(call.piece),
        kind=_kind(listed),
        check=check_digit(call.piece),
        vehicle=manifest.conveyance_id if call.piece.kind != PieceKind.VEHICLE else "",
        start=" ".join(filter(None, [revision.place_of_loading, revision.dispatch_country])),
        post=str(case.post) if case.post else "",
        end=" ".join(filter(None, [revision.place_of_delivery, revision.destination_country])),
        arrives=clock(case.arrival_at, now, only_the_day=manifest.arrival_is_a_day) or _("not stated"),
        arrives_in="" if manifest.arrival_is_a_day else distance(case.arrival_at, now),
        consignments=ngettext("%(count)d consignment", "%(count)d consignments", len(call.aboard))
        % {"count": len(call.aboard)},
        waiting=_("%(count)d to decide") % {"count": call.waiting} if call.waiting else "",
        elsewhere=call.elsewhere,
        seals=seals_stated(seals) if call.piece.kind != PieceKind.VEHICLE else "",
        seal_faults=fault_words(seals.faults),
        seal_is_intact=seals.is_intact,
        reading=_reading(listed.readings[0]) if listed.readings else "",
        reading_when=clock(listed.readings[0].seen_at, now) if listed.readings else "",
        hold=hold,
        hold_tone=tone,
        examined=_examined(listed),
    )


def page_of_call(listed: ListedCall) -> str:
    """The page of this very journey: the number may travel on another one next week."""
    return f"{page_of_piece(listed.call.piece.key)}?at={localtime(listed.call.leader.at):%Y-%m-%dT%H:%M}"


def look_of_reading(reading: Observation) -> SealLook:
    return SealLook(reading.seen_at, None if reading.seals is None else tuple(reading.seals), reading.seal_condition)


def look_of_examination(examination: Examination) -> SealLook:
    """What the examiner read before opening; several numbers are set apart by commas."""
    read = tuple(filter(None, (part.strip() for part in examination.seal_read.replace(";", ",").split(","))))
    return SealLook(examination.begun_at, read or None, examination.seal_state)


def is_of_call(examination: Examination, listed: ListedCall) -> bool:
    """Whether it was opened on this journey, not on an earlier one."""
    return examination.begun_at >= listed.call.leader.at - listed.call.piece.span


def _kind(listed: ListedCall) -> str:
    kind = str(PieceKind(listed.call.piece.kind).label)
    size = next((row.size_type for row in listed.equipment if row.size_type), "")
    return ", ".join(filter(None, [kind, size_in_words(size) or size]))


def _reading(reading: Observation) -> str:
    place = str(reading.post) if reading.post else reading.place or reading.place_unlocode
    return ", ".join(filter(None, [str(reading.get_event_display()), place]))


def _hold(listed: ListedCall) -> tuple[str, str]:
    call = listed.call
    if any(one.is_begun and one.is_on_hold for one in call.aboard):
        return _("examination begun"), "yellow"
    if call.on_hold:
        return _("on hold"), "red"
    return _("no hold"), ""


def _examined(listed: ListedCall) -> str:
    """Whether the piece was opened before, on this journey or on earlier ones."""
    if listed.examinations:
        last = listed.examinations[0]
        when = date_format(localtime(last.begun_at), "SHORT_DATE_FORMAT")
        if is_of_call(last, listed):
            return _("opened %(when)s") % {"when": when}
        return _("last opened %(when)s") % {"when": when}
    if listed.examined_elsewhere:
        return _("opened before in another unit")
    return _("never opened")
