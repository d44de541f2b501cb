"""Handing in documents and asking what became of them: the contract with integration clients."""

import csv
import io
import json
import re

import pytest

from consignments.confirming import confirm
from consignments.models import CaseEvent, Consignment, DocumentDraft, Source, Submission
from consignments.parsing.problems import PROBLEMS
from consignments.parsing.typed.papers import BY_KIND
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments import papers
from tests.consignments.manifests import consignment, manifest

from .conftest import calling

pytestmark = pytest.mark.django_db

URL = "/api/v1/submissions/"
RISK_WORDS = re.compile(r"lane|score|\bhit|profile|assessment|indicator", re.I)


def hand_in(caller, raw=None, key="trip-7", content_type="application/json", url=URL):
    headers = {} if key is None else {"Idempotency-Key": key}
    return caller.generic("POST", url, manifest() if raw is None else raw, content_type, headers=headers)


def test_a_document_is_answered_with_where_to_ask(client_a):
    answer = hand_in(calling(client_a))
    assert answer.status_code == 202
    assert answer.json()["status"] == "received"
    assert answer.json()["url"] == answer.headers["Location"] == f"{URL}{answer.json()['id']}/"
    register_waiting()
    detail = calling(client_a).get(answer.json()["url"]).json()
    assert (detail["status"], detail["document_kind"]) == ("registered", "json_manifest")
    assert detail["counts"] == {"consignments": 1, "registered": 1, "rejected": 0}


def test_the_same_key_and_body_is_the_same_id(client_a):
    first, again = hand_in(calling(client_a)), hand_in(calling(client_a))
    assert (again.status_code, again.json()["id"]) == (202, first.json()["id"])


def test_the_same_key_with_another_body_is_a_conflict(client_a):
    hand_in(calling(client_a))
    answer = hand_in(calling(client_a), raw=b"{}")
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_key_reused")


@pytest.mark.parametrize(
    ("what", "request_of", "status", "code"),
    [
        ("no body", {"raw": b""}, 400, "empty_document"),
        ("no key", {"key": None}, 400, "idempotency_key_not_usable"),
        ("a key too long", {"key": "k" * 201}, 400, "idempotency_key_not_usable"),
        ("a film", {"content_type": "video/mp4"}, 415, "content_type_not_supported"),
        ("a form", {"content_type": "multipart/form-data; boundary=x"}, 415, "content_type_not_supported"),
    ],
)
def test_what_cannot_be_taken_is_answered(client_a, what, request_of, status, code):
    answer = hand_in(calling(client_a), **request_of)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Submission.objects.exists()


@pytest.mark.parametrize("raw", [b"x" * 1001, b"x" * 5000])
def test_a_body_that_is_too_large_is_refused(client_a, settings, raw):
    settings.MAX_DOCUMENT_BYTES = 1000
    assert hand_in(calling(client_a), raw=raw).status_code == 413


def test_problems_say_where_what_and_how_to_mend_it_in_the_readers_language(client_a):
    bad = consignment("A-2", total_gross_mass_kg="12,5 т")
    hand_in(calling(client_a), raw=manifest(consignment("A-1"), bad))
    register_waiting()
    url = f"{URL}{Submission.objects.get().pk}/"
    english = calling(client_a).get(url).json()
    (problem,) = [one for one in english["problems"] if one["severity"] == "error"]
    assert (problem["path"], problem["document_number"]) == ("/consignments/1/total_gross_mass_kg", "A-2")
    assert problem["problem"] == "“12,5 т” is not a number of kilograms."
    assert problem["remedy"] == "Write kilograms as figures: 12,5 t is 12500."
    assert problem["value"] == "12,5 т"
    russian = calling(client_a, **{"Accept-Language": "ru"}).get(url).json()
    assert "«12,5 т» не число килограммов." in [one["problem"] for one in russian["problems"]]
    assert english["counts"] == {"consignments": 2, "registered": 1, "rejected": 1}


def test_all_problems_can_be_downloaded_as_csv_without_formulas(client_a):
    raw = manifest(consignment("=A-1", total_gross_mass_kg="=1+1"))
    hand_in(calling(client_a), raw=raw)
    register_waiting()
    answer = calling(client_a).get(f"{URL}{Submission.objects.get().pk}/problems.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    headings, *rows = csv.reader(io.StringIO(text))
    assert headings == ["Where", "Document", "Gravity", "What came", "Problem", "Remedy"]
    assert [row[1] for row in rows if row[2] == "error"] == ["'=A-1"]
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert "attachment" in answer["Content-Disposition"]


def test_a_client_sees_only_its_own(client_a):
    hand_in(calling(client_a))
    other = make.client()
    own = Submission.objects.get()
    assert [row["id"] for row in calling(client_a).get(URL).json()["results"]] == [str(own.pk)]
    assert calling(other).get(URL).json()["results"] == []
    assert calling(other).get(f"{URL}{own.pk}/").status_code == 404
    assert calling(other).get(f"{URL}{own.pk}/problems.csv").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("analyst", 200),
        ("supervisor", 200),
        ("unit_head", 200),
        ("coordinator", 200),
        ("auditor", 200),
        ("examiner", 403),
        ("administrator", 403),
    ],
)
def test_which_roles_read_submissions(client_a, who, status):
    hand_in(calling(client_a))
    caller = calling(make.officer(who))
    assert caller.get(URL).status_code == status
    assert caller.get(f"{URL}{Submission.objects.get().pk}/").status_code == status


