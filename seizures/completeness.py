"""What still stops an examination from being closed, as plain values: the page writes it beside the button."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from profiling.models import Outcome

from .checklists import BEFORE_OPENING, TESTS, Answer, Point, every_point_of, points_of
from .kinds import OPENING, WITHOUT_OPENING, ExaminationKind
from .seals import SealState


@dataclass(frozen=True)
class Obstacle:
    """`anchor` is the id of the field on the page; `text` a short noun phrase for the officer."""

    code: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Findings:
    """What is known when somebody wants to close.

    answers: point code -> {"answer", "note"}; outcomes: consignment reference -> outcome ("" when none was chosen);
    seized_in: the references in which goods were seized.
    """

    piece_kind: str
    kind: str
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seal_state: str = ""
    new_seal: str = ""
    no_new_seal_because: str = ""
    outcomes: Mapping[str, str] = field(default_factory=dict)
    seized_in: Collection[str] = ()


def what_stops_closing(findings: Findings) -> list[Obstacle]:
    """Return every obstacle in the order of the page; an empty list means it can be closed."""
    return [
        *_seal(findings),
        *_points(findings),
        *_kind(findings),
        *_results(findings),
        *_new_seal(findings),
    ]


def needs_of(piece_kind: str) -> dict[str, list[str]]:
    """Return the same rules as data, for a phone that has no link to ask: what each kind of examination needs."""
    return {
        "opening": [str(kind) for kind in OPENING],
        "without_opening": [str(kind) for kind in WITHOUT_OPENING],
        "points": list(points_of(piece_kind)),
        "before_opening": [point.code for point in BEFORE_OPENING],
    }


def _seal(findings: Findings) -> list[Obstacle]:
    if findings.kind in OPENING + WITHOUT_OPENING and _was_finished(findings) and not findings.seal_state:
        return [Obstacle("seal_state_missing", "seal", _("state of the seal"))]
    return []


def _points(findings: Findings) -> list[Obstacle]:
    obstacles = []
    needed = _needed_points(findings)
    for number, point in enumerate(every_point_of(findings.piece_kind).values(), start=1 - len(BEFORE_OPENING)):
        given = findings.answers.get(point.code, {})
        in_walk = number > 0 and point not in TESTS
        name = _("point %(number)s") % {"number": number} if in_walk else str(point.title)
        if given.get("answer") == Answer.PROBLEM and not given.get("note", "").strip():
            obstacles.append(
                Obstacle("note_missing", f"note-{point.code}", _("%(point)s: what is wrong") % {"point": name})
            )
        elif point.code in needed and not given.get("answer"):
            obstacles.append(Obstacle("point_unanswered", f"point-{point.code}", name))
    return obstacles


def _needed_points(findings: Findings) -> Mapping[str, Point]:
    if not _was_finished(findings):
        return {}
    if findings.kind in OPENING:
        return points_of(findings.piece_kind)
    if findings.kind in WITHOUT_OPENING:
        return {point.code: point for point in BEFORE_OPENING}
    return {}


def _was_finished(findings: Findings) -> bool:
    return any(outcome != Outcome.INCONCLUSIVE for outcome in findings.outcomes.values())


def _kind(findings: Findings) -> list[Obstacle]:
    if findings.kind not in ExaminationKind.values:
        return [Obstacle("kind_missing", "kind", _("kind of examination"))]
    return []


def _results(findings: Findings) -> list[Obstacle]:
    obstacles = []
    several = len(findings.outcomes) > 1
    for reference, outcome in findings.outcomes.items():
        where = {"reference": reference}
        if outcome not in Outcome.values or outcome == Outcome.NOT_RECORDED:
            text = _("result of %(reference)s") % where if several else _("result")
            obstacles.append(Obstacle("result_missing", f"result-{reference}", text))
        elif outcome == Outcome.SEIZURE and reference not in findings.seized_in:
            text = _("what was seized in %(reference)s") % where if several else _("what was seized")
            obstacles.append(Obstacle("seizure_without_goods", "seized", text))
        elif outcome != Outcome.SEIZURE and reference in findings.seized_in:
            text = _("result of %(reference)s: goods were seized, so it is a seizure") % where
            obstacles.append(Obstacle("goods_without_seizure", f"result-{reference}", text))
    return obstacles


def _new_seal(findings: Findings) -> list[Obstacle]:
    was_sealed = findings.seal_state and findings.seal_state != SealState.NONE_FITTED
    if findings.kind in OPENING and was_sealed and not (findings.new_seal or findings.no_new_seal_because):
        return [Obstacle("new_seal_missing", "new-seal", _("new seal, or why there is none"))]
    return []
