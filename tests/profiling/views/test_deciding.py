"""Decisions pressed on a page: the verb, what is said after it, and what happens when another was faster."""

import pytest

from tests import factories as make
from tests.profiling.views.stage import browser_of, case, decision, signed_in

pytestmark = pytest.mark.django_db


def press(browser, assessment, verb, data=None, **headers):
    return browser.post(
        f"/assessments/{assessment.pk}/{verb}/", data if data is not None else decision(), headers=headers
    )


DECISIONS = [
    ("yellow", "release", "released"),
    ("red", "release", "release_proposed"),
    ("red", "select", "selected"),
    ("yellow", "request-information", "information_requested"),
]


@pytest.mark.parametrize(("lane", "verb", "state"), DECISIONS)
def test_a_press_decides_and_keeps_the_reason(lane, verb, state):
    browser, waiting = signed_in(), case(lane)
    answer = press(browser, waiting, verb, decision("knowledge", "Known driver"))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.decided_by, waiting.decision_reason) == (
        state,
        browser.officer,
        "Officer’s knowledge: Known driver",
    )
    assert answer.headers["Location"] == f"/consignments/{waiting.consignment_id}/"


def test_the_selection_holds_as_long_as_the_officer_says():
    waiting = case()
    press(signed_in(), waiting, "select", decision(hold_hours="24"))
    waiting.refresh_from_db()
    assert round((waiting.hold_until - waiting.decided_at).total_seconds() / 3600) == 24


@pytest.mark.parametrize("given", [{}, {"kind": ""}, {"kind": "other", "words": " "}, {"kind": "made up"}])
def test_without_a_reason_nothing_is_decided(given):
    waiting = case()
    answer = press(signed_in(), waiting, "select", given)
    waiting.refresh_from_db()
    assert (answer.status_code, waiting.state) == (422, "waiting")


def test_a_red_release_is_completed_by_another_officer_only():
    first, second, red = signed_in(), signed_in(), case("red")
    press(first, red, "release")
    assert press(first, red, "release").status_code == 409
    press(second, red, "release")
    red.refresh_from_db()
    assert (red.state, red.proposed_by, red.decided_by) == ("released", first.officer, second.officer)


def test_who_comes_second_reads_who_decided_and_when():
    waiting, first = case(), signed_in(full_name="Nurlan Saparov")
    press(first, waiting, "select")
    late = press(signed_in(), waiting, "release")
    assert late.status_code == 409
    assert "Nurlan S. decided this at" in late.content.decode()


def test_a_decision_on_an_older_revision_is_stopped():
    waiting = case()
    read = waiting.revision.number
    make.revise(waiting.consignment)
    answer = press(signed_in(), waiting, "select", decision(revision=read))
    waiting.refresh_from_db()
    assert (answer.status_code, waiting.state) == (409, "waiting")
    assert "Revision 2 arrived while you read" in answer.content.decode()


def test_ten_seconds_to_take_it_back():
    browser, waiting = signed_in(), case()
    press(browser, waiting, "select")
    page = browser.get(f"/consignments/{waiting.consignment_id}/").content.decode()
    assert 'class="toast"' in page
    press(browser, waiting, "take-back", {})
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
    assert 'class="toast"' not in browser.get(f"/consignments/{waiting.consignment_id}/").content.decode()


def test_nobody_takes_back_the_decision_of_another():
    waiting = case()
    press(signed_in(), waiting, "select")
    assert press(signed_in(), waiting, "take-back", {}).status_code == 409


def test_assigning_to_me():
    browser, waiting = signed_in(), case()
    press(browser, waiting, "assign", {})
    waiting.refresh_from_db()
    assert waiting.assigned_to == browser.officer


def test_to_htmx_it_answers_with_fragments():
    browser, waiting = signed_in(), case()
    decided = press(browser, waiting, "select", **{"HX-Request": "true"})
    assert '"pcu:decided"' in decided.headers["HX-Trigger"]
    assert "<html" not in decided.content.decode()
    refused = press(signed_in(), waiting, "select", **{"HX-Request": "true"})
    assert (refused.status_code, refused.headers["HX-Retarget"]) == (409, "#refusal")


@pytest.mark.parametrize("verb", ["release", "select", "request-information", "assign", "take-back"])
def test_strangers_other_units_and_other_roles_change_nothing(client, verb):
    waiting = case()
    officers = [
        make.officer("analyst", unit=make.unit("OSH")),
        *map(make.officer, ["examiner", "client", "administrator", "auditor"]),
    ]
    answers = [press(browser_of(officer), waiting, verb).status_code for officer in officers]
    assert answers == [404, 403, 403, 403, 403]
    assert press(client, waiting, verb).headers["Location"].startswith("/sign-in/")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.assigned_to) == ("waiting", None)


def test_it_never_leads_elsewhere():
    waiting = case("yellow")
    answer = press(signed_in(), waiting, "release", decision(next="https://elsewhere.example/"))
    assert answer.headers["Location"] == f"/consignments/{waiting.consignment_id}/"


def test_reading_decides_nothing():
    waiting, browser = case(), signed_in()
    assert browser.get(f"/assessments/{waiting.pk}/release/").status_code == 405
