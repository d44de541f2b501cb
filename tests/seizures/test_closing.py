"""Closing an examination: a result for each, goods for a seizure, the outcome down to the assessment, corrections."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from consignments.models import CaseEvent
from consignments.refusing import Refused
from seizures.models import Examination, SeizureLine
from tests import factories as make

from .making import answered, begun, closed, goods, neighbour, selected

pytestmark = pytest.mark.django_db


def refused(call, *args, **how):
    with pytest.raises(Refused) as caught:
        call(*args, **how)
    return caught.value.code


@pytest.mark.parametrize("outcome", ["nil", "documentary", "revenue", "inconclusive"])
def test_the_outcome_goes_down_to_the_assessment(outcome):
    case = selected()
    examination = closed(case, outcome)
    case.refresh_from_db()
    assert case.outcome == outcome
    assert case.outcome_recorded_at == examination.closed_at
    assert examination.examined.get().outcome == outcome


def test_a_full_examination_is_closed_when_all_is_answered():
    case = selected()
    examination = answered(begun(case))
    examination.close(examination.examiner, "full", {case: "nil"}, new_seal=" KG 0001 ", remarks="Nothing found")
    examination.refresh_from_db()
    assert (examination.state, examination.kind, examination.new_seal) == ("closed", "full", "KG 0001")
    assert examination.closed_by == examination.examiner
    assert CaseEvent.objects.filter(subject_id=examination.pk).values_list("verb", flat=True)[0] == "begun"
    assert CaseEvent.objects.filter(subject_id=examination.pk).last().verb == "closed"


def test_it_says_what_is_still_open():
    case = selected()
    examination = begun(case)
    with pytest.raises(Refused, match=r"state of the seal.*point 7, result"):
        examination.close(examination.examiner, "full", {})
    case.refresh_from_db()
    assert (examination.state, case.outcome) == ("open", "not_recorded")


def test_every_consignment_examined_needs_its_result():
    case = selected()
    other = neighbour(case)
    examination = begun(case, also=[other])
    with pytest.raises(Refused, match=other.consignment.reference):
        examination.close(examination.examiner, "documents", {case: "nil"})


def test_what_was_not_examined_gets_no_outcome():
    case = selected()
    other = neighbour(case)
    held_with_it = neighbour(case)
    examination = begun(case, also=[other])
    examination.close(examination.examiner, "documents", {case: "nil", other: "documentary"})
    outcomes = []
    for one in (case, other, held_with_it):
        one.refresh_from_db()
        outcomes.append(one.outcome)
    assert outcomes == ["nil", "documentary", "not_recorded"]


def test_it_refuses_a_result_for_what_was_not_examined():
    case = selected()
    examination = begun(case)
    code = refused(
        examination.close, examination.examiner, "documents", {case: "nil", selected(make.consignment()): "nil"}
    )
    assert code == "not_examined"


def test_a_seizure_records_its_lines_in_one_go():
    case = selected()
    examination = closed(case, "seizure", goods(case), goods(case, commodity="Hashish", category="drugs"))
    lines = examination.seizure_lines.in_force()
    assert {line.commodity for line in lines} == {"Cigarettes", "Hashish"}
    assert {line.consignment for line in lines} == {case.consignment}
    assert CaseEvent.objects.filter(consignment=case.consignment, verb="seized").count() == 2


@pytest.mark.parametrize("outcome", ["nil", "seizure"])
def test_goods_and_result_must_agree(outcome):
    case = selected()
    examination = begun(case)
    seized = [goods(case)] if outcome == "nil" else []
    assert refused(examination.close, examination.examiner, "documents", {case: outcome}, seized) == "not_complete"
    assert not SeizureLine.objects.exists()


def test_a_failing_line_closes_nothing():
    case = selected()
    examination = begun(case)
    with pytest.raises(Exception, match="seized_quantity_is_positive"):
        examination.close(
            examination.examiner, "documents", {case: "seizure"}, [goods(case), goods(case, quantity=Decimal(0))]
        )


def test_it_refuses_to_close_twice():
    case = selected()
    examination = closed(case)
    assert refused(examination.close, examination.examiner, "documents", {case: "nil"}) == "already_closed"


def test_a_stale_copy_cannot_close_again():
    case = selected()
    examination = begun(case)
    stale = Examination.objects.get(pk=examination.pk)
    examination.close(examination.examiner, "documents", {case: "nil"})
    assert refused(stale.close, stale.examiner, "documents", {case: "seizure"}, [goods(case)]) == "already_closed"


def test_the_time_may_be_told():
    then = timezone.now() - timedelta(days=40)
    case = selected()
    examination = begun(case, at=then)
    examination.close(examination.examiner, "documents", {case: "nil"}, at=then + timedelta(hours=2))
    case.refresh_from_db()
    assert case.outcome_recorded_at == then + timedelta(hours=2)


def test_of_two_boxes_the_graver_result_is_the_outcome():
    case = selected(make.consignment(equipment=[{"number": "MSCU1"}, {"number": "MSCU2"}, {"number": "MSCU3"}]))
    for box, outcome, expected in [
        ("MSCU1", "nil", "nil"),
        ("MSCU2", "seizure", "seizure"),
        ("MSCU3", "documentary", "seizure"),
    ]:
        examination = begun(case, equipment=box)
        seized = [goods(case)] if outcome == "seizure" else []
        examination.close(examination.examiner, "documents", {case: outcome}, seized)
        case.refresh_from_db()
        assert case.outcome == expected
    corrected = CaseEvent.objects.get(subject_id=case.pk, verb="outcome_corrected")
    assert "EX-" in corrected.reason


def test_a_result_is_corrected_with_a_reason():
    case = selected()
    examination = closed(case, "nil")
    supervisor = make.officer("supervisor")
    examination.correct_result(supervisor, case, "documentary", "The licence was for another year")
    case.refresh_from_db()
    assert (case.outcome, examination.examined.get().outcome) == ("documentary", "documentary")
    event = CaseEvent.objects.get(subject_id=examination.pk, verb="result_corrected")
    assert (event.before, event.after, event.actor) == ({"outcome": "nil"}, {"outcome": "documentary"}, supervisor)


def test_goods_found_later_make_a_seizure_of_it():
    case = selected()
    examination = closed(case, "nil")
    examination.correct_result(examination.examiner, case, "seizure", "Found while unloading", [goods(case)])
    case.refresh_from_db()
    assert case.outcome == "seizure"
    assert examination.seizure_lines.in_force().count() == 1


def test_more_goods_found_later_leave_it_a_seizure():
    case = selected()
    examination = closed(case, "seizure")
    examination.correct_result(examination.examiner, case, "seizure", "More behind the wall", [goods(case)])
    assert examination.seizure_lines.in_force().count() == 2


@pytest.mark.parametrize(
    ("was", "outcome", "reason", "code"),
    [
        ("nil", "documentary", " ", "reason_missing"),
        ("nil", "nil", "Really", "unchanged"),
        ("nil", "", "Because", "outcome_unknown"),
        ("nil", "not_recorded", "Because", "outcome_unknown"),
        ("nil", "seizure", "Because", "seizure_without_goods"),
        ("seizure", "nil", "Because", "goods_without_seizure"),
    ],
)
def test_it_refuses_a_correction(was, outcome, reason, code):
    case = selected()
    examination = closed(case, was)
    assert refused(examination.correct_result, examination.examiner, case, outcome, reason) == code
    case.refresh_from_db()
    assert case.outcome == was


def test_nothing_is_corrected_while_it_is_open():
    case = selected()
    examination = begun(case)
    assert refused(examination.correct_result, examination.examiner, case, "nil", "Because") == "still_open"


def test_a_seizure_of_nothing_can_be_taken_back():
    case = selected()
    examination = closed(case, "seizure")
    examination.seizure_lines.get().correct(examination.examiner, "It was tea", quantity=Decimal(0))
    examination.correct_result(examination.examiner, case, "nil", "The laboratory says tea")
    case.refresh_from_db()
    assert case.outcome == "nil"
