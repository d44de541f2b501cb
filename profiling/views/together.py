"""Ticked rows of the queue at once: assigned or released together; red ones are decided one by one."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Assessment, Lane
from profiling.views.answering import page_to_return_to
from profiling.views.decision_form import LABELS
from profiling.views.queue import ROWS

VERBS = ("assign", "release")


@may("decide")
@require_POST
def decide_together(request: OfficerRequest) -> HttpResponse:
    verb, kind = request.POST.get("verb"), request.POST.get("kind", "")
    if verb not in VERBS or (verb == "release" and kind not in LABELS):
        return HttpResponseBadRequest()
    try:
        ticked = _ticked(request)
    except ValueError:
        return HttpResponseBadRequest()
    done, refusals = 0, []
    for assessment in ticked:
        try:
            _do(verb, assessment, request.user, str(LABELS.get(kind, "")))
            done += 1
        except Refused as refusal:
            refusals.append(f"{assessment.consignment.reference}: {refusal.message}")
    _say(request, verb, done, refusals)
    return redirect(page_to_return_to(request, "/queue/"))


def _ticked(request: OfficerRequest) -> Iterable[Assessment]:
    ids = [UUID(value) for value in request.POST.getlist("case")[:ROWS]]
    return Assessment.objects.visible_to(request.user).filter(pk__in=ids).select_related("consignment", "revision")


def _do(verb: str, assessment: Assessment, officer, reason: str) -> None:
    if verb == "assign":
        assessment.assign_to(officer)
    elif assessment.lane == Lane.RED:
        raise Refused("red_goes_alone", _("A red one is decided by itself."))
    else:
        assessment.release(officer, reason)


def _say(request: OfficerRequest, verb: str, done: int, refusals: list[str]) -> None:
    if not done and not refusals:
        messages.info(request, _("No row was ticked."))
    if done and verb == "assign":
        messages.success(request, ngettext("%(n)d is yours.", "%(n)d are yours.", done) % {"n": done})
    elif done:
        messages.success(request, ngettext("%(n)d released.", "%(n)d released.", done) % {"n": done})
    for refusal in refusals:
        messages.error(request, refusal)
