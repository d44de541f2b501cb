"""Top-up: at each post's shift cut-off, fill what is left of its capacity from the stored pool.

Never first come first selected: the pool is ordered by lane, score and draw number, all frozen with the assessments.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consignments.models import CustomsPost, Movement, record
from profiling.models import Assessment, SelectedBy, State, TopUp
from profiling.querysets import LANE_ORDER

POOL = timedelta(days=1)


def top_up_due_posts(now: datetime) -> int:
    """Top up each post whose cut-off of today has passed and that was not topped up today; return how many posts."""
    local = timezone.localtime(now)
    due = CustomsPost.objects.filter(
        daily_capacity__isnull=False, shift_cut_off__isnull=False, shift_cut_off__lte=local.time()
    )
    done = set(TopUp.objects.filter(day=local.date()).values_list("post_id", flat=True))
    posts = [post for post in due if post.pk not in done]
    for post in posts:
        top_up(post, now)
    return len(posts)


@transaction.atomic
def top_up(post: CustomsPost, now: datetime) -> TopUp:
    """Make the most risky of the pool wait for a decision, as far as the post's capacity of the day allows."""
    day = timezone.localtime(now).date()
    CustomsPost.objects.select_for_update().get(pk=post.pk)
    done = TopUp.objects.filter(post=post, day=day).first()
    if done is not None:
        return done
    at_post = Assessment.objects.filter(post=post)
    held = at_post.filter(
        Q(state=State.WAITING, arrival_at__range=(now - POOL, now + POOL))
        | Q(state=State.SELECTED, decided_at__gte=now - POOL)
    ).count()
    pool = at_post.filter(
        state=State.NOT_SELECTED,
        arrival_at__range=(now - POOL, now + POOL),
        consignment__movement__in=[Movement.EXPECTED, Movement.ARRIVED],
    )
    free = max(0, (post.daily_capacity or 0) - held)
    taken = list(pool.order_by(LANE_ORDER, "-score", "draw_number", "pk").select_for_update(of=("self",))[:free])
    pool_size = pool.count()
    for assessment in taken:
        before = {"state": assessment.state}
        assessment.state = State.WAITING
        assessment.selected_by = sorted({*assessment.selected_by, SelectedBy.TOP_UP.value})
        assessment.save(update_fields=["state", "selected_by"])
        record(
            "assessment",
            assessment.pk,
            "topped_up",
            consignment_id=assessment.consignment_id,
            before=before,
            after={"state": str(State.WAITING)},
        )
    return TopUp.objects.create(
        post=post,
        day=day,
        cut_off_at=now,
        capacity=post.daily_capacity or 0,
        already_held=held,
        pool_size=pool_size,
        taken=[assessment.pk for assessment in taken],
    )
