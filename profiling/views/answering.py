"""How a page answers a verb: a fragment to htmx, a page or a redirect to a plain form."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from consignments.access import OfficerRequest
from profiling.models import Assessment
from profiling.views.undo import Undo


def answer_decided(request: OfficerRequest, assessment: Assessment, undo: Undo) -> HttpResponse:
    """Show the toast with its undo; the queue's script takes the row away, a plain form goes back to its page."""
    if not by_htmx(request):
        return redirect(page_of(request, assessment))
    response = render(request, "profiling/_parts/_toast.html", {"undo": undo})
    response["HX-Trigger"] = json.dumps({"pcu:decided": {"id": str(assessment.pk)}})
    return response


def answer_said(
    request: OfficerRequest, assessment: Assessment, sentence: str, *, reload: bool = False, holder: Any = None
) -> HttpResponse:
    """Say what was done; reload: the list has changed so much that the page is loaded anew; holder: who has it now."""
    if by_htmx(request) and not reload:
        shown = {"sentence": sentence, "assessment": assessment, "holder": holder}
        response = render(request, "profiling/_parts/_said.html", shown)
        response["HX-Trigger"] = json.dumps({"pcu:assigned": {"id": str(assessment.pk)}})
        return response
    messages.success(request, sentence)
    if by_htmx(request):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect(page_of(request, assessment))


def answer_refused(request: OfficerRequest, assessment: Assessment, sentence: str, status: int = 409) -> HttpResponse:
    """Say who decided and when, or what is missing; nothing was saved."""
    shown = {"sentence": sentence, "assessment": assessment, "next": page_of(request, assessment)}
    if not by_htmx(request):
        return render(request, "profiling/consignment/refused.html", shown, status=status)
    response = render(request, "profiling/_parts/_refusal.html", shown, status=status)
    response["HX-Retarget"] = "#refusal"
    response["HX-Reswap"] = "innerHTML"
    return response


def by_htmx(request: OfficerRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def page_of(request: OfficerRequest, assessment: Assessment) -> str:
    """The page the form stood on, else the consignment's."""
    return page_to_return_to(request, reverse("profiling:consignment-show", args=[assessment.consignment_id]))


def page_to_return_to(request: OfficerRequest, otherwise: str) -> str:
    """What the form calls `next`, if it is an address of ours."""
    wanted = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if here else otherwise
