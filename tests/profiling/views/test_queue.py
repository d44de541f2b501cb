"""The queue as officers meet it: what stands in it, in what order, what is hidden, and what it costs the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.profiling.views.stage import browser_of, case, signed_in

pytestmark = pytest.mark.django_db


def references(page) -> list[str]:
    return [row.reference for _label, rows in page.context["groups"] for row in rows]


def test_it_shows_what_waits_in_the_officers_unit_soonest_first():
    later, sooner = case(minutes=90), case(minutes=30)
    assert references(signed_in().get("/queue/")) == [sooner.consignment.reference, later.consignment.reference]


def test_it_groups_by_arrival():
    case(minutes=-5), case(minutes=60), case(minutes=600), case(minutes=None)
    labels = [label for label, _rows in signed_in().get("/queue/").context["groups"]]
    assert labels == ["At the post or due", "Next two hours", "Later", "Arrival not stated"]


def test_another_units_cases_are_counted_and_not_shown():
    osh = make.unit("OSH")
    case(consignment={"unit": osh})
    page = signed_in().get("/queue/")
    assert references(page) == []
    assert "1 more in other units" in page.content.decode()


def test_a_green_that_nobody_need_decide_is_shown_only_when_its_lane_is_asked_for():
    quiet = case("green", selected_by=[], state="not_selected")
    browser = signed_in()
    assert references(browser.get("/queue/")) == []
    assert references(browser.get("/queue/?lane=green")) == [quiet.consignment.reference]


FILTERS = [
    ("lane=red", {"red"}),
    ("lane=yellow", {"yellow", "mine"}),
    ("lane=red&lane=yellow", {"red", "yellow", "mine"}),
    ("drawn=1", {"drawn"}),
    ("assigned=me", {"mine"}),
    ("assigned=nobody", {"red", "yellow", "drawn"}),
    ("arrives=2h", {"red", "mine"}),
    ("arrives=unknown", {"drawn"}),
    ("post=KULUNDU", {"yellow"}),
    ("lane=purple&sort=backwards&arrives=never", {"red", "yellow", "mine", "drawn"}),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_the_address_is_the_filter(query, expected):
    browser = signed_in()
    cases = {
        "red": case("red", 30),
        "yellow": case("yellow", 300, post=make.post("KULUNDU")),
        "mine": case("yellow", 45, assigned_to=browser.officer),
        "drawn": case("green", None, selected_by=["random"], is_drawn=True),
    }
    shown = set(references(browser.get(f"/queue/?{query}")))
    assert shown == {cases[name].consignment.reference for name in expected}


def test_the_counts_say_what_each_lane_and_view_would_show():
    browser = signed_in()
    (
        case("red", 30),
        case("red", 300),
        case("yellow", 30, assigned_to=browser.officer),
        case("blue", state="not_selected", selected_by=[]),
    )
    counts = browser.get("/queue/").context["counts"]
    assert counts.lanes == {"red": 2, "yellow": 1, "blue": 1, "green": 0}
    assert (counts.shown, counts.views["mine"], counts.views["unassigned"], counts.views["next_two_hours"]) == (
        3,
        1,
        2,
        2,
    )


SORTS = [
    ("", ["late red", "soon yellow"][::-1]),
    ("lane", ["late red", "soon yellow"]),
    ("score", ["soon yellow", "late red"]),
]


@pytest.mark.parametrize(("sort", "expected"), SORTS)
def test_it_sorts(sort, expected):
    cases = {"late red": case("red", 300, score=40), "soon yellow": case("yellow", 30, score=90)}
    shown = references(signed_in().get(f"/queue/?sort={sort}"))
    assert shown == [cases[name].consignment.reference for name in expected]


def test_a_row_gives_the_reason_before_the_number():
    case(reasons=[{"code": "E01", "points": 30, "values": {}}], score=30)
    row = signed_in().get("/queue/").context["groups"][0][1][0]
    assert (row.why, row.score) == ("Container number invalid", 30)


def test_sixty_rows_cost_as_many_queries_as_one():
    browser = signed_in()
    case()
    with CaptureQueriesContext(connection) as few:
        browser.get("/queue/")
    for _ in range(12):
        case()
    with CaptureQueriesContext(connection) as many:
        browser.get("/queue/")
    assert len(many) == len(few) <= 28


def test_taking_the_next_assigns_the_most_urgent_and_opens_it():
    case("yellow", 5)
    red = case("red", 600)
    browser = signed_in()
    answer = browser.post("/queue/take-next/")
    red.refresh_from_db()
    assert red.assigned_to == browser.officer
    assert answer.headers["Location"] == f"/consignments/{red.consignment_id}/"


def test_when_nothing_waits_taking_the_next_says_so():
    answer = signed_in().post("/queue/take-next/", follow=True)
    assert "Nothing waits unassigned." in answer.content.decode()


def test_new_arrivals_wait_behind_a_button():
    browser = signed_in()
    case()
    old = browser.get("/queue/").context["now"]
    case()
    fragment = browser.get("/queue/changes/", {"since": old.isoformat()}).content.decode()
    assert "1 new, show" in fragment
    assert '<b id="lane-red" hx-swap-oob="true">2</b>' in fragment


def test_the_preview_is_of_the_officers_unit_only():
    ours, theirs = case(), case(consignment={"unit": make.unit("OSH")})
    browser = signed_in()
    assert ours.consignment.reference in browser.get(f"/queue/{ours.pk}/preview/").content.decode()
    assert browser.get(f"/queue/{theirs.pk}/preview/").status_code == 404


@pytest.mark.parametrize("role", ["examiner", "client", "administrator", "auditor", "coordinator"])
def test_the_queue_is_for_those_who_decide(role):
    browser = signed_in(role)
    assert browser.get("/queue/").status_code == 403
    assert browser.post("/queue/take-next/").status_code == 403


def test_a_stranger_is_sent_to_the_door(client):
    assert client.get("/queue/").headers["Location"] == "/sign-in/?next=/queue/"


def test_ticked_rows_are_assigned_or_released_together_but_a_red_goes_alone():
    browser = signed_in()
    yellow, red = case("yellow"), case("red")
    ticked = {"case": [str(yellow.pk), str(red.pk)], "next": "/queue/"}
    browser.post("/queue/together/", ticked | {"verb": "assign"})
    browser.post("/queue/together/", ticked | {"verb": "release", "kind": "explained"})
    yellow.refresh_from_db(), red.refresh_from_db()
    assert (yellow.state, red.state) == ("released", "waiting")
    assert yellow.assigned_to == red.assigned_to == browser.officer


def test_another_units_case_cannot_be_ticked():
    theirs = case("yellow", consignment={"unit": make.unit("OSH")})
    signed_in().post("/queue/together/", {"case": [str(theirs.pk)], "verb": "release", "kind": "explained"})
    theirs.refresh_from_db()
    assert theirs.state == "waiting"


def test_nonsense_in_the_ticks_is_refused():
    assert signed_in().post("/queue/together/", {"case": ["1; drop"], "verb": "assign"}).status_code == 400


def test_in_russian_it_speaks_russian_numbers():
    case(consignment={"total_gross_mass_kg": 21600})
    officer = make.officer("analyst", language="ru")
    row = browser_of(officer).get("/queue/").context["groups"][0][1][0]
    assert "21,6" in row.goods_code
