"""The pages on how profiles do: the list with their hit rates beside the random draw, and one profile over time."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from consignments.access import OfficerRequest, may
from profiling.measuring import Period, measured_unit, performance, performances, random_baseline
from profiling.measuring.months import rates_by_month
from profiling.measuring.performance import performances_of_versions, selections_of
from profiling.measuring.seized import seized_by
from profiling.measuring.trend import trend_of
from profiling.models import RaisedAlert, RiskProfile, VersionState
from profiling.presenting.profile_rows import profile_row, told_alerts
from profiling.presenting.rate_charts import month_chart, top_of
from profiling.presenting.version_words import version_said
from profiling.views.periods import CHOICES, asked_period

LAST_SHOWN = 8


@may("read_profiles")
def show_list(request: OfficerRequest) -> HttpResponse:
    """Every profile the officer sees, best lower bound first, beside the random draw."""
    days, period = asked_period(request)
    unit = measured_unit(request.user)
    profiles = list(
        RiskProfile.objects.visible_to(request.user).select_related("owner_unit").prefetch_related("versions")
    )
    whole, month = performances(profiles, period, unit), performances(profiles, Period.last_days(30), unit)
    baseline = random_baseline(unit, period)
    today = timezone.localdate()
    rows = [profile_row(each, whole[each.pk], month[each.pk], baseline.rate, today) for each in profiles]
    # What nobody examined has no lower bound worth the name: it stands last.
    rows.sort(key=lambda row: (not row.rate.examined, -row.rate.low, row.profile.code))
    return render(
        request,
        "profiling/profiles/list.html",
        {
            "rows": rows,
            "baseline": baseline,
            "top": top_of([baseline.rate, *(row.rate for row in rows)]),
            "days": days,
            "periods": CHOICES,
            "may_draft": request.user.may("draft_profiles"),
            "may_switch_ranker": request.user.may("approve_profiles"),
            "unseen_alerts": RaisedAlert.objects.visible_to(request.user).standing().unseen().count(),
        },
    )


@may("read_profiles")
def show(request: OfficerRequest, code: str) -> HttpResponse:
    """One profile: does it earn its work?"""
    profile = get_object_or_404(RiskProfile.objects.visible_to(request.user), code=code)
    days, period = asked_period(request)
    unit = measured_unit(request.user)
    versions = list(profile.versions.select_related("author", "approver"))
    active = next((version for version in versions if version.state == VersionState.ACTIVE), None)
    shown = active or next(iter(versions), None)
    whole, baseline = performance(profile, period, unit), random_baseline(unit, period)
    months = rates_by_month(profile, period, unit)
    each = performances_of_versions(versions, period, unit)
    chart = month_chart([month.rate for month in months], baseline.rate)
    return render(
        request,
        "profiling/profiles/show.html",
        {
            "profile": profile,
            "active": active,
            "versions": [
                (version, each[version.pk], seized_by(version, period, unit) if each[version.pk].rate.positive else [])
                for version in versions
            ],
            "seized": seized_by(profile, period, unit),
            "trend": trend_of(profile, period, unit),
            "top": top_of([baseline.rate, whole.rate, *(one.rate for one in each.values())]),
            "whole": whole,
            "of_active": each[active.pk] if active else None,
            "baseline": baseline,
            "months": list(zip(months, chart.dots, strict=True)),
            "chart": chart,
            "alerts": told_alerts(active, whole, baseline.rate, timezone.localdate()),
            "last": selections_of(profile, period, unit).select_related("assessment__consignment")[:LAST_SHOWN],
            "days": days,
            "periods": CHOICES,
            "may_draft": request.user.may("draft_profiles"),
            "shown_version": shown,
            **(version_said(shown) if shown else {}),
        },
    )
