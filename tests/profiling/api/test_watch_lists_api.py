"""Watch lists and warnings over the API."""

import uuid

import pytest

from profiling.models import WarningMessage, WatchList
from tests import factories as make
from tests.profiling import making

from .conftest import api

pytestmark = pytest.mark.django_db

LISTS, WARNINGS = "/api/v1/watchlists/", "/api/v1/warnings/"


@pytest.fixture
def analyst():
    return api(make.officer("analyst"))


def test_strangers_clients_examiners_and_the_administrator_are_kept_out():
    the_list = making.watch_list()
    paths = [LISTS, f"{LISTS}{the_list.pk}/", f"{LISTS}{the_list.pk}/entries/", f"{LISTS}look-up/?name=Nur", WARNINGS]
    for path in paths:
        assert api().get(path).status_code == 401, path
        for role in ["client", "examiner", "administrator"]:
            assert api(make.officer(role)).get(path).status_code == 403, (role, path)
        assert api(make.officer("auditor")).get(path).status_code == 200, path


def test_readers_change_nothing():
    the_list = making.watch_list()
    entry = making.entry(the_list, "Nur")
    for role in ["client", "examiner", "administrator", "auditor", "coordinator"]:
        reader = api(make.officer(role))
        for path in [
            LISTS,
            f"{LISTS}{the_list.pk}/entries/",
            f"{LISTS}{the_list.pk}/upload/",
            f"{LISTS}{the_list.pk}/entries/{entry.pk}/end/",
            WARNINGS,
        ]:
            assert reader.post(path, {}, format="json").status_code == 403, (role, path)


def test_another_units_list_is_not_there(analyst):
    theirs = making.watch_list(unit=make.unit("OSH"))
    entry = making.entry(theirs, "Nur")
    assert analyst.get(f"{LISTS}{theirs.pk}/").status_code == 404
    assert analyst.post(f"{LISTS}{theirs.pk}/entries/", {"value": "Ala"}, format="json").status_code == 404
    assert (
        analyst.post(f"{LISTS}{theirs.pk}/entries/{entry.pk}/end/", {"reason": "x"}, format="json").status_code == 404
    )
    assert analyst.get(LISTS).json()["count"] == 0


def test_a_list_is_begun_filled_and_searched(analyst):
    begun = analyst.post(LISTS, {"name": "Own", "kind": "party"}, format="json")
    assert (begun.status_code, begun.json()["lane"], begun.json()["unit"]) == (201, "red", "BATKEN")
    path = f"{LISTS}{begun.json()['id']}/"
    assert analyst.post(f"{path}entries/", {"value": "Nur-Kiyim", "note": "yarn"}, format="json").status_code == 201
    again = analyst.post(f"{path}entries/", {"value": "NUR KIYIM"}, format="json")
    assert (again.status_code, again.json()["code"]) == (409, "listed_already")
    assert analyst.get(f"{path}entries/", {"search": "yarn"}).json()["count"] == 1
    assert analyst.get(f"{path}entries/", {"search": "silk"}).json()["count"] == 0
    assert analyst.get(path).json()["live_entries"] == 1
    assert analyst.post(LISTS, {"name": "Own", "kind": "plate"}, format="json").status_code == 409


def test_a_file_goes_in_and_its_bad_rows_are_reported(analyst):
    the_list = making.watch_list()
    raw = "value;country\nОсОО «Ала-Тоо»;KG\n;KG\n".encode("cp1251")
    answer = analyst.post(f"{LISTS}{the_list.pk}/upload/", raw, content_type="text/csv")
    assert answer.status_code == 200
    assert (answer.json()["added"], [row["line"] for row in answer.json()["problems"]]) == (1, [3])
    wrong = analyst.post(f"{LISTS}{the_list.pk}/upload/", {"a": 1}, format="json")
    assert wrong.status_code == 415


def test_an_entry_is_ended_with_a_reason(analyst):
    the_list = making.watch_list()
    entry = making.entry(the_list, "Nur")
    path = f"{LISTS}{the_list.pk}/entries/{entry.pk}/end/"
    assert analyst.post(path, {}, format="json").status_code == 400
    assert analyst.post(path, {"reason": "Cleared."}, format="json").status_code == 204
    assert analyst.post(path, {"reason": "Again."}, format="json").status_code == 409
    assert analyst.get(f"{LISTS}{the_list.pk}/entries/").json()["count"] == 0
    nothing = f"{LISTS}{the_list.pk}/entries/{uuid.uuid4()}/end/"
    assert analyst.post(nothing, {"reason": "x"}, format="json").status_code == 404


def test_the_look_up_answers_with_score_and_what_agreed(analyst):
    begun = WatchList.objects.get(pk=analyst.post(LISTS, {"name": "Own", "kind": "party"}, format="json").json()["id"])
    analyst.post(f"{LISTS}{begun.pk}/entries/", {"value": "ОсОО «Ак-Бермет Текстиль»"}, format="json")
    (found,) = analyst.get(f"{LISTS}look-up/", {"name": "Ak-Bermet Tekstil"}).json()
    assert found["is_match"] and found["score"] >= 88 and found["watch_list"] == "Own"
    assert analyst.get(f"{LISTS}look-up/").json() == []


def test_a_warning_comes_in_once_and_is_closed(analyst):
    sent = {"reference": "W-1", "from_unit": "PCU Bishkek", "kind": "container", "value": "OTSU 412706-3"}
    assert analyst.post(WARNINGS, sent, format="json").status_code == 201
    assert analyst.post(WARNINGS, sent, format="json").status_code == 409
    assert analyst.post(WARNINGS, sent | {"reference": "W-2", "kind": "ship"}, format="json").status_code == 400
    warning = WarningMessage.objects.get()
    assert warning.value_key == "OTSU4127063"
    closed = analyst.post(f"{WARNINGS}{warning.pk}/close/", {"reason": "Found."}, format="json")
    assert closed.json()["closed_at"]
    assert analyst.post(f"{WARNINGS}{warning.pk}/close/", {"reason": "Found."}, format="json").status_code == 409
