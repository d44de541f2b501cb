"""Profiles over the API: who may, the steps of a version's life, faults by path, a backtest."""

import pytest

from tests import factories as make
from tests.profiling import making

from .conftest import api

pytestmark = pytest.mark.django_db

PROFILES, VERSIONS = "/api/v1/profiles/", "/api/v1/profile-versions/"


def test_strangers_clients_examiners_and_the_administrator_are_kept_out():
    version = making.version()
    paths = [PROFILES, f"{PROFILES}{version.profile_id}/", VERSIONS, f"{VERSIONS}{version.pk}/"]
    for path in paths:
        assert api().get(path).status_code == 401
        for role in ["client", "examiner", "administrator"]:
            assert api(make.officer(role)).get(path).status_code == 403, role
        assert api(make.officer("auditor")).get(path).status_code == 200


def test_readers_change_nothing():
    version = making.version(state="submitted")
    for role in ["client", "examiner", "administrator", "auditor", "coordinator"]:
        reader = api(make.officer(role))
        for step in ["submit", "approve", "activate", "suspend", "withdraw", "review", "new-version", "backtest"]:
            if role == "coordinator" and step in {"activate", "suspend"}:
                continue  # of what all units share it is the switch
            assert reader.post(f"{VERSIONS}{version.pk}/{step}/").status_code == 403, (role, step)
        assert reader.post(PROFILES, {}, format="json").status_code == 403
        assert reader.patch(f"{VERSIONS}{version.pk}/", {}, format="json").status_code == 403


def test_another_units_profile_is_not_there(author):
    theirs = making.version(making.profile(owner_unit=make.unit("OSH")))
    assert api(author).get(f"{PROFILES}{theirs.profile_id}/").status_code == 404
    assert api(author).post(f"{VERSIONS}{theirs.pk}/suspend/", {"reason": "Noise."}).status_code == 404
    assert api(author).get(PROFILES).json()["count"] == 0


def test_a_profile_reads_with_its_versions_and_its_rate(author):
    version = making.version()
    for outcome in ["seizure", "nil"]:
        making.hit(making.assessment(lane="red", selected_by=["profile"], outcome=outcome), version)
    (row,) = api(author).get(PROFILES).json()["results"]
    assert (row["code"], row["versions"][0]["state"]) == (version.profile.code, "active")
    assert row["performance"] == {
        "selections": 2,
        "positive": 1,
        "examined": 2,
        "share": 0.5,
        "low": pytest.approx(0.0945, abs=1e-4),
        "high": pytest.approx(0.9055, abs=1e-4),
    }


def test_from_a_draft_to_an_active_version(author, second):
    begun = api(author).post(PROFILES, {"title": "Boxes", "definition": making.DEFINITION}, format="json")
    assert begun.status_code == 201
    path = f"{VERSIONS}{begun.json()['id']}/"
    assert (
        api(author).post(f"{path}submit/", {"reason": "Wanted.", "no_backtest_because": "None yet."}).json()["state"]
        == "submitted"
    )
    refused = api(author).post(f"{path}approve/")
    assert (refused.status_code, refused.json()["code"]) == (409, "second_officer_needed")
    assert api(second).post(f"{path}approve/").json()["approver"] == second.username
    assert api(second).post(f"{path}activate/").json()["state"] == "active"
    assert api(second).post(f"{path}suspend/").status_code == 400
    assert api(second).post(f"{path}suspend/", {"reason": "Noise."}).json()["state"] == "suspended"


def test_what_is_everybodys_is_switched_by_a_head_or_the_coordinator(author):
    shared, own = making.version(), making.version(making.profile(owner_unit=author.unit))
    because = {"reason": "Noise."}
    assert api(author).post(f"{VERSIONS}{shared.pk}/suspend/", because).status_code == 403
    assert api(make.officer("coordinator")).post(f"{VERSIONS}{own.pk}/suspend/", because).status_code == 403
    assert api(make.officer("coordinator")).post(f"{VERSIONS}{shared.pk}/suspend/", because).status_code == 200
    assert api(make.officer("unit_head")).post(f"{VERSIONS}{shared.pk}/activate/").status_code == 200


