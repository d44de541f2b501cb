"""Ticked rows at once, and a case given to a colleague or put back."""

import pytest
from django.contrib.messages import get_messages

from profiling.models import Assessment
from tests import factories as make
from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return make.officer("analyst", full_name="Nurlan Saparov")


def together(browser, *cases: Assessment, **given):
    answer = browser.post("/queue/together/", {"case": [str(one.pk) for one in cases], "next": "/queue/", **given})
    for one in cases:
        one.refresh_from_db()
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_they_are_given_to_a_colleague(colleague):
    first, second = case(), case("yellow")
    browser = signed_in()
    assert together(browser, first, second, verb="assign", to=colleague.pk) == ["Given to Nurlan S.: 2"]
    assert first.assigned_to == second.assigned_to == colleague
    event = first.events_of_case().last()
    assert (event.verb, event.actor) == ("assigned", browser.officer)


def test_they_are_put_back_and_who_has_none_is_named(colleague):
    taken, free = case(assigned_to=colleague), case("yellow")
    said = together(signed_in(), taken, free, verb="put_back")
    assert said == ["1 put back.", f"{free.consignment.reference}: Nobody has this case."]
    assert taken.assigned_to is None


def test_one_reason_releases_all_but_each_red_which_is_named():
    yellow, red, blue = case("yellow"), case("red"), case("blue", selected_by=["random"])
    said = together(signed_in(), yellow, red, blue, verb="release", kind="other", words="Checked at the gate")
    assert said == ["2 released.", f"{red.consignment.reference}: A red one is decided by itself."]
    assert (yellow.state, red.state, blue.state) == ("released", "waiting", "released")
    assert yellow.decision_reason == "Other: Checked at the gate"


@pytest.mark.parametrize("given", [{}, {"kind": "other"}, {"kind": "nonsense"}])
def test_releasing_needs_a_reason(given):
    yellow = case("yellow")
    assert together(signed_in(), yellow, verb="release", **given) == ["Say why: a decision needs a reason."]
    assert yellow.state == "waiting"


def test_who_was_faster_is_told(colleague):
    yellow = case("yellow")
    yellow.release(colleague, "Seen")
    (said,) = together(signed_in(), yellow, verb="release", kind="explained")
    assert said.startswith(f"{yellow.consignment.reference}: Nurlan S. decided this at")


def test_many_refusals_are_shortened():
    reds = [case("red") for _ in range(14)]
    said = together(signed_in(), *reds, verb="release", kind="explained")
    assert (len(said), said[-1]) == (13, "2 more were refused.")


STRANGERS = [
    ("another unit's officer", "analyst", "OSH"),
    ("who may not decide", "examiner", "BATKEN"),
]


@pytest.mark.parametrize(("who", "role", "unit"), STRANGERS)
def test_no_case_is_given_to(who, role, unit):
    waiting, stranger = case(), make.officer(role, unit=make.unit(unit))
    browser = signed_in()
    given = {"case": [str(waiting.pk)], "verb": "assign", "to": str(stranger.pk)}
    assert browser.post("/queue/together/", given).status_code == 400
    assert browser.post(f"/assessments/{waiting.pk}/assign/", {"to": str(stranger.pk)}).status_code == 422
    waiting.refresh_from_db()
    assert waiting.assigned_to is None


def test_a_case_is_given_and_put_back_alone(colleague):
    waiting, browser = case(), signed_in()
    browser.post(f"/assessments/{waiting.pk}/assign/", {"to": str(colleague.pk)})
    waiting.refresh_from_db()
    assert waiting.assigned_to == colleague
    assert "Nurlan S. is reading this." in browser.get(f"/queue/{waiting.pk}/preview/").content.decode()
    browser.post(f"/assessments/{waiting.pk}/put-back/")
    waiting.refresh_from_db()
    assert waiting.assigned_to is None
    assert browser.post(f"/assessments/{waiting.pk}/put-back/").status_code == 409


def test_another_units_case_is_not_there(colleague):
    waiting, stranger = case(), signed_in("analyst", unit=make.unit("OSH"))
    assert stranger.post(f"/assessments/{waiting.pk}/put-back/").status_code == 404
    assert signed_in("client").post(f"/assessments/{waiting.pk}/put-back/").status_code == 403


def test_the_menu_tells_how_much_each_has(colleague):
    case(assigned_to=colleague), case(assigned_to=colleague), case()
    page = signed_in().get("/queue/")
    assert (str(colleague.pk), "Nurlan S. (2)") in page.context["colleagues"]
