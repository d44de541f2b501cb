"""The work of a unit against what it can do: selections by post and day, what waits now, who decided how much."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from consignments.models import CustomsPost, PortControlUnit
from profiling.deadlines import Targets
from profiling.measuring.counting import of_unit, within
from profiling.measuring.overriding import selected_in
from profiling.measuring.periods import Period
from profiling.models import DECIDED, Assessment, State


@dataclass(frozen=True, slots=True)
class PostWork:
    """post: None for what names no post. by_day: selections of each local day on which there were some.

    Capacity is that of today: examinations a day, None where nobody said.
    """

    post: CustomsPost | None
    by_day: dict[date, int]
    waiting: int
    overdue: int

    @property
    def code(self) -> str:
        return self.post.code if self.post else ""

    @property
    def capacity(self) -> int | None:
        return self.post.daily_capacity if self.post else None

    @property
    def selections(self) -> int:
        return sum(self.by_day.values())

    @property
    def days_above(self) -> list[date]:
        """The days on which more was selected than can be examined in a day, oldest first."""
        if self.capacity is None:
            return []
        return sorted(day for day, count in self.by_day.items() if count > self.capacity)


@dataclass(frozen=True, slots=True)
class OfficerWork:
    """What stands as this officer's decision: of the period, each assessment under who decided it last."""

    officer_id: UUID
    name: str
    decided: int
    released: int
    selected: int


def work_of_posts(period: Period, unit, now: datetime) -> list[PostWork]:
    """Return the posts of the unit (of all when None) by code; last what names no post, where there is some."""
    posts = CustomsPost.objects.filter(**of_unit(unit)).order_by("code")
    by_post: dict[UUID | None, dict[date, int]] = defaultdict(dict)
    counted = selected_in(period, unit).order_by().annotate(day=TruncDate("decided_at")).values_list("post", "day")
    for post, day, count in counted.annotate(Count("pk")):
        by_post[post][day] = count
    waits = waiting_now(unit).order_by().values_list("post")
    counted_now = waits.annotate(waiting=Count("pk"), overdue=Count("pk", filter=is_overdue(unit, now)))
    open_now = {post: counts for post, *counts in counted_now}
    found = [PostWork(post, by_post.pop(post.pk, {}), *open_now.pop(post.pk, (0, 0))) for post in posts]
    # Also what a post of another unit has of this one.
    elsewhere = _sum(by_post.values()), [sum(each) for each in zip(*open_now.values(), strict=True)] or [0, 0]
    return [*found, PostWork(None, elsewhere[0], *elsewhere[1])] if by_post or open_now else found


def work_of_officers(period: Period, unit) -> list[OfficerWork]:
    """Return who decided in the period, the busiest first."""
    counted = (
        decided_in(period, unit)
        .order_by()
        .values_list("decided_by")
        .annotate(
            decided=Count("pk"),
            released=Count("pk", filter=Q(state=State.RELEASED)),
            selected=Count("pk", filter=Q(state=State.SELECTED)),
        )
        .order_by("-decided", "decided_by")
    )
    rows = list(counted)
    officers = get_user_model().objects.in_bulk([officer for officer, *_counts in rows])
    return [OfficerWork(officer, str(officers[officer]), *counts) for officer, *counts in rows]


def decided_in(period: Period, unit) -> QuerySet[Assessment]:
    """Assessments whose decision as it stands was taken in the period."""
    return Assessment.objects.filter(state__in=DECIDED, **within(period, "decided_at"), **of_unit(unit))


def waiting_now(unit) -> QuerySet[Assessment]:
    return Assessment.objects.need_a_decision().filter(**of_unit(unit))


def is_overdue(unit, now: datetime) -> Q:
    """The time to decide is over, by the targets of the unit that has it."""
    late = Q(pk__in=[])
    for each in [unit] if unit is not None else PortControlUnit.objects.all():
        late |= Q(unit=each) & Targets.of_unit(each.code).overdue(now)
    return late


def _sum(of_each: Iterable[dict[date, int]]) -> dict[date, int]:
    together: dict[date, int] = defaultdict(int)
    for by_day in of_each:
        for day, count in by_day.items():
            together[day] += count
    return dict(together)