def test_an_analyst_may_submit_but_not_approve():
    analyst = make.officer("analyst")
    own, other = making.version(state="draft", author=analyst), making.version(state="submitted")
    assert api(analyst).post(f"{VERSIONS}{own.pk}/submit/", {"no_backtest_because": "None yet."}).status_code == 200
    assert api(analyst).post(f"{VERSIONS}{other.pk}/approve/").status_code == 403
    assert api(analyst).post(f"{VERSIONS}{other.pk}/withdraw/", {"reason": "No."}).status_code == 403


def test_faults_come_with_path_problem_and_remedy(author):
    version = making.version(state="draft", author=author)
    answer = api(author).patch(
        f"{VERSIONS}{version.pk}/",
        {"definition": making.DEFINITION | {"lane": "purple", "threshold": 900}},
        format="json",
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "definition_faulty")
    assert {fault["path"] for fault in answer.json()["faults"]} == {"lane"}
    assert all(fault["problem"] and fault["remedy"] for fault in answer.json()["faults"])


def test_an_edit_over_the_api_voids_the_approval(author, second):
    version = making.version(state="submitted", author=author)
    api(second).post(f"{VERSIONS}{version.pk}/approve/")
    edited = api(author).patch(f"{VERSIONS}{version.pk}/", {"instruction": "Open the doors."}, format="json").json()
    assert (edited["state"], edited["approver"], edited["instruction"]) == ("draft", None, "Open the doors.")
    assert api(second).patch(f"{VERSIONS}{version.pk}/", {"instruction": "No."}, format="json").status_code == 409


def test_state_and_author_are_not_written(author):
    version = making.version(state="draft", author=author)
    sent = {"state": "active", "approver": "somebody", "number": 9, "instruction": "Look."}
    edited = api(author).patch(f"{VERSIONS}{version.pk}/", sent, format="json").json()
    assert (edited["state"], edited["number"], edited["author"]) == ("draft", 1, author.username)


def test_versions_are_filtered(author):
    active = making.version()
    making.version(active.profile, "draft")
    rows = api(author).get(VERSIONS, {"profile": active.profile.code, "state": "active"}).json()["results"]
    assert [row["id"] for row in rows] == [str(active.pk)]


def test_a_backtest_counts_against_the_active_version(author):
    active = making.version()
    draft = active.new_version(author)
    draft.edit(author, definition=making.DEFINITION | {"indicators": [{"code": "E04", "points": 50}]})
    box = {"container_number_invalid": True, "seal_missing": False}
    lost = making.assessment(facts_values=box, lane="red", selected_by=["profile"], outcome="seizure")
    making.assessment(facts_values={"container_number_invalid": False, "seal_missing": True})
    found = api(author).post(f"{VERSIONS}{draft.pk}/backtest/", {"days": 30}, format="json").json()
    assert (found["assessed"], found["selected"], found["selected_by_active"]) == (2, 1, 1)
    assert found["known_positives"] == {"total": 1, "caught": 0, "newly_caught": 0, "lost": 1, "missed": 0}
    assert [row["reference"] for row in found["lost"]] == [lost.consignment.reference]
    assert found["rate"]["examined"] == 0 and found["rate"]["share"] is None and found["history_is_thin"]
    assert [(row["selected"], row["active"]) for row in found["per_day"]] == [(1, 1)]
    assert found["per_post"][0]["post"] == "KYZYL-BEL"


def test_a_backtest_asks_for_a_sensible_period(author):
    version = making.version()
    for days in [0, 367, "many"]:
        assert api(author).post(f"{VERSIONS}{version.pk}/backtest/", {"days": days}, format="json").status_code == 400
    assert api(author).post(f"{VERSIONS}{version.pk}/backtest/").status_code == 200
