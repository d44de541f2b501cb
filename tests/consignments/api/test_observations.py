"""The door of readings: one or many in, once each, by clients and officers; nothing is read here."""

import json

import pytest

from consignments.models import Observation, Submission
from consignments.parsing.observations.json_fields import example_observation
from consignments.registering import register_waiting
from tests import factories as make

from .conftest import calling

pytestmark = pytest.mark.django_db

URL = "/api/v1/observations/"
READING = example_observation()


def hand_in(caller, stated=READING, key="w-1", content_type="application/json", url=URL):
    body = stated if isinstance(stated, bytes) else json.dumps(stated).encode()
    headers = {} if key is None else {"Idempotency-Key": key}
    return caller.generic("POST", url, body, content_type, headers=headers)


def what_became_of(caller, answer) -> dict:
    register_waiting()
    return caller.get(answer.json()["url"]).json()


def test_a_reading_is_kept_and_entered(client_a):
    make.post("IRKESHTAM")
    answer = hand_in(calling(client_a))
    assert answer.status_code == 202 and set(answer.json()) == {"id", "status", "url"}
    told = what_became_of(calling(client_a), answer)
    assert (told["status"], told["document_kind"]) == ("registered", "observation_table")
    assert told["observations"] == {"registered": 1, "rejected": 0}
    assert told["counts"] == {"consignments": 0, "registered": 0, "rejected": 0}
    kept = Observation.objects.get()
    assert (kept.event, kept.number_key, kept.gross_mass_kg, kept.taken_up_at) == ("weighed", "01KG730BHC", 31840, None)
    assert (kept.post.code, kept.source, str(kept.submission_id)) == ("IRKESHTAM", client_a.source, answer.json()["id"])


def test_of_many_a_faulty_one_is_rejected_alone_with_its_path(client_a):
    late = READING | {"seen_at": "2030-01-01T00:00:00+06:00"}
    faulty = READING | {"gross_mass_kg": "heavy"}
    told = what_became_of(calling(client_a), hand_in(calling(client_a), [READING, faulty, late]))
    assert (told["status"], told["observations"]) == ("partly_registered", {"registered": 1, "rejected": 2})
    errors = {(p["path"], p["code"]) for p in told["problems"] if p["severity"] == "error"}
    assert errors == {("/1/gross_mass_kg", "mass_unreadable"), ("/2", "observation_in_the_future")}


def test_the_same_key_is_the_same_delivery(client_a):
    first, again = hand_in(calling(client_a)), hand_in(calling(client_a))
    assert first.json()["id"] == again.json()["id"]
    other = hand_in(calling(client_a), READING | {"gross_mass_kg": 1})
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")


def test_the_same_reading_under_another_key_is_entered_once(client_a):
    hand_in(calling(client_a))
    again = READING | {"seen_at": "2026-11-24T13:05:00Z", "gross_mass_kg": 31840.0}
    told = what_became_of(
        calling(client_a), hand_in(calling(client_a), [again, again, READING | {"place": "DOSTUK"}], "w-2")
    )
    assert told["observations"] == {"registered": 1, "rejected": 0}
    assert [(p["code"], p["severity"]) for p in told["problems"]] == [("observations_repeated", "notice")]
    assert Observation.objects.count() == 2


def test_another_source_may_read_the_same(client_a):
    other = make.client()
    hand_in(calling(client_a)), hand_in(calling(other))
    register_waiting()
    assert Observation.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "request_of", "status", "code"),
    [
        ("no body", {"stated": b""}, 400, "empty_document"),
        ("no key", {"key": None}, 400, "idempotency_key_not_usable"),
        ("a table", {"content_type": "text/csv"}, 415, "content_type_not_supported"),
    ],
)
def test_what_cannot_be_taken_is_answered(client_a, name, request_of, status, code):
    answer = hand_in(calling(client_a), **request_of)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Submission.objects.exists()


def test_broken_json_is_kept_and_told(client_a):
    told = what_became_of(calling(client_a), hand_in(calling(client_a), b"[{"))
    assert (told["status"], [p["code"] for p in told["problems"]]) == ("rejected", ["json_broken"])


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("client", 202),
        ("analyst", 202),
        ("supervisor", 202),
        ("examiner", 403),
        ("auditor", 403),
        ("administrator", 403),
    ],
)
def test_who_may_hand_in(role, status):
    user = make.client() if role == "client" else make.officer(role)
    assert hand_in(calling(user)).status_code == status


def test_a_stranger_may_not_and_nobody_reads(client_a):
    assert hand_in(calling()).status_code == 401
    assert calling(client_a).get(URL).status_code == 405
    assert calling(make.officer("analyst")).get(URL).status_code == 405
