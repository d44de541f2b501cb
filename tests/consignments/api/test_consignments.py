"""Consignments for officers: lists, search, and what becomes of a journey."""

import pytest

from consignments.models import CaseEvent
from tests import factories as make

from .conftest import calling

pytestmark = pytest.mark.django_db

URL = "/api/v1/consignments/"


def test_an_officer_reads_what_the_source_stated(analyst):
    one = make.consignment(document_number="CMR-77")
    make.revise(one, total_packages=7)
    row = calling(analyst).get(f"{URL}{one.pk}/").json()
    assert (row["reference"], row["revision"], row["document_number"]) == (one.reference, 2, "CMR-77")
    assert (row["stated"]["number"], row["stated"]["total_packages"]) == (2, 7)
    assert row["stated"]["equipment"][0]["seals"] == ["HX204512"]
    assert {party["role"] for party in row["stated"]["parties"]} == {"consignor", "consignee"}


@pytest.mark.parametrize(
    ("who", "status"),
    [("analyst", 200), ("examiner", 200), ("auditor", 200), ("client", 403), ("administrator", 403)],
)
def test_which_roles_read_consignments(who, status):
    one = make.consignment()
    caller = calling(make.officer(who))
    assert caller.get(URL).status_code == status
    assert caller.get(f"{URL}{one.pk}/").status_code == status


def test_a_stranger_is_asked_who_he_is():
    assert calling().get(URL).status_code == 401


def test_another_units_consignment_is_not_found(analyst):
    elsewhere = make.consignment(unit=make.unit("OSH"))
    assert calling(analyst).get(URL).json()["count"] == 0
    assert calling(analyst).get(f"{URL}{elsewhere.pk}/").status_code == 404
    assert calling(make.officer("coordinator")).get(f"{URL}{elsewhere.pk}/").status_code == 200


@pytest.mark.parametrize(
    "text",
    ["CMR-ABC-77", "abc-7", "KSHU 618240-8", "kshu618", "01 KG 730", "Nur-Kiyim", "Нур-Кийим Импорт", "02709202610417"],
)
def test_a_consignment_is_found_by_what_is_in_hand(analyst, text):
    party = make.party("Nur-Kiyim Import OsOO", match_key="inn:02709202610417", name_key="nur kiyim import")
    parties = [{"role": "consignee", "name": "Nur-Kiyim Import OsOO", "party": party}]
    one = make.consignment(document_number="CMR-ABC-77", parties=parties)
    make.consignment(
        parties=[], equipment=[], manifest_fields={"conveyance_id": "", "conveyance_key": ""}, document_number="OTHER"
    )
    found = calling(analyst).get(URL, {"search": text}).json()["results"]
    assert [row["id"] for row in found] == [str(one.pk)]


@pytest.mark.parametrize("text", ["ZZNOSUCH999", "zz", "%%%"])
def test_a_nonsense_search_finds_nothing(analyst, text):
    make.consignment()
    assert calling(analyst).get(URL, {"search": text}).json()["count"] == 0


def test_an_officer_notes_the_arrival(analyst):
    one = make.consignment()
    answer = calling(analyst).post(f"{URL}{one.pk}/movement/", {"movement": "arrived"}, format="json")
    assert (answer.status_code, answer.json()["movement"]) == (200, "arrived")
    event = CaseEvent.objects.get(consignment=one, verb="arrived")
    assert (event.actor, event.before, event.after) == (analyst, {"movement": "expected"}, {"movement": "arrived"})


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("expected", "arrived", 200),
        ("expected", "left", 200),
        ("expected", "never_came", 200),
        ("arrived", "left", 200),
        ("arrived", "arrived", 200),
        ("arrived", "never_came", 409),
        ("left", "arrived", 409),
        ("never_came", "arrived", 200),
        ("expected", "expected", 400),
        ("expected", "flew", 400),
    ],
)
def test_what_may_follow_in_a_journey(analyst, before, after, status):
    one = make.consignment(movement=before)
    answer = calling(analyst).post(f"{URL}{one.pk}/movement/", {"movement": after}, format="json")
    assert answer.status_code == status
    one.refresh_from_db()
    assert one.movement == (after if status == 200 else before)


@pytest.mark.parametrize(("who", "status"), [("examiner", 200), ("auditor", 403), ("client", 403)])
def test_which_roles_note_a_movement(who, status):
    one = make.consignment()
    answer = calling(make.officer(who)).post(f"{URL}{one.pk}/movement/", {"movement": "arrived"}, format="json")
    assert answer.status_code == status
