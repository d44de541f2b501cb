"""The verbs of an assessment: three people and a stranger's timing."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import Assessment, History, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


def refused(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*args, **kwargs)
    return refusal.value.code


def test_a_green_is_released_by_one_officer():
    officer, case = make.officer(), making.assessment()
    case.release(officer, "Usual trader")
    case.refresh_from_db()
    assert (case.state, case.decided_by, case.decision_reason) == (State.RELEASED, officer, "Usual trader")


def test_a_red_is_proposed_and_needs_another_officer():
    first, second, case = make.officer(), make.officer(), making.assessment(lane="red")
    case.release(first, "Explained by the invoice")
    assert case.state == State.RELEASE_PROPOSED
    assert refused(case.release, first, "Again") == "second_officer_needed"
    case.release(second, "I agree")
    case.refresh_from_db()
    assert (case.state, case.proposed_by, case.decided_by) == (State.RELEASED, first, second)


def test_a_decision_needs_a_reason():
    officer, case = make.officer(), making.assessment()
    assert refused(case.select, officer, "  ") == "reason_missing"
    case.refresh_from_db()
    assert case.state == State.NOT_SELECTED


def test_it_refuses_a_second_decision_and_says_who_decided():
    officer, case = make.officer(full_name="Aigul Toktosunova"), making.assessment()
    case.select(officer, "Look at the seal")
    with pytest.raises(Refused, match=r"Aigul T\."):
        case.release(make.officer(), "Late")


def test_who_read_an_old_page_is_refused():
    case = making.assessment()
    seen_before = Assessment.objects.get(pk=case.pk)
    case.release(make.officer(), "Usual")
    assert refused(seen_before.select, make.officer(), "Too late") == "already_decided"


def test_what_nothing_recommended_was_selected_by_the_officer():
    case = making.assessment()
    case.select(make.officer(), "I know this driver")
    assert case.selected_by == ["officer"]


def test_what_the_draw_recommended_stays_the_draws():
    case = making.assessment(selected_by=["random"], is_drawn=True)
    case.select(make.officer(), "Drawn")
    assert case.selected_by == ["random"]


def test_a_hold_ends_in_the_future():
    case = making.assessment()
    assert refused(case.select, make.officer(), "Stop", timezone.now() - timedelta(hours=1)) == "hold_in_the_past"
    case.select(make.officer(), "Stop")
    assert case.hold_until > timezone.now() + timedelta(hours=71)


def test_a_decision_is_taken_back_within_ten_seconds_by_its_officer_only():
    officer, case = make.officer(), making.assessment(lane="yellow")
    case.select(officer, "Mistaken row")
    assert refused(case.take_back, make.officer()) == "nothing_to_take_back"
    case.take_back(officer)
    case.refresh_from_db()
    assert (case.state, case.decided_by, case.decision_reason, case.hold_until) == (State.WAITING, None, "", None)
    assert refused(case.take_back, officer) == "nothing_to_take_back"
    assert [e.verb for e in case.events_of_case()] == ["selected", "decision_taken_back"]


def test_taking_back_a_completed_red_release_leaves_the_proposal():
    first, second, case = make.officer(), make.officer(), making.assessment(lane="red")
    case.release(first, "Explained")
    case.release(second, "I agree")
    case.take_back(second)
    case.refresh_from_db()
    assert (case.state, case.decided_by, case.decision_reason) == (State.RELEASE_PROPOSED, first, "Explained")


def test_after_ten_seconds_it_stands(settings):
    settings.UNDO_SECONDS = 0
    officer, case = make.officer(), making.assessment()
    case.select(officer, "Stop")
    assert refused(case.take_back, officer) == "too_late"


def test_an_examination_that_has_begun_keeps_the_selection():
    officer, case = make.officer(), making.assessment()
    case.select(officer, "Stop")
    case.begin_examination(make.officer("examiner"))
    assert refused(case.take_back, officer) == "examination_begun"


def test_only_what_was_selected_has_an_outcome():
    case = making.assessment()
    assert refused(case.record_outcome, "nil", make.officer("examiner")) == "not_selected"


def test_history_remembers_an_outcome_and_its_correction():
    case = making.assessment(lane="red")
    of = case.consignment
    History.objects.create(
        revision=case.revision,
        consignment=of,
        manifest_id=case.revision.manifest_id,
        source_id=of.source_id,
        unit_id=of.unit_id,
        known_at=case.revision.known_at,
        document_number_key="X1234",
    )
    case.select(make.officer(), "Stop")
    case.record_outcome("seizure", make.officer("examiner"))
    remembered = History.objects.get(revision=case.revision)
    assert (remembered.outcome_is_positive, remembered.outcome_is_seizure) == (True, True)
    assert refused(case.record_outcome, "nil", make.officer("examiner")) == "outcome_recorded"
    assert refused(case.correct_outcome, "nil", make.officer("supervisor"), "") == "reason_missing"
    case.correct_outcome("nil", make.officer("supervisor"), "The laboratory found sugar")
    remembered.refresh_from_db()
    assert (remembered.outcome_is_positive, remembered.outcome_is_seizure) == (False, False)
    case.correct_outcome("inconclusive", make.officer("supervisor"), "The sample was lost")
    remembered.refresh_from_db()
    assert remembered.outcome_is_positive is None


def test_every_verb_leaves_a_line_in_the_log():
    officer, case = make.officer(), making.assessment(lane="yellow")
    case.assign_to(officer)
    case.request_information(officer, "Where is the packing list?")
    case.select(officer, "No answer")
    case.acknowledge_hold(make.officer("examiner"))
    case.begin_examination(make.officer("examiner"))
    case.record_outcome("nil", make.officer("examiner"))
    verbs = [e.verb for e in CaseEvent.objects.filter(subject_id=case.pk)]
    assert verbs == [
        "assigned",
        "information_requested",
        "selected",
        "hold_acknowledged",
        "examination_begun",
        "outcome_recorded",
    ]


def test_a_second_press_acknowledges_a_hold_once():
    case, examiner = making.assessment(), make.officer("examiner")
    case.select(make.officer(), "Stop")
    case.acknowledge_hold(examiner)
    case.acknowledge_hold(examiner)
    assert case.acknowledgements.count() == 1


def test_releasing_what_shares_a_held_box_must_name_the_box():
    here = {"equipment": [{"number": "MSKU1234565"}]}
    held, other = making.assessment(make.consignment(**here)), making.assessment(make.consignment(**here))
    arrival = timezone.now()
    for case in (held, other):
        case.arrival_at = arrival
        case.save()
    held.select(make.officer(), "Look")
    assert refused(other.release, make.officer(), "Usual trader") == "held_with_another"
    other.release(make.officer(), "MSKU 123456-5 is opened for the other consignment only")
    assert other.state == State.RELEASED


def test_the_most_risky_unassigned_case_of_the_own_unit_comes_next():
    officer = make.officer()
    making.assessment(lane="yellow", score=90)
    red = making.assessment(lane="red", score=10)
    making.assessment(make.consignment(unit=make.unit("OSH")), lane="red", score=99)
    assert Assessment.objects.take_next(officer) == red
    assert Assessment.objects.take_next(officer).lane == "yellow"
    assert Assessment.objects.take_next(officer) is None


@pytest.mark.django_db(transaction=True)
def test_officers_who_press_at_once_get_different_cases():
    officers = [make.officer() for _ in range(6)]
    for _ in officers:
        making.assessment(lane="red")
    taken = []

    def press(officer):
        try:
            taken.append(Assessment.objects.take_next(officer).pk)
        finally:
            connection.close()

    threads = [Thread(target=press, args=[officer]) for officer in officers]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert len(set(taken)) == len(officers)


@pytest.mark.django_db(transaction=True)
def test_a_second_press_gets_the_case_of_the_first():
    officer, taken = make.officer(), []
    for _ in range(4):
        making.assessment(lane="red")

    def press():
        try:
            taken.append(Assessment.objects.take_next(officer, second_press=timedelta(seconds=60)).pk)
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert (len(taken), len(set(taken))) == (4, 1)
    Assessment.objects.get(pk=taken[0]).release(officer, "Explained by the invoice")
    assert Assessment.objects.take_next(officer, second_press=timedelta(seconds=60)).pk != taken[0]
