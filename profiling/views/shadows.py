"""The page of a version in the shadow: begun, compared with the active version, stopped."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.measuring import measured_unit
from profiling.measuring.shadows import compare
from profiling.models import ProfileVersion
from profiling.models.shadow import LONGEST_SHADOW
from profiling.models.shadow_querysets import NO_SHADOW_OF
from profiling.shadowing import start_shadow, stop_shadow

USUAL_DAYS = 14


@may("read_profiles")
def show(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """The newest run, or the one asked for by `?run=`, beside what was active meanwhile."""
    version = _visible(request, code, number)
    runs = list(version.shadow_runs.select_related("started_by", "version"))
    run = next((each for each in runs if str(each.pk) == request.GET.get("run")), next(iter(runs), None))
    shown = {
        "profile": version.profile,
        "version": version,
        "runs": runs,
        "run": run,
        "found": compare(run, measured_unit(request.user)) if run else None,
        "may_draft": request.user.may("draft_profiles"),
        "may_start": version.state not in NO_SHADOW_OF and not any(each.is_running for each in runs),
        "usual_days": USUAL_DAYS,
        "most_days": LONGEST_SHADOW.days,
    }
    return render(request, "profiling/shadows/show.html", shown)


@may("draft_profiles")
@require_POST
def start(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    version, days = _visible(request, code, number), request.POST.get("days", "")
    try:
        start_shadow(version, request.user, int(days) if days.isdecimal() else 0, request.POST.get("reason", ""))
        messages.success(request, _("%(version)s runs in the shadow. It selects nothing.") % {"version": version})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:version-shadow", code, number)


@may("draft_profiles")
@require_POST
def stop(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    version = _visible(request, code, number)
    run = get_object_or_404(version.shadow_runs.running())
    try:
        stop_shadow(run, request.user, request.POST.get("reason", ""))
        messages.success(request, _("The shadow run is stopped."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:version-shadow", code, number)


def _visible(request: OfficerRequest, code: str, number: int) -> ProfileVersion:
    versions = ProfileVersion.objects.visible_to(request.user).select_related("profile")
    return get_object_or_404(versions, profile__code=code, number=number)
