"""The look at what is new, taken every twenty seconds: counts, "4 new, show", and what others decided or took.

The list itself never moves under the hand: its script only marks rows.
"""

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from profiling.changing import change_token, decided_by_others, read_since, taken_by_others
from profiling.presenting.queue_controls import lane_chips, view_tabs
from profiling.queue_counts import count_queue
from profiling.queue_filters import QueueFilters
from profiling.queue_views import views_of
from profiling.searching import find_consignments


@may("decide")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    """204 where the token of the page still holds: nothing is counted, nothing is sent."""
    now, officer = timezone.now(), request.user
    token = change_token(officer, now)
    if request.GET.get("token") == token:
        return HttpResponse(status=204)
    filters, since = QueueFilters.from_query(request.GET), read_since(request.GET.get("since", ""), now)
    found = find_consignments(filters.text, officer) if filters.text else None
    views = views_of(officer)
    named = [(view.name, view.filters) for view in views]
    counts = count_queue(filters, officer, now, token, views=named, found=found.ids if found else None, since=since)
    shown = {"counts": counts, "filters": filters, "since": since, "token": token, "now": now}
    shown |= {"lanes": lane_chips(filters, counts), "views": view_tabs(filters, counts, views)}
    response = render(request, "profiling/queue/_changes.html", shown)
    elsewhere = {"decided": decided_by_others(officer, since), "taken": taken_by_others(officer, since)}
    told = {name: {str(pk): said for pk, said in rows.items()} for name, rows in elsewhere.items()}
    if any(told.values()):
        response["HX-Trigger"] = json.dumps({"pcu:elsewhere": told})
    return response
