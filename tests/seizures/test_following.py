"""What becomes of seized goods: a chain of hand-overs without gaps, the laboratory's answers, arrests, photos."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.models import CaseEvent
from consignments.refusing import Refused
from seizures.models import CustodyStep
from seizures.whereabouts import HandOver
from tests import factories as make
from tests.consignments.files import picture

from .making import goods, seizure_line, selected

pytestmark = pytest.mark.django_db


def hand_over(**told) -> HandOver:
    usual = {
        "destination": "store",
        "received_by": "Evidence store of Batken",
        "signed_by": "A. Toktosunova",
        "at": timezone.now(),
        "place": "Kyzyl-Bel",
        "seal": "BAG 17",
    }
    return HandOver(**{**usual, **told})


def to_agency(**told) -> HandOver:
    usual = {"destination": "agency", "agency": "drug_service", "act_number": "12/3", "received_by": "Drug service"}
    return hand_over(**{**usual, **told})


def test_a_seizure_has_a_number_that_its_corrections_keep():
    line = seizure_line()
    newer = line.correct(make.officer("supervisor"), "Counted again", quantity=5)
    assert line.reference.startswith("SZ-")
    assert newer.reference == line.reference
    assert seizure_line().reference != line.reference


def test_each_hand_over_begins_where_the_last_one_ended():
    line = seizure_line()
    assert line.held_by() == f"{line.recorded_by}, PCU {line.unit}"
    first = line.hand_over(line.recorded_by, hand_over())
    second = line.hand_over(line.recorded_by, hand_over(destination="laboratory", received_by="Forensic laboratory"))
    assert (first.number, first.given_by) == (1, f"{line.recorded_by}, PCU {line.unit}")
    assert (second.number, second.given_by) == (2, "Evidence store of Batken")
    assert line.held_by() == "Forensic laboratory"
    assert CaseEvent.objects.filter(verb="handed_over", consignment=line.consignment).count() == 2


def test_the_chain_goes_on_under_a_correction():
    line = seizure_line()
    line.hand_over(line.recorded_by, hand_over())
    newer = line.correct(make.officer("supervisor"), "Counted again", quantity=5)
    newer.hand_over(line.recorded_by, hand_over(received_by="Store of Osh"))
    assert list(line.custody_steps().values_list("number", flat=True)) == [1, 2]
    assert line.held_by() == newer.held_by() == "Store of Osh"
    assert {step.line_id for step in CustodyStep.objects.all()} == {line.pk}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"destination": "shop"}, "destination_unknown"),
        ({"received_by": " "}, "hand_over_incomplete"),
        ({"signed_by": ""}, "hand_over_incomplete"),
        ({"place": ""}, "hand_over_incomplete"),
        ({"destination": "agency", "agency": "drug_service"}, "act_missing"),
        ({"destination": "agency", "act_number": "12/3"}, "act_missing"),
        ({"destination": "agency", "agency": "bakery", "act_number": "12/3"}, "act_missing"),
        ({"agency": "police"}, "no_agency"),
        ({"at": timezone.now() + timedelta(days=1)}, "in_the_future"),
        ({"at": timezone.now() - timedelta(days=900)}, "out_of_order"),
    ],
)
def test_it_refuses_a_hand_over(told, code):
    line = seizure_line()
    with pytest.raises(Refused) as caught:
        line.hand_over(line.recorded_by, replace(hand_over(), **told))
    assert caught.value.code == code
    assert not line.custody_steps().exists()


def test_a_hand_over_does_not_lie_before_the_one_before():
    line = seizure_line()
    step = line.hand_over(line.recorded_by, hand_over())
    with pytest.raises(Refused) as caught:
        line.hand_over(line.recorded_by, hand_over(at=step.at - timedelta(minutes=2)))
    assert caught.value.code == "out_of_order"


def test_what_left_the_unit_comes_back_only_by_a_supervisor_who_says_why():
    line = seizure_line()
    line.hand_over(line.recorded_by, to_agency())
    supervisor = make.officer("supervisor")
    for officer, remark in ((line.recorded_by, "They sent it back"), (supervisor, "")):
        with pytest.raises(Refused) as caught:
            line.hand_over(officer, hand_over(remark=remark))
        assert caught.value.code == "left_the_unit"
    line.hand_over(supervisor, hand_over(remark="They sent it back"))
    assert line.held_by() == "Evidence store of Batken"


def test_a_laboratory_is_asked_and_answers():
    line, today = seizure_line(), timezone.localdate()
    line.send_to_laboratory(line.recorded_by, "Forensic laboratory", "REQ 5", today)
    assert line.laboratory_steps().last().state == "pending"
    line.record_laboratory_result(line.recorded_by, "confirmed", "REP 9", today, "Heroin")
    last = line.laboratory_steps().last()
    assert (last.state, last.laboratory, last.number) == ("confirmed", "Forensic laboratory", "REP 9")
    line.record_laboratory_result(line.recorded_by, "refuted", "REP 10", today, "The sample was mixed up")
    assert [step.state for step in line.laboratory_steps()] == ["pending", "confirmed", "refuted"]
    assert list(CaseEvent.objects.filter(verb="laboratory_answered").values_list("after__state", flat=True)) == [
        "confirmed",
        "refuted",
    ]


def test_it_refuses_an_answer_out_of_place():
    line, today = seizure_line(), timezone.localdate()

    def refused(verb, *told) -> str:
        with pytest.raises(Refused) as caught:
            verb(line.recorded_by, *told)
        return caught.value.code

    assert refused(line.record_laboratory_result, "confirmed", "REP 9", today) == "not_sent"
    assert refused(line.send_to_laboratory, "", "REQ 5", today) == "number_missing"
    assert refused(line.send_to_laboratory, "Lab", " ", today) == "number_missing"
    assert refused(line.send_to_laboratory, "Lab", "REQ 5", today + timedelta(days=1)) == "day_out_of_order"
    line.send_to_laboratory(line.recorded_by, "Lab", "REQ 5", today)
    assert refused(line.record_laboratory_result, "pending", "REP 9", today) == "answer_unknown"
    assert refused(line.record_laboratory_result, "confirmed", "R", today - timedelta(days=1)) == "day_out_of_order"
    line.record_laboratory_result(line.recorded_by, "confirmed", "REP 9", today)
    assert refused(line.record_laboratory_result, "refuted", "REP 10", today) == "finding_missing"


def test_arrests_are_of_the_examination_so_that_two_lines_count_nobody_twice():
    case = selected()
    line = seizure_line(case)
    report = line.report_arrests(line.recorded_by, 2)
    twin = line.examination.seizure_lines.get()
    assert (report.persons, twin.arrest_reports().last().persons) == (2, 2)
    for persons, reason, code in (
        (2, "Why", "unchanged"),
        (1, "", "reason_missing"),
        (-1, "Why", "persons_out_of_range"),
    ):
        with pytest.raises(Refused) as caught:
            line.report_arrests(line.recorded_by, persons, reason)
        assert caught.value.code == code
    line.report_arrests(line.recorded_by, 1, "One was a witness")
    assert [one.persons for one in line.arrest_reports()] == [2, 1]
    event = CaseEvent.objects.filter(verb="arrests_reported").last()
    assert (event.before, event.after["persons"], event.reason) == ({"persons": 2}, 1, "One was a witness")


def test_a_photo_is_kept_once_and_only_pictures_are():
    line = seizure_line()
    first = line.add_photo(line.recorded_by, picture("JPEG"), "On the scale")
    assert line.add_photo(line.recorded_by, picture("JPEG"), "Again").pk == first.pk
    with pytest.raises(Refused) as caught:
        line.add_photo(line.recorded_by, b"%PDF-1.4\n%%EOF")
    assert caught.value.code == "no_picture"


def test_how_it_was_concealed_is_kept_and_can_be_corrected():
    case = selected()
    line = seizure_line(case, concealment_method="built_in", concealment_note="behind the left lamp")
    newer = line.correct(make.officer("supervisor"), "It was the right lamp", concealment_note="behind the right lamp")
    assert (newer.concealment_method, newer.concealment_note) == ("built_in", "behind the right lamp")
    assert goods(case).concealment_method == "not_stated"
