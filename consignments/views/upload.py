"""Hands in files from the page: each is a delivery of its own, and one that cannot be taken stops no other."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.columns_known import columns_are_known
from consignments.content_types import content_type_of
from consignments.forms import UploadForm
from consignments.models import Source, Submission
from consignments.receiving import SPREADSHEETS, WRONG_TYPE, Delivery, receive, refuse_size
from consignments.refusing import Refused
from consignments.views.submissions import listed

_BEGINNING = 1024  # bytes that tell the kind of a file


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


def _receive_all(request: OfficerRequest, form: UploadForm) -> list[Submission]:
    source, received = form.source_chosen(), []
    for file in form.cleaned_data["files"]:
        try:
            received.append(
                receive(_delivery(file, source, form.cleaned_data["token"]), source=source, by=request.user)
            )
        except Refused as refused:
            messages.error(request, f"{file.name}: {refused.message}")
    return received


def _delivery(file: UploadedFile, source: Source, token: str) -> Delivery:
    refuse_size(file.size or 0)
    raw = file.read()
    # Browsers guess the type from the name alone, and each its own way.
    content_type = content_type_of(file.name or "", raw[:_BEGINNING])
    if content_type is None:
        raise Refused(WRONG_TYPE, _("This kind of file is not read here."))
    is_clear = content_type not in SPREADSHEETS or columns_are_known(raw, content_type, source.layouts_told())
    return Delivery(
        raw=raw,
        content_type=content_type,
        idempotency_key=f"page:{token}:{file.name}"[:200],
        file_name=file.name or "",
        awaits_columns=not is_clear,
    )
