"""Top-up at the cut-off: from the stored pool by lane, score and draw number, up to the capacity, once a day."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

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
