"""What an examiner sends from an open examination: it is kept first, then the verb of the button is done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import may
from consignments.refusing import Refused
from seizures import keeping
from seizures.keeping import Unfit, keep
from seizures.models import Examination

from .finding import OfficerRequest, assessment_of, examination_of
from .open_page import open_page, tail


@may("examine")
@require_POST
def save(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Keep what is on the page; the script of the page asks only what is still open."""
    examination = examination_of(request, pk)
    try:
        keep(request.user, examination, request.POST)
    except Refused as refused:
        return _refuse(request, examination, refused)
    if request.htmx:
        return render(request, "seizures/_tail.html", tail(examination) | {"swapped": True})
    messages.success(request, _("Saved."))
    return redirect("seizures:examination-show", pk)


@may("examine")
@require_POST
def add_line(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Show one more line for seized goods."""
    examination = examination_of(request, pk)
    try:
        keep(request.user, examination, request.POST, more_lines=1)
    except Refused as refused:
        return _refuse(request, examination, refused)
    return redirect(f"{reverse('seizures:examination-show', args=[pk])}#seized")


@may("examine")
@require_POST
def include(request: OfficerRequest, pk: UUID, assessment_pk: UUID) -> HttpResponse:
    """Take in another consignment of the same piece that is opened after all."""
    examination = examination_of(request, pk)
    other = assessment_of(request, assessment_pk)
    try:
        keep(request.user, examination, request.POST)
        examination.include(request.user, other)
    except Refused as refused:
        return _refuse(request, examination, refused)
    return redirect("seizures:examination-show", pk)


@may("examine")
@require_POST
def close(request: OfficerRequest, pk: UUID) -> HttpResponse:
    examination = examination_of(request, pk)
    try:
        keep(request.user, examination, request.POST)
        keeping.close(request.user, examination, request.POST)
    except Unfit as unfit:
        return open_page(request, examination, unfit.closing, unfit.lines, status=422)
    except Refused as refused:
        return _refuse(request, examination, refused)
    messages.success(request, _("%(reference)s is closed.") % {"reference": examination.reference})
    return redirect("seizures:examination-show", pk)


def _refuse(request: OfficerRequest, examination: Examination, refused: Refused) -> HttpResponse:
    """Say why on the page itself; a page that is out of date is loaded anew."""
    messages.error(request, refused.message)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect("seizures:examination-show", examination.pk)
