"""The controls around the queue: lanes, saved views and the choices of the filters, with what each would show."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from consignments.models import CustomsPost
from profiling.models import Lane
from profiling.queue_counts import SAVED_VIEWS, QueueCounts
from profiling.queue_filters import ARRIVALS, ASSIGNED, SORTS, QueueFilters

Choice = tuple[str, str, bool]  # value, label, chosen


def lane_chips(filters: QueueFilters, counts: QueueCounts) -> list[dict[str, Any]]:
    return [
        {
            "lane": lane,
            "label": Lane(lane).label,
            "count": counts.lanes[lane],
            "is_on": lane in filters.lanes,
            "address": filters.toggled(lane).address,
        }
        for lane in Lane.values
    ]


def view_tabs(filters: QueueFilters, counts: QueueCounts) -> list[dict[str, Any]]:
    return [
        {
            "name": view.name,
            "label": view.label,
            "count": counts.views[view.name],
            "is_current": view.filters.address == filters.address,
            "address": view.filters.address,
        }
        for view in SAVED_VIEWS
    ]


def filter_choices(posts: Iterable[CustomsPost], filters: QueueFilters) -> dict[str, list[Choice]]:
    """The options of the selects."""
    arrivals = [_("any time"), _("here or due"), _("next 2 h"), _("next 12 h"), _("next 24 h"), _("not stated")]
    named = [(post.code, str(post), post.code in filters.posts) for post in posts]
    return {
        "posts": [("", _("all"), not filters.posts), *named],
        "arrivals": _chosen(ARRIVALS, arrivals, filters.arrives),
        "assigned": _chosen(ASSIGNED, [_("anyone"), _("me"), _("nobody")], filters.assigned),
        "sorts": _chosen(SORTS, [_("arrival"), _("lane"), _("score")], filters.sort),
    }


def _chosen(values: Iterable[str], labels: Iterable[str], chosen: str) -> list[Choice]:
    return [(value, label, value == chosen) for value, label in zip(values, labels, strict=True)]
