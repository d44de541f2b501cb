"""The pages on how single indicators do: the list beside the random draw, and one with what it hits together with."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from consignments.access import OfficerRequest, may
from profiling.conditions.indicators import INDICATORS
from profiling.measuring import measured_unit, random_baseline
from profiling.measuring.indicators import IndicatorPerformance, companions_of, indicators_measured
from profiling.presenting.rate_charts import top_of
from profiling.views.periods import CHOICES, asked_period


@may("read_profiles")
def show_list(request: OfficerRequest) -> HttpResponse:
    """Every indicator that hit on a selection of the period, the most frequent first."""
    days, period = asked_period(request)
    unit = measured_unit(request.user)
    measured, baseline = indicators_measured(period, unit), random_baseline(unit, period)
    rows = sorted(measured.values(), key=lambda one: (-one.hits, one.code))
    shown = {
        "rows": [(one, label_of(one.code)) for one in rows],
        "silent": [each for code, each in INDICATORS.items() if code not in measured],
        "baseline": baseline,
        "top": top_of([baseline.rate, *(one.rate for one in rows)]),
        "days": days,
        "periods": CHOICES,
    }
    return render(request, "profiling/indicators/list.html", shown)


@may("read_profiles")
def show(request: OfficerRequest, code: str) -> HttpResponse:
    """One indicator; 404 where neither the catalogue nor a hit knows it."""
    days, period = asked_period(request)
    unit = measured_unit(request.user)
    measured = indicators_measured(period, unit)
    if code not in INDICATORS and code not in measured:
        raise Http404
    baseline = random_baseline(unit, period)
    shown = {
        "code": code,
        "indicator": INDICATORS.get(code),
        "label": label_of(code),
        "measured": measured.get(code, IndicatorPerformance(code)),
        "companions": [(one, label_of(one.code)) for one in companions_of(code, period, unit)],
        "baseline": baseline,
        "days": days,
        "periods": CHOICES,
    }
    return render(request, "profiling/indicators/show.html", shown)


def label_of(code: str) -> str:
    """The words of the catalogue; "" for a code that only a profile of its own uses."""
    return str(INDICATORS[code].label) if code in INDICATORS else ""
