"""By when a case is to be decided."""

from datetime import UTC, datetime, timedelta

import pytest

from pcu_platform import environment
from profiling.deadlines import Targets
from profiling.models import Assessment
from tests.profiling.views.stage import case

ARRIVAL, CREATED = datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 24, 8, tzinfo=UTC)
TARGETS = Targets({"red": 10, "yellow": 20}, {"red": 60})
DECIDE_BY = [
    ("red with an arrival", "red", ARRIVAL, ARRIVAL + timedelta(minutes=10)),
    ("yellow with an arrival", "yellow", ARRIVAL, ARRIVAL + timedelta(minutes=20)),
    ("red without one", "red", None, CREATED + timedelta(hours=1)),
    ("yellow without one", "yellow", None, None),
    ("a lane that has no time", "green", ARRIVAL, None),
]


@pytest.mark.parametrize(("name", "lane", "arrival_at", "expected"), DECIDE_BY)
def test_decide_by(name, lane, arrival_at, expected):
    assert TARGETS.decide_by(lane, arrival_at, CREATED) == expected


def test_a_unit_may_have_its_own_minutes(settings):
    settings.DECIDE_MINUTES_AFTER_ARRIVAL = {"red": 15, "OSH.red": 5, "OSH.blue": 90}
    assert Targets.of_unit("OSH").after_arrival == {"red": 5, "blue": 90}
    assert Targets.of_unit("BATKEN").after_arrival == {"red": 15}


@pytest.mark.django_db
def test_the_database_is_asked_the_same_question():
    now = datetime.now(UTC)
    for lane in ("red", "yellow", "green"):
        for minutes in (-25, -15, -5, 5, None):
            for hours in (0, 2):
                case(lane, minutes, created_at=now - timedelta(hours=hours))
    late = set(Assessment.objects.filter(TARGETS.overdue(now)).values_list("pk", flat=True))
    expected = {
        one.pk
        for one in Assessment.objects.all()
        if (due := TARGETS.decide_by(one.lane, one.arrival_at, one.created_at)) and due < now
    }
    assert late == expected
    assert 0 < len(late) < 30


@pytest.mark.parametrize("text", ["red", "red=soon", "red=-5", "red=1.5"])
def test_nonsense_in_the_settings_is_refused(monkeypatch, text):
    monkeypatch.setenv("PCU_X", text)
    with pytest.raises(environment.ImproperlyConfigured, match="word=number"):
        environment.numbers("PCU_X", "")


def test_numbers_are_read(monkeypatch):
    monkeypatch.setenv("PCU_X", " red=5, OSH.red = 10 ")
    assert environment.numbers("PCU_X", "") == {"red": 5, "OSH.red": 10}
