"""The figures of a unit: is our selection better than chance?"""

from django.http import HttpResponse
from django.shortcuts import render

from consignments.access import OfficerRequest, may
from profiling.measuring import measured_unit, random_baseline
from profiling.measuring.formulas import FORMULAS
from profiling.measuring.overriding import let_go_against_advice, selected_against_advice
from profiling.measuring.steps import origins_of_selection, steps_of
from profiling.models import RaisedAlert
from profiling.presenting.funnel import funnel
from profiling.presenting.rate_charts import top_of
from profiling.views.periods import CHOICES, asked_period


@may("read_figures")
def show(request: OfficerRequest) -> HttpResponse:
    days, period = asked_period(request, usual=90)
    unit = measured_unit(request.user)
    origins, baseline = origins_of_selection(unit, period), random_baseline(unit, period)
    shown = {
        "funnel": funnel(steps_of(unit, period)),
        "origins": origins,
        "baseline": baseline,
        "top": top_of([baseline.rate, *(origin.rate for origin in origins)]),
        "unseen_alerts": RaisedAlert.objects.visible_to(request.user).standing().unseen().count(),
        "let_go": let_go_against_advice(period, unit),
        "taken_up": selected_against_advice(period, unit),
        "unit_measured": unit,
        "days": days,
        "periods": CHOICES,
        "formulas": FORMULAS,
    }
    return render(request, "profiling/figures/show.html", shown)
