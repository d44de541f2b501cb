"""The queue: what waits for a decision, its preview, what is new in it, and the next case to take."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost
from profiling.explaining import reasons_of
from profiling.listing import ROW_RELATIONS, fetch_in_order, listed
from profiling.models import Assessment
from profiling.presenting.case_head import case_head
from profiling.presenting.queue_controls import filter_choices, lane_chips, view_tabs
from profiling.presenting.queue_rows import grouped, queue_rows
from profiling.presenting.why import why
from profiling.queue_counts import count_hidden, count_queue
from profiling.queue_filters import QueueFilters
from profiling.searching import find_consignments
from profiling.unassessed import unassessed
from profiling.views.decision_form import DecisionForm
from profiling.views.undo import Undo

ROWS = 60
SECOND_PRESS = timedelta(seconds=2)
UNASSESSED_SHOWN = 12


@may("decide")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    filters = QueueFilters.from_query(request.GET)
    found = find_consignments(filters.text, request.user) if filters.text else None
    counts = count_queue(filters, request.user, now, found=found.ids if found else None)
    wanted = filters.rows(request.user, now, found.ids if found else None).values_list("pk", flat=True)
    page = Pages(wanted, counts.shown).get_page(request.GET.get("page"))
    rows = queue_rows(fetch_in_order(list(page.object_list)), request.user, now)
    return render(
        request,
        "profiling/queue/queue.html",
        {
            "page": page,
            "groups": grouped(rows) if filters.sort == "arrival" else [("", rows)],
            "current": current_row(rows, request.GET.get("current", "")),
            "filters": filters,
            "lanes": lane_chips(filters, counts),
            "views": view_tabs(filters, counts),
            "choices": filter_choices(posts_of(request.user), filters),
            "counts": counts,
            "found": found,
            "hidden": count_hidden(request.user),
            "unassessed": unassessed(request.user, now)[:UNASSESSED_SHOWN],
            "now": now,
            "form": DecisionForm(),
            "undo": Undo.of(request.session),
        },
    )


@may("decide")
@require_safe
@never_cache
def preview(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The pane beside the list: head, reasons, instruction, and the form to decide."""
    cases = Assessment.objects.visible_to(request.user).select_related(*ROW_RELATIONS, "profile_set")
    assessment = get_object_or_404(cases, pk=pk)
    (listed_case,) = listed([assessment])
    return render(
        request,
        "profiling/queue/_preview.html",
        {
            "assessment": assessment,
            "head": case_head(listed_case, timezone.now()),
            "why": why(assessment, reasons_of(assessment)),
            "form": DecisionForm(initial={"revision": assessment.revision.number}),
            "next": request.GET.get("next", ""),
        },
    )


@may("decide")
@require_safe
@never_cache
def changes(request: OfficerRequest) -> HttpResponse:
    """The counts and "4 new, show", asked for every twenty seconds; the list itself never moves under the hand."""
    now = timezone.now()
    filters = QueueFilters.from_query(request.GET)
    found = find_consignments(filters.text, request.user) if filters.text else None
    since = since_of(request, now)
    counts = count_queue(filters, request.user, now, found=found.ids if found else None, since=since)
    shown = {"counts": counts, "filters": filters, "since": since, "now": now}
    shown |= {"lanes": lane_chips(filters, counts), "views": view_tabs(filters, counts)}
    return render(request, "profiling/queue/_changes.html", shown)


@may("decide")
@require_POST
def take_next(request: OfficerRequest) -> HttpResponse:
    """Assign the most urgent unassigned case in the statement that finds it, and open it."""
    assessment = Assessment.objects.take_next(request.user, second_press=SECOND_PRESS)
    if assessment is None:
        messages.info(request, _("Nothing waits unassigned."))
        return redirect("profiling:queue-show")
    return redirect("profiling:consignment-show", pk=assessment.consignment_id)


class Pages(Paginator):
    """Pages of a queryset whose length was counted with everything else."""

    def __init__(self, rows, length: int):
        super().__init__(rows, ROWS)
        self._length = length

    @cached_property
    def count(self) -> int:
        return self._length


def since_of(request: OfficerRequest, now: datetime) -> datetime:
    try:
        return parse_datetime(request.GET.get("since", "")) or now
    except ValueError:
        return now


def posts_of(officer) -> QuerySet[CustomsPost]:
    return (
        CustomsPost.objects.all() if officer.may("read_all_units") else CustomsPost.objects.filter(unit=officer.unit_id)
    )


def current_row(rows, wanted: str) -> str:
    """The row asked for, else the first; "" for an empty page."""
    ids = [str(row.id) for row in rows]
    return wanted if wanted in ids else next(iter(ids), "")
