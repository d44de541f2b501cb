"""Behind each number stand as many rows as it says; seizures, trends and overrides are counted once each."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from profiling.measuring import Period, Rate, performance, random_baseline
from profiling.measuring.indicators import indicators_measured
from profiling.measuring.overriding import let_go_against_advice, selected_against_advice
from profiling.measuring.rows import Behind, Shown, Source, rows_behind
from profiling.measuring.seized import seized_by
from profiling.measuring.trend import Direction, Trend, trend_of
from profiling.models import SeizedTotal
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db
HIT = [{"code": "A01", "answer": "hit", "points": 50}]


@pytest.fixture
def month():
    return Period.last_days(30, until=timezone.now() + timedelta(minutes=1))


def selected(version, outcome=None, of=None, **fields):
    found = {"outcome": outcome} if outcome else {}
    made = making.assessment(of, lane="red", selected_by=["profile"], **found, **fields)
    making.hit(made, version, indicators=HIT)
    return made


def test_the_rows_are_as_many_as_the_number_says(month):
    version, other = making.version(), making.version()
    of = make.consignment()
    selected(version, of=of, round=1, state="superseded")
    selected(version, "seizure", of=of, round=2)
    for outcome in ["nil", "revenue", "inconclusive", None]:
        selected(version, outcome)
    selected(other, "nil")
    measured = performance(version, month)
    counts = {shown: rows_behind(Behind(version=version, shown=shown), month).count() for shown in Shown}
    assert counts == {
        "all": measured.selections,
        "examined": measured.rate.examined,
        "positive": measured.rate.positive,
    }
    assert counts == {"all": 5, "examined": 3, "positive": 2}
    assert rows_behind(Behind(profile=version.profile), month).count() == 5
    of_indicator = indicators_measured(month)["A01"]
    assert rows_behind(Behind(indicator="A01"), month).count() == of_indicator.hits == 6
    assert rows_behind(Behind(indicator="A0"), month).count() == 0


def test_the_rows_of_the_draw(month):
    making.assessment(is_drawn=True, selected_by=["random"], outcome="seizure")
    making.assessment(is_drawn=True, selected_by=["profile", "random"], lane="red", outcome="nil")
    making.assessment(is_drawn=True, selected_by=["random"], of=make.consignment(unit=make.unit("OSH")))
    baseline = random_baseline(make.unit("BATKEN"), month)
    drawn = rows_behind(Behind(source=Source.DRAWN), month, make.unit("BATKEN"))
    missed = rows_behind(Behind(source=Source.MISSED), month, make.unit("BATKEN"))
    assert (drawn.count(), missed.count()) == (baseline.drawn, baseline.drawn_alone) == (2, 1)
    assert rows_behind(Behind(source=Source.DRAWN), month).count() == 3


def total(category: str, unit: str, quantity: str, lines: int = 1) -> SeizedTotal:
    return SeizedTotal(category, unit, Decimal(quantity), lines)


def test_seizures_add_up_by_category_and_unit(month):
    version, examiner = making.version(), make.officer("examiner")
    for seized in ([total("drugs", "kg", "1.5"), total("drugs", "tablet", "40")], [total("drugs", "kg", "0.25", 2)]):
        hold = selected(version, state="selected")
        hold.record_outcome("seizure", examiner, seized=seized)
    selected(making.version(), state="selected").record_outcome(
        "seizure", examiner, seized=[total("ipr", "pair", "100")]
    )
    assert seized_by(version, month) == [total("drugs", "kg", "1.75", 3), total("drugs", "tablet", "40")]
    assert seized_by(version.profile, month, make.unit("OSH")) == []


TRENDS = [
    ("nothing before", Rate(0, 0), Rate(3, 10), Direction.UNKNOWN),
    ("touching", Rate(2, 20), Rate(5, 20), Direction.NOT_SHOWN),
    ("rising", Rate(2, 100), Rate(40, 100), Direction.RISES),
    ("falling", Rate(40, 100), Rate(2, 100), Direction.FALLS),
]


@pytest.mark.parametrize(("earlier", "later", "direction"), [row[1:] for row in TRENDS], ids=[row[0] for row in TRENDS])
def test_a_trend_is_shown_where_the_intervals_part(earlier, later, direction):
    assert Trend(earlier, later).direction == direction


def test_the_halves_of_a_period(month):
    version = making.version()
    selected(version, "nil")
    before = making.assessment(lane="red", selected_by=["profile"], outcome="seizure")
    making.hit(before, version, assessed_at=timezone.now() - timedelta(days=20))
    assert trend_of(version, month) == Trend(Rate(1, 1), Rate(0, 1))


def test_what_was_let_go_against_advice_and_what_came_of_it(month):
    of = make.consignment()
    ago = timezone.now() - timedelta(days=2)
    advised = {"lane": "yellow", "selected_by": ["profile"]}
    making.assessment(of, round=1, state="released", decided_at=ago, **advised)
    making.assessment(of, round=2, state="selected", outcome="seizure", **(advised | {"lane": "red"}))
    making.assessment(state="released", **advised)
    making.assessment(state="released", selected_by=["random"])  # nothing but chance had asked for it
    found = let_go_against_advice(month)
    assert (found.decided, found.overridden, found.rate) == (2, 2, Rate(1, 1))
    assert rows_behind(Behind(source=Source.WAVED_THROUGH), month).count() == found.overridden


def test_what_officers_took_up_by_themselves(month):
    making.assessment(state="selected", selected_by=["officer"], outcome="seizure")
    making.assessment(state="selected", selected_by=["officer"])
    making.assessment(state="selected", lane="red", selected_by=["profile"], outcome="nil")
    found = selected_against_advice(month)
    assert (found.decided, found.overridden, found.rate) == (3, 2, Rate(1, 1))
    assert rows_behind(Behind(source=Source.TAKEN_UP), month).count() == 2
    assert selected_against_advice(month, make.unit("OSH")).share is None
