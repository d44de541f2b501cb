"""The pages of stored backtests: asked from a version's page, watched while they run, read, cancelled, asked again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.backtesting import asking
from profiling.measuring import Period
from profiling.models import Backtest, ProfileVersion
from profiling.presenting.backtest_words import backtest_told

PERIODS = {30: gettext_lazy("30 days"), 90: gettext_lazy("90 days"), 365: gettext_lazy("12 months")}


@may("draft_profiles")
@require_POST
def ask(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """What would this version have done? A worker answers; the page shows how far it is."""
    versions = ProfileVersion.objects.visible_to(request.user).select_related("profile")
    version = get_object_or_404(versions, profile__code=code, number=number)
    days = request.POST.get("days", "")
    period = Period.last_days(int(days) if days.isdecimal() and int(days) in PERIODS else 90)
    try:
        asking.ask(version, request.user, period, uses_reconstructed="reconstructed" in request.POST)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:version-show", code, number)


@may("read_profiles")
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    stored = _visible(request, pk)
    version = stored.version
    shown = {
        "profile": version.profile,
        "version": version,
        "may_draft": request.user.may("draft_profiles"),
        **backtest_told(stored),
    }
    return render(request, "profiling/backtests/show.html", shown)


@may("draft_profiles")
@require_POST
def cancel(request: OfficerRequest, pk: UUID) -> HttpResponse:
    stored = _visible(request, pk)
    try:
        asking.cancel(stored, request.user)
        messages.success(request, _("The backtest is cancelled."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:version-show", stored.version.profile.code, stored.version.number)


@may("draft_profiles")
@require_POST
def ask_again(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The same period, of what the version says now."""
    stored = _visible(request, pk)
    try:
        stored = asking.ask_again(stored, request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:backtest-show", stored.pk)


def _visible(request: OfficerRequest, pk: UUID) -> Backtest:
    stored = Backtest.objects.visible_to(request.user).select_related("version__profile", "unit", "asked_by")
    return get_object_or_404(stored.filter(version__in=ProfileVersion.objects.visible_to(request.user)), pk=pk)
