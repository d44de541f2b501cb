"""Beginning an examination and what is done while it is open."""

import re
import threading

import pytest
from django.db import connection

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import State
from seizures.models import Examination
from tests import factories as make
from tests.profiling.making import assessment

from .making import BOX, begun, closed, neighbour, selected

pytestmark = pytest.mark.django_db


def refused(call, *args, **how):
    with pytest.raises(Refused) as caught:
        call(*args, **how)
    return caught.value.code


def test_it_begins_on_the_only_box_of_a_selected_consignment():
    case = selected()
    examination = begun(case)
    case.refresh_from_db()
    assert (examination.equipment_kind, examination.equipment_number) == ("container", BOX)
    assert re.fullmatch(r"EX-\d\d-\d{6}", examination.reference)
    assert examination.assessments() == [case]
    assert (examination.unit, examination.post) == (case.unit, case.post)
    assert case.examination_begun_at


def test_each_examination_has_its_own_reference():
    assert begun().reference != begun(selected(make.consignment(equipment=[{"number": "MSCU1"}]))).reference


@pytest.mark.parametrize("state", ["waiting", "not_selected", "released", "information_requested"])
def test_it_refuses_what_was_not_selected(state):
    case = assessment(lane="yellow", state=state, selected_by=["profile"])
    assert refused(begun, case) == "not_selected"
    assert not Examination.objects.exists()


def test_it_refuses_a_second_examination_of_the_same_box():
    case = selected()
    first = begun(case)
    with pytest.raises(Refused, match=first.reference):
        begun(case)


def test_it_refuses_what_was_examined_already():
    case = selected()
    closed(case, "nil")
    assert refused(begun, case) == "already_examined"


def test_what_could_not_be_finished_may_be_examined_again():
    case = selected()
    closed(case, "inconclusive")
    closed(case, "nil")
    case.refresh_from_db()
    assert case.outcome == "nil"


def test_one_of_several_boxes_has_to_be_named():
    case = selected(make.consignment(equipment=[{"number": "MSCU1"}, {"number": "MSCU2"}]))
    assert refused(begun, case) == "equipment_needed"
    assert refused(begun, case, equipment="MSCU3") == "equipment_unknown"
    assert begun(case, equipment="mscu-2").equipment_number == "MSCU2"


def test_each_of_several_boxes_is_its_own_examination():
    case = selected(make.consignment(equipment=[{"number": "MSCU1"}, {"number": "MSCU2"}]))
    begun(case, equipment="MSCU1")
    begun(case, equipment="MSCU2")
    assert Examination.objects.of(case).count() == 2


def test_a_truck_without_equipment_is_examined_itself():
    examination = begun(selected(make.consignment(equipment=[])))
    assert (examination.equipment_kind, examination.equipment_number) == ("vehicle", "01 KG 730 BHC")


def test_the_vehicle_may_be_named_where_the_documents_state_none():
    case = selected(make.consignment(equipment=[], manifest_fields={"conveyance_id": "", "conveyance_key": ""}))
    assert refused(begun, case) == "equipment_needed"
    assert begun(case, equipment="02 KG 1").equipment_number == "02 KG 1"


def test_a_neighbour_really_opened_is_selected_first_with_the_box_named():
    case = selected()
    other = neighbour(case)
    begun(case, also=[other])
    other.refresh_from_db()
    assert other.state == State.SELECTED
    assert other.selected_by == ["officer"]
    assert BOX in other.decision_reason and case.consignment.reference in other.decision_reason


def test_a_neighbour_selected_before_keeps_its_origin():
    case = selected()
    other = neighbour(case, state="selected", lane="red", selected_by=["random"])
    assert begun(case, also=[other]).assessments() == [case, other]
    other.refresh_from_db()
    assert other.selected_by == ["random"]


def test_an_unopened_neighbour_is_left_alone():
    case = selected()
    other = neighbour(case)
    begun(case)
    other.refresh_from_db()
    assert other.state == State.NOT_SELECTED


def test_it_refuses_what_travels_in_another_box():
    stranger = selected(make.consignment(equipment=[{"number": "MSCU9"}]))
    assert refused(begun, selected(), also=[stranger]) == "not_in_the_box"


def test_it_refuses_a_neighbour_of_another_unit():
    case = selected()
    foreign = make.consignment(unit=make.unit("OSH"), equipment=[{"number": BOX, "number_key": BOX}])
    assert refused(begun, case, also=[assessment(foreign)]) == "not_in_the_box"


def test_a_refused_neighbour_leaves_no_half_examination():
    case = selected()
    refused(begun, case, also=[neighbour(case, state="released", lane="green")])
    case.refresh_from_db()
    assert not Examination.objects.exists()
    assert case.examination_begun_at is None


def test_an_answer_is_kept_and_logged_once():
    examination = begun()
    examination.answer(examination.examiner, "floor", "problem", " Step up ")
    examination.answer(examination.examiner, "floor", "problem", "Step up")
    examination.refresh_from_db()
    assert examination.checklist == {"floor": {"answer": "problem", "note": "Step up"}}
    event = CaseEvent.objects.get(subject_id=examination.pk, verb="answered")
    assert (event.actor, event.after["answer"]) == (examination.examiner, "problem")


@pytest.mark.parametrize(
    ("point", "answer", "code"), [("cab", "in_order", "point_unknown"), ("floor", "fine", "answer_unknown")]
)
def test_it_refuses_an_answer_to_nothing(point, answer, code):
    examination = begun()
    assert refused(examination.answer, examination.examiner, point, answer) == code


def test_two_officers_answers_do_not_overwrite_each_other():
    examination = begun()
    same = Examination.objects.get(pk=examination.pk)
    examination.answer(examination.examiner, "floor", "in_order")
    same.answer(examination.examiner, "doors", "in_order")
    examination.refresh_from_db()
    assert set(examination.checklist) == {"floor", "doors"}


def test_notes_are_kept_as_typed_and_logged_without_their_content():
    examination = begun()
    examination.keep_notes(examination.examiner, {"remarks": "Hollow sound", "kind": ""})
    examination.keep_notes(examination.examiner, {"remarks": "Hollow sound"})
    event = CaseEvent.objects.get(subject_id=examination.pk, verb="notes_kept")
    assert event.after == {"fields": ["remarks"]}


def test_a_closed_examination_takes_no_more_answers():
    examination = closed()
    officer = examination.examiner
    assert refused(examination.answer, officer, "floor", "in_order") == "already_closed"
    assert refused(examination.read_seal, officer, "A1", "intact") == "already_closed"
    assert refused(examination.keep_notes, officer, {"remarks": "x"}) == "already_closed"
    assert refused(examination.include, officer, neighbour(examination.assessments()[0])) == "already_closed"


@pytest.mark.django_db(transaction=True)
def test_two_officers_who_begin_at_once_make_one_examination():
    case, results = selected(), []
    officers = [make.officer("examiner") for _ in range(2)]
    start = threading.Barrier(2)

    def begin(officer):
        try:
            start.wait()
            results.append(begun(type(case).objects.get(pk=case.pk), officer).reference)
        except Refused as refusal:
            results.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=begin, args=[officer]) for officer in officers]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert "under_examination" in results and len(results) == 2
    assert Examination.objects.count() == 1
