"""The numbers around the queue: what each lane and each saved view would show, and what other units hide."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.models import NEEDS_DECISION, Assessment, Lane, State
from profiling.queue_filters import QueueFilters

HIDDEN_UP_TO = 1000


@dataclass(frozen=True, slots=True)
class SavedView:
    name: str
    label: Promise
    filters: QueueFilters


SAVED_VIEWS = (
    SavedView("to_decide", _("To decide"), QueueFilters()),
    SavedView("mine", _("Mine"), QueueFilters(assigned="me")),
    SavedView("next_two_hours", _("Next 2 hours"), QueueFilters(arrives="2h")),
    SavedView("unassigned", _("Unassigned"), QueueFilters(assigned="nobody")),
    SavedView("asked_for", _("Documents asked for"), QueueFilters(states=(str(State.INFORMATION_REQUESTED),))),
    SavedView("drawn", _("Random draw"), QueueFilters(drawn=True)),
    SavedView("proposed", _("Release proposed"), QueueFilters(states=(str(State.RELEASE_PROPOSED),))),
)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """shown: rows of the filters; lanes and views: what each would show; new: of those shown, younger than `since`."""

    shown: int
    new: int
    lanes: dict[str, int]
    views: dict[str, int]


def count_queue(
    filters: QueueFilters,
    officer,
    now: datetime,
    *,
    found: Collection[UUID] | None = None,
    since: datetime | None = None,
) -> QueueCounts:
    """Count everything in one pass over the unit's open assessments."""
    condition = filters.condition(officer, now, found)
    shown = condition & filters.of_lanes()
    counted = (
        Assessment.objects.visible_to(officer)
        .open()
        .aggregate(
            shown=Count("pk", filter=shown),
            new=Count("pk", filter=shown & Q(created_at__gt=since or now)),
            **{f"lane_{lane}": Count("pk", filter=condition & filters.of_lane(lane)) for lane in Lane.values},
            **{
                f"view_{view.name}": Count("pk", filter=view.filters.condition(officer, now) & view.filters.of_lanes())
                for view in SAVED_VIEWS
            },
        )
    )
    return QueueCounts(
        shown=counted["shown"],
        new=counted["new"],
        lanes={lane: counted[f"lane_{lane}"] for lane in Lane.values},
        views={view.name: counted[f"view_{view.name}"] for view in SAVED_VIEWS},
    )


def count_hidden(officer) -> int:
    """How many in other units need a decision; counting stops at HIDDEN_UP_TO."""
    return Assessment.objects.in_other_units_than(officer).filter(state__in=NEEDS_DECISION)[:HIDDEN_UP_TO].count()
