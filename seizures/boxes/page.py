"""The page of one container or truck as values that are ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from consignments.models import Movement, Observation
from profiling.listing import ListedCase
from profiling.models import OPEN, Assessment, Outcome, State
from profiling.pieces.values import Call
from profiling.presenting.moments import clock, distance
from profiling.presenting.pages_of_pieces import page_of_piece
from profiling.presenting.parties import goods_in_short, in_role, name_and_country, name_of
from profiling.presenting.quantities import exact_mass, number, short_mass
from profiling.presenting.reasons import heaviest_reasons
from profiling.presenting.score import ScoreBar, bar_of_score
from seizures.checklists import PieceKind
from seizures.models import Examination

from .file import BoxFile
from .weights import Weights, weights
from .words import CheckDigit, check_digit, number_of, size_in_words

LENGTH = 880  # of the bar of shares, in its own units


@dataclass(frozen=True, slots=True)
class Inside:
    """A consignment in the box. tone: of its state, "", yellow, red or green. x, width: its part of the bar."""

    id: UUID
    consignment_id: UUID
    reference: str
    lane: str
    consignee: str
    consignor: str
    goods: str
    packages: str
    mass: str
    score: int
    bar: ScoreBar
    why: str
    state: str
    tone: str
    may_be_decided: bool
    is_on_hold: bool
    x: float = 0
    width: float = 0

    @property
    def bar_width(self) -> float:
        """Of the bar, a unit of air left on each side."""
        return max(self.width - 2, 0)


@dataclass(frozen=True, slots=True)
class ReadingLine:
    when: str
    event: str
    place: str
    fullness: str
    mass: str
    seals: str
    marks: list[str]


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """Another journey of the same number. tone: green, red, yellow or ""; is_alarm: something was found on it."""

    when: str
    page: str
    post: str
    goods: str
    result: str
    tone: str
    is_alarm: bool
    consignments: int


@dataclass(frozen=True, slots=True)
class BoxHead:
    number: str
    kind: str
    size_type: str
    size: str
    check: CheckDigit
    vehicles: list[tuple[str, str]]  # number, page
    start: str
    post: str
    end: str
    arrives: str
    place: str
    carrier: str


def box_head(file: BoxFile, now: datetime) -> BoxHead:
    leader = _leading(file).assessment
    revision, manifest = leader.revision, leader.revision.manifest
    size_type = next((row.size_type for row in file.equipment.values() if row.size_type), "")
    vehicles = dict.fromkeys(case.assessment.revision.manifest.conveyance_id for case in file.cases)
    named = [(plate, page_of_piece(plate)) for plate in vehicles if plate]
    here = leader.consignment.movement == Movement.ARRIVED
    return BoxHead(
        number=number_of(file.piece) if file.piece.number or not named else named[0][0],
        kind=str(PieceKind(file.piece.kind).label),
        size_type=size_type,
        size=size_in_words(size_type),
        check=check_digit(file.piece),
        vehicles=named if file.piece.kind != PieceKind.VEHICLE else [],
        start=" ".join(filter(None, [revision.place_of_loading, revision.dispatch_country])) or _("not stated"),
        post=str(leader.post) if leader.post else "",
        end=" ".join(filter(None, [revision.place_of_delivery, revision.destination_country])) or _("not stated"),
        arrives=clock(leader.arrival_at, now, only_the_day=manifest.arrival_is_a_day) or _("not stated"),
        place=_("at the post") if here else distance(leader.arrival_at, now),
        carrier=manifest.carrier.name if manifest.carrier else "",
    )


def inside(file: BoxFile) -> list[Inside]:
    """The consignments, strictest lane first, each with its part of the declared mass."""
    masses = [mass_in_box(file, case) for case in file.cases]
    total = float(sum((mass for mass in masses if mass), Decimal()))
    shown, x = [], 0.0
    for case, mass in zip(file.cases, masses, strict=True):
        width = round(LENGTH * float(mass) / total, 1) if mass and total else 0.0
        shown.append(_inside(case, mass, round(x, 1), width))
        x += width
    return shown


def box_weights(file: BoxFile) -> Weights:
    weighed = next((r.gross_mass_kg for r in file.readings if _is_of_the_box(file, r)), None)
    tares = [row.tare_mass_kg for row in file.equipment.values()]
    return weights([mass_in_box(file, case) for case in file.cases], tares, weighed)


def mass_in_box(file: BoxFile, case: ListedCase) -> Decimal | None:
    """What is declared of the consignment in this very box; None where it is stated for several boxes together."""
    revision = case.assessment.revision
    row = file.equipment.get(revision.pk)
    if row is not None and row.gross_mass_kg is not None:
        return row.gross_mass_kg
    only_one = len([piece for piece in case.stated.equipment if row is None or piece.kind == row.kind]) <= 1
    return revision.total_gross_mass_kg if only_one else None


def reading_lines(file: BoxFile, now: datetime) -> list[ReadingLine]:
    return [
        ReadingLine(
            when=clock(each.seen_at, now, only_the_day=each.seen_is_a_day),
            event=str(each.get_event_display()),
            place=str(each.post) if each.post else each.place or each.place_unlocode,
            fullness={"full": _("full"), "empty": _("empty")}.get(each.fullness, ""),
            mass=exact_mass(each.gross_mass_kg),
            seals="" if each.seals is None else ", ".join(each.seals) or _("none there"),
            marks=list(filter(None, [_("anomaly in the scan") if each.scan_shows_anomaly else "", each.damage])),
        )
        for each in file.readings
    ]


def journey_lines(file: BoxFile, now: datetime) -> list[JourneyLine]:
    return [_journey(call, case, file.piece.key, now) for call, case in file.others]


def examined_now(file: BoxFile) -> list[Examination]:
    """The examinations of this journey: begun since it could have arrived, and before the next one did."""
    since, until = file.call.leader.at - file.piece.span, file.call.leader.at + 3 * file.piece.span
    return [each for each in file.examinations if since <= each.begun_at <= until]


def _leading(file: BoxFile) -> ListedCase:
    wanted = file.call.leader.assessment_id
    return next((case for case in file.cases if case.assessment.pk == wanted), file.cases[0])


def _is_of_the_box(file: BoxFile, reading: Observation) -> bool:
    return reading.gross_mass_kg is not None and reading.equipment_kind == file.piece.kind != PieceKind.VEHICLE


def _inside(case: ListedCase, mass: Decimal | None, x: float, width: float) -> Inside:
    assessment, stated = case.assessment, case.stated
    text, code = goods_in_short(stated.goods)
    state, tone = state_in_words(assessment)
    return Inside(
        id=assessment.pk,
        consignment_id=assessment.consignment_id,
        reference=assessment.consignment.reference,
        lane=assessment.lane,
        consignee=name_of(in_role(stated.parties, "consignee")),
        consignor=name_and_country(in_role(stated.parties, "consignor")),
        goods=" · ".join(filter(None, [text, code])),
        packages=number(assessment.revision.total_packages),
        mass=exact_mass(mass) or short_mass(assessment.revision.total_gross_mass_kg),
        score=assessment.score,
        bar=bar_of_score([r["points"] for r in assessment.reasons], assessment.score, assessment.score_possible),
        why="; ".join(heaviest_reasons(assessment, case.list_hits)[:2]),
        state=state,
        tone=tone,
        may_be_decided=assessment.state in OPEN,
        is_on_hold=assessment.is_on_hold,
        x=x,
        width=width,
    )


def state_in_words(assessment: Assessment) -> tuple[str, str]:
    """What was decided or found, and its colour."""
    if assessment.outcome != Outcome.NOT_RECORDED:
        return str(assessment.get_outcome_display()), _tone_of_outcome(assessment.outcome)
    if assessment.state == State.SELECTED:
        return (_("examination begun") if assessment.examination_begun_at else _("on hold")), "red"
    tone = {State.WAITING: "yellow", State.INFORMATION_REQUESTED: "yellow", State.RELEASE_PROPOSED: "yellow"}
    return str(assessment.get_state_display()), tone.get(State(assessment.state), "green")


def _tone_of_outcome(outcome: str) -> str:
    return "green" if outcome == Outcome.NIL else "" if outcome == Outcome.INCONCLUSIVE else "red"


def _journey(call: Call, case: ListedCase, key: str, now: datetime) -> JourneyLine:
    result, tone = _result(call)
    at = localtime(call.leader.at)
    return JourneyLine(
        when=date_format(at, "DATE_FORMAT"),
        page=f"{page_of_piece(key)}?at={at:%Y-%m-%dT%H:%M}",
        post=str(case.assessment.post) if case.assessment.post else "",
        goods=goods_in_short(case.stated.goods)[0],
        result=result,
        tone=tone,
        is_alarm=tone == "red",
        consignments=len(call.aboard),
    )


def _result(call: Call) -> tuple[str, str]:
    """The gravest outcome of a journey; where nothing was opened, what was decided."""
    outcomes = {one.outcome for one in call.aboard} - {str(Outcome.NOT_RECORDED)}
    for outcome in (Outcome.SEIZURE, Outcome.REVENUE, Outcome.DOCUMENTARY, Outcome.NIL, Outcome.INCONCLUSIVE):
        if outcome in outcomes:
            return str(outcome.label), _tone_of_outcome(outcome)
    states = [State(one.state) for one in call.aboard]
    return str(states[0].label), "yellow" if any(one.is_flagged for one in call.aboard) else ""


def by_id(rows: Iterable[Inside], ids: Iterable[str]) -> list[Inside]:
    wanted = set(ids)
    return [row for row in rows if str(row.id) in wanted]
