"""The page of one container or truck: who sees what of it, its seals, weights, journeys; deciding it as a whole."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from profiling.models import Assessment
from tests import factories as make
from tests.profiling.pieces.making import aboard, earlier
from tests.profiling.views.stage import decision, signed_in
from tests.seizures.making import begun

pytestmark = pytest.mark.django_db
PAGE = "/equipment/MSKU1234565/"
BOX = "MSKU1234565"


def test_it_shows_what_shares_the_box():
    aboard(BOX, "yellow", parties=[{"role": "consignee", "name": "Dordoi Plast", "country": "KG"}])
    aboard(BOX, "red", minutes=70)
    aboard("TGHU7654321", "red")
    answer = signed_in().get(PAGE)
    assert [(row.lane, row.consignee) for row in answer.context["rows"]] == [
        ("red", "Nur-Kiyim Import OsOO"),
        ("yellow", "Dordoi Plast"),
    ]
    assert "MSKU 123456-5" in answer.text and "2 of 2 consignments still wait" in answer.text


@pytest.mark.parametrize("written", ["msku1234565", "MSKU 123456-5", "MSKU-1234565"])
def test_any_writing_of_the_number_leads_to_its_page(written):
    aboard(BOX)
    assert signed_in().get(f"/equipment/{written}/").url == PAGE


def test_a_number_nobody_stated_and_another_units_are_not_found():
    aboard("TGHU7654321", unit=make.unit("OSH"))
    desk = signed_in()
    assert desk.get(PAGE).status_code == desk.get("/equipment/TGHU7654321/").status_code == 404
    assert signed_in(unit=make.unit("OSH")).get("/equipment/TGHU7654321/").status_code == 200
    assert signed_in("auditor").get("/equipment/TGHU7654321/").status_code == 200


def test_what_other_units_have_in_it_is_counted():
    aboard(BOX)
    hidden = aboard(BOX, unit=make.unit("OSH"), minutes=61)
    answer = signed_in().get(PAGE)
    assert "1 more in other units" in answer.text and hidden.consignment.reference not in answer.text


def test_an_examiner_sees_the_box_and_nothing_of_risk():
    aboard(BOX, "red", score=86)
    held = aboard(BOX, "yellow", state="selected", minutes=61)
    answer = signed_in("examiner").get(PAGE)
    assert answer.status_code == 200
    for word in ("lane r", "lane y", "scorebar", "Waiting", "Select for examination", "Why"):
        assert word not in answer.content.decode().split("<main")[1], word
    assert "on hold" in answer.text and f"/examinations/begin/{held.pk}/" in answer.text


@pytest.mark.parametrize(("role", "status"), [("client", 403), ("administrator", 403), ("coordinator", 200)])
def test_who_may_look(role, status):
    aboard(BOX)
    assert signed_in(role).get(PAGE).status_code == status


def test_seals_through_the_journey():
    held = aboard(BOX, "red", seals=["HX 550212"], state="selected", minutes=-60)
    make.observation(number=BOX, seals=["HX 550212"], seal_condition="intact", post=make.post(), seen_at=ago(5))
    make.observation(number=BOX, seals=["HX 550221"], seal_condition="intact", post=make.post(), seen_at=ago(1))
    examination = begun(held)
    examination.read_seal(examination.examiner, "HX 550221", "damaged")
    seals = signed_in().get(PAGE).context["seals"]
    assert [(line.seals, line.tone) for line in seals.lines] == [
        ("HX 550212", ""),
        ("HX 550212", "green"),
        ("HX 550221", "red"),
        ("HX 550221", "red"),
    ]
    assert seals.faults == ["seal broken", "another seal read", "seal changed on the way"]
    assert [stop.x for stop in seals.stops] == [40, 300, 560, 820]


def test_documents_that_differ_name_who_says_what():
    first, second = aboard(BOX, seals=["A1"]), aboard(BOX, seals=["B2"], minutes=61)
    seals = signed_in().get(PAGE).context["seals"]
    assert {(line.seals, line.source) for line in seals.lines} == {
        ("A1", first.consignment.reference),
        ("B2", second.consignment.reference),
    }


def test_weights_against_each_other():
    box = {"gross_mass_kg": Decimal(21740), "tare_mass_kg": Decimal(3900)}
    aboard(BOX, box=box)
    make.observation(number=BOX, event="weighed", gross_mass_kg=Decimal(27910))
    found = signed_in().get(PAGE).context["weights"]
    assert (found.difference_kg, found.difference_percent) == (2270, 8.9)


def test_other_journeys_are_told_with_what_came_of_them():
    earlier(BOX, 30, lane="green", state="released")
    earlier(BOX, 90, lane="red", outcome="seizure")
    earlier(BOX, 91, lane="red", outcome="nil")
    aboard(BOX)
    answer = signed_in().get(PAGE)
    assert [(line.result, line.consignments) for line in answer.context["journeys"]] == [
        ("Released", 1),
        ("Seizure", 2),
    ]
    before = signed_in().get(answer.context["journeys"][1].page)
    assert {row.state for row in before.context["rows"]} == {"Seizure", "Nothing found"}
    assert len(before.context["journeys"]) == 2


def test_the_page_opens_on_what_is_to_be_dealt_with():
    earlier(BOX, 20, lane="red")
    aboard(BOX, "green", state="not_selected", selected_by=[], minutes=5)
    (row,) = signed_in().get(PAGE).context["rows"]
    assert row.lane == "red"


@pytest.mark.parametrize(("days", "sentence"), [(60, "not opened on this journey"), (0, "opened on this journey")])
def test_it_says_whether_it_was_opened(days, sentence):
    begun(earlier(BOX, 60, lane="red", state="selected"), at=ago(24 * days))
    aboard(BOX)
    answer = signed_in().get(PAGE)
    assert len(answer.context["file"].examinations) == 1 and f">{sentence}<" in answer.text


def test_a_truck_without_a_box_has_a_page():
    made = aboard("", plate="01 KG 730 BHC")
    answer = signed_in().get("/equipment/01KG730BHC/")
    assert [row.reference for row in answer.context["rows"]] == [made.consignment.reference]
    assert answer.context["head"].number == "01 KG 730 BHC"


def test_the_whole_box_is_selected_with_one_reason():
    cases = [aboard(BOX, lane, minutes=minutes) for lane, minutes in [("red", 60), ("yellow", 61)]]
    desk = signed_in()
    answer = desk.post(f"{PAGE}decide/", decide(cases, "select"), follow=True)
    for case in cases:
        case.refresh_from_db()
        assert (case.state, case.decided_by_id) == ("selected", desk.officer.pk)
        assert case.decision_reason == f"Indicators confirmed: Seal to be compared (all of box {BOX})"
    assert "Selected: 2 consignments." in answer.text


def test_one_of_the_box_is_decided_alone_and_can_be_taken_back():
    first, second = aboard(BOX, "yellow"), aboard(BOX, "yellow", minutes=61)
    desk = signed_in()
    answer = desk.post(f"{PAGE}decide/", decide([first, second], "select", only=second.pk), follow=True)
    assert [Assessment.objects.get(pk=case.pk).state for case in (first, second)] == ["waiting", "selected"]
    assert "take-back" in answer.text


def test_a_red_release_is_only_proposed_and_the_rest_is_released():
    red, yellow = aboard(BOX, "red"), aboard(BOX, "yellow", minutes=61)
    signed_in().post(f"{PAGE}decide/", decide([red, yellow], "release", kind="explained"))
    assert [Assessment.objects.get(pk=case.pk).state for case in (red, yellow)] == ["release_proposed", "released"]


def test_what_shares_the_box_with_a_hold_is_released_by_naming_it_only():
    aboard(BOX, "red", state="selected")
    other = aboard(BOX, "yellow", minutes=61)
    desk = signed_in()
    refused = desk.post(f"{PAGE}decide/", decide([other], "release", kind="explained"), follow=True)
    assert "is on hold" in refused.text and Assessment.objects.get(pk=other.pk).state == "waiting"
    desk.post(f"{PAGE}decide/", decide([other], "release", kind="explained", words=f"Not in {BOX}, seen"))
    assert Assessment.objects.get(pk=other.pk).state == "released"


def test_a_decision_without_a_reason_changes_nothing():
    case = aboard(BOX)
    answer = signed_in().post(f"{PAGE}decide/", decide([case], "select", kind=""), follow=True)
    assert "needs a reason" in answer.text and Assessment.objects.get(pk=case.pk).state == "waiting"


def test_what_somebody_else_decided_meanwhile_is_said():
    case = aboard(BOX, "yellow")
    case.release(make.officer(full_name="Bakyt First"), "Papers fit")
    answer = signed_in().post(f"{PAGE}decide/", decide([case], "select"), follow=True)
    assert "decided this at" in answer.text and Assessment.objects.get(pk=case.pk).state == "released"


def test_only_what_travels_in_the_box_and_is_ours_is_decided():
    elsewhere, theirs = aboard("TGHU7654321"), aboard(BOX, unit=make.unit("OSH"))
    aboard(BOX)
    signed_in().post(f"{PAGE}decide/", decide([elsewhere, theirs], "select"))
    assert set(Assessment.objects.values_list("state", flat=True)) == {"waiting"}


@pytest.mark.parametrize("given", [{"verb": "burn"}, {"case": "no uuid"}, {"only": "no uuid"}])
def test_nonsense_is_a_bad_request(given):
    case = aboard(BOX)
    assert signed_in().post(f"{PAGE}decide/", decide([case], "select") | given).status_code == 400


@pytest.mark.parametrize("role", ["examiner", "client", "auditor"])
def test_who_may_not_decide(role):
    case = aboard(BOX)
    assert signed_in(role).post(f"{PAGE}decide/", decide([case], "select")).status_code == 403


def test_a_full_box_asks_no_more_than_one_of_few(django_assert_max_num_queries):
    for minutes in range(20):
        aboard(BOX, "yellow", minutes=minutes)
    for days in (30, 60, 90):
        earlier(BOX, days)
    desk = signed_in()
    with django_assert_max_num_queries(34):
        assert len(desk.get(PAGE).context["rows"]) == 20


def decide(cases, verb: str, **fields):
    return decision(**{name: value for name, value in fields.items() if name in {"kind", "words"}}) | {
        "verb": verb,
        "case": [str(case.pk) for case in cases],
        "only": str(fields.get("only", "")),
    }


def ago(hours: float):
    return timezone.now() - timedelta(hours=hours)
