"""The figures of a small month, counted by hand, and the midnight at which a day of the posts begins."""

from datetime import date
from decimal import Decimal

import pytest

from pcu_platform.dashboard.calendar import Days, before, month_of, quarter_of
from pcu_platform.dashboard.figures import figures_of
from pcu_platform.dashboard.scope import Scope
from pcu_platform.dashboard.tables import numbers_in, tables_of
from profiling.measuring import Rate
from tests import factories as make
from tests.profiling import making

from .world import NOW, at, november, put_up, received

pytestmark = pytest.mark.django_db
NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30))

COUNTED = {
    "step:received": 9,
    "step:assessed": 8,
    "step:selected": 5,
    "step:examined": 3,
    "step:positive": 2,
    "origin:profile:all": 3,
    "origin:profile:examined": 2,
    "origin:profile:positive": 2,
    "origin:watch_list:all": 1,
    "origin:officer:all": 1,
    "origin:officer:examined": 0,
    "draw:all": 3,
    "draw:examined": 2,
    "draw:positive": 1,
    "missed:all": 2,
    "missed:examined": 1,
    "missed:positive": 0,
    "let_go:against": 1,
    "let_go:decided": 3,
    "let_go:examined": 0,
    "taken_up:against": 1,
    "taken_up:decided": 5,
    "feedback:selected": 5,
    "feedback:with_result": 3,
    "feedback:unfinished": 1,
    "feedback:without": 1,
    "acts:all": 2,
    "acts:seal": 0,
    "acts:answers": 0,
    "lines:all": 1,
    "lines:without_value": 1,
    "seized:revenue:pack": 1,
    "seized:revenue:pack:sum": "4E+1",
}


@pytest.fixture
def batken():
    return Scope(NOVEMBER, make.unit())


def test_the_month_counted_by_hand(batken):
    version = november()
    numbers = numbers_in(tables_of(figures_of(batken, NOW)))
    assert {key: numbers[key] for key in COUNTED} == COUNTED
    of_version = f"version:{version.profile.code}:{version.number}"
    assert [numbers[f"{of_version}:{shown}"] for shown in ("all", "examined", "positive")] == [3, 2, 2]
    post = make.post().code
    assert [numbers[f"post:{post}:{what}"] for what in ("selected", "waiting", "overdue")] == [5, 1, 1]
    assert numbers["day:2026-11-05"] == 1


def test_all_units_together_and_beside_one_another(batken):
    november()
    figures = figures_of(Scope(NOVEMBER, None, may_choose=True), NOW)
    numbers = numbers_in(tables_of(figures))
    assert (numbers["step:received"], numbers["step:received@BATKEN"], numbers["step:received@OSH"]) == (10, 9, 1)
    assert [(total.quantity_unit, total.quantity) for total in figures.quantities] == [
        ("kg", Decimal("2.5")),
        ("pack", Decimal(40)),
    ]
    assert not figures_of(batken, NOW).units


MIDNIGHTS = [
    ("the last hour of October", at(31, 17, month=10), {"2026-10-31": 1}, 0),
    ("the first of November, 00:00", at(31, 18, month=10), {"2026-11-01": 1}, 1),
    ("the last hour of November", at(30, 17), {"2026-11-30": 1}, 1),
    ("the first of December, 00:00", at(30, 18), {}, 0),
]


@pytest.mark.parametrize(("when", "days", "counted"), [row[1:] for row in MIDNIGHTS], ids=[row[0] for row in MIDNIGHTS])
def test_a_day_begins_at_the_posts_midnight(batken, when, days, counted):
    put_up(when, "profile", of=received(when), state="selected")
    numbers = numbers_in(tables_of(figures_of(batken, at(1, month=12))))
    assert numbers["step:received"] == counted
    by_day = {key.partition(":")[2]: count for key, count in numbers.items() if key.startswith("day:")}
    assert by_day == {day: count for day, count in days.items() if counted}


def test_a_day_above_capacity_is_one_with_more_selections_than_the_post_examines(batken):
    busy = make.post("BUSY", daily_capacity=2)
    for day, count in ((3, 2), (4, 3)):
        for _each in range(count):
            put_up(at(day), "profile", state="selected", post=busy)
    numbers = numbers_in(tables_of(figures_of(batken, NOW)))
    assert (numbers["post:BUSY:selected"], numbers["post:BUSY:above"]) == (5, 1)


def test_a_round_after_the_first_counts_its_consignment_once(batken):
    of = received(at(2))
    put_up(at(2), "profile", of=of, round=1, state="superseded")
    put_up(at(3), "profile", of=of, round=2, outcome="nil")
    figures = figures_of(batken, NOW)
    assert (figures.steps.assessed, figures.steps.selected) == (1, 1)
    profile = next(origin for origin in figures.origins if origin.reason == "profile")
    assert (profile.selections, profile.rate) == (1, Rate(0, 1))


PERIODS = [
    ("February of a leap year", month_of(date(2028, 2, 10)), "2028-02-01", "2028-02-29"),
    ("December", month_of(date(2026, 12, 31)), "2026-12-01", "2026-12-31"),
    ("the last quarter of a year", quarter_of(date(2026, 11, 24)), "2026-10-01", "2026-12-31"),
    ("before January", before(month_of(date(2027, 1, 1)), "month"), "2026-12-01", "2026-12-31"),
    ("before the first quarter", before(quarter_of(date(2027, 2, 1)), "quarter"), "2026-10-01", "2026-12-31"),
]


@pytest.mark.parametrize(("days", "first", "last"), [row[1:] for row in PERIODS], ids=[row[0] for row in PERIODS])
def test_months_and_quarters_end_on_their_last_day(days, first, last):
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


def test_the_league_shows_who_selected_or_is_active_now_in_this_unit(batken):
    selected, idle = making.version(), making.version()
    making.version(state="suspended", activated_at=at(1))  # selected nothing, and does no more
    making.version(making.profile(owner_unit=make.unit("OSH")))  # selects elsewhere
    put_up(at(5), "profile", by=selected, state="selected")
    placed = [each.version for each in figures_of(batken, NOW).league]
    assert {version.pk for version in placed} == {selected.pk, idle.pk}
