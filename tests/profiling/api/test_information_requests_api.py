"""Questions through the API: a client reads its own question and nothing else, answers once, and learns no more."""

import pytest

from consignments.models import Source
from profiling.models import InformationRequest, Question
from tests import factories as make
from tests.profiling import making
from tests.profiling.api.conftest import api
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db
PATH = "/api/v1/information-requests/"


@pytest.fixture
def client():
    return make.client()


def asked_of_client(client, lane: str = "yellow", *, put: bool = True) -> InformationRequest:
    waiting = case(lane, consignment={"source": Source.objects.of_client(client)})
    question = Question(text="Where was it loaded?", language="en", is_put_to_sender=put)
    return waiting.request_information(make.officer("analyst"), "Documents disagree: PR-001 hit", question)


def test_a_client_reads_the_question_and_only_that(client):
    asked = asked_of_client(client)
    (row,) = api(client).get(PATH).json()["results"]
    assert set(row) == {
        "id", "document_number", "identity_date", "question", "language", "asked_at", "answer_by", "state",
    }  # fmt: skip
    assert (row["question"], row["state"]) == ("Where was it loaded?", "open")
    assert "PR-001" not in str(row)
    assert asked.consignment.reference not in str(row)


def test_a_red_and_a_green_look_the_same(client):
    for lane in ("red", "yellow"):
        asked_of_client(client, lane)
    rows = api(client).get(PATH).json()["results"]
    told = [{key: row[key] for key in ("question", "language", "state")} for row in rows]
    assert told[0] == told[1]


def test_a_decision_is_not_told(client):
    decided, waiting = asked_of_client(client), asked_of_client(client)
    decided.assessment.select(make.officer("analyst"), "Seal differs")
    states = {row["id"]: row["state"] for row in api(client).get(PATH).json()["results"]}
    assert states[str(decided.pk)] == states[str(waiting.pk)] == "open"
    answers = [
        api(client).post(f"{PATH}{one.pk}/answer/", {"text": "At Kashi"}, format="json") for one in (decided, waiting)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json().keys() == answers[1].json().keys()
    assert {answer.json()["state"] for answer in answers} == {"answered"}


def test_the_answer_of_a_client_brings_it_back_to_the_queue(client):
    asked = asked_of_client(client)
    assert api(client).post(f"{PATH}{asked.pk}/answer/", {"text": "At Kashi"}, format="json").status_code == 200
    asked.refresh_from_db()
    assert (asked.state, asked.answered_through, asked.answered_by) == ("answered", "client", client)
    assert asked.assessment.state == "waiting"
    again = api(client).post(f"{PATH}{asked.pk}/answer/", {"text": "No"}, format="json")
    assert (again.status_code, again.json()["code"]) == (409, "answered_already")


@pytest.mark.parametrize("of", ["another client", "not put to the sender"])
def test_what_is_not_put_to_a_client_is_not_there(client, of):
    asked = asked_of_client(client, put=of != "not put to the sender")
    reader = make.client() if of == "another client" else client
    assert api(reader).get(PATH).json()["results"] == []
    assert api(reader).get(f"{PATH}{asked.pk}/").status_code == 404
    assert api(reader).post(f"{PATH}{asked.pk}/answer/", {"text": "x"}, format="json").status_code == 404


@pytest.mark.parametrize(
    ("role", "unit", "reads", "answers"),
    [
        ("analyst", "BATKEN", 1, 200),
        ("analyst", "OSH", 0, 404),
        ("auditor", "BATKEN", 1, 403),
        ("administrator", "BATKEN", None, 403),
    ],
)
def test_officers_see_their_units_questions(client, role, unit, reads, answers):
    asked = asked_of_client(client)
    caller = api(make.officer(role, unit=make.unit(unit)))
    listed = caller.get(PATH)
    assert (len(listed.json()["results"]) if listed.status_code == 200 else None) == reads
    assert caller.post(f"{PATH}{asked.pk}/answer/", {"text": "By phone"}, format="json").status_code == answers


def test_a_question_through_the_api_names_nothing_confidential():
    waiting = case("yellow")
    profile = making.profile()
    url = f"/api/v1/assessments/{waiting.pk}/request-information/"
    body = {"reason": "Datum missing", "question": f"Why {profile.code}?", "put_to_sender": True}
    assert api(make.officer("analyst")).post(url, body, format="json").status_code == 400
    assert not InformationRequest.objects.exists()
    body["question"] = "Where was it loaded?"
    assert api(make.officer("analyst")).post(url, body, format="json").status_code == 200
    assert InformationRequest.objects.get().question == "Where was it loaded?"


@pytest.mark.parametrize("verb", ["release", "select", "request-information"])
def test_a_stale_decision_is_a_conflict(verb):
    waiting = case("yellow")
    make.revise(waiting.consignment)
    caller = api(make.officer("analyst"))
    url = f"/api/v1/assessments/{waiting.pk}/{verb}/"
    answer = caller.post(url, {"reason": "Seen", "revision": 1}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "newer_revision")
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
    assert caller.post(url, {"reason": "Seen", "revision": 2}, format="json").status_code in {200, 202}
