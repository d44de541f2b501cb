"""The dashboard and the page of rows behind each of its numbers."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import PortControlUnit
from profiling.measuring.rates import Rate
from profiling.models import RaisedAlert
from profiling.presenting.funnel import funnel
from profiling.presenting.rate_charts import top_of

from .calendar import local_day
from .charts import days_chart
from .figures import Figures, figures_of
from .paging import page_of
from .rows import rows_behind
from .scope import CHOICES, asked_scope
from .selection_tables import BEST_FIRST, ORDERS
from .tables import tables_of
from .telling import told_of


@may("read_dashboard")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    scope = asked_scope(request.GET, request.user, local_day(now))
    figures = figures_of(scope, now)
    order = request.GET.get("order", BEST_FIRST)
    shown = {
        "scope": scope,
        "choices": CHOICES,
        "units": PortControlUnit.objects.all() if scope.may_choose else [],
        "tables": tables_of(figures, order),
        "order": order if order in ORDERS else BEST_FIRST,
        "funnel": funnel(figures.steps),
        "days": days_chart(figures),
        "baseline": figures.baseline.rate,
        "top": top_of(_rates(figures)),
        "now": now,
        "unseen_alerts": RaisedAlert.objects.visible_to(request.user).standing().unseen().count(),
    }
    return render(request, "pcu_platform/dashboard/show.html", shown)


@may("read_dashboard")
@require_safe
@never_cache
def rows(request: OfficerRequest) -> HttpResponse:
    """`?number=` is the key of a number; the rest of the address is that of the dashboard."""
    now = timezone.now()
    scope = asked_scope(request.GET, request.user, local_day(now))
    key = request.GET.get("number") or "step:received"
    try:
        behind = rows_behind(key, scope, now)
    except LookupError:
        raise Http404 from None
    shown = {
        "scope": scope,
        "kind": behind.kind,
        "page": page_of(behind, request.GET.get("after", "")),
        "told": told_of(key),
        "across_units": scope.unit is None,
    }
    return render(request, "pcu_platform/dashboard/rows.html", shown)


def _rates(figures: Figures) -> list[Rate]:
    of_origins = [origin.rate for origin in figures.origins]
    return [figures.baseline.rate, *of_origins, *(placed.rate for placed in figures.league)]
