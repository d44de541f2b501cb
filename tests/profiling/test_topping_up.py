"""Top-up at the cut-off: from the stored pool by lane, score and draw number, up to the capacity, once a day."""

from datetime import time, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from profiling.models import Assessment, State, TopUp
from profiling.topping_up import top_up, top_up_due_posts
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def pooled(post, score: int, draw_number: float = 0.5, **fields) -> Assessment:
    return making.assessment(score=score, draw_number=draw_number, post=post, arrival_at=NOW, **fields)


def test_the_most_risky_of_the_pool_wait_up_to_the_capacity():
    post = make.post(daily_capacity=2)
    first_come, low, high = pooled(post, 5, 0.9), pooled(post, 5, 0.1), pooled(post, 30)
    done = top_up(post, NOW)
    assert done.taken == [high.pk, low.pk]
    assert (done.pool_size, done.capacity, done.already_held) == (3, 2, 0)
    high.refresh_from_db()
    first_come.refresh_from_db()
    assert (high.state, high.selected_by) == (State.WAITING, ["top_up"])
    assert first_come.state == State.NOT_SELECTED


def test_what_waits_already_takes_its_place():
    post = make.post(daily_capacity=1)
    pooled(post, 50, lane="red")
    pooled(post, 5)
    done = top_up(post, NOW)
    assert (done.already_held, done.taken) == (1, [])


def test_it_is_done_once_a_day():
    post = make.post(daily_capacity=1)
    pooled(post, 5)
    first = top_up(post, NOW)
    pooled(post, 99)
    assert top_up(post, NOW) == first
    assert TopUp.objects.count() == 1


def test_what_left_is_not_in_the_pool():
    post = make.post(daily_capacity=1)
    gone = make.consignment(movement="left")
    making.assessment(gone, post=post, arrival_at=NOW)
    assert top_up(post, NOW).pool_size == 0


def test_only_posts_whose_cut_off_has_passed_are_topped_up():
    noon = timezone.localtime(NOW).replace(hour=12, minute=0)
    make.post("EARLY", daily_capacity=1, shift_cut_off=time(11, 0))
    make.post("LATE", daily_capacity=1, shift_cut_off=time(13, 0))
    make.post("NONE")
    assert top_up_due_posts(noon) == 1
    assert top_up_due_posts(noon + timedelta(minutes=5)) == 0
    assert TopUp.objects.get().post.code == "EARLY"


def test_the_lane_comes_before_the_score():
    post = make.post(daily_capacity=1)
    pooled(post, 99, lane="green")
    blue = pooled(post, 1, lane="blue")
    assert top_up(post, NOW).taken == [blue.pk]


def test_each_post_is_topped_up_from_its_own_pool():
    here, there = make.post("HERE", daily_capacity=1), make.post("THERE", daily_capacity=1)
    mine, _theirs = pooled(here, 1), pooled(there, 99)
    assert top_up(here, NOW).taken == [mine.pk]


def test_the_second_post_is_topped_up_at_its_own_cut_off():
    noon = timezone.localtime(NOW).replace(hour=12, minute=0)
    make.post("EARLY", daily_capacity=1, shift_cut_off=time(11, 0))
    make.post("LATE", daily_capacity=1, shift_cut_off=time(13, 0))
    assert [top_up_due_posts(noon), top_up_due_posts(noon + timedelta(hours=2))] == [1, 1]
    assert set(TopUp.objects.values_list("post__code", flat=True)) == {"EARLY", "LATE"}


def test_what_nobody_expects_today_is_not_in_the_pool():
    post = make.post(daily_capacity=3)
    making.assessment(post=post, arrival_at=NOW + timedelta(days=2))
    making.assessment(post=post, arrival_at=NOW - timedelta(days=2))
    making.assessment(post=post, arrival_at=None)
    making.assessment(post=post, arrival_at=NOW, state="released")
    assert top_up(post, NOW).pool_size == 0


LANES = ["blue", "green"]  # what waits already is not in the pool


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(LANES), st.integers(0, 3), st.sampled_from([0.1, 0.5, 0.9])), min_size=1, max_size=5
    ),
    st.randoms(use_true_random=False),
    st.integers(0, 5),
)
def test_the_order_of_coming_changes_nothing(came, shuffled, capacity):
    """The same pool in another order of arrival: the same lanes, scores and draw numbers are taken."""

    def taken(order) -> list[tuple]:
        with transaction.atomic():
            post = make.post("ANY", daily_capacity=capacity)
            by_id = {pooled(post, score, number, lane=lane).pk: (lane, score, number) for lane, score, number in order}
            found = [by_id[pk] for pk in top_up(post, NOW).taken]
            transaction.set_rollback(True)
        return found

    other = list(came)
    shuffled.shuffle(other)
    expected = sorted(came, key=lambda one: (LANES.index(one[0]), -one[1], one[2]))[:capacity]
    assert taken(came) == taken(other) == expected
