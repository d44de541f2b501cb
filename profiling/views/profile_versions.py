"""The page of one version (what it says, what it changes, what it would have done) and the steps of its life."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from consignments.access import WHO_TO_ASK, OfficerRequest, may
from consignments.refusing import Refused
from profiling.backtesting import backtest
from profiling.measuring import Period, measured_unit
from profiling.models import ProfileVersion
from profiling.models.lifecycle import NEVER_ACTIVE
from profiling.presenting.backtest_words import backtests_of, findings_told
from profiling.presenting.life import life_of
from profiling.presenting.version_differences import version_differences
from profiling.presenting.version_words import version_said
from profiling.version_steps import STEPS, Said, allows, barred, steps_open_to
from profiling.views.backtests import PERIODS


@may("read_profiles")
def show(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """Do I put my name to it? A submitted version is shown with its backtest or a dry run; any with `?days=`."""
    version = _visible(request, code, number)
    compared = _compared(version)
    tested = backtests_of(version, request.user)
    asked = request.GET.get("days", "90" if version.state == "submitted" and not tested["shown_backtest"] else "")
    days = int(asked) if asked.isdecimal() and int(asked) in PERIODS else None
    changes, events = (
        version_differences(compared, version) if compared else [],
        list(version.events().select_related("actor")),
    )
    return render(
        request,
        "profiling/profiles/version.html",
        {
            "profile": version.profile,
            "version": version,
            **version_said(version),
            "compared": compared,
            "differences": changes,
            "changes": sum(row.is_change for row in changes),
            "events": events,
            "submitted_because": next((event.reason for event in reversed(events) if event.verb == "submitted"), ""),
            "steps": steps_open_to(request.user, version),
            "lacks_backtest": version.state == "draft" and version.current_backtest() is None,
            "life": life_of(version),
            "is_review_due": version.is_review_due(timezone.localdate()),
            "may_draft": request.user.may("draft_profiles"),
            "may_edit": version.state in NEVER_ACTIVE and version.author_id == request.user.pk,
            "days": days,
            "dry_run_days": PERIODS,
            "backtest_periods": PERIODS,
            "heading": gettext("What it would have done"),
            **tested,
            **(_dry_run(version, days, measured_unit(request.user)) if days else {}),
        },
    )


@may("draft_profiles", "approve_profiles", "govern_shared")
@require_POST
def take_step(request: OfficerRequest, code: str, number: int, step: str) -> HttpResponse:
    """step: a key of STEPS; each calls one verb of the version."""
    version = _visible(request, code, number)
    taken = STEPS[step]
    if not allows(request.user, version, taken) and not request.user.may("draft_profiles"):
        raise PermissionDenied(WHO_TO_ASK)
    try:
        if against := barred(request.user, version, taken):
            raise Refused("barred", str(against))
        taken.verb(version, request.user, _said(request))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("profiling:version-show", code, number)
    messages.success(request, taken.said % {"version": version})
    return redirect("profiling:version-show", code, number)


@may("draft_profiles")
@require_POST
def copy(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """Begin the next version from this one."""
    version = _visible(request, code, number)
    try:
        draft = version.new_version(request.user)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("profiling:version-show", code, number)
    return redirect("profiling:version-edit", code, draft.number)


def _said(request: OfficerRequest) -> Said:
    return Said(request.POST.get("reason", "").strip(), request.POST.get("no_backtest_because", "").strip())


def _visible(request: OfficerRequest, code: str, number: int) -> ProfileVersion:
    versions = ProfileVersion.objects.visible_to(request.user).select_related("profile", "author", "approver")
    return get_object_or_404(versions, profile__code=code, number=number)


def _compared(version: ProfileVersion) -> ProfileVersion | None:
    """The active version, else the one before."""
    others = version.profile.versions.exclude(pk=version.pk)
    return others.filter(state="active").first() or others.filter(number__lt=version.number).first()


def _dry_run(version: ProfileVersion, days: int, unit) -> dict:
    heading = gettext("The last %(period)s") % {"period": PERIODS[days]}
    return {"heading": heading, **findings_told(backtest(version, Period.last_days(days), unit))}
