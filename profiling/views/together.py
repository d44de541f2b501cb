"""Ticked rows of the queue at once: assigned, put back or released together; red ones are decided one by one."""

from collections.abc import Iterable
from typing import Any
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
from profiling.views.colleagues import deciders_of
from profiling.views.decision_form import DecisionForm

VERBS = ("assign", "put_back", "release")
MOST_AT_ONCE = 120  # the longest page
REFUSALS_SHOWN = 12


@may("decide")
@require_POST
def decide_together(request: OfficerRequest) -> HttpResponse:
    """One reason for all that are released; each that is refused is named with why, and the others are done."""
    verb, form = request.POST.get("verb"), DecisionForm(request.POST)
    to = officer_named(request)
    if verb not in VERBS or to is None:
        return HttpResponseBadRequest()
    try:
        ticked = _ticked(request)
    except ValueError:
        return HttpResponseBadRequest()
    if verb == "release" and not form.is_valid():
        messages.error(request, _("Say why: a decision needs a reason."))
        return redirect(page_to_return_to(request, "/queue/"))
    done, refusals = 0, []
    for assessment in ticked:
        try:
            _do(str(verb), assessment, request.user, to, form)
            done += 1
        except Refused as refusal:
            refusals.append(f"{assessment.consignment.reference}: {refusal.message}")
    _say(request, str(verb), done, refusals, to)
    return redirect(page_to_return_to(request, "/queue/"))


def officer_named(request: OfficerRequest) -> Any | None:
    """The colleague whom the form names as `to`, the officer who presses where it names none; None for nonsense."""
    wanted = request.POST.get("to", "")
    if not wanted:
        return request.user
    return next((one for one in deciders_of(request.user.unit_id) if str(one.pk) == wanted), None)


def _ticked(request: OfficerRequest) -> Iterable[Assessment]:
    ids = [UUID(value) for value in request.POST.getlist("case")[:MOST_AT_ONCE]]
    return Assessment.objects.visible_to(request.user).filter(pk__in=ids).select_related("consignment", "revision")


def _do(verb: str, assessment: Assessment, officer, to, form: DecisionForm) -> None:
    if verb == "assign":
        assessment.assign_to(to, by=officer)
    elif verb == "put_back":
        assessment.put_back(officer)
    elif assessment.lane == Lane.RED:
        raise Refused("red_goes_alone", _("A red one is decided by itself."))
    else:
        assessment.release(officer, form.reason)


def _say(request: OfficerRequest, verb: str, done: int, refusals: list[str], to) -> None:
    if not done and not refusals:
        messages.info(request, _("No row was ticked."))
    if done and verb == "assign" and to == request.user:
        messages.success(request, ngettext("%(n)d is yours.", "%(n)d are yours.", done) % {"n": done})
    elif done and verb == "assign":
        told = {"n": done, "name": to.short_name}
        messages.success(request, ngettext("Given to %(name)s: %(n)d", "Given to %(name)s: %(n)d", done) % told)
    elif done and verb == "put_back":
        messages.success(request, ngettext("%(n)d put back.", "%(n)d put back.", done) % {"n": done})
    elif done:
        messages.success(request, ngettext("%(n)d released.", "%(n)d released.", done) % {"n": done})
    for refusal in refusals[:REFUSALS_SHOWN]:
        messages.error(request, refusal)
    if (more := len(refusals) - REFUSALS_SHOWN) > 0:
        messages.error(request, ngettext("%(n)d more was refused.", "%(n)d more were refused.", more) % {"n": more})
