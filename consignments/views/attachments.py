"""Files attached to a consignment: added from a desk or a phone, shown, taken away, removed with a reason."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.attaching import as_answer, attach_all, thumbnail_of
from consignments.models import Attachment, Consignment
from consignments.refusing import Refused

MAX_AT_ONCE = 40


@require_POST
@may("submit_documents", "examine")
def add(request: OfficerRequest, pk: Any) -> HttpResponse:
    consignment = get_object_or_404(Consignment.objects.filter(unit_id=request.user.unit_id), pk=pk)
    sent = attach_all(
        consignment, request.FILES.getlist("files")[:MAX_AT_ONCE], request.POST.get("kind", ""), request.user
    )
    for name, why in sent.refused:
        messages.error(request, f"{name}: {why}")
    if sent.attached:
        said = ngettext("%(count)s file attached.", "%(count)s files attached.", len(sent.attached))
        messages.success(request, said % {"count": len(sent.attached)})
    elif not sent.refused:
        messages.error(request, _("Choose at least one file."))
    return redirect(_back(request))


@require_POST
@may("submit_documents", "examine")
def remove(request: OfficerRequest, pk: Any) -> HttpResponse:
    own = Attachment.objects.filter(consignment__unit_id=request.user.unit_id)
    attachment = get_object_or_404(own, pk=pk)
    try:
        attachment.remove(request.user, request.POST.get("reason", ""))
        messages.success(request, _("The attachment is removed. It stays in the log."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect(_back(request))


@require_safe
@may("read_cases")
def show(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Give the file: a picture is shown, the rest (or with `?save`) is saved."""
    attachment = _visible(request, pk)
    content = bytes(attachment.file.content)
    return as_answer(content, attachment.file.media_type, attachment.file_name, to_save="save" in request.GET)


@require_safe
@may("read_cases")
def thumbnail(request: OfficerRequest, pk: Any) -> HttpResponse:
    picture = thumbnail_of(_visible(request, pk).file_id)
    if not picture:
        raise Http404
    answer = as_answer(picture, "image/webp", "thumbnail.webp", to_save=False)
    answer["Cache-Control"] = "private, max-age=86400"  # of these bytes there is only one picture
    return answer


def _visible(request: OfficerRequest, pk: Any) -> Attachment:
    return get_object_or_404(Attachment.objects.visible_to(request.user).in_place().select_related("file"), pk=pk)


def _back(request: OfficerRequest) -> str:
    """The page the form stood on; this app knows only its own pages."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=False)
    return back if is_ours and back.startswith("/") else "/"
