"""The list of flagged containers and trucks: what a row says, who may look, and what it costs."""

import pytest
from django.utils import timezone

from tests import factories as make
from tests.profiling.pieces.making import aboard
from tests.profiling.views.stage import signed_in
from tests.seizures.making import begun

pytestmark = pytest.mark.django_db


def rows(role: str = "analyst", query: str = "", **fields):
    return signed_in(role, **fields).get(f"/equipment/{query}").context["rows"]


def test_a_row_tells_the_box_its_journey_and_what_is_aboard():
    aboard("MSKU1234565", lane="yellow", box={"size_type": "45R1"}, manifest_fields={"mode": "road"})
    aboard("MSKU1234565", lane="red", minutes=70)
    (row,) = rows()
    assert (row.number, row.kind, row.check.text) == (
        "MSKU 123456-5",
        "Container, 40′ high, refrigerated",
        "check digit fits",
    )
    assert (row.lane, row.consignments, row.waiting, row.vehicle) == (
        "red",
        "2 consignments",
        "2 to decide",
        "01 KG 730 BHC",
    )
    assert (row.post, row.arrives_in, row.hold, row.examined) == ("Kyzyl-Bel", "in 59 min", "no hold", "never opened")


@pytest.mark.parametrize(
    ("number", "kind", "text", "tone"),
    [
        ("MSKU1234565", "container", "check digit fits", "green"),
        ("MSKU1234560", "container", "check digit wrong", "red"),
        ("MSKX1234565", "container", "category letter wrong", "red"),
        ("BOX 1", "container", "not a container number", "red"),
        ("02 KG 111", "trailer", "", ""),
        ("52345678", "wagon", "", ""),
    ],
)
def test_check_digits(number, kind, text, tone):
    aboard(number, kind=kind)
    (row,) = rows()
    assert (row.check.text, row.check.tone) == (text, tone)


def test_a_row_tells_what_is_wrong_with_the_seals():
    aboard(seals=["HX 1"])
    aboard(seals=["HX 2"], lane="yellow", minutes=61)
    make.observation(number="MSKU1234565", seals=["HX 9"], seal_condition="broken", post=make.post())
    (row,) = rows()
    assert row.seals == "HX 1, HX 2"
    assert row.seal_faults == ["seal broken", "another seal read", "documents differ"]
    assert row.reading == "Gate in, Kyzyl-Bel"


def test_another_units_reading_is_not_told():
    aboard(seals=["HX 1"])
    other = make.submission(source=make.source(unit=make.unit("OSH")))
    make.observation(other, number="MSKU1234565", seals=["HX 9"])
    (row,) = rows()
    assert (row.seal_faults, row.reading) == ([], "")


def test_a_row_tells_hold_and_examination():
    held = aboard(lane="red", state="selected", minutes=5)
    assert [(row.hold, row.hold_tone) for row in rows()] == [("on hold", "red")]
    examination = begun(held)
    today = timezone.localtime(examination.begun_at)
    (row,) = rows()
    assert row.hold == "examination begun" and row.examined.startswith("opened ") and str(today.day) in row.examined


def test_the_address_keeps_filters_and_place():
    aboard("MSKU1234565", lane="red")
    aboard("TGHU7654321", lane="yellow")
    answer = signed_in().get("/equipment/?lane=red&sort=lane")
    assert [row.number for row in answer.context["rows"]] == ["MSKU 123456-5"]
    assert 'value="red"' in answer.text and answer.context["filters"].address == "lane=red&sort=lane"


def test_nothing_flagged_says_so():
    assert "Nothing flagged" in signed_in().get("/equipment/").text


@pytest.mark.parametrize(
    ("status", "roles"),
    [(200, "analyst supervisor auditor coordinator"), (403, "examiner client register_client administrator")],
)
def test_who_may_look(status, roles):
    assert {role: signed_in(role).get("/equipment/").status_code for role in roles.split()} == dict.fromkeys(
        roles.split(), status
    )


def test_another_unit_sees_none_of_ours():
    aboard()
    assert rows(unit=make.unit("OSH")) == []


def test_the_same_number_of_queries_for_one_box_and_for_many(django_assert_max_num_queries):
    for place in range(15):
        aboard(f"BOX{place}", minutes=place)
    desk = signed_in()
    with django_assert_max_num_queries(19):
        assert len(desk.get("/equipment/").context["rows"]) == 15