def test_a_stranger_is_asked_who_he_is(client_a):
    hand_in(calling(client_a))
    for path in (URL, f"{URL}{Submission.objects.get().pk}/"):
        assert calling().get(path).status_code == 401
    assert hand_in(calling()).status_code == 401


def test_an_officer_of_another_unit_does_not_find_it(client_a):
    hand_in(calling(client_a))
    caller = calling(make.officer("analyst", unit=make.unit("OSH")))
    assert caller.get(URL).json()["count"] == 0
    assert caller.get(f"{URL}{Submission.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize(("who", "status"), [("analyst", 202), ("examiner", 403), ("auditor", 403)])
def test_which_officers_hand_in_documents(who, status):
    assert hand_in(calling(make.officer(who))).status_code == status


def test_an_officer_names_the_source(analyst):
    hand_in(calling(analyst), url=f"{URL}?source=Irkeshtam weekly&filename=week47.json")
    submission = Submission.objects.get()
    assert (submission.source.name, submission.source.unit) == ("Irkeshtam weekly", analyst.unit)
    assert (submission.submitted_by, submission.file_name) == (analyst, "week47.json")


def test_an_officer_never_writes_in_the_name_of_a_client(client_a, analyst):
    hand_in(calling(client_a))
    of_client = Source.objects.get(client=client_a)
    amended = hand_in(calling(analyst), url=f"{URL}?source={of_client.name}")
    assert (amended.status_code, amended.json()["code"]) == (400, "source_is_a_clients")
    assert Submission.objects.filter(source=of_client).count() == 1


def test_a_client_comes_in_although_the_desk_took_the_name_of_its_source(client_a):
    Source.objects.named(f"{client_a.username} (API)", client_a.unit_id)
    assert hand_in(calling(client_a)).status_code == 202
    assert Submission.objects.get().source.client == client_a


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [("Transfer-Encoding", "chunked", 411), ("Content-Encoding", "gzip", 415), ("Content-Encoding", "identity", 202)],
)
def test_how_a_body_may_be_wrapped(client_a, header, value, status):
    headers = {"Idempotency-Key": "trip-7", header: value}
    answer = calling(client_a).generic("POST", URL, manifest(), "application/json", headers=headers)
    assert answer.status_code == status


def test_nothing_a_client_reads_speaks_of_risk(client_a):
    hand_in(calling(client_a))
    hand_in(calling(client_a), raw=b"nothing that can be read", key="trip-8")
    register_waiting()
    for path in (URL, *(f"{URL}{one.pk}/" for one in Submission.objects.all())):
        assert not RISK_WORDS.search(json.dumps(calling(client_a).get(path).json()))


def test_what_a_client_reads_does_not_change_when_its_consignment_is_decided(client_a):
    url = hand_in(calling(client_a)).json()["url"]
    register_waiting()
    before = calling(client_a).get(url)
    one = Consignment.objects.get()
    one.record_movement("arrived", make.officer("examiner"))
    one.revisions.update(round_due=None)
    after = calling(client_a).get(url)
    assert (after.json(), after.headers.get("ETag")) == (before.json(), before.headers.get("ETag"))


def test_no_problem_text_speaks_of_risk():
    spoken = {code: f"{text.problem} {text.remedy}" for code, text in PROBLEMS.items()}
    assert {code: text for code, text in spoken.items() if RISK_WORDS.search(text)} == {}


def test_the_number_of_the_request_follows_the_document(client_a):
    answer = hand_in(calling(client_a))
    register_waiting()
    submission = Submission.objects.get(pk=answer.json()["id"])
    of_submission = CaseEvent.objects.filter(subject_id=submission.pk)
    of_consignment = CaseEvent.objects.filter(after__submission=str(submission.pk))
    assert submission.request_id
    assert [event.request_id for event in [*of_submission, *of_consignment]] == [submission.request_id] * 3


def test_a_client_hands_in_a_pdf_and_sees_that_a_person_is_asked(client_a, analyst):
    answer = hand_in(calling(client_a), raw=papers.cmr(), content_type="application/pdf")
    register_waiting()
    url = f"{URL}{answer.json()['id']}/"
    waits = calling(client_a).get(url).json()
    assert (waits["status"], waits["awaits_confirmation"], waits["document_kind"]) == ("received", True, "")
    draft = DocumentDraft.objects.get()
    confirm(draft, Submission.objects.get(), BY_KIND["cmr_note"], draft.values, analyst)
    register_waiting()
    done = calling(client_a).get(url).json()
    assert (done["status"], done["awaits_confirmation"], done["document_kind"]) == ("registered", False, "cmr_note")
    assert done["counts"]["registered"] == 1
