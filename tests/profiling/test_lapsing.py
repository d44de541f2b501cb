"""What never came is nobody's case any more: its open round lapses and its hold ends."""

import pytest

from profiling.lapsing import lapse_what_never_came
from profiling.models import Assessment, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


def never_came(**fields) -> Assessment:
    return making.assessment(make.consignment(movement="never_came"), **fields)


def test_a_waiting_one_and_a_hold_lapse():
    waiting, held = never_came(lane="red"), never_came(lane="red")
    held.select(make.officer(), "Look")
    assert lapse_what_never_came() == 2
    for case in (waiting, held):
        case.refresh_from_db()
        assert (case.state, case.closed_because) == (State.LAPSED, "never_came")
    assert not Assessment.objects.on_hold().exists()
    assert lapse_what_never_came() == 0


def test_what_is_under_examination_stays():
    case = never_came()
    case.select(make.officer(), "Look")
    case.begin_examination(make.officer("examiner"))
    assert lapse_what_never_came() == 0


def test_what_is_expected_stays():
    making.assessment(lane="red")
    assert lapse_what_never_came() == 0
