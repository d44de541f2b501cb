"""An examination: its page while open and when closed, the act to print, and the correction of a result."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.access import may
from consignments.refusing import Refused
from seizures.forms.closing import CorrectResultForm
from seizures.forms.goods import GoodsFormSet
from seizures.models import ExaminationState
from seizures.presenting.act import act_of
from seizures.presenting.photos import photo_rows
from seizures.presenting.told import told_of

from .finding import OfficerRequest, examination_of
from .open_page import open_page


@may("read_cases")
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Who examines works on an open one; everybody else, and everybody once it is closed, reads it."""
    examination = examination_of(request, pk)
    if examination.state == ExaminationState.OPEN and request.user.may("examine"):
        return open_page(request, examination)
    shown = {
        "act": act_of(examination),
        "told": told_of(examination),
        "photos": photo_rows(examination),
        "may_correct": examination.state == ExaminationState.CLOSED and request.user.may("correct_records"),
    }
    return render(request, "seizures/examination_read.html", shown)


@may("read_cases")
def act(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The inspection act to be printed and signed: what was examined and found, never why it was chosen."""
    printed = {"act": act_of(examination_of(request, pk)), "printed_at": timezone.now()}
    return render(request, "seizures/examination_act.html", printed)


@may("correct_records")
def correct(request: OfficerRequest, pk: UUID, assessment_pk: UUID) -> HttpResponse:
    """Replace the result of one consignment of a closed examination."""
    examination = examination_of(request, pk)
    row = get_object_or_404(examination.examined.select_related("assessment__consignment"), assessment=assessment_pk)
    form = CorrectResultForm(request.POST or None, initial={"outcome": row.outcome})
    found = GoodsFormSet(request.POST or None, initial=[{}], prefix="lines", form_kwargs={"examined": [row.assessment]})
    if request.method == "POST" and form.is_valid() and found.is_valid():
        try:
            examination.correct_result(request.user, row.assessment, **form.cleaned_data, seized=found.seized())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("The result is corrected; the log keeps both."))
            return redirect("seizures:examination-show", pk)
    shown = {"examination": examination, "row": row, "form": form, "lines": found}
    return render(request, "seizures/result_correct.html", shown, status=422 if form.errors or found.errors else 200)
