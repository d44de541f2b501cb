"""One seizure: its goods and versions, the chain of custody, the laboratory, arrests and photos, and what is added."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consignments.access import may
from consignments.attaching import as_answer, thumbnail_of
from consignments.refusing import Refused
from seizures.forms.following import ArrestsForm, HandOverForm, LaboratoryAnswerForm, LaboratoryForm, PhotoForm
from seizures.models import EvidencePhoto, SeizureLine
from seizures.presenting.seizure import seizure_sight

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
def photo(request: OfficerRequest, pk: UUID, photo_pk: UUID, size: str) -> HttpResponse:
    """The picture as it was kept, or its thumbnail."""
    kept = get_object_or_404(_line(request, pk).photos(), pk=photo_pk)
    if size == "whole":
        file = EvidencePhoto.objects.select_related("file").get(pk=kept.pk).file
        return as_answer(bytes(file.content), file.media_type, f"{kept.pk}", to_save="save" in request.GET)
    small = thumbnail_of(kept.file_id)
    if not small:
        raise Http404
    answer = as_answer(small, "image/webp", "thumbnail.webp", to_save=False)
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


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
