"""The examiners in the yard: how they examine, and what they find of what is there. Plain functions."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from pcu_platform.demo.contraband import CONTRABAND, Contraband
from profiling.models import Outcome
from seizures.checklists import Answer, points_of
from seizures.kinds import OPENING, WITHOUT_OPENING, ExaminationKind
from seizures.seals import SealState

# How a case is examined, by its lane; a drawn one like a red one but lighter.
KINDS = {
    "red": {ExaminationKind.FULL: 35, ExaminationKind.PARTIAL: 40, ExaminationKind.SCAN: 15, ExaminationKind.DOG: 10},
    "yellow": {
        ExaminationKind.DOCUMENTS: 30,
        ExaminationKind.INSPECTION: 15,
        ExaminationKind.SCAN: 15,
        ExaminationKind.PARTIAL: 30,
        ExaminationKind.FULL: 10,
    },
    "green": {
        ExaminationKind.SCAN: 20,
        ExaminationKind.INSPECTION: 5,
        ExaminationKind.PARTIAL: 45,
        ExaminationKind.FULL: 30,
    },
}
HOURS_UNTIL_EXAMINED = (0.4, 4.5)  # from the arrival
MINUTES = (25, 150)  # that an examination takes
INCONCLUSIVE = 0.015  # no scanner, no hands, no light


@dataclass(frozen=True, slots=True)
class Result:
    """kind: of the examination. problem: the point of the checklist at which something was seen, "" for none."""

    kind: str
    outcome: str
    problem: str = ""
    note: str = ""


def examine(rng: Random, lane: str, contraband: str, piece_kind: str) -> Result:
    """Return what an examination finds; it never finds what is not there."""
    kinds = KINDS.get(lane, KINDS["green"])
    kind = rng.choices(list(kinds), list(kinds.values()))[0]
    if rng.random() < INCONCLUSIVE:
        return Result(kind, Outcome.INCONCLUSIVE)
    hidden = CONTRABAND.get(contraband)
    if hidden is None or rng.random() > hidden.found_by(kind):
        return Result(kind, Outcome.NIL)
    points = [code for code in hidden.points if code in points_of(piece_kind)]
    if kind not in OPENING or not points:
        return Result(kind, hidden.outcome)
    return Result(kind, hidden.outcome, rng.choice(points), hidden.note)


def checklist(rng: Random, result: Result, piece_kind: str) -> dict[str, tuple[str, str]]:
    """Return the answers to the points that this kind of examination needs, each with its note."""
    if result.outcome == Outcome.INCONCLUSIVE:
        return {}
    points = list(points_of(piece_kind))
    if result.kind in WITHOUT_OPENING:
        points = points[:2]  # scan and dog
    elif result.kind not in OPENING:
        return {}
    usual: dict[str, tuple[str, str]] = {
        point: (Answer.NOT_DONE if rng.random() < 0.15 else Answer.IN_ORDER, "") for point in points
    }
    return usual | ({result.problem: (Answer.PROBLEM, result.note)} if result.problem else {})


def seal_state(rng: Random, seals: tuple[str, ...] | None, contraband: str) -> str:
    if not seals:
        return SealState.NONE_FITTED
    return SealState.DAMAGED if rng.random() < (0.12 if contraband else 0.01) else SealState.INTACT


def amount_of(rng: Random, hidden: Contraband) -> Decimal:
    """Return a quantity in the unit of the contraband, after a skewed distribution."""
    return Decimal(str(max(hidden.least, round(hidden.usual * rng.lognormvariate(0, 0.9), hidden.decimals))))
