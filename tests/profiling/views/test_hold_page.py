"""The page of a hold: giving it to an examiner, lifting it, saying why it left; and coming on duty."""

import pytest

from profiling.models import Duty, State
from tests import factories as make
from tests.profiling.views.stage import browser_of, case, signed_in

pytestmark = pytest.mark.django_db


def held(lane: str = "yellow", **fields):
    waiting = case(lane, **fields)
    waiting.select(make.officer("analyst", unit=waiting.unit), "Value far below the norm")
    return waiting


def press(browser, hold, verb, **data):
    return browser.post(f"/holds/{hold.pk}/{verb}/", data)


def on_duty(**fields):
    examiner = make.officer("examiner", **fields)
    Duty.objects.begin(examiner, make.post())
    return examiner


def test_a_yellow_is_lifted_and_leaves_the_list():
    hold, browser = held(), signed_in()
    assert hold.consignment.reference in browser.get("/holds/").content.decode()
    assert press(browser, hold, "lift", reason="The invoice came").status_code == 302
    assert browser.get("/holds/").context["rows"] == []
    page = browser.get(f"/consignments/{hold.consignment_id}/").content.decode()
    assert "Hold lifted" in page and "The invoice came" in page and "Undo" in page


def test_a_red_takes_two_and_the_list_tells_of_the_proposal():
    hold, first, second = held("red"), signed_in(), signed_in()
    press(first, hold, "lift", reason="The invoice came")
    assert first.get("/holds/").context["rows"][0].lift_is_proposed
    assert press(first, hold, "lift", reason="Really").status_code == 409
    assert f"{first.officer.short_name} proposed to lift" in second.get(f"/holds/{hold.pk}/").content.decode()
    press(second, hold, "lift", reason="I read it too")
    hold.refresh_from_db()
    assert (hold.state, hold.proposed_by, hold.decided_by) == (State.RELEASED, first.officer, second.officer)


def test_the_second_officer_may_keep_the_hold():
    hold, first, second = held("red"), signed_in(), signed_in()
    press(first, hold, "lift", reason="The invoice came")
    press(second, hold, "keep", reason="It is a copy")
    hold.refresh_from_db()
    assert hold.is_on_hold and hold.lift_proposed_by is None


@pytest.mark.parametrize("verb", ["lift", "close-unexamined"])
def test_nothing_ends_without_a_reason(verb):
    hold = held(consignment={"movement": "left"})
    assert press(signed_in(), hold, verb, reason=" ").status_code == 422
    hold.refresh_from_db()
    assert hold.is_on_hold


def test_what_left_is_closed_with_an_explanation_and_leaves_the_list():
    hold, browser = held("red", consignment={"movement": "left"}), signed_in()
    assert "How did that come about?" in browser.get(f"/holds/{hold.pk}/").content.decode()
    press(browser, hold, "close-unexamined", reason="The gate stood open")
    assert browser.get("/holds/").context["rows"] == []
    assert "Left without examination" in browser.get(f"/consignments/{hold.consignment_id}/").content.decode()


def test_the_page_explains_the_draw():
    examiner, hold, browser = on_duty(full_name="Ulan Tashiev"), held(), signed_in()
    answer = press(browser, hold, "draw-examiner")
    assert answer.headers["Location"] == f"/holds/{hold.pk}/"
    shown = browser.get(f"/holds/{hold.pk}/")
    (candidate,) = shown.context["choice"].candidates
    assert (candidate.name, candidate.open, candidate.begins, candidate.ends) == ("Ulan T.", 0, 0, 1)
    assert shown.context["choice"].sentence.startswith("Ulan T., drawn by")
    assert press(browser, hold, "draw-examiner").status_code == 409
    hold.refresh_from_db()
    assert hold.examiner == examiner


def test_an_examiner_is_named_with_a_reason():
    hold, browser, examiner = held(), signed_in(), make.officer("examiner", full_name="Ulan Tashiev")
    assert press(browser, hold, "name-examiner", examiner=examiner.pk, reason="").status_code == 422
    assert press(browser, hold, "name-examiner", examiner="nobody", reason="x").status_code == 422
    assert press(browser, hold, "name-examiner", examiner=browser.officer.pk, reason="x").status_code == 422
    press(browser, hold, "name-examiner", examiner=examiner.pk, reason="Knows reefers")
    assert "Knows reefers" in browser.get(f"/holds/{hold.pk}/").content.decode()


def test_examiners_find_their_own():
    mine, _other = held(), held()
    browser = signed_in("examiner", full_name="Ulan Tashiev")
    mine.name_examiner(browser.officer, make.officer(), "Knows reefers")
    assert [row.id for row in browser.get("/holds/?mine=1").context["rows"]] == [mine.pk]
    row = next(row for row in browser.get("/holds/").context["rows"] if row.id == mine.pk)
    assert (row.examiner, row.is_mine) == ("Ulan T.", True)
    due = browser.get("/examinations/?show=due&mine=1").context["rows"]
    assert [(row.pk, row.examiner) for row in due] == [(mine.pk, "Ulan T.")]


def test_an_ended_hold_leads_to_its_consignment():
    hold, browser = held(), signed_in()
    hold.lift(browser.officer, "The invoice came")
    assert browser.get(f"/holds/{hold.pk}/").headers["Location"] == f"/consignments/{hold.consignment_id}/"


def test_under_examination_nothing_is_offered():
    hold, browser = held(), signed_in()
    hold.begin_examination(make.officer("examiner"))
    page = browser.get(f"/holds/{hold.pk}/").content.decode()
    assert "the hold ends with its result" in page and "lift/" not in page
    assert press(browser, hold, "lift", reason="Because").status_code == 409


def test_coming_on_duty_and_leaving():
    browser = signed_in("examiner")
    post = make.post()
    assert browser.post("/holds/duty/begin/", {"post": post.code}).status_code == 302
    assert "You are on duty at" in browser.get("/holds/").content.decode()
    browser.post("/holds/duty/end/")
    assert not Duty.objects.filter(ended_at=None).exists()
    elsewhere = make.post("ELSEWHERE", unit=make.unit("OSH"))
    assert browser.post("/holds/duty/begin/", {"post": elsewhere.code}).status_code == 404


VERBS = ["lift", "keep", "close-unexamined", "draw-examiner", "name-examiner"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", ["examiner", "client", "auditor", "coordinator", "administrator"])
def test_only_the_desk_ends_and_gives(role, verb):
    hold = held("red", consignment={"movement": "left"})
    browser = signed_in(role)
    assert press(browser, hold, verb, reason="Because", examiner=make.officer("examiner").pk).status_code == 403
    assert browser.get(f"/holds/{hold.pk}/").status_code == 403


@pytest.mark.parametrize("verb", VERBS)
def test_another_unit_finds_nothing(verb):
    hold, stranger = held(), signed_in(unit=make.unit("OSH"))
    assert press(stranger, hold, verb, reason="Because").status_code == 404
    assert stranger.get(f"/holds/{hold.pk}/").status_code == 404


def test_who_may_not_examine_is_not_on_duty():
    assert browser_of(make.officer("analyst")).post("/holds/duty/begin/", {"post": make.post().code}).status_code == 403


def test_an_examiner_is_not_offered_the_end_of_a_hold():
    hold = held()
    assert f"/holds/{hold.pk}/" not in signed_in("examiner").get("/holds/").content.decode()
