"""The hold list of a post: what to stop and until when, who has seen it, and never why."""

import pytest

from tests import factories as make
from tests.profiling.views.stage import case, decision, signed_in

pytestmark = pytest.mark.django_db


def held(**fields):
    waiting = case(**fields)
    waiting.select(make.officer("analyst", unit=waiting.unit), "Value far below the norm")
    return waiting


def test_a_selection_stands_on_the_list_at_once():
    waiting = case()
    signed_in().post(f"/assessments/{waiting.pk}/select/", decision())
    page = signed_in("examiner").get("/holds/").content.decode()
    assert "01 KG 730 BHC" in page
    assert "Stop. Hold until" in page


def test_it_never_says_why():
    held(reasons=[{"code": "C07", "points": 30, "values": {}}], score=987654)
    page = signed_in("examiner").get("/holds/").content.decode()
    for secret in ["Value", "C07", "987654", "Red", "profile"]:
        assert secret not in page.split('id="hold-list"')[1].split('class="signature"')[0]


def test_one_press_acknowledges_and_a_second_changes_nothing():
    waiting, examiner = held(), signed_in("examiner", full_name="Ulan Tashiev")
    for _ in range(2):
        examiner.post(f"/assessments/{waiting.pk}/acknowledge/", {"next": "/holds/"})
    row = examiner.get("/holds/").context["rows"][0]
    assert len(row.seen) == 1
    assert row.seen[0].startswith("Ulan T.")
    assert row.seen_by_me and not row.is_new


def test_each_post_has_its_own():
    at_kulundu = held(post=make.post("KULUNDU"))
    held()
    rows = signed_in("examiner").get("/holds/?post=KULUNDU").context["rows"]
    assert [row.id for row in rows] == [at_kulundu.pk]


def test_others_in_the_box_are_held_with_it():
    waiting = held()
    received = waiting.revision.submission
    sibling = make.consignment()
    revision = make.revision_of(sibling)
    revision.manifest = waiting.revision.manifest
    revision.submission = received
    revision.save()
    row = signed_in("examiner").get("/holds/").context["rows"][0]
    assert row.held_with == [sibling.reference]


def test_the_post_says_where_the_vehicle_is():
    waiting, examiner = held(), signed_in("examiner")
    examiner.post(f"/assessments/{waiting.pk}/movement/", {"movement": "arrived"})
    assert examiner.get("/holds/").context["rows"][0].place == "here"
    examiner.post(f"/assessments/{waiting.pk}/movement/", {"movement": "left"})
    assert "Passed" in examiner.get("/holds/").content.decode()
    assert examiner.post(f"/assessments/{waiting.pk}/movement/", {"movement": "vanished"}).status_code == 400


def test_what_was_examined_is_held_no_more():
    waiting, examiner = held(), signed_in("examiner")
    waiting.begin_examination(examiner.officer)
    waiting.record_outcome("nil", examiner.officer)
    page = examiner.get("/holds/")
    assert page.context["rows"] == []
    assert "The hold has ended" in page.content.decode()


def test_another_unit_sees_and_acknowledges_nothing():
    waiting, stranger = held(), signed_in("examiner", unit=make.unit("OSH"))
    assert stranger.get("/holds/").context["rows"] == []
    assert stranger.post(f"/assessments/{waiting.pk}/acknowledge/").status_code == 404
    assert stranger.post(f"/assessments/{waiting.pk}/movement/", {"movement": "arrived"}).status_code == 404


@pytest.mark.parametrize("role", ["client", "administrator", "auditor", "coordinator"])
def test_the_list_is_for_desk_and_post(role):
    waiting, browser = held(), signed_in(role)
    assert browser.get("/holds/").status_code == 403
    assert browser.post(f"/assessments/{waiting.pk}/acknowledge/").status_code == 403


def test_many_holds_cost_as_many_queries_as_one(django_assert_max_num_queries):
    for _ in range(6):
        held()
    browser = signed_in("examiner")
    with django_assert_max_num_queries(17):
        browser.get("/holds/")
