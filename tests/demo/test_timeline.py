"""The demo's clock and timeline: steps in the order of their moments, none beyond the end, the real time afterwards."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.timeline import Timeline

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def hours(number):
    return BEGIN + timedelta(hours=number)


def test_steps_are_done_in_the_order_of_their_moments():
    clock, done = Clock(BEGIN), []
    timeline = Timeline(clock, hours(10))
    for number in (5, 1, 3):
        timeline.at(hours(number), lambda number=number: done.append((number, clock.now)))
    timeline.run()
    assert done == [(number, hours(number)) for number in (1, 3, 5)]
    assert clock.now == hours(10)


def test_a_step_may_add_later_steps_but_none_beyond_the_end():
    clock, done = Clock(BEGIN), []
    timeline = Timeline(clock, hours(4))

    def again():
        done.append(clock.now)
        timeline.at(clock.now + timedelta(hours=2), again)

    timeline.at(hours(1), again)
    timeline.run()
    assert done == [hours(1), hours(3)]


def test_steps_of_one_moment_keep_their_order():
    clock, done = Clock(BEGIN), []
    timeline = Timeline(clock, hours(4))
    for name in "abc":
        timeline.at(hours(1), lambda name=name: done.append(name))
    timeline.run()
    assert done == ["a", "b", "c"]


def test_the_clock_answers_for_now_and_the_real_time_comes_back():
    real = timezone.now
    clock = Clock(BEGIN)
    with running_at(clock):
        assert timezone.now() == BEGIN
        clock.move_to(hours(2))
        assert timezone.now() == hours(2)
        clock.move_to(BEGIN)
        assert timezone.now() == hours(2), "never back"
    assert timezone.now is real
