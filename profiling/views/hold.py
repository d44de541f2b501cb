"""The page of one hold, for the desk: who examines it and how they were chosen, lifting it, saying why it left."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Movement
from consignments.refusing import Refused
from profiling.boxes import held_together
from profiling.listing import ROW_RELATIONS, listed
from profiling.models import Assessment
from profiling.presenting.examiner_choice import VERBS, examiner_choice
from profiling.presenting.hold_rows import hold_row
from profiling.views.answering import answer_decided, answer_refused, answer_said
from profiling.views.undo import Undo

ENDED = {
    "selection_lifted": gettext_lazy("The hold of %(reference)s is lifted."),
    "lift_proposed": gettext_lazy("Lifting of %(reference)s proposed; the hold stands until another officer agrees."),
    "left_unexamined": gettext_lazy("%(reference)s is closed: it left without examination."),
}


@may("decide")
@require_safe
@never_cache
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One hold; who asks for it after it ended is sent to its consignment."""
    cases = Assessment.objects.visible_to(request.user).select_related(*ROW_RELATIONS, "lift_proposed_by", "examiner")
    hold = get_object_or_404(cases.prefetch_related("acknowledgements__officer"), pk=pk)
    if not hold.is_on_hold:
        return redirect("profiling:consignment-show", hold.consignment_id)
    (case,) = listed([hold])
    now = timezone.now()
    workloads = hold.workloads_at_the_post()
    event = hold.events_of_case().filter(verb__in=VERBS).select_related("actor").last()
    shown = {
        "hold": hold,
        "row": hold_row(case, request.user, now, held_together([hold])[hold.pk]),
        "choice": examiner_choice(event, names_in(event.after), now) if event and hold.examiner_id else None,
        "workloads": sorted((name_of(pk), load) for pk, load in workloads.items()),
        "may_draw": bool(workloads) and hold.examiner_id not in workloads,
        "examiners": [] if hold.examination_begun_at else examiners_of(hold.unit_id),
        "has_left": hold.consignment.movement == Movement.LEFT,
        "proposed_by_me": hold.lift_proposed_by_id == request.user.pk,
        "undo": Undo.of(request.session),
    }
    return render(request, "profiling/holds/hold.html", shown)


@may("decide")
@require_POST
def end(request: OfficerRequest, pk: UUID, verb: str) -> HttpResponse:
    """verb: lift or close_unexamined."""
    hold = held(request, pk)
    try:
        getattr(hold, verb)(request.user, request.POST.get("reason", ""))
    except Refused as refusal:
        return answer_refused(request, hold, refusal.message, status_of(refusal))
    last = hold.events_of_case().last()
    said = str(ENDED[last.verb]) % {"reference": hold.consignment.reference}
    return answer_decided(request, hold, Undo.keep(request.session, hold, said))


@may("decide")
@require_POST
def keep(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Refuse the lifting another officer proposed."""
    hold = held(request, pk)
    try:
        hold.keep_hold(request.user, request.POST.get("reason", ""))
    except Refused as refusal:
        return answer_refused(request, hold, refusal.message, status_of(refusal))
    return answer_said(request, hold, _("The hold of %(reference)s stays.") % {"reference": hold.consignment.reference})


@may("decide")
@require_POST
def draw_examiner(request: OfficerRequest, pk: UUID) -> HttpResponse:
    hold = held(request, pk)
    try:
        hold.draw_examiner(request.user)
    except Refused as refusal:
        return answer_refused(request, hold, refusal.message)
    return given(request, hold)


@may("decide")
@require_POST
def name_examiner(request: OfficerRequest, pk: UUID) -> HttpResponse:
    hold = held(request, pk)
    wanted = request.POST.get("examiner", "")
    examiner = next((one for one in examiners_of(hold.unit_id) if str(one.pk) == wanted), None)
    if examiner is None:
        return answer_refused(request, hold, _("Choose somebody of the unit who may examine."), 422)
    try:
        hold.name_examiner(examiner, request.user, request.POST.get("reason", ""))
    except Refused as refusal:
        return answer_refused(request, hold, refusal.message, status_of(refusal))
    return given(request, hold)


def held(request: OfficerRequest, pk: UUID) -> Assessment:
    """The officer's own unit's assessment; 404 for another's."""
    cases = Assessment.objects.visible_to(request.user).select_related("consignment", "revision__manifest")
    return get_object_or_404(cases, pk=pk)


def given(request: OfficerRequest, hold: Assessment) -> HttpResponse:
    told = {"reference": hold.consignment.reference, "name": hold.examiner.short_name if hold.examiner else ""}
    answer_said(request, hold, _("%(name)s examines %(reference)s.") % told)
    return redirect(reverse("profiling:hold-show", args=[hold.pk]))


def examiners_of(unit_id: UUID) -> list[Any]:
    """Who may examine in the unit."""
    officers = get_user_model().objects.filter(unit=unit_id, is_active=True).order_by("full_name")
    return [officer for officer in officers if officer.may("examine")]


def names_in(told: dict) -> dict[UUID, str]:
    """The short names of the officers an event of a choice mentions."""
    ids = {told["examiner"], *(row["examiner"] for row in told.get("workloads", []))}
    return {officer.pk: officer.short_name for officer in get_user_model().objects.filter(pk__in=ids)}


def name_of(pk: UUID) -> str:
    return get_user_model().objects.get(pk=pk).short_name


def status_of(refusal: Refused) -> int:
    return 422 if refusal.code == "reason_missing" else 409
