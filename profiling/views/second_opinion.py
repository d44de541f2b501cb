"""The page of the second ranker: are there outcomes enough, how did it do, who proposes it and who switches it on."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Ranker, RankerTraining
from profiling.presenting.ranker_cards import cards_of, kinds_missing, needs_told
from profiling.ranking import asking
from profiling.ranking.storing import readiness_in

# verb of the model: what is said when it is done
STEPS = {
    "propose": gettext_lazy("It is proposed. Another officer can switch it on."),
    "switch_on": gettext_lazy("It is on: what it asks to look at waits for a decision. It sets no lane."),
    "switch_off": gettext_lazy("It is off."),
}
SHOWN = 8  # rankers, the newest first and whichever is on


@may("approve_profiles")
def show(request: OfficerRequest) -> HttpResponse:
    """Of the officer's own unit."""
    readiness = readiness_in(request.user.unit)
    shown = {
        "needs": needs_told(readiness),
        "is_ready": readiness.is_ready,
        "training": RankerTraining.objects.filter(unit=request.user.unit).select_related("asked_by").first(),
        "too_few": asking.TOO_FEW,
        "cards": cards_of(_own(request).order_by("-state", "-trained_at")[:SHOWN], request.user),
        "kinds_missing": kinds_missing(),
    }
    return render(request, "profiling/second_opinion/show.html", shown)


@may("approve_profiles")
@require_POST
def train(request: OfficerRequest) -> HttpResponse:
    try:
        asking.ask(request.user)
        messages.success(request, _("A worker trains it. This page shows how far it is."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:second-opinion-show")


@may("approve_profiles")
@require_POST
def take_step(request: OfficerRequest, pk: UUID, step: str) -> HttpResponse:
    """Propose, switch on or off; the verb itself asks who may."""
    ranker = get_object_or_404(_own(request), pk=pk)
    try:
        getattr(ranker, step)(request.user, request.POST.get("reason", "")[:1000])
        messages.success(request, STEPS[step])
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:second-opinion-show")


def _own(request: OfficerRequest):
    rankers = Ranker.objects.filter(unit=request.user.unit_id)
    return rankers.defer("stored").select_related("proposed_by", "switched_on_by")
