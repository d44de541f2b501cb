"""What is wrong with the seals of a journey, case by case."""

from datetime import UTC, datetime, timedelta

import pytest

from seizures.boxes.seals import SealFault, SealLook, faults_of_look, seal_state

START = datetime(2026, 11, 24, 8, tzinfo=UTC)


def look(hours: float, seals=None, condition: str = "") -> SealLook:
    return SealLook(START + timedelta(hours=hours), seals, condition)


HX, OTHER = ("HX 550212",), ("HX 550221",)


@pytest.mark.parametrize(
    ("name", "documents", "looks", "stated", "faults", "is_intact"),
    [
        ("nothing is said", [None, None], [], None, [], False),
        ("none is stated", [(), None], [], (), [], False),
        ("stated once", [HX, None], [], HX, [], False),
        ("written in two ways", [HX, ("hx550212",)], [], (*HX, "hx550212"), [], False),
        ("two documents differ", [HX, OTHER], [], (*HX, *OTHER), ["documents_differ"], False),
        ("one says none, one says which", [(), HX], [], HX, ["documents_differ"], False),
        ("read as stated", [HX], [look(1, ("HX550212",), "intact")], HX, [], True),
        ("intact, nobody read which", [HX], [look(1, None, "intact")], HX, [], True),
        ("one of two read", [(*HX, *OTHER)], [look(1, OTHER)], (*HX, *OTHER), [], False),
        ("read otherwise", [HX], [look(1, OTHER, "intact")], HX, ["read_otherwise"], False),
        ("read, nothing stated", [None], [look(1, OTHER)], None, [], False),
        ("none there", [HX], [look(1, ())], HX, ["missing"], False),
        ("broken, then intact again", [HX], [look(2, HX, "intact"), look(1, HX, "broken")], HX, ["broken"], False),
        ("damaged as an examiner writes it", [HX], [look(1, HX, "damaged")], HX, ["broken"], False),
        ("changed on the way", [None], [look(1, HX), look(2, OTHER)], None, ["changed"], False),
        ("a second one put on", [None], [look(1, HX), look(2, (*HX, *OTHER))], None, [], False),
        ("none fitted is no fault", [None], [look(1, None, "none_fitted")], None, [], False),
        ("a look that says nothing", [HX], [look(1, HX, "intact"), look(2)], HX, [], True),
        (
            "everything at once, worst first",
            [HX, OTHER],
            [look(1, HX, "repaired"), look(2, ("ZZ 1",), "broken")],
            (*HX, *OTHER),
            ["broken", "repaired", "read_otherwise", "changed", "documents_differ"],
            False,
        ),
    ],
)
def test_seal_state(name, documents, looks, stated, faults, is_intact):
    state = seal_state(documents, looks)
    assert (state.stated, [str(fault) for fault in state.faults], state.is_intact) == (stated, faults, is_intact), name


def test_one_look_is_judged_by_itself():
    assert faults_of_look(look(1, OTHER, "broken"), HX) == (SealFault.BROKEN, SealFault.READ_OTHERWISE)
    assert faults_of_look(look(1, HX, "intact"), HX) == ()
