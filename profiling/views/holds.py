"""The hold list of a post: what to stop, until when, and who has seen it."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db.models import F, Prefetch, QuerySet
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost, Movement
from consignments.refusing import Refused
from profiling.boxes import held_together
from profiling.listing import ROW_RELATIONS, listed
from profiling.models import Assessment, Duty, HoldAcknowledgement
from profiling.presenting.hold_rows import hold_row
from profiling.views.answering import page_to_return_to

MOST = 200
LATELY = timedelta(hours=12)


@may("hold_list")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    posts = CustomsPost.objects.filter(unit=request.user.unit_id)
    post = posts.filter(code=request.GET.get("post", "")).first()
    on_hold = Assessment.objects.visible_to(request.user).on_hold()
    if mine := request.GET.get("mine") == "1":
        on_hold = on_hold.filter(examiner=request.user.pk)
    held = list(at_post(on_hold, post)[:MOST])
    together = held_together(held)
    rows = [hold_row(case, request.user, now, together[case.assessment.pk]) for case in listed(held)]
    ended = at_post(Assessment.objects.visible_to(request.user).selected(), post)
    return render(
        request,
        "profiling/holds/holds.html",
        {
            "rows": rows,
            "unseen": sum(row.is_new for row in rows),
            "posts": posts,
            "post": post,
            "ended": ended.filter(outcome_recorded_at__gte=now - LATELY)[:20],
            "may_examine": request.user.may("examine"),
            "may_decide": request.user.may("decide"),
            "mine": mine,
            "duty": Duty.objects.at(now).filter(officer=request.user.pk).select_related("post").first(),
            "now": now,
        },
    )


@may("hold_list")
@require_POST
def acknowledge(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One press: I have seen it."""
    assessment = get_object_or_404(Assessment.objects.visible_to(request.user), pk=pk)
    try:
        assessment.acknowledge_hold(request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(page_to_return_to(request, "/holds/"))


@may("hold_list")
@require_POST
def report_movement(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The post says where the vehicle is: arrived, or passed before it could be stopped."""
    assessment = get_object_or_404(Assessment.objects.visible_to(request.user).select_related("consignment"), pk=pk)
    movement = request.POST.get("movement")
    if movement not in {Movement.ARRIVED, Movement.LEFT}:
        return HttpResponseBadRequest()
    try:
        assessment.consignment.record_movement(movement, request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(page_to_return_to(request, "/holds/"))


def at_post(assessments: QuerySet[Assessment], post: CustomsPost | None) -> QuerySet[Assessment]:
    """Those of one post, or of all, soonest first, with who has seen them."""
    seen = Prefetch("acknowledgements", HoldAcknowledgement.objects.select_related("officer"))
    found = assessments.select_related(*ROW_RELATIONS, "decided_by", "examiner").prefetch_related(seen)
    found = found.order_by(F("arrival_at").asc(nulls_last=True), "id")
    return found.filter(post=post) if post else found
