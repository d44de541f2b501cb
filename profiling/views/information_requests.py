"""Questions about consignments: asked with a deadline, answered, called off, and the list of what is awaited."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.attaching import attach_all
from consignments.models import Attachment, AttachmentKind, Consignment
from consignments.refusing import Refused
from profiling.models import UNANSWERED, AnsweredBy, Assessment, InformationRequest, RequestState
from profiling.presenting.request_lines import request_lines
from profiling.views.answering import answer_refused
from profiling.views.request_form import RequestForm
from profiling.views.undo import Undo

A_PAGE = 60
MOST_FILES = 10
MOST_SHOWN = 20  # on the page of a consignment
FILTERS: dict[str, tuple[Any, list[str]]] = {
    "unanswered": (gettext_lazy("Unanswered"), [str(state) for state in UNANSWERED]),
    "overdue": (gettext_lazy("Overdue"), [RequestState.OVERDUE]),
    "answered": (gettext_lazy("Answered"), [RequestState.ANSWERED]),
    "withdrawn": (gettext_lazy("Withdrawn"), [RequestState.WITHDRAWN]),
}


@may("read_cases")
@require_safe
@never_cache
def show_list(request: OfficerRequest) -> HttpResponse:
    """What is awaited, the most urgent first; what is closed, the newest first. `?after=` goes on, by moment and id."""
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in FILTERS else "unanswered"
    asked = InformationRequest.objects.visible_to(request.user).filter(state__in=FILTERS[chosen][1])
    is_by_deadline = chosen in {"unanswered", "overdue"}
    moment = "due_at" if is_by_deadline else "asked_at"
    if (after := parse_place(request.GET.get("after", ""))) is not None:
        asked = asked.filter(beyond(moment, "gt" if is_by_deadline else "lt", *after))
    if request.GET.get("mine"):
        asked = asked.filter(asked_by=request.user.pk)
    asked = asked.order_by(moment if is_by_deadline else f"-{moment}", "id").select_related("consignment", "asked_by")
    found = list(asked[: A_PAGE + 1])
    shown = {
        "rows": request_lines(found[:A_PAGE], timezone.now()),
        "filters": [(code, label, code == chosen) for code, (label, _states) in FILTERS.items()],
        "chosen": chosen,
        "is_mine": bool(request.GET.get("mine")),
        "go_on": f"{getattr(found[A_PAGE - 1], moment).isoformat()},{found[A_PAGE - 1].pk}"
        if len(found) > A_PAGE
        else "",
    }
    return render(request, "profiling/requests/list.html", shown)


@may("decide")
@never_cache
def ask(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Show the form of a question; ask it."""
    cases = Assessment.objects.visible_to(request.user).select_related("consignment__source", "revision__manifest")
    assessment = get_object_or_404(cases, pk=pk)
    has_client = assessment.consignment.source.client_id is not None
    form = RequestForm.empty(assessment.revision.number, can_be_put_to_sender=has_client)
    if request.method == "POST":
        form = RequestForm(request.POST, auto_id="ask_%s", can_be_put_to_sender=has_client)
    if not form.is_valid():
        shown = {"assessment": assessment, "form": form}
        return render(request, "profiling/requests/ask.html", shown, status=422 if form.is_bound else 200)
    try:
        assessment.request_information(
            request.user, form.reason, form.asked(), read_revision=form.cleaned_data["revision"]
        )
    except Refused as refused:
        return answer_refused(request, assessment, refused.message)
    said = _("Information on %(reference)s requested.") % {"reference": assessment.consignment.reference}
    Undo.keep(request.session, assessment, said)
    return redirect("profiling:consignment-show", assessment.consignment_id)


@may("decide")
@require_POST
def record_answer(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Take down an answer that came by letter, telephone or over the counter, with its papers."""
    asked = own(request, pk)
    try:
        asked.answer_with(request.POST.get("answer", ""), request.user, AnsweredBy.OFFICER)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(page_of(asked))
    files = request.FILES.getlist("files")[:MOST_FILES]
    sent = attach_all(asked.consignment, files, AttachmentKind.DOCUMENT, request.user)
    asked.attachments.add(*sent.attached)
    for name, why in sent.refused:
        messages.error(request, f"{name}: {why}")
    messages.success(request, _("The answer is kept; the consignment waits for a decision."))
    return redirect(page_of(asked))


@may("decide")
@require_POST
def call_off(request: OfficerRequest, pk: UUID) -> HttpResponse:
    asked = own(request, pk)
    try:
        asked.call_off(request.user, request.POST.get("reason", ""))
        messages.success(request, _("The question is called off."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect(page_of(asked))


def requests_of(consignment: Consignment, officer: Any) -> dict[str, Any]:
    """What the page of a consignment shows of its questions, newest first."""
    asked = InformationRequest.objects.filter(consignment=consignment).select_related("asked_by", "answered_by")
    found = list(asked[:MOST_SHOWN])
    files: dict[UUID, list[Attachment]] = {}
    if found:
        through = InformationRequest.attachments.through.objects.filter(informationrequest__in=found)
        in_place = through.filter(attachment__removed_at__isnull=True).select_related("attachment")
        for each in in_place:
            files.setdefault(each.informationrequest_id, []).append(each.attachment)
    return {
        "requests": request_lines(found, timezone.now(), files),
        "may_answer": consignment.unit_id == officer.unit_id and officer.may("decide"),
    }


def own(request: OfficerRequest, pk: UUID) -> InformationRequest:
    """A question of the officer's own unit; 404 for another's."""
    asked = InformationRequest.objects.filter(unit_id=request.user.unit_id).select_related("consignment", "assessment")
    return get_object_or_404(asked, pk=pk)


def page_of(asked: InformationRequest) -> str:
    return f"{reverse('profiling:consignment-show', args=[asked.consignment_id])}#requests"


def place_of(asked: InformationRequest, moment: str) -> str:
    return f"{getattr(asked, moment).isoformat()},{asked.pk}"


def beyond(moment: str, further: str, at: datetime, pk: UUID) -> Q:
    """Rows after one in the order of a moment; of those of the same moment, the ids that follow."""
    return Q(**{f"{moment}__{further}": at}) | Q(**{moment: at}, pk__gt=pk)


def parse_place(text: str) -> tuple[datetime, UUID] | None:
    at, _comma, pk = text.partition(",")
    try:
        moment = datetime.fromisoformat(at)
        return (moment, UUID(pk)) if timezone.is_aware(moment) else None
    except ValueError:
        return None
