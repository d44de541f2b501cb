"""Hands in files from the page: each is a delivery of its own, and one that cannot be taken stops no other."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.forms import UploadForm
from consignments.handing_in import delivery_of
from consignments.models import Source, Submission
from consignments.receiving import receive, refuse_size
from consignments.refusing import Refused
from consignments.views.submissions import listed


@require_POST
@may("submit_documents")
def upload_files(request: OfficerRequest) -> HttpResponse:
    """Receive the files; then show the one document, or the list, or ask what the columns of a sheet mean."""
    form = UploadForm(request.POST, request.FILES, officer=request.user)
    if not form.is_valid():
        return render(request, "consignments/intake.html", {"form": form, **listed(request)}, status=400)
    received = _receive_all(request, form)
    asked = [one for one in received if one.awaits_columns]
    if asked:
        return redirect("consignments:submission-columns", pk=asked[0].pk)
    if received and len(form.cleaned_data["files"]) == 1:
        return redirect("consignments:submission-show", pk=received[0].pk)
    if received:
        said = ngettext("%(count)s file received.", "%(count)s files received.", len(received))
        messages.success(request, said % {"count": len(received)})
    return redirect("consignments:submission-list")


@require_POST
@may("submit_documents")
def upload_one(request: OfficerRequest) -> JsonResponse:
    """Receive one of many files that the page's script sends one by one, and say what became of it."""
    form = UploadForm(request.POST, request.FILES, officer=request.user)
    if not form.is_valid():
        said = " ".join(str(text) for texts in form.errors.values() for text in texts)
        return JsonResponse({"said": said}, status=400)
    source = form.source_chosen()
    try:
        received = _receive(form.cleaned_data["files"][0], source, form, request)
    except Refused as refused:
        return JsonResponse({"said": str(refused.message)}, status=409)
    page = "consignments:submission-columns" if received.awaits_columns else "consignments:submission-show"
    answer = _("Say what its columns mean") if received.awaits_columns else _("received")
    return JsonResponse({"said": answer, "url": reverse(page, args=[received.pk]), "asks": received.awaits_columns})


def _receive_all(request: OfficerRequest, form: UploadForm) -> list[Submission]:
    source, received = form.source_chosen(), []
    for file in form.cleaned_data["files"]:
        try:
            received.append(_receive(file, source, form, request))
        except Refused as refused:
            messages.error(request, f"{file.name}: {refused.message}")
    return received


def _receive(file: UploadedFile, source: Source, form: UploadForm, request: OfficerRequest) -> Submission:
    refuse_size(file.size or 0)
    name = file.name or ""
    key = f"page:{form.cleaned_data['token']}:{name}"[:200]
    return receive(delivery_of(file.read(), name, source, key), source=source, by=request.user)
