"""The numbers around the queue: what lanes and views would show, what is new, who has how much, what is hidden.

Each is the sum of the groups that its filters admit, so another view costs the database nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from profiling.models import NEEDS_DECISION, Assessment, Lane, State
from profiling.queue_filters import WINDOWS, QueueFilters
from profiling.queue_groups import Group, groups_of

HIDDEN_UP_TO = 1000
NEW_UP_TO = 100


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """shown: rows of the filters; new: those of them that came up after `since`; lanes: what pressing each shows;
    views: by name; workload: open cases by the id of their officer."""

    shown: int
    new: int
    lanes: dict[str, int]
    views: dict[str, int]
    workload: dict[UUID, int]


def count_queue(
    filters: QueueFilters,
    officer,
    now: datetime,
    token: str,
    *,
    views: Iterable[tuple[str, QueueFilters]] = (),
    found: Collection[UUID] | None = None,
    since: datetime | None = None,
) -> QueueCounts:
    """Count what these filters and each named view would show; a view with words of its own is left out.

    token: of the change as of which it is counted, see `changing`.
    """
    views = [(name, view) for name, view in views if not view.text]
    with_here = "here" in {filters.arrives, *(view.arrives for _name, view in views)}
    everything = groups_of(officer, now, token, with_here=with_here)
    ours = everything if found is None else groups_of(officer, now, token, found, with_here=with_here)
    lanes = {lane: replace(filters, lanes=(lane,)) for lane in Lane.values}
    return QueueCounts(
        shown=_count(ours, filters, officer),
        new=_new(filters, officer, now, found, since) if since else 0,
        lanes={lane: _count(ours, asked, officer) for lane, asked in lanes.items()},
        views={name: _count(everything, view, officer) for name, view in views},
        workload=_workload(everything),
    )


def count_hidden(officer) -> int:
    """How many in other units need a decision; counting stops at HIDDEN_UP_TO."""
    return Assessment.objects.in_other_units_than(officer).filter(state__in=NEEDS_DECISION)[:HIDDEN_UP_TO].count()


def _admits(filters: QueueFilters, states: Collection[str], group: Group, officer) -> bool:
    """Whether the filters show the assessments of the group: the same question that `QueueFilters.rows` asks.

    states: those that the filters show, worked out once for all groups.
    """
    return (
        group.state in states
        and (not filters.lanes or group.lane in filters.lanes)
        and (not filters.posts or group.post in filters.posts)
        and (group.is_drawn or not filters.drawn)
        and (group.is_overdue or not filters.overdue)
        and _arrives(filters.arrives, group)
        and _is_assigned(filters.assigned, group, officer)
    )


def _arrives(asked: str, group: Group) -> bool:
    if asked in ("", "unknown"):
        return not asked or group.arrives == "unknown"
    if asked == "here":
        return group.is_here
    within = list(WINDOWS)
    return group.arrives in within[: within.index(asked) + 1]


def _is_assigned(asked: str, group: Group, officer) -> bool:
    if asked == "nobody":
        return group.assigned is None
    wanted = officer.pk if asked == "me" else UUID(asked) if asked else group.assigned
    return group.assigned == wanted


def _count(groups: Iterable[Group], filters: QueueFilters, officer) -> int:
    states = filters.shown_states
    return sum(group.count for group in groups if _admits(filters, states, group, officer))


def _new(filters: QueueFilters, officer, now: datetime, found: Collection[UUID] | None, since: datetime) -> int:
    """What came up lately is found by its age, so that the index of ages serves; counting stops at NEW_UP_TO."""
    return filters.rows(officer, now, found).filter(created_at__gt=since)[:NEW_UP_TO].count()


def _workload(groups: Iterable[Group]) -> dict[UUID, int]:
    open_cases: Counter[UUID] = Counter()
    for group in groups:
        if group.assigned is not None and group.state != State.NOT_SELECTED:
            open_cases[group.assigned] += group.count
    return dict(open_cases)
