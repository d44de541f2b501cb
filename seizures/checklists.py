"""What is looked at on a container, a truck and a wagon, point by point, in the order an examiner walks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise


class PieceKind(models.TextChoices):
    """What an examination is of: a piece of transport equipment, or the vehicle itself."""

    CONTAINER = "container", _("Container")
    TRAILER = "trailer", _("Trailer")
    WAGON = "wagon", _("Wagon")
    VEHICLE = "vehicle", _("Vehicle")


class Answer(models.TextChoices):
    """Three answers; "not done" is one of them, silence is none."""

    IN_ORDER = "in_order", _("In order")
    PROBLEM = "problem", pgettext_lazy("of a point", "Problem")
    NOT_DONE = "not_done", _("Not done")


@dataclass(frozen=True)
class Point:
    """One thing to be looked at. `words` replace the usual words of the answers, in their order."""

    code: str
    title: Text
    hint: Text = ""
    words: tuple[Text, Text, Text] = (Answer.IN_ORDER.label, Answer.PROBLEM.label, Answer.NOT_DONE.label)

    def word_for(self, answer: str) -> Text:
        return self.words[Answer.values.index(answer)]


SCAN = Point("scan", _("Scan"), words=(pgettext_lazy("scan", "Clear"), _("Anomaly"), Answer.NOT_DONE.label))
DOG = Point("dog", _("Dog (K9)"), words=(_("No sign"), pgettext_lazy("of a dog", "Sign"), Answer.NOT_DONE.label))
BEFORE_OPENING = (SCAN, DOG)
TRACE = Point("trace", _("Trace detector"), words=(_("No trace"), _("Alarm"), Answer.NOT_DONE.label))
TEST_KIT = Point(
    "test_kit", _("Test kit"), words=(_("Negative"), pgettext_lazy("test kit", "Positive"), Answer.NOT_DONE.label)
)
# Used where there is something to test: nothing waits for them.
TESTS = (TRACE, TEST_KIT)

# The seven points of a container examination.
SEVEN_POINTS = (
    Point("outside", _("Outside, undercarriage"), _("beams, repairs, fresh welds")),
    Point("doors", _("Doors, in and out"), _("rivets, bolts, hinges")),
    Point("right_side", _("Right side"), _("tap, compare in and out")),
    Point("left_side", _("Left side"), _("tap, compare in and out")),
    Point("front_wall", _("Front wall"), _("corner blocks and vents visible")),
    Point("ceiling", _("Ceiling"), _("measure the height")),
    Point("floor", _("Floor"), _("flat, no step up")),
)
TRUCK_POINTS = (
    Point("cab", _("Cab"), _("bunk, roof lining, behind the seats")),
    Point("tanks", _("Tanks"), _("fuel, air, AdBlue: sound and fittings")),
    Point("spare_wheel", _("Spare wheel"), _("weight, bead, valve")),
    Point("chassis", _("Chassis"), _("beams, boxes, fresh welds")),
    Point("gap", _("Between cab and trailer"), _("cover plates, cooling unit")),
    Point("tilt", _("Tilt and TIR cable"), _("eyelets, length of the cable, joints")),
    Point("headboard", _("Headboard"), _("measure inside and outside")),
    Point("floor", _("Floor"), _("flat, no step up, screws")),
    Point("axles", _("Axles"), _("brake drums, hubs")),
)
WAGON_POINTS = (
    Point("outside", _("Outside, undercarriage"), _("frame, boxes, fresh welds")),
    Point("doors", _("Doors and hatches"), _("locks, twists of wire, unloading hatches")),
    Point("right_side", _("Right side"), _("tap, compare in and out")),
    Point("left_side", _("Left side"), _("tap, compare in and out")),
    Point("end_walls", _("End walls"), _("measure the length inside")),
    Point("ceiling", _("Ceiling"), _("measure the height")),
    Point("floor", _("Floor"), _("flat, no step up")),
)
WALKS: Mapping[str, tuple[Point, ...]] = {
    PieceKind.CONTAINER: SEVEN_POINTS,
    PieceKind.TRAILER: TRUCK_POINTS,
    PieceKind.VEHICLE: TRUCK_POINTS,
    PieceKind.WAGON: WAGON_POINTS,
}
WALK_TITLES: Mapping[str, Text] = {
    PieceKind.CONTAINER: _("Seven points"),
    PieceKind.TRAILER: _("Points of a truck"),
    PieceKind.VEHICLE: _("Points of a truck"),
    PieceKind.WAGON: _("Points of a wagon"),
}


# A problem at one of these points is an alteration, which stays with the piece: E12 of boxes, H05 of vehicles.
ALTERED = {
    "body": frozenset({"outside", "right_side", "left_side", "front_wall", "end_walls", "ceiling", "floor"}),
    "structure": frozenset({"tanks", "chassis", "headboard", "floor", "gap"}),
}


def mark_of(piece_kind: str, answers: Mapping[str, Mapping[str, str]]) -> str:
    """Return "body" or "structure" where the answers of a checklist tell an altered piece, else ""."""
    mark = "structure" if piece_kind in (PieceKind.TRAILER, PieceKind.VEHICLE) else "body"
    found = any(answers.get(point, {}).get("answer") == Answer.PROBLEM for point in ALTERED[mark])
    return mark if found else ""


def points_of(piece_kind: str) -> dict[str, Point]:
    """Return the points an opening needs of this kind of equipment by their codes, in order; KeyError if unknown."""
    return {point.code: point for point in (*BEFORE_OPENING, *WALKS[piece_kind])}


def every_point_of(piece_kind: str) -> dict[str, Point]:
    """Return every point that can be answered, the tests last."""
    return points_of(piece_kind) | {point.code: point for point in TESTS}
