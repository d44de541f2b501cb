"""Decides the consignments of one box together, each by the verb of its own assessment, with one reason."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Assessment, State
from profiling.pieces.aboard import ever_aboard
from profiling.presenting.pages_of_pieces import page_of_piece
from profiling.views.answering import page_to_return_to
from profiling.views.decision_form import DecisionForm
from profiling.views.undo import Undo

AT_MOST = 200


@may("decide")
@require_POST
def decide(request: OfficerRequest, key: str) -> HttpResponse:
    """`case`: an assessment, or all that the page showed as open; `verb`: select, release or request_information."""
    back = redirect(page_to_return_to(request, page_of_piece(key)))
    verb = VERBS.get(request.POST.get("verb", ""))
    form = DecisionForm(request.POST)
    if verb is None:
        return HttpResponseBadRequest()
    if not form.is_valid():
        messages.error(request, _("Say why: a decision needs a reason."))
        return back
    try:
        chosen = _chosen(request, key)
    except ValueError:
        return HttpResponseBadRequest()
    done, refusals = [], []
    for assessment in chosen:
        try:
            verb(assessment, request.user, form, key if len(chosen) > 1 else "")
            done.append(assessment)
        except Refused as refusal:
            refusals.append(f"{assessment.consignment.reference}: {refusal.message}")
    _say(request, done, refusals)
    return back


def _select(assessment: Assessment, officer: Any, form: DecisionForm, box: str) -> None:
    reason = _("%(reason)s (all of box %(box)s)") % {"reason": form.reason, "box": box} if box else form.reason
    assessment.select(officer, reason, hold_until=timezone.now() + form.hold)


def _release(assessment: Assessment, officer: Any, form: DecisionForm, box: str) -> None:
    """The officer's own words: what is held in the same box has to be named by who lets the rest go."""
    assessment.release(officer, form.reason)


def _ask(assessment: Assessment, officer: Any, form: DecisionForm, box: str) -> None:
    assessment.request_information(officer, form.reason)


VERBS: dict[str, Callable[[Assessment, Any, DecisionForm, str], None]] = {
    "select": _select,
    "release": _release,
    "request_information": _ask,
}


def _chosen(request: OfficerRequest, key: str) -> list[Assessment]:
    """Those that really travel in the box and are the officer's to decide."""
    one = request.POST.get("only", "")
    ids = {UUID(one)} if one else {UUID(value) for value in request.POST.getlist("case")[:AT_MOST]}
    aboard = {each.assessment_id for each in ever_aboard(key)}
    found = Assessment.objects.visible_to(request.user).filter(pk__in=ids & aboard)
    return list(found.select_related("consignment", "revision").order_by("consignment__reference"))


def _say(request: OfficerRequest, done: list[Assessment], refusals: list[str]) -> None:
    if not done and not refusals:
        messages.info(request, _("Nothing was left to decide."))
    by_state: dict[str, list[Assessment]] = {}
    for assessment in done:
        by_state.setdefault(assessment.state, []).append(assessment)
    for state, cases in by_state.items():
        sentence = ngettext("%(state)s: %(count)d consignment.", "%(state)s: %(count)d consignments.", len(cases))
        messages.success(request, sentence % {"state": State(state).label, "count": len(cases)})
    if len(done) == 1 and not refusals:
        Undo.keep(request.session, done[0], f"{done[0].consignment.reference}: {done[0].get_state_display()}")
    for refusal in refusals:
        messages.error(request, refusal)
