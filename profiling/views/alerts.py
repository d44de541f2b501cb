"""The page of alerts: what the daily look found, and the press that says a supervisor knows."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import RaisedAlert
from profiling.presenting.alert_lines import alert_line
from profiling.views.answering import page_to_return_to

ALERTS_A_PAGE = 60


@may("read_figures")
def show(request: OfficerRequest) -> HttpResponse:
    """Those that stand, unseen ones first; `?ended` shows those that are over."""
    visible = RaisedAlert.objects.visible_to(request.user).select_related("profile", "post", "source", "seen_by")
    ended = "ended" in request.GET
    if ended:
        alerts = visible.filter(ended_at__isnull=False).order_by("-ended_at", "pk")
    else:
        alerts = visible.standing().order_by(F("seen_at").asc(nulls_first=True), "-raised_at", "pk")
    page = Paginator(alerts, ALERTS_A_PAGE).get_page(request.GET.get("page"))
    now = timezone.now()
    shown = {
        "lines": [alert_line(alert, now) for alert in page],
        "page": page,
        "ended": ended,
        "may_see": request.user.may("approve_profiles"),
    }
    return render(request, "profiling/figures/alerts.html", shown)


@may("approve_profiles")
@require_POST
def see(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One press: I know."""
    alert = get_object_or_404(RaisedAlert.objects.visible_to(request.user), pk=pk)
    try:
        alert.see(request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(page_to_return_to(request, "/figures/alerts/"))
