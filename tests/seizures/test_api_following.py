"""What becomes of seized goods, by the API: the same verbs, the same refusals, nothing for who may not."""

import pytest
from django.utils import timezone

from tests import factories as make

from .making import seizure_line
from .test_api import SEIZURES, as_officer

pytestmark = pytest.mark.django_db

HAND_OVER = {
    "destination": "agency",
    "received_by": "Drug service",
    "signed_by": "Nurlan",
    "place": "Batken",
    "agency": "drug_service",
    "act_number": "12/3",
}


def test_a_seizure_is_followed_and_read_back():
    line, today = seizure_line(), timezone.localdate().isoformat()
    officer, path = as_officer(line.recorded_by), f"{SEIZURES}{line.pk}/"
    posts = [
        ("hand-over", HAND_OVER | {"at": timezone.now().isoformat()}),
        ("laboratory", {"laboratory": "Lab", "number": "REQ 5", "on": today}),
        ("laboratory/answer", {"state": "confirmed", "number": "REP 9", "on": today, "finding": "Heroin"}),
        ("arrests", {"persons": 2}),
    ]
    for deed, body in posts:
        answer = officer.post(f"{path}{deed}/", body, format="json")
        assert answer.status_code == 201, answer.content
    told = officer.get(path).data
    assert (told["reference"], told["held_by"], told["arrests"]) == (line.reference, "Drug service", 2)
    assert [step["act_number"] for step in told["custody"]] == ["12/3"]
    assert [step["state"] for step in told["laboratory"]] == ["pending", "confirmed"]
    assert "custody" not in officer.get(SEIZURES).data["results"][0]


def test_a_refusal_is_a_conflict_that_says_why():
    line = seizure_line()
    body = HAND_OVER | {"at": timezone.now().isoformat(), "act_number": ""}
    answer = as_officer(line.recorded_by).post(f"{SEIZURES}{line.pk}/hand-over/", body, format="json")
    assert answer.status_code == 409
    assert "An agency takes over by an act" in answer.content.decode()


@pytest.mark.parametrize("deed", ["hand-over", "laboratory", "laboratory/answer", "arrests"])
def test_who_may_not_gets_nothing(deed):
    line = seizure_line()
    for role in ("analyst", "auditor", "coordinator", "client", "register_client", "administrator"):
        assert as_officer(make.officer(role)).post(f"{SEIZURES}{line.pk}/{deed}/", {}, format="json").status_code == 403
    stranger = as_officer(make.officer("supervisor", unit=make.unit("OSH")))
    assert stranger.post(f"{SEIZURES}{line.pk}/{deed}/", {}, format="json").status_code == 404


def test_how_it_was_concealed_goes_in_and_out():
    line = seizure_line(concealment_method="dissolved", concealment_note="in the washer fluid")
    supervisor, path = as_officer(make.officer("supervisor")), f"{SEIZURES}{line.pk}/"
    told = supervisor.get(path).data
    assert (told["concealment_method"], told["concealment_note"]) == ("dissolved", "in the washer fluid")
    newer = supervisor.post(
        f"{path}correct/", {"reason": "Looked again", "concealment_method": "built_in"}, format="json"
    )
    assert (newer.status_code, newer.data["concealment_method"]) == (201, "built_in")
    assert newer.data["reference"] == line.reference
