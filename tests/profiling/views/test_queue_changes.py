"""The look every twenty seconds: nothing for nothing, and what others did, marked and not moved."""

import json

import pytest
from django.utils import timezone

from tests import factories as make
from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return make.officer("analyst", full_name="Nurlan Saparov")


def look(browser, page, **more):
    return browser.get("/queue/changes/", {"since": page.context["now"].isoformat(), **more})


def test_nothing_is_sent_while_nothing_happens(monkeypatch):
    now = timezone.now().replace(second=10)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    browser = signed_in()
    case()
    page = browser.get("/queue/")
    assert look(browser, page, token=page.context["token"]).status_code == 204
    case()
    assert look(browser, page, token=page.context["token"]).status_code == 200


def test_a_minute_later_the_deadlines_are_counted_again(monkeypatch):
    moment = timezone.now().replace(second=59)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    browser = signed_in()
    page = browser.get("/queue/")
    moment += timezone.timedelta(seconds=2)
    assert look(browser, page, token=page.context["token"]).status_code == 200


def test_what_others_decided_and_took_is_told(colleague):
    browser = signed_in()
    decided, taken, own = case("yellow"), case(), case()
    page = browser.get("/queue/")
    decided.release(colleague, "Seen")
    taken.assign_to(colleague)
    own.assign_to(browser.officer)
    told = json.loads(look(browser, page)["HX-Trigger"])["pcu:elsewhere"]
    assert told["decided"][str(decided.pk)].startswith("Nurlan S. decided this at")
    assert told["taken"][str(taken.pk)].startswith("Nurlan S. has had this since")
    assert (len(told["decided"]), len(told["taken"])) == (1, 1)


def test_a_newer_round_is_told():
    browser = signed_in()
    waiting = case()
    page = browser.get("/queue/")
    waiting.state, waiting.closed_because = "superseded", "newer_revision"
    waiting.save()
    case(of=waiting.consignment, round=2)
    told = json.loads(look(browser, page)["HX-Trigger"])["pcu:elsewhere"]["decided"]
    assert told == {str(waiting.pk): "A newer round has taken its place."}


def test_another_units_work_is_not_told(colleague):
    browser = signed_in("analyst", unit=make.unit("OSH"))
    waiting = case("yellow")
    page = browser.get("/queue/")
    waiting.release(colleague, "Seen")
    assert "HX-Trigger" not in look(browser, page)


@pytest.mark.parametrize("since", ["", "yesterday", "2026-11-24T10:00:00", "9999"])
def test_a_moment_that_is_none_is_now(since):
    browser = signed_in()
    case()
    assert browser.get("/queue/changes/", {"since": since}).context["counts"].new == 0


def test_it_is_for_who_decides():
    assert signed_in("client").get("/queue/changes/").status_code == 403
