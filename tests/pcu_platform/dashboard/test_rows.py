"""Each number of the page opens as many rows as it says; who may see it, and of which unit."""

import re
from datetime import date

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcu_platform.dashboard.calendar import Days
from pcu_platform.dashboard.figures import figures_of
from pcu_platform.dashboard.paging import page_of
from pcu_platform.dashboard.rows import rows_behind
from pcu_platform.dashboard.scope import Scope
from pcu_platform.dashboard.tables import numbers_in, tables_of
from profiling.models import SelectedBy
from tests import factories as make
from tests.profiling import making
from tests.profiling.pages.conftest import signed_in

from .world import NOVEMBER, NOW, at, november, put_up, received

pytestmark = pytest.mark.django_db
DAYS = Days(date(2026, 11, 1), date(2026, 11, 30))


def numbers_on(page: str) -> list[tuple[str, str, int]]:
    found = re.findall(r'href="([^"]+)" data-number="([^"]+)" data-value="(\d+)"', page)
    return [(link.replace("&amp;", "&"), key, int(value)) for link, key, value in found]


def count_behind(desk: Client, link: str) -> int:
    shown = desk.get(link)
    assert shown.status_code == 200
    return int(re.sub(r"\D", "", re.search(r'id="row-count">([^<]+)<', shown.content.decode())[1]))


@pytest.mark.parametrize("role", ["unit_head", "coordinator"])
def test_each_number_opens_as_many_rows(role):
    november()
    desk = signed_in(make.officer(role))
    numbers = numbers_on(desk.get(f"/dashboard/?{NOVEMBER}").content.decode())
    assert len(numbers) > 60
    wrong = [(key, value) for link, key, value in numbers if count_behind(desk, link) != value]
    assert wrong == []


REASONS = st.sets(st.sampled_from(SelectedBy.values), max_size=3)
ENDS = st.sampled_from(["", "released", "nil", "seizure", "inconclusive", "selected"])
ROUND = st.tuples(REASONS, ENDS, st.integers(1, 30), st.booleans())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROUND, max_size=6))
def test_whatever_happened_the_rows_are_as_many_as_the_number(db, rounds):
    version = making.version()
    for reasons, end, day, is_second in rounds:
        of = received(at(day))
        if is_second:
            put_up(at(day), "profile", of=of, round=1, by=version, state="superseded")
        state = {"state": end} if end in {"released", "selected"} else {"outcome": end} if end else {}
        by = version if "profile" in reasons else None
        put_up(at(day), *reasons, of=of, round=2, lane="yellow", by=by, **state)
    for scope in (Scope(DAYS, make.unit()), Scope(DAYS, None, may_choose=True)):
        for key, value in numbers_in(tables_of(figures_of(scope, NOW))).items():
            if not key.endswith(":sum"):
                assert page_of(rows_behind(key, scope, NOW)).count == value, key


def test_pages_go_on_after_the_last_row_and_miss_none():
    made = {put_up(at(3), "profile").pk for _each in range(61)} | {put_up(at(2), "profile").pk}
    behind = rows_behind("origin:profile:all", Scope(DAYS, make.unit()), NOW)
    first = page_of(behind)
    second = page_of(behind, first.following)
    assert (len(first.rows), len(second.rows), second.following) == (60, 2, "")
    assert {each.pk for each in (*first.rows, *second.rows)} == made


@pytest.mark.parametrize("after", ["", "yesterday", "2026-11-03,x", "2026-11-03T00:00:00,00", ","])
def test_what_names_no_row_begins_at_the_first(after):
    put_up(at(3), "profile")
    behind = rows_behind("origin:profile:all", Scope(DAYS, make.unit()), NOW)
    assert page_of(behind, after).is_first


def test_the_page_says_nothing_of_other_units():
    november()
    theirs = signed_in(make.officer("unit_head", unit=make.unit("OSH")))
    counts = {key: value for _link, key, value in numbers_on(theirs.get(f"/dashboard/?{NOVEMBER}").content.decode())}
    assert (counts["step:received"], counts["step:positive"], counts["seized:drugs:kg"]) == (1, 1, 1)
    assert "seized:revenue:pack" not in counts
    assert theirs.get("/dashboard/?unit=BATKEN").status_code == 404
    assert theirs.get("/dashboard/rows/?number=step:received&unit=BATKEN").status_code == 404
    assert theirs.get(f"/dashboard/rows/?number=step:received@BATKEN&{NOVEMBER}").status_code == 404


def test_the_coordinator_chooses_a_unit():
    november()
    desk = signed_in(make.officer("coordinator"))
    page = desk.get(f"/dashboard/?{NOVEMBER}&unit=OSH").content.decode()
    assert {key: value for _link, key, value in numbers_on(page)}["step:received"] == 1
    assert desk.get("/dashboard/?unit=MOON").status_code == 404


@pytest.mark.parametrize("path", ["/dashboard/", "/dashboard/rows/?number=step:received"])
def test_it_is_for_who_answers_for_the_work(path):
    make.unit()
    for role in ["supervisor", "unit_head", "coordinator", "auditor"]:
        assert signed_in(make.officer(role)).get(path).status_code == 200
    for role in ["analyst", "examiner", "client", "register_client", "administrator"]:
        assert signed_in(make.officer(role)).get(path).status_code == 403
    assert Client().get(path).status_code == 302


NO_NUMBERS = [
    *("moon", "step", "step:moon", "step:received:more", "origin:moon:all", "origin:profile:some", "day:2026-02-31"),
    *("day:2020-01-01", "version:PR-1:x:all", "officer:me:decided", "post:IRKESHTAM:moon", "@OSH", "acts:moon"),
]
NO_PERIODS = [
    *("period=moon", "period=own", "period=own&first=2026-02-31&last=2026-03-01", "period=own&first=2026-03-01&last=x"),
    *("period=own&first=2026-03-02&last=2026-03-01", "period=own&first=2020-01-01&last=2026-01-01"),
    *("period=own&first=0001-01-01&last=0001-01-02", "period=own&first=9999-12-31&last=9999-12-31"),
]


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_is_not_found(number):
    desk = signed_in(make.officer("unit_head"))
    assert desk.get("/dashboard/rows/", {"number": number}).status_code == 404


@pytest.mark.parametrize("asked", NO_PERIODS)
def test_days_that_make_no_period_give_the_usual_one(asked):
    shown = signed_in(make.officer("unit_head")).get(f"/dashboard/?{asked}")
    assert shown.context["scope"].asked == "quarter"


def test_it_costs_no_more_queries_where_there_is_more_to_count(django_assert_max_num_queries):
    november()
    for _each in range(5):
        put_up(at(15), "profile", by=making.version(), outcome="nil")
    desk = signed_in(make.officer("unit_head"))
    with django_assert_max_num_queries(40):
        desk.get(f"/dashboard/?{NOVEMBER}")
