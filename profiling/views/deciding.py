"""Decisions from a page: each calls one verb of the assessment and says what came of it, or who was faster."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Assessment
from profiling.views.answering import answer_decided, answer_refused, answer_said
from profiling.views.decision_form import DecisionForm
from profiling.views.together import officer_named
from profiling.views.undo import Undo

SAID = {
    "released": gettext_lazy("%(reference)s released."),
    "release_proposed": gettext_lazy("Release of %(reference)s proposed; another officer has to agree."),
    "selected": gettext_lazy("%(reference)s selected for examination; the post sees the hold."),
    "information_requested": gettext_lazy("Information on %(reference)s requested."),
}


@may("decide")
@require_POST
def decide(request: OfficerRequest, pk: UUID, verb: str) -> HttpResponse:
    """verb: release, select or request_information."""
    assessment = visible(request, pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return answer_refused(request, assessment, _("Say why: a decision needs a reason."), status=422)
    read = form.cleaned_data["revision"]
    try:
        if verb == "select":
            assessment.select(request.user, form.reason, hold_until=timezone.now() + form.hold, read_revision=read)
        else:
            getattr(assessment, verb)(request.user, form.reason, read_revision=read)
    except Refused as refusal:
        return answer_refused(request, assessment, refusal.message)
    said = str(SAID[assessment.state]) % {"reference": assessment.consignment.reference}
    return answer_decided(request, assessment, Undo.keep(request.session, assessment, said))


@may("decide")
@require_POST
def take_back(request: OfficerRequest, pk: UUID) -> HttpResponse:
    assessment = visible(request, pk)
    Undo.forget(request.session)
    try:
        assessment.take_back(request.user)
    except Refused as refusal:
        return answer_refused(request, assessment, refusal.message)
    said = _("Taken back: %(reference)s is to be decided again.") % {"reference": assessment.consignment.reference}
    return answer_said(request, assessment, said, reload=True)


@may("decide")
@require_POST
def assign(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Give the case to the colleague named, or to the officer who presses."""
    assessment, to = visible(request, pk), officer_named(request)
    if to is None:
        return answer_refused(request, assessment, _("Choose somebody of the unit who may decide."), status=422)
    try:
        assessment.assign_to(to, by=request.user)
    except Refused as refusal:
        return answer_refused(request, assessment, refusal.message)
    told = {"reference": assessment.consignment.reference, "name": to.short_name}
    said = _("%(reference)s is yours.") if to == request.user else _("Given to %(name)s: %(reference)s")
    return answer_said(request, assessment, said % told, holder=to)


@may("decide")
@require_POST
def put_back(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Nobody has it any more."""
    assessment = visible(request, pk)
    try:
        assessment.put_back(request.user)
    except Refused as refusal:
        return answer_refused(request, assessment, refusal.message)
    said = _("%(reference)s put back: it is nobody’s.") % {"reference": assessment.consignment.reference}
    return answer_said(request, assessment, said)


def visible(request: OfficerRequest, pk: UUID) -> Assessment:
    """The officer's own unit's assessment; 404 for another's."""
    cases = Assessment.objects.visible_to(request.user).select_related("consignment", "revision__manifest")
    return get_object_or_404(cases, pk=pk)
