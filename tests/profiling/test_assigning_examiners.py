"""Giving a hold to an examiner: drawn by workload among those on duty, explained by the log, or named with a reason."""

from collections import Counter
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from consignments.refusing import Refused
from profiling.draw_numbers import draw_number, least_burdened
from profiling.models import Assessment, Duty
from tests import factories as make
from tests.profiling import making

A, B, C = (UUID(int=number) for number in (1, 2, 3))
# what is open with whom, draw number, who is chosen: the weights are 1 / (1 + open)
CHOSEN = [
    ("alone", {A: 9}, 0.99, A),
    ("the first half", {A: 0, B: 0}, 0.499, A),
    ("the second half", {A: 0, B: 0}, 0.5, B),
    ("three open is a fifth beside none", {A: 3, B: 0}, 0.199, A),
    ("beyond the fifth", {A: 3, B: 0}, 0.201, B),
    ("in the order of the ids, not of the telling", {B: 0, A: 0}, 0.1, A),
    ("the last of three", {A: 0, B: 0, C: 0}, 0.9999, C),
]


@pytest.mark.parametrize(("loads", "number", "chosen"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN])
def test_less_open_work_is_chosen_more_often(loads, number, chosen):
    assert least_burdened(loads, number) == chosen


@given(
    st.dictionaries(st.uuids(), st.integers(0, 500), min_size=1, max_size=12),
    st.floats(0, 1, exclude_max=True, allow_nan=False),
)
def test_somebody_of_those_on_duty_is_always_chosen(loads, number):
    assert least_burdened(loads, number) in loads


def test_the_shares_are_those_of_the_weights():
    drawn = Counter(least_burdened({A: 0, B: 1, C: 3}, draw_number("5a" * 16, str(uuid4()))) for _ in range(14_000))
    for who, share in {A: 4 / 7, B: 2 / 7, C: 1 / 7}.items():
        assert abs(drawn[who] / 14_000 - share) < 0.02


def test_nobody_is_chosen_from_nobody():
    with pytest.raises(ValueError, match="nobody"):
        least_burdened({}, 0.5)


def held(**fields) -> Assessment:
    return making.assessment(lane="red", selected_by=["profile"], state="selected", **fields)


def on_duty(**fields):
    examiner = make.officer("examiner", **fields)
    Duty.objects.begin(examiner, make.post())
    return examiner


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


@pytest.mark.django_db
class TestTheVerbs:
    def test_a_hold_is_given_to_somebody_on_duty_and_the_log_explains_it(self):
        examiners, hold = [on_duty() for _ in range(3)], held()
        held(examiner=examiners[0])
        hold.draw_examiner(make.officer())
        hold.refresh_from_db()
        told = hold.events_of_case().get(verb="examiner_drawn").after
        loads = {UUID(row["examiner"]): row["open"] for row in told["workloads"]}
        assert loads == {examiners[0].pk: 1, examiners[1].pk: 0, examiners[2].pk: 0}
        assert told["number"] == draw_number(told["seed"], str(hold.pk))
        assert hold.examiner_id == least_burdened(loads, told["number"]) == UUID(told["examiner"])

    def test_who_is_not_on_duty_here_is_not_drawn(self):
        gone = on_duty()
        Duty.objects.end(gone)
        Duty.objects.begin(make.officer("examiner"), make.post("KULUNDU"))
        Duty.objects.begin(make.officer("analyst"), make.post())  # may not examine
        forgot = on_duty()
        Duty.objects.filter(officer=forgot).update(begun_at=timezone.now() - timedelta(hours=15))
        with refused("nobody_on_duty"):
            held().draw_examiner(make.officer())
        there = on_duty()
        hold = held()
        hold.draw_examiner(make.officer())
        assert hold.examiner == there

    def test_a_draw_is_not_repeated_until_the_right_one_comes(self):
        on_duty(), on_duty()
        hold = held()
        hold.draw_examiner(make.officer())
        with refused("given_already"):
            hold.draw_examiner(make.officer())

    def test_it_is_drawn_anew_when_the_chosen_one_has_left(self):
        first = on_duty()
        hold = held()
        hold.draw_examiner(make.officer())
        Duty.objects.end(first)
        second = on_duty()
        hold.draw_examiner(make.officer())
        assert hold.examiner == second

    def test_an_examiner_is_named_with_a_reason(self):
        hold, examiner, by = held(), make.officer("examiner"), make.officer()
        with refused("reason_missing"):
            hold.name_examiner(examiner, by, " ")
        hold.name_examiner(examiner, by, "Knows reefers")
        event = hold.events_of_case().get()
        assert (event.verb, event.actor, event.reason) == ("examiner_named", by, "Knows reefers")
        assert hold.examiner == examiner
        with refused("unchanged"):
            hold.name_examiner(examiner, by, "Knows reefers")

    @pytest.mark.parametrize("role", ["analyst", "client", "examiner elsewhere", "examiner who left"])
    def test_only_who_may_examine_in_the_unit_is_named(self, role):
        role, _, how = role.partition(" ")
        fields = {"elsewhere": {"unit": make.unit("OSH")}, "who left": {"is_active": False}}.get(how, {})
        with refused("no_examiner"):
            held().name_examiner(make.officer(role, **fields), make.officer(), "Because")

    def test_what_is_examined_or_not_held_is_given_to_nobody(self):
        on_duty()
        with refused("no_hold"):
            making.assessment().draw_examiner(make.officer())
        hold, examiner = held(), make.officer("examiner")
        hold.begin_examination(examiner)
        assert hold.examiner == examiner
        with refused("examination_begun"):
            hold.draw_examiner(make.officer())

    def test_a_selection_taken_back_is_given_to_nobody(self):
        examiner, analyst = on_duty(), make.officer()
        waiting = making.assessment(lane="red", selected_by=["profile"])
        waiting.select(analyst, "Because")
        waiting.draw_examiner(analyst)
        assert waiting.examiner == examiner
        waiting.take_back(analyst)
        waiting.refresh_from_db()
        assert waiting.examiner is None

    def test_an_officer_is_on_duty_at_one_post(self):
        examiner = on_duty()
        again = Duty.objects.begin(examiner, make.post())
        assert Duty.objects.filter(officer=examiner).get() == again
        Duty.objects.begin(examiner, make.post("KULUNDU"))
        here = Duty.objects.at(timezone.now())
        assert [duty.post.code for duty in here] == ["KULUNDU"]
