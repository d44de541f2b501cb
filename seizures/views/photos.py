"""Pictures of an examination: added from the yard, shown without what the camera wrote into them, marked, removed."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consignments.access import may
from consignments.models import record
from consignments.models.stored_file import refuse_size
from consignments.refusing import Refused
from seizures.forms.device_clock import device_clock
from seizures.forms.marking import MarkForm
from seizures.models import Examination, ExaminationPhoto, ExaminationState, PhotoKind, PictureMark
from seizures.presenting.photos import mark_rows, photo_row
from seizures.syncing import refuse_other_officer

from . import pictures
from .finding import OfficerRequest, examination_of

MAX_AT_ONCE = 20


@may("examine")
@require_POST
def add(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Keep the pictures of the form; one that cannot be taken stops no other."""
    examination = examination_of(request, pk)
    for file in request.FILES.getlist("photos")[:MAX_AT_ONCE]:
        try:
            _take(request, examination, file)
        except Refused as refused:
            messages.error(request, f"{file.name}: {refused.message}")
    return redirect(f"{reverse('seizures:examination-show', args=[pk])}#photos")


@may("examine")
@require_POST
def receive(request: OfficerRequest, pk: UUID, photo_pk: UUID) -> HttpResponse:
    """Keep one picture that a phone sends under its own id; sent again it is the same picture."""
    examination = examination_of(request, pk)
    file = request.FILES.get("photo")
    try:
        refuse_other_officer(request.user, request.POST.get("officer", ""))
        if file is None:
            raise Refused("no_picture", _("No picture came with it."))
        photo = _take(request, examination, file, photo_pk)
    except Refused as refused:
        return JsonResponse({"code": refused.code, "said": refused.message}, status=409)
    return JsonResponse({"id": str(photo.pk), "received_at": photo.received_at.isoformat()}, status=201)


@may("read_cases")
@require_safe
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The picture with its marks, large."""
    return _page(request, _visible(request, pk), MarkForm())


@may("read_cases")
@require_safe
def picture(request: OfficerRequest, pk: UUID) -> HttpResponse:
    return pictures.shown(_visible(request, pk).file)


@may("read_cases")
@require_safe
def thumbnail(request: OfficerRequest, pk: UUID) -> HttpResponse:
    return pictures.small(_visible(request, pk).file_id)


@may("correct_records")
@require_POST
def original(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The bytes as they were taken, with all the camera wrote; who takes them is written into the log."""
    photo = _visible(request, pk)
    told = {"photo": str(photo.pk), "sha256": photo.file_id}
    record("examination", photo.examination_id, "original_taken", actor=request.user, after=told)
    return pictures.original(photo.file, photo.pk)


@may("examine")
@require_POST
def remove(request: OfficerRequest, pk: UUID) -> HttpResponse:
    photo = _visible(request, pk)
    try:
        photo.remove(request.user, request.POST.get("reason", ""))
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("seizures:photo-show", pk)
    messages.success(request, _("The photo is removed. It stays in the log."))
    return redirect("seizures:examination-show", photo.examination_id)


@may("examine")
@require_POST
def mark(request: OfficerRequest, pk: UUID) -> HttpResponse:
    photo, form = _visible(request, pk), MarkForm(request.POST)
    if not form.is_valid():
        return _page(request, photo, form, status=422)
    try:
        PictureMark.objects.put(request.user, photo, form.cleaned_data["note"], **form.place())
    except Refused as refused:
        form.add_error(None, refused.message)
        return _page(request, photo, form, status=422)
    return redirect("seizures:photo-show", pk)


@may("examine")
@require_POST
def unmark(request: OfficerRequest, pk: UUID, mark_pk: UUID) -> HttpResponse:
    get_object_or_404(_visible(request, pk).marks, pk=mark_pk).remove(request.user)
    return redirect("seizures:photo-show", pk)


def _take(
    request: OfficerRequest, examination: Examination, file: UploadedFile, pk: UUID | None = None
) -> ExaminationPhoto:
    refuse_size(file.size or 0)
    return ExaminationPhoto.objects.add(
        request.user,
        examination,
        file.read(),
        pk=pk,
        kind=request.POST.get("picture_kind", PhotoKind.PHOTO),
        point=request.POST.get("point", ""),
        taken_at=device_clock(request.POST.get("taken_at", "")),
    )


def _visible(request: OfficerRequest, pk: UUID) -> ExaminationPhoto:
    photos = ExaminationPhoto.objects.visible_to(request.user).in_place()
    found = photos.select_related("file", "examination", "added_by").defer("file__content", "file__thumbnail")
    return get_object_or_404(found, pk=pk)


def _page(request: OfficerRequest, photo: ExaminationPhoto, form: MarkForm, status: int = 200) -> HttpResponse:
    examination = photo.examination
    shown = {
        "examination": examination,
        "photo": photo_row(photo, examination),
        "marks": mark_rows(photo),
        "form": form,
        "may_mark": request.user.may("examine"),
        "may_remove": request.user.may("examine") and examination.state == ExaminationState.OPEN,
        "may_take_original": request.user.may("correct_records"),
    }
    return render(request, "seizures/photo.html", shown, status=status)
