"""Lifting a selection after its ten seconds, and closing one that left unexamined: with a reason, a red by two."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.refusing import Refused
from profiling.models import Assessment, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


def held(lane: str = "yellow", **fields) -> Assessment:
    return making.assessment(
        lane=lane, selected_by=["profile"], state="selected", hold_until=timezone.now() + timedelta(days=1), **fields
    )


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


def test_a_yellow_is_lifted_by_one_officer_with_a_reason():
    hold, officer = held(), make.officer()
    hold.lift(officer, "The invoice came")
    hold.refresh_from_db()
    assert (hold.state, hold.decided_by, hold.hold_until) == (State.RELEASED, officer, None)
    assert hold.decision_reason == "The invoice came"
    assert not Assessment.objects.on_hold().exists()


def test_a_lift_needs_a_reason():
    with refused("reason_missing"):
        held().lift(make.officer(), "  ")


def test_the_hold_of_a_red_stands_until_another_officer_lifts_it_too():
    hold, first, second = held("red"), make.officer(), make.officer()
    hold.lift(first, "The invoice came")
    assert hold.is_on_hold and hold.hold_until
    with refused("second_officer_needed"):
        hold.lift(first, "Really")
    hold.lift(second, "I read it too")
    hold.refresh_from_db()
    assert (hold.state, hold.proposed_by, hold.decided_by) == (State.RELEASED, first, second)
    verbs = list(hold.events_of_case().values_list("verb", "actor"))
    assert verbs == [("lift_proposed", first.pk), ("selection_lifted", second.pk)]


def test_another_officer_may_keep_the_hold():
    hold, first, second = held("red"), make.officer(), make.officer()
    with refused("no_proposal"):
        hold.keep_hold(second, "No")
    hold.lift(first, "The invoice came")
    hold.keep_hold(second, "It is a copy")
    assert hold.is_on_hold and hold.lift_proposed_by is None
    hold.lift(second, "Now the original came")  # proposes anew: it takes two again
    assert hold.is_on_hold


def test_who_proposed_to_release_it_before_it_was_selected_is_no_second_officer():
    waiting = making.assessment(lane="red", selected_by=["profile"])
    first, second = make.officer(), make.officer()
    waiting.release(first, "Known trader")
    waiting.select(second, "Not to me")
    waiting.lift(second, "Now I know it too")
    assert waiting.is_on_hold


@pytest.mark.parametrize("verb", ["lift", "close_unexamined", "keep_hold"])
def test_what_is_under_examination_is_not_let_go(verb):
    hold, officer = held(of=make.consignment(movement="left")), make.officer("examiner")
    hold.begin_examination(officer)
    with refused("examination_begun"):
        getattr(hold, verb)(make.officer(), "Because")


@pytest.mark.parametrize("verb", ["lift", "close_unexamined"])
def test_what_is_not_held_is_not_let_go(verb):
    with refused("no_hold"):
        getattr(making.assessment(), verb)(make.officer(), "Because")


def test_an_examination_settles_what_was_proposed():
    hold = held("red")
    hold.lift(make.officer(), "The invoice came")
    hold.begin_examination(make.officer("examiner"))
    hold.record_outcome("nil", make.officer("examiner"))
    assert hold.lift_proposed_by is None


def test_what_never_came_lapses_whatever_was_proposed():
    hold = held("red")
    hold.lift(make.officer(), "The invoice came")
    hold.lapse()
    hold.refresh_from_db()
    assert hold.state == State.LAPSED


def test_a_lift_is_taken_back_within_ten_seconds_and_the_hold_stands_again():
    hold, officer = held(), make.officer()
    until = hold.hold_until
    hold.lift(officer, "The invoice came")
    hold.take_back(officer)
    hold.refresh_from_db()
    assert (hold.state, hold.hold_until) == (State.SELECTED, until)


def test_what_shares_a_held_box_is_lifted_only_by_naming_it():
    first = held()
    sibling = make.consignment()
    revision = make.revision_of(sibling)
    revision.manifest = first.revision.manifest
    revision.save()
    second = held(of=sibling)
    with refused("held_with_another"):
        first.lift(make.officer(), "The invoice came")
    first.lift(make.officer(), f"The invoice came; {second.consignment.reference} stays")
    assert first.state == State.RELEASED


def test_what_left_unexamined_is_closed_with_an_explanation():
    hold, officer = held("red", of=make.consignment(movement="left")), make.officer()
    with refused("reason_missing"):
        hold.close_unexamined(officer, "")
    hold.close_unexamined(officer, "The gate stood open at the change of shift")
    hold.refresh_from_db()
    assert (hold.state, hold.decided_by) == (State.LEFT_UNEXAMINED, officer)
    assert not Assessment.objects.on_hold().exists()
    assert hold.events_of_case().get().reason == "The gate stood open at the change of shift"


def test_what_is_still_at_the_post_did_not_leave():
    with refused("not_left"):
        held(of=make.consignment(movement="arrived")).close_unexamined(make.officer(), "Because")
