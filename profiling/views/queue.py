"""The queue: what waits for a decision, its preview, and the next case to take."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost
from profiling.changing import change_token
from profiling.deadlines import Targets
from profiling.explaining import reasons_of
from profiling.listing import ROW_RELATIONS, fetch_in_order, listed
from profiling.models import Assessment
from profiling.presenting.case_head import case_head
from profiling.presenting.queue_controls import filter_choices, lane_chips, view_tabs, workload_choices
from profiling.presenting.queue_rows import grouped, held_by, queue_rows
from profiling.presenting.why import why
from profiling.querysets import AssessmentQuerySet
from profiling.queue_counts import count_hidden, count_queue
from profiling.queue_filters import QueueFilters
from profiling.queue_paging import Page, page_after, page_before
from profiling.queue_views import views_of
from profiling.searching import find_consignments
from profiling.unassessed import unassessed
from profiling.views.colleagues import deciders_of, workload_of
from profiling.views.decision_form import DecisionForm
from profiling.views.undo import Undo

SECOND_PRESS = timedelta(seconds=2)
UNASSESSED_SHOWN = 12


@may("decide")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    now, officer = timezone.now(), request.user
    filters = QueueFilters.from_query(request.GET)
    found = find_consignments(filters.text, officer) if filters.text else None
    found_ids = found.ids if found else None
    views, colleagues = views_of(officer), deciders_of(officer.unit_id)
    token = change_token(officer, now)  # before anything is read: what changes meanwhile is told at the next look
    counts = count_queue(
        filters, officer, now, token, views=[(view.name, view.filters) for view in views], found=found_ids
    )
    page = page_asked_for(request, filters.rows(officer, now, found_ids), filters)
    rows = queue_rows(fetch_in_order(page.ids), officer, now, Targets.of_unit(officer.unit.code))
    return render(
        request,
        "profiling/queue/queue.html",
        {
            "page": page,
            "rows": rows,
            "groups": grouped(rows) if filters.sort == "arrival" else [("", rows)],
            "current": current_row(rows, request.GET.get("current", "")),
            "filters": filters,
            "lanes": lane_chips(filters, counts),
            "views": view_tabs(filters, counts, views),
            "choices": filter_choices(posts_of(officer), colleagues, counts.workload, filters),
            "colleagues": workload_choices([one for one in colleagues if one != officer], counts.workload),
            "counts": counts,
            "found": found,
            "hidden": count_hidden(officer),
            "unassessed": unassessed(officer, now)[:UNASSESSED_SHOWN],
            "now": now,
            "token": token,
            "may_share": officer.may("share_views"),
            "form": DecisionForm(),
            "undo": Undo.of(request.session),
        },
    )


@may("decide")
@require_safe
@never_cache
def preview(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The pane beside the list: head, reasons, instruction, and the form to decide."""
    now = timezone.now()
    cases = Assessment.objects.visible_to(request.user).select_related(*ROW_RELATIONS, "profile_set")
    assessment = get_object_or_404(cases, pk=pk)
    (listed_case,) = listed([assessment])
    colleagues = [officer for officer in deciders_of(assessment.unit_id) if officer != request.user]
    return render(
        request,
        "profiling/queue/_preview.html",
        {
            "assessment": assessment,
            "head": case_head(listed_case, now),
            "held_by": held_by(assessment, request.user, now),
            "colleagues": workload_choices(colleagues, workload_of(assessment.unit_id)),
            "why": why(assessment, reasons_of(assessment)),
            "form": DecisionForm(initial={"revision": assessment.revision.number}),
            "next": request.GET.get("next", ""),
        },
    )


@may("decide")
@require_POST
def take_next(request: OfficerRequest) -> HttpResponse:
    """Assign the most urgent unassigned case in the statement that finds it, and open it."""
    assessment = Assessment.objects.take_next(request.user, second_press=SECOND_PRESS)
    if assessment is None:
        messages.info(request, _("Nothing waits unassigned."))
        return redirect("profiling:queue-show")
    return redirect("profiling:consignment-show", pk=assessment.consignment_id)


def page_asked_for(request: OfficerRequest, rows: AssessmentQuerySet, filters: QueueFilters) -> Page:
    size = int(filters.rows_a_page)
    if before := request.GET.get("before", ""):
        return page_before(rows, filters.sort, before, size)
    return page_after(rows, filters.sort, request.GET.get("after", ""), size)


def posts_of(officer) -> QuerySet[CustomsPost]:
    return CustomsPost.objects.filter(unit=officer.unit_id)


def current_row(rows, wanted: str) -> str:
    """The row asked for, else the first; "" for an empty page."""
    ids = [str(row.id) for row in rows]
    return wanted if wanted in ids else next(iter(ids), "")
