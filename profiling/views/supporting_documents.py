"""Supporting documents on the desk: added to a consignment, corrected, withdrawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models import Consignment, StatedBy, SupportingDocument
from consignments.refusing import Refused
from consignments.supporting import correct, present, withdraw
from consignments.supporting_form import (
    LABELS,
    LINE_LABELS,
    SupportingDocumentForm,
    SupportingLines,
    as_typed,
    stated_lines,
)

MAY_ADD = ("submit_documents", "examine")


@may(*MAY_ADD)
def add(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Show an empty form, or what was typed with what is wrong; keep it when nothing is."""
    consignment = get_object_or_404(Consignment.objects.filter(unit_id=request.user.unit_id), pk=pk)
    if request.method != "POST":
        return _shown(request, consignment, SupportingDocumentForm(), SupportingLines())
    form, lines = _typed(request)
    if "more" in request.POST or not _is_sound(form, lines):
        return _shown(request, consignment, form, lines, status=200 if "more" in request.POST else 422)
    present(consignment, form.stated(), stated_lines(lines), by=request.user, stated_by=StatedBy.OFFICER)
    messages.success(request, _("The document was added; the consignment is looked at again."))
    return redirect("profiling:consignment-show", consignment.pk)


@may(*MAY_ADD)
def change(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The same form, filled from the version in force; what is sent becomes the next version."""
    document = get_object_or_404(_of_the_unit(request.user).in_force(), pk=pk)
    if request.method != "POST":
        form = SupportingDocumentForm(initial=as_typed(document, (*LABELS, "containers", "seals")))
        lines = SupportingLines(initial=[as_typed(line, LINE_LABELS) for line in document.goods.all()])
        return _shown(request, document.consignment, form, lines, document)
    form, lines = _typed(request)
    if "more" in request.POST or not _is_sound(form, lines):
        status = 200 if "more" in request.POST else 422
        return _shown(request, document.consignment, form, lines, document, status=status)
    try:
        correct(document, form.stated(), stated_lines(lines), by=request.user, stated_by=StatedBy.OFFICER)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:consignment-show", document.consignment_id)


@require_POST
@may(*MAY_ADD)
def take_away(request: OfficerRequest, pk: UUID) -> HttpResponse:
    document = get_object_or_404(_of_the_unit(request.user).in_force(), pk=pk)
    try:
        withdraw(document, request.POST.get("reason", "")[:1000], by=request.user, stated_by=StatedBy.OFFICER)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:consignment-show", document.consignment_id)


def may_add_papers(consignment: Consignment, officer: Any) -> bool:
    return consignment.unit_id == officer.unit_id and any(officer.may(verb) for verb in MAY_ADD)


def _of_the_unit(officer: Any) -> Any:
    found: QuerySet = SupportingDocument.objects.filter(consignment__unit_id=officer.unit_id)
    return found.select_related("consignment")


def _typed(request: OfficerRequest) -> tuple[SupportingDocumentForm, Any]:
    typed = request.POST.copy()
    if "more" in typed:
        shown = typed.get("form-TOTAL_FORMS", "")
        typed["form-TOTAL_FORMS"] = str(int(shown) + 3 if shown.isdecimal() and len(shown) < 3 else 3)
    return SupportingDocumentForm(typed), SupportingLines(typed)


def _is_sound(form: SupportingDocumentForm, lines: Any) -> bool:
    return all([form.is_valid(), lines.is_valid()])


def _shown(
    request: OfficerRequest,
    consignment: Consignment,
    form: SupportingDocumentForm,
    lines: Any,
    document: SupportingDocument | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {"consignment": consignment, "form": form, "lines": lines, "document": document}
    return render(request, "profiling/consignment/supporting_form.html", shown, status=status)
