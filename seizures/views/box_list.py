"""The list of flagged containers and trucks: one row for each, with everything aboard."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost, Mode
from profiling.models import Lane
from profiling.pieces.filters import ARRIVALS, SORTS, PieceFilters
from profiling.pieces.flagged import Cursor, flagged_page
from seizures.boxes.gathering import listed_calls
from seizures.boxes.rows import box_row

Choice = tuple[str, str, bool]  # value, label, chosen


@may("read_profiles")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    """For the desk: what is shown of a piece tells its lane; the post has the hold list."""
    now = timezone.now()
    filters = PieceFilters.from_query(request.GET)
    after = Cursor.from_text(request.GET.get("after", ""))
    page = flagged_page(filters, request.user, now, after)
    rows = [box_row(listed, now) for listed in listed_calls(page.calls, request.user)]
    shown = {"rows": rows, "page": page, "filters": filters, "is_first": after is None, "now": now}
    shown |= {"lanes": _lane_chips(filters), "choices": _choices(request, filters)}
    return render(request, "seizures/boxes/list.html", shown)


def _lane_chips(filters: PieceFilters) -> list[dict]:
    return [
        {
            "lane": lane,
            "label": Lane(lane).label,
            "is_on": lane in filters.lanes,
            "address": filters.toggled(lane).address,
        }
        for lane in Lane.values
    ]


def _choices(request: OfficerRequest, filters: PieceFilters) -> dict[str, list[Choice]]:
    posts = CustomsPost.objects.all()
    if not request.user.may("read_all_units"):
        posts = posts.filter(unit=request.user.unit_id)
    arrivals = [_("any time"), _("here or due"), _("next 2 h"), _("next 12 h"), _("next 24 h"), _("not stated")]
    named = [(post.code, str(post)) for post in posts]
    return {
        "posts": _chosen([("", _("all")), *named], filters.post),
        "modes": _chosen([("", _("all")), *((str(mode), str(mode.label)) for mode in Mode)], filters.mode),
        "arrivals": _chosen(list(zip(ARRIVALS, arrivals, strict=True)), filters.arrives),
        "sorts": _chosen(list(zip(SORTS, [_("arrival"), _("lane")], strict=True)), filters.sort),
    }


def _chosen(options: list[tuple[str, str]], chosen: str) -> list[Choice]:
    return [(value, label, value == chosen) for value, label in options]
