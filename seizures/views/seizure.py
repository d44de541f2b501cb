"""One seizure: its goods and versions, the chain of custody, the laboratory, arrests and photos, and what is added."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consignments.access import may
from consignments.models import record
from consignments.refusing import Refused
from seizures.forms.following import ArrestsForm, HandOverForm, LaboratoryAnswerForm, LaboratoryForm, PhotoForm
from seizures.models import EvidencePhoto, SeizureLine
from seizures.presenting.seizure import seizure_sight

from . import pictures
from .finding import OfficerRequest

DEEDS: dict[str, Any] = {
    "hand_over": HandOverForm,
    "ask_laboratory": LaboratoryForm,
    "answer_of_laboratory": LaboratoryAnswerForm,
    "arrests": ArrestsForm,
    "photo": PhotoForm,
}


@may("read_cases")
@require_safe
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    return _page(request, _line(request, pk))


@may("record_seizures")
@require_POST
def add(request: OfficerRequest, pk: UUID, deed: str) -> HttpResponse:
    """Do what one form of the page says; with faults the page comes back, the form open and filled."""
    line = _line(request, pk)
    form = DEEDS[deed](request.POST, request.FILES, auto_id=f"{deed}_%s")
    if form.is_valid():
        try:
            form.done_by(request.user, line)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Recorded."))
            return redirect(f"{reverse('seizures:seizure-show', args=[pk])}#{deed}")
    return _page(request, line, {deed: form}, status=422)


@may("read_cases")
@require_safe
def photo(request: OfficerRequest, pk: UUID, photo_pk: UUID) -> HttpResponse:
    return pictures.shown(_photo(request, pk, photo_pk).file)


@may("read_cases")
@require_safe
def thumbnail(request: OfficerRequest, pk: UUID, photo_pk: UUID) -> HttpResponse:
    return pictures.small(_photo(request, pk, photo_pk).file_id)


@may("correct_records")
@require_POST
def original(request: OfficerRequest, pk: UUID, photo_pk: UUID) -> HttpResponse:
    """The bytes as they were kept, with all the camera wrote; who takes them is written into the log."""
    kept = _photo(request, pk, photo_pk)
    told = {"photo": str(kept.pk), "sha256": kept.file_id}
    record("seizure_line", pk, "original_taken", actor=request.user, after=told)
    return pictures.original(kept.file, kept.pk)


def _page(
    request: OfficerRequest, line: SeizureLine, sent: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    forms = {deed: form(auto_id=f"{deed}_%s") for deed, form in DEEDS.items()} | (sent or {})
    shown = {
        "seizure": seizure_sight(line),
        "forms": forms,
        "sent": next(iter(sent.values())) if sent else None,
        "may_record": request.user.may("record_seizures"),
        "may_correct": request.user.may("correct_records"),
    }
    return render(request, "seizures/seizure_show.html", shown, status=status)


def _line(request: OfficerRequest, pk: UUID) -> SeizureLine:
    return get_object_or_404(SeizureLine.objects.visible_to(request.user), pk=pk)


def _photo(request: OfficerRequest, pk: UUID, photo_pk: UUID) -> EvidencePhoto:
    return get_object_or_404(_line(request, pk).photos(), pk=photo_pk)
