"""The page of consignments behind a number: of a profile, a version, an indicator, the draw, or of overrides."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consignments.access import OfficerRequest, may
from profiling.measuring import measured_unit
from profiling.measuring.rows import Behind, Shown, Source, rows_behind
from profiling.models import RiskProfile
from profiling.views.periods import CHOICES, asked_period

ROWS_A_PAGE = 60
SHOWN: dict[Shown, Promise] = {
    Shown.ALL: _("All"),
    Shown.EXAMINED: _("Examined with a result"),
    Shown.POSITIVE: _("Positive"),
}
SOURCES: dict[Source, Promise] = {
    Source.DRAWN: _("Drawn at random"),
    Source.MISSED: _("Drawn at random and selected by nothing else"),
    Source.WAVED_THROUGH: _("Released against the recommendation"),
    Source.TAKEN_UP: _("Selected by an officer alone"),
}


@may("read_profiles")
def show(request: OfficerRequest) -> HttpResponse:
    """`?profile=CODE&version=N`, `?indicator=CODE` or `?source=` (else the draw), with `?show=` and `?days=`."""
    days, period = asked_period(request)
    number = asked_number(request)
    page = Paginator(rows_behind(number, period, measured_unit(request.user)), ROWS_A_PAGE)
    shown = {
        "number": number,
        "source": SOURCES[number.source] if number.source else "",
        "choices": SHOWN,
        "page": page.get_page(request.GET.get("page")),
        "days": days,
        "periods": CHOICES,
    }
    return render(request, "profiling/figures/rows.html", shown)


def asked_number(request: OfficerRequest) -> Behind:
    """404 for a profile the officer does not see, and for what is no question."""
    asked = request.GET
    try:
        source = Source(asked["source"]) if asked.get("source") else None
        shown = Shown(asked.get("show") or Shown.ALL)
        version_number = int(asked.get("version") or 0)
    except ValueError:
        raise Http404 from None
    profile = version = None
    if code := asked.get("profile"):
        profile = get_object_or_404(RiskProfile.objects.visible_to(request.user), code=code)
        version = get_object_or_404(profile.versions.all(), number=version_number) if version_number else None
    indicator = asked.get("indicator", "")
    if not (profile or indicator or source):
        source = Source.DRAWN
    return Behind(profile, version, indicator, source, shown)
