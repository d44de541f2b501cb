"""Questions with a deadline: asked, answered, overdue, called off, made needless by a decision, taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consignments.refusing import Refused
from profiling.asking import note_overdue
from profiling.models import InformationRequest, Question, State
from tests import factories as make
from tests.profiling import making
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make.officer("analyst")


def asked_of(assessment, officer, **fields):
    return assessment.request_information(officer, "Datum missing", Question(text="Where loaded?", **fields))


def state_of(assessment) -> str:
    assessment.refresh_from_db()
    return assessment.state


def test_an_answer_lets_the_consignment_wait_for_a_decision_again(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    assert (state_of(waiting), asked.state) == (State.INFORMATION_REQUESTED, "open")
    asked.answer_with("At Kashi", officer, "officer")
    assert (state_of(waiting), asked.state, asked.answer) == (State.WAITING, "answered", "At Kashi")
    assert waiting.decided_by is None
    waiting.release(officer, "Explained")


def test_it_waits_until_the_last_question_is_answered(officer):
    waiting = case("yellow")
    first, second = asked_of(waiting, officer), asked_of(waiting, officer)
    first.answer_with("Yes", officer, "officer")
    assert state_of(waiting) == State.INFORMATION_REQUESTED
    second.answer_with("Yes", officer, "officer")
    assert state_of(waiting) == State.WAITING


def test_what_nothing_selected_waits_by_the_officers_wish_after_the_answer(officer):
    green = making.assessment(lane="green")
    asked_of(green, officer).answer_with("Yes", officer, "officer")
    assert (state_of(green), green.selected_by) == (State.WAITING, ["officer"])


def test_the_answer_meets_the_newer_round_that_a_paper_opened(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    waiting.refresh_from_db()
    waiting.supersede()
    newer = making.assessment(waiting.consignment, round=2, lane="green")
    asked.answer_with("See the invoice", officer, "client")
    assert (state_of(newer), state_of(waiting)) == (State.WAITING, State.SUPERSEDED)


def test_it_is_answered_once(officer):
    asked = asked_of(case("yellow"), officer)
    asked.answer_with("Yes", officer, "officer")
    with pytest.raises(Refused, match="answered already"):
        InformationRequest.objects.get().answer_with("No", officer, "officer")
    with pytest.raises(Refused, match="Write the answer"):
        asked_of(case("yellow"), officer).answer_with("  ", officer, "officer")


def test_the_sweep_marks_the_overdue_once_and_the_answer_may_still_come(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    later = asked.due_at + timedelta(seconds=1)
    assert [note_overdue(asked.due_at - timedelta(seconds=1)), note_overdue(later), note_overdue(later)] == [0, 1, 0]
    asked.refresh_from_db()
    assert (asked.state, state_of(waiting)) == ("overdue", State.INFORMATION_REQUESTED)
    assert waiting.consignment.events.filter(subject_id=asked.pk, verb="overdue").count() == 1
    asked.answer_with("Sorry", officer, "officer")
    assert (asked.state, state_of(waiting)) == ("answered", State.WAITING)


@pytest.mark.parametrize("verb", ["release", "select"])
def test_a_decision_makes_the_question_needless_and_tells_nobody(officer, verb):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    getattr(waiting, verb)(officer, "Seen at the post")
    asked.refresh_from_db()
    assert (asked.state, asked.state_for_sender) == ("withdrawn", "open")
    asked.answer_with("At Kashi", officer, "client")  # kept, and changes nothing
    assert (asked.state, asked.state_for_sender) == ("withdrawn", "answered")
    assert state_of(waiting) in {State.RELEASED, State.SELECTED}


def test_a_decision_taken_back_opens_the_question_again(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    waiting.release(officer, "Seen")
    waiting.take_back(officer)
    asked.refresh_from_db()
    assert (asked.state, asked.withdrawn_at, state_of(waiting)) == ("open", None, State.INFORMATION_REQUESTED)


def test_asking_taken_back_calls_the_question_off(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    waiting.take_back(officer)
    asked.refresh_from_db()
    assert (asked.state, asked.state_for_sender, state_of(waiting)) == ("withdrawn", "closed", State.WAITING)


def test_asking_cannot_be_taken_back_after_the_answer(officer):
    waiting = case("yellow")
    asked_of(waiting, officer).answer_with("Yes", officer, "officer")
    with pytest.raises(Refused):
        waiting.take_back(officer)
    assert state_of(waiting) == State.WAITING


def test_calling_off_needs_a_reason_and_returns_it_to_the_queue(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    with pytest.raises(Refused, match="Say why"):
        asked.call_off(officer, " ")
    asked.call_off(officer, "It arrived by itself")
    assert (asked.state, asked.state_for_sender, state_of(waiting)) == ("withdrawn", "closed", State.WAITING)
    with pytest.raises(Refused, match="called off"):
        asked.answer_with("Late", officer, "client")


def test_what_never_comes_need_not_be_answered(officer):
    waiting = case("yellow")
    asked = asked_of(waiting, officer)
    waiting.refresh_from_db()
    waiting.lapse()
    asked.refresh_from_db()
    assert (asked.state, asked.state_for_sender) == ("withdrawn", "closed")


def test_a_deadline_lies_ahead(officer):
    waiting = case("yellow")
    with pytest.raises(Refused, match="future"):
        asked_of(waiting, officer, due_at=timezone.now() - timedelta(minutes=1))
    assert state_of(waiting) == State.WAITING  # nothing of it is kept


BREAKS = [
    {"state": "answered"},
    {"state": "lost"},
    {"state": "withdrawn"},
    {"answer": "Yes"},
    {"answered_at": timezone.now()},
    {"addressee": "nobody"},
    {"question": "", "is_put_to_sender": True},
    {"due_at": timezone.now() - timedelta(days=900)},
]


@pytest.mark.parametrize("change", BREAKS, ids=lambda change: "-".join(change))
def test_the_database_refuses_what_makes_no_sense(officer, change):
    asked = asked_of(case("yellow"), officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        InformationRequest.objects.filter(pk=asked.pk).update(**change)


def test_a_revision_that_the_officer_has_not_read_stops_every_decision(officer):
    waiting = case("yellow")
    make.revise(waiting.consignment)
    for verb in ("release", "select", "request_information"):
        with pytest.raises(Refused) as refused:
            getattr(waiting, verb)(officer, "Seen", read_revision=1)
        assert refused.value.code == "newer_revision"
    assert state_of(waiting) == State.WAITING
    waiting.release(officer, "Seen", read_revision=2)
