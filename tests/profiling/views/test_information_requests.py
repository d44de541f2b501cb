"""Asking on the page, taking down an answer, the list of what is awaited, and who may do which."""

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consignments.models import Source
from profiling.models import InformationRequest, Question
from profiling.views import information_requests
from tests import factories as make
from tests.profiling import making
from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db


def form(**fields):
    given = {"addressee": "carrier", "templates": ["seals"], "language": "en", "hours": "24", "kind": "missing"}
    return given | {"question": "", "words": "", "addressee_name": "", "revision": "1"} | fields


def asked(waiting=None, **fields) -> InformationRequest:
    waiting = waiting or case("yellow")
    return waiting.request_information(make.officer("analyst"), "Missing", Question(text="Where?", **fields))


def test_an_officer_asks_and_finds_the_question_on_the_page_and_in_the_list():
    waiting, browser = case("yellow"), signed_in()
    answer = browser.post(f"/assessments/{waiting.pk}/ask/", form(words="CMR shows no seal"))
    assert answer.status_code == 302
    request = InformationRequest.objects.get()
    assert request.question == "Please state the numbers of all seals, and who put them on, where and when."
    waiting.refresh_from_db()
    assert (waiting.state, "CMR shows no seal" in waiting.decision_reason) == ("information_requested", True)
    page = browser.get(f"/consignments/{waiting.consignment_id}/")
    assert [line.request for line in page.context["requests"]] == [request]
    assert [row.request for row in browser.get("/information-requests/").context["rows"]] == [request]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"templates": [], "question": " "}, "Choose a question or write one."),
        ({"question": "Why does SECRET-9 hit?"}, "it is confidential"),
        ({"kind": ""}, "This field is required."),
        ({"kind": "other"}, "Say why"),
    ],
)
def test_a_faulty_question_is_shown_again_with_what_is_wrong(fields, said):
    making.profile(code="SECRET-9")
    waiting = case("yellow")
    answer = signed_in().post(f"/assessments/{waiting.pk}/ask/", form(**fields))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not InformationRequest.objects.exists()


def test_the_sender_is_offered_only_where_a_system_sent_it():
    by_hand = case("yellow")
    assert "is_put_to_sender" not in signed_in().get(f"/assessments/{by_hand.pk}/ask/").context["form"].fields
    sent = case("yellow", consignment={"source": Source.objects.of_client(make.client())})
    signed_in().post(f"/assessments/{sent.pk}/ask/", form(is_put_to_sender="on"))
    assert InformationRequest.objects.get().is_put_to_sender


def test_a_revision_that_came_meanwhile_stops_the_question():
    waiting = case("yellow")
    make.revise(waiting.consignment)
    answer = signed_in().post(f"/assessments/{waiting.pk}/ask/", form())
    assert answer.status_code == 409
    assert "Revision 2 arrived while you read" in answer.content.decode()


def test_an_answer_is_taken_down_with_its_papers():
    request, browser = asked(), signed_in()
    file = SimpleUploadedFile("seal.txt", b"Seal HX 204418", content_type="text/plain")
    browser.post(f"/information-requests/{request.pk}/answer/", {"answer": "HX 204418", "files": [file]})
    page = browser.get(f"/consignments/{request.consignment_id}/")
    (line,) = page.context["requests"]
    assert (line.request.state, line.request.answer) == ("answered", "HX 204418")
    assert [one.file_name for one in line.attachments] == ["seal.txt"]
    assert page.context["may_decide"]


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("analyst", "BATKEN", 302),
        ("analyst", "OSH", 404),
        ("examiner", "BATKEN", 403),
        ("auditor", "BATKEN", 403),
        ("client", "BATKEN", 403),
    ],
)
def test_who_may_ask_answer_and_call_off(role, unit, status):
    request, browser = asked(), signed_in(role, unit=make.unit(unit))
    assert browser.post(f"/assessments/{request.assessment_id}/ask/", form()).status_code == status
    assert browser.post(f"/information-requests/{request.pk}/call-off/", {"reason": "No"}).status_code == status
    assert browser.post(f"/information-requests/{request.pk}/answer/", {"answer": "x"}).status_code == status


def test_the_list_shows_the_own_units_questions_by_deadline_and_filters_them():
    late, soon = asked(), asked()
    InformationRequest.objects.filter(pk=late.pk).update(due_at=soon.due_at.replace(year=soon.due_at.year + 1))
    done = asked()
    done.answer_with("Yes", make.officer("analyst"), "officer")
    asked(case("yellow", consignment={"unit": make.unit("OSH")}))
    browser = signed_in()

    def shown(query: str) -> list:
        return [row.request.pk for row in browser.get(f"/information-requests/{query}").context["rows"]]

    assert shown("") == [soon.pk, late.pk]
    assert shown("?show=answered") == [done.pk]
    assert shown("?show=overdue") == []
    assert shown("?mine=1") == []
    assert shown("?show=nonsense&after=never") == [soon.pk, late.pk]


@pytest.mark.parametrize("state", ["open", "answered"])
def test_the_list_goes_on_after_a_question_of_the_same_moment(monkeypatch, state):
    monkeypatch.setattr(information_requests, "A_PAGE", 2)
    made = [asked() for _question in range(5)]
    at = {"asked_at": made[0].asked_at, "due_at": made[0].due_at}
    given = {
        "answer": "Here",
        "answered_at": at["due_at"],
        "answered_through": "officer",
        "answered_by": make.officer(),
    }
    InformationRequest.objects.update(**at, state=state, **(given if state == "answered" else {}))
    browser, address, seen = signed_in(), f"?show={'answered' if state == 'answered' else 'unanswered'}", []
    for _page in range(3):
        shown = browser.get(f"/information-requests/{address}").context
        seen += [row.request.pk for row in shown["rows"]]
        address = f"?show={shown['chosen']}&after={quote(shown['go_on'])}"
    assert sorted(seen) == sorted(each.pk for each in made)


def test_news_come_only_when_there_is_something_new():
    waiting, browser = case("yellow"), signed_in()
    path = f"/consignments/{waiting.consignment_id}/news/?round={waiting.pk}&revision="
    assert browser.get(path + "1").status_code == 204
    make.revise(waiting.consignment)
    assert "Revision 2 arrived while you read." in browser.get(path + "1").content.decode()
    assert signed_in(unit=make.unit("OSH")).get(path + "1").status_code == 404
