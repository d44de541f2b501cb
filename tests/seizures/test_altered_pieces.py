"""What an examiner found altered is known of later consignments with the same piece (E12, H05), not of earlier."""

import pytest

from profiling.assessing import assess_due
from profiling.models import Assessment, ConsignmentFacts
from seizures.checklists import ALTERED, WALKS, PieceKind, mark_of
from tests import factories as make
from tests.seizures import making

PROBLEM, FINE = {"answer": "problem", "note": "Fresh paint"}, {"answer": "in_order", "note": ""}

MARKS = [
    ("a wall that does not measure", PieceKind.CONTAINER, {"front_wall": PROBLEM}, "body"),
    ("all in order", PieceKind.CONTAINER, {"front_wall": FINE, "floor": FINE}, ""),
    ("only the scan shows something", PieceKind.CONTAINER, {"scan": PROBLEM, "dog": PROBLEM}, ""),
    ("a door alone may be broken", PieceKind.CONTAINER, {"doors": PROBLEM}, ""),
    ("an end wall of a wagon", PieceKind.WAGON, {"end_walls": PROBLEM}, "body"),
    ("a tank of a lorry", PieceKind.VEHICLE, {"tanks": PROBLEM}, "structure"),
    ("the headboard of a trailer", PieceKind.TRAILER, {"headboard": PROBLEM}, "structure"),
    ("a spare wheel", PieceKind.VEHICLE, {"spare_wheel": PROBLEM}, ""),
    ("nothing done", PieceKind.VEHICLE, {}, ""),
]


@pytest.mark.parametrize(("case", "kind", "answers", "expected"), MARKS, ids=[row[0] for row in MARKS])
def test_mark_of_a_checklist(case, kind, answers, expected):
    assert mark_of(kind, answers) == expected


def test_every_point_of_a_mark_is_on_a_walk():
    points = {point.code for walk in WALKS.values() for point in walk}
    assert points >= set().union(*ALTERED.values())


def facts_of(consignment) -> ConsignmentFacts:
    assess_due()
    return ConsignmentFacts.objects.filter(consignment=consignment).latest("round")


def examined(answers: dict):
    """An assessed consignment in the usual box, selected and examined with these answers."""
    of = make.consignment(round_due="revision")
    assess_due()
    case = Assessment.objects.get(consignment=of)
    case.select(make.officer(), "Look")
    examination = making.begun(case)
    making.answered(examination)
    examination.answer_all(examination.examiner, answers)
    examination.close(examination.examiner, "documents", {case: "nil"})
    return examination


@pytest.mark.django_db
def test_the_next_consignment_in_the_box_knows(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    before = make.consignment(round_due="revision")
    examined({"front_wall": ("problem", "12 cm too short")})
    assert facts_of(before).body_altered is False
    after = facts_of(make.consignment(round_due="revision"))
    assert (after.body_altered, after.vehicle_modified) == (True, False)
    assert after.evidence["body_altered"]["number"] == making.BOX
    other = make.consignment(round_due="revision", equipment=[{"number": "MSKU1234565"}])
    assert facts_of(other).body_altered is False


@pytest.mark.django_db
def test_a_box_in_order_leaves_no_mark(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    examined({"front_wall": ("in_order", "")})
    assert facts_of(make.consignment(round_due="revision")).body_altered is False
