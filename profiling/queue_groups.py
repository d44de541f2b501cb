"""What is open in a unit, in groups of the few things that filters ask for: counted in one pass, kept until it changes.

The pass reads an index alone. A backlog of fifty thousand takes it some thirty milliseconds, so its answer is kept in
the cache under the token of the last change: whoever looks while nothing happens pays for one look into the log.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import Case, Count, Exists, F, Func, IntegerField, OuterRef, Q, Value, When

from consignments.models import Consignment, CustomsPost, Movement
from profiling.deadlines import Targets
from profiling.models import NEEDS_DECISION, Assessment, State
from profiling.querysets import AssessmentQuerySet
from profiling.queue_filters import WINDOWS, in_states

KEPT_SECONDS = 120
# The planner takes the groups for as many as there are rows, and would sort these; there are some hundreds.
_HASHED = (
    "SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_sort', 'enable_incremental_sort', 'jit']) name"
)


@dataclass(frozen=True, slots=True)
class Group:
    """So many open assessments that filters cannot tell apart.

    arrives: "past", the narrowest of WINDOWS, "later" or "unknown".
    """

    lane: str
    state: str
    post: str
    is_drawn: bool
    assigned: UUID | None
    is_here: bool
    arrives: str
    is_overdue: bool
    count: int


def groups_of(
    officer, now: datetime, token: str, found: Collection[UUID] | None = None, *, with_here: bool = False
) -> list[Group]:
    """Count what is open in the officer's unit, as of the change with this token (see `changing`).

    found: of these consignments alone. with_here: look at each consignment's movement too, for `is_here`.
    """
    visible = Assessment.objects.visible_to(officer)
    targets = Targets.of_unit(officer.unit.code)
    if found is not None:
        return _count(visible.filter(consignment__in=found), now, targets, with_here)
    key = f"queue-groups:{officer.unit_id}:{with_here:d}:{token}"
    return cache.get_or_set(key, lambda: _count(visible, now, targets, with_here), KEPT_SECONDS) or []


def _count(visible: AssessmentQuerySet, now: datetime, targets: Targets, with_here: bool) -> list[Group]:
    scale = _Scale(now, targets)
    here: Any = Q(arrival_at__lte=now)
    if with_here:
        here |= Exists(Consignment.objects.filter(pk=OuterRef("consignment"), movement=Movement.ARRIVED))
    posts = dict(CustomsPost.objects.values_list("pk", "code"))
    columns = ["lane", "state", "post_id", "is_drawn", "assigned_to_id"]
    told = {"is_here": Case(When(here, then=True), default=False)} if with_here else {}
    counted = visible.annotate(step=scale.step, **told).values_list(*columns, "step", *told)
    counted = counted.annotate(count=Count("pk")).order_by()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_HASHED)
        # One after the other, because the index that holds all columns serves each and not the two at once.
        rows = [*counted.filter(state__in=NEEDS_DECISION), *counted.filter(in_states([State.NOT_SELECTED], now))]
    groups = []
    for lane, state, post, is_drawn, assigned, step, *is_here, count in rows:
        arrives, is_late = scale.read(lane, step)
        at_post = is_here[0] if is_here else arrives == "past"
        is_overdue = is_late and state != State.NOT_SELECTED
        groups.append(Group(lane, state, posts.get(post, ""), is_drawn, assigned, at_post, arrives, is_overdue, count))
    return groups


class _Scale:
    """The moments at which an arrival, or without one a receipt, passes from one answer of a filter to the next.

    One number tells where an assessment stands, which groups faster than a column for each question: from 0 up the step
    of its arrival, below 0 that of its receipt where no arrival is stated.
    """

    def __init__(self, now: datetime, targets: Targets):
        self._now = now
        self._targets = targets
        self._arrivals = sorted(
            {now, *(now + length for length in WINDOWS.values()), *_before(now, targets.after_arrival)}
        )
        self._receipts = sorted(_before(now, targets.after_receipt)) or [now]

    @property
    def step(self) -> Case:
        received = Value(-1) - _place(F("created_at"), self._receipts)
        arrived = _place(F("arrival_at"), self._arrivals)
        return Case(When(arrival_at__isnull=True, then=received), default=arrived, output_field=IntegerField())

    def read(self, lane: str, step: int) -> tuple[str, bool]:
        """Return when it arrives and whether its time is over."""
        if step < 0:
            return "unknown", self._is_late(self._targets.after_receipt, lane, self._receipts, -1 - step)
        is_late = self._is_late(self._targets.after_arrival, lane, self._arrivals, step)
        after = self._now if step == 0 else self._arrivals[step - 1]
        if step == 0 or after < self._now:
            return "past", is_late
        return next((name for name, length in WINDOWS.items() if after < self._now + length), "later"), is_late

    def _is_late(self, minutes: dict[str, int], lane: str, moments: list[datetime], step: int) -> bool:
        """Whether what lies in the step before `moments[step]` was due."""
        if lane not in minutes or step == len(moments):
            return False
        return moments[step] <= self._now - timedelta(minutes=minutes[lane])


def _before(now: datetime, minutes: dict[str, int]) -> set[datetime]:
    return {now - timedelta(minutes=number) for number in minutes.values()}


def _place(moment: F, moments: list[datetime]) -> Func:
    """How many of the moments are not after it."""
    template = "width_bucket(%(expressions)s::timestamptz[])"
    return Func(moment, Value(list(moments)), template=template, output_field=IntegerField())
