"""The controls around the queue: lanes, views, officers and the choices of the filters, with what each would show."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from consignments.models import CustomsPost
from profiling.models import Lane
from profiling.queue_counts import QueueCounts
from profiling.queue_filters import ARRIVALS, ASSIGNED, ROWS, SORTS, QueueFilters
from profiling.queue_views import QueueView

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


def view_tabs(filters: QueueFilters, counts: QueueCounts, views: Iterable[QueueView]) -> list[dict[str, Any]]:
    """count: None for a view that searches for words, which is not counted."""
    here = filters.address
    return [
        {
            "name": view.name,
            "label": view.label,
            "count": counts.views.get(view.name),
            "is_current": (address := view.filters.address) == here,
            "address": address,
            "saved": view.saved,
            "may_change": view.may_change,
        }
        for view in views
    ]


def filter_choices(
    posts: Iterable[CustomsPost], officers: Iterable[Any], workload: dict, filters: QueueFilters
) -> dict[str, list[Choice]]:
    """The options of the selects."""
    arrivals = [_("any time"), _("here or due"), _("next 2 h"), _("next 12 h"), _("next 24 h"), _("not stated")]
    sorts = [_("arrival"), _("lane"), _("score"), _("waiting longest"), _("post"), _("officer")]
    named = [(post.code, str(post), post.code in filters.posts) for post in posts]
    return {
        "posts": [("", _("all"), not filters.posts), *named],
        "arrivals": _chosen(ARRIVALS, arrivals, filters.arrives),
        "assigned": _chosen(ASSIGNED, [_("anyone"), _("me"), _("nobody")], filters.assigned)
        + [(pk, label, pk == filters.assigned) for pk, label in workload_choices(officers, workload)],
        "sorts": _chosen(SORTS, sorts, filters.sort),
        "rows": _chosen(sorted(ROWS, key=int), sorted(ROWS, key=int), filters.rows_a_page),
    }


def workload_choices(officers: Iterable[Any], workload: dict) -> list[tuple[str, str]]:
    """Id and name of each officer, with how many open cases they have."""
    return [(str(officer.pk), f"{officer.short_name} ({workload.get(officer.pk, 0)})") for officer in officers]


def _chosen(values: Iterable[str], labels: Iterable[str], chosen: str) -> list[Choice]:
    return [(value, label, value == chosen) for value, label in zip(values, labels, strict=True)]
