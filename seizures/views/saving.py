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
from seizures.checklists import points_of
from seizures.forms.closing import ClosingForm, as_typed
from seizures.forms.goods import GoodsFormSet
from seizures.models import Examination
from seizures.presenting.noted import line_count

from .finding import OfficerRequest, assessment_of, examination_of
from .open_page import open_page, tail


@may("examine")
@require_POST
def save(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Keep what is on the page; the script of the page asks only what is still open."""
    examination = examination_of(request, pk)
    try:
        keep(request, examination)
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
        keep(request, examination, more_lines=1)
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
        keep(request, examination)
        examination.include(request.user, other)
    except Refused as refused:
        return _refuse(request, examination, refused)
    return redirect("seizures:examination-show", pk)


@may("examine")
@require_POST
def close(request: OfficerRequest, pk: UUID) -> HttpResponse:
    examination = examination_of(request, pk)
    examined = examination.assessments()
    closing = ClosingForm(request.POST, examined=examined)
    lines = GoodsFormSet(request.POST, prefix="lines", form_kwargs={"examined": examined})
    try:
        keep(request, examination)
        if not (closing.is_valid() and lines.is_valid()):
            return open_page(request, examination, closing, lines, status=422)
        given = closing.cleaned_data
        examination.close(
            request.user,
            given["kind"],
            closing.results(),
            lines.seized(),
            new_seal=given["new_seal"],
            no_new_seal_because=given["no_new_seal_because"],
            remarks=given["remarks"],
        )
    except Refused as refused:
        return _refuse(request, examination, refused)
    messages.success(request, _("%(reference)s is closed.") % {"reference": examination.reference})
    return redirect("seizures:examination-show", pk)


def keep(request: OfficerRequest, examination: Examination, *, more_lines: int = 0) -> None:
    """Answer what was answered, read the seal, keep the rest as typed."""
    officer, post = request.user, request.POST
    points = points_of(examination.equipment_kind)
    answers = {
        point: (answer, post.get(f"note-{point}", "")) for point in points if (answer := post.get(f"point-{point}"))
    }
    examination.answer_all(officer, answers)
    examination.read_seal(officer, post.get("seal_read", ""), post.get("seal_state", ""))
    noted = as_typed(post, examination.assessments())
    shown = line_count(noted | {"lines": post.get("lines-TOTAL_FORMS", "1")}) + more_lines
    examination.keep_notes(officer, noted | {"lines": str(shown)})


def _refuse(request: OfficerRequest, examination: Examination, refused: Refused) -> HttpResponse:
    """Say why on the page itself; a page that is out of date is loaded anew."""
    messages.error(request, refused.message)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect("seizures:examination-show", examination.pk)
