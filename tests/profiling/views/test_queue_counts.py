"""A number says how many rows its filters show: two ways to ask the same question, held together here."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from consignments.models import Consignment
from profiling.changing import change_token
from profiling.queue_counts import count_queue
from profiling.queue_filters import ARRIVALS, QueueFilters
from tests import factories as make
from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db

OVERDUE = [False, True]
LANES = [(), ("red",), ("yellow", "green"), ("green",)]
STATES = [(), ("information_requested",), ("not_selected",), ("not_selected", "waiting")]


@pytest.fixture
def officer():
    """An analyst with cases on either side of every line that a filter draws."""
    officer, other = make.officer("analyst"), make.officer("analyst")
    lines = [-3 * 24 * 60 - 5, -3 * 24 * 60 + 5, -20, -10, 60, 300, 1000, 3000, None]
    for number, minutes in enumerate(lines * 2):
        given = {"assigned_to": (None, officer, other)[number % 3], "is_drawn": number % 4 == 0}
        given["created_at"] = timezone.now() - timedelta(hours=(1, 3, 5, 100)[number % 4], minutes=30)
        place = make.post() if number % 2 else make.post("KULUNDU")
        case("red" if number < 9 else "yellow", minutes, post=place, **given)
        case("green", minutes, state="not_selected", selected_by=[], post=place, **given)
    case("yellow", 500, state="information_requested", decided_by=other, decided_at=timezone.now(), decision_reason="?")
    case("red", 500, consignment={"unit": make.unit("OSH")})
    Consignment.objects.filter(pk=case("red", 700).consignment_id).update(movement="arrived")
    return officer


def test_every_combination_counts_what_it_shows(officer):
    now = timezone.now()
    for lanes, states, arrives, overdue in product(LANES, STATES, ARRIVALS, OVERDUE):
        asked = QueueFilters(lanes=lanes, states=states, arrives=arrives, overdue=overdue)
        assert count(asked, officer, now) == asked.rows(officer, now).count(), asked
    for more in ({"posts": ("KULUNDU",)}, {"drawn": True}, {"assigned": "me"}, {"assigned": "nobody"}):
        asked = QueueFilters(**more)
        assert 0 < count(asked, officer, now) == asked.rows(officer, now).count(), asked


def test_what_nobody_need_decide_leaves_the_queue_three_days_after_its_arrival(officer):
    shown = QueueFilters(lanes=("green",)).rows(officer, timezone.now())
    arrivals = [row.arrival_at for row in shown if row.arrival_at]
    assert min(arrivals) > timezone.now() - timedelta(days=3)
    assert len(arrivals) == 14


def test_a_found_text_narrows_lanes_and_not_views(officer):
    now, wanted = timezone.now(), case("red", 45)
    views = [("mine", QueueFilters(assigned="me"))]
    token = change_token(officer, now)
    counts = count_queue(QueueFilters(), officer, now, token, views=views, found={wanted.consignment_id})
    assert (counts.shown, counts.lanes["red"], counts.views["mine"]) == (1, 1, 6)


def test_the_workload_is_what_each_has_open(officer):
    counts = count_queue(QueueFilters(), officer, timezone.now(), change_token(officer, timezone.now()))
    assert counts.workload[officer.pk] == 6


def test_counts_are_kept_until_something_happens(officer, django_assert_max_num_queries):
    browser = signed_in()
    browser.get("/queue/")
    waiting = case("red", 20)
    before = browser.get("/queue/").context["counts"]
    waiting.release(make.officer("analyst"), "Seen")
    waiting.release(make.officer("analyst"), "Seen too")
    after = browser.get("/queue/").context["counts"]
    assert (before.shown - after.shown, before.lanes["red"] - after.lanes["red"]) == (1, 1)
    with django_assert_max_num_queries(6):
        count(QueueFilters(), browser.officer, timezone.now())
        count(QueueFilters(drawn=True), browser.officer, timezone.now())


def count(asked: QueueFilters, officer, now) -> int:
    return count_queue(asked, officer, now, change_token(officer, now)).shown
