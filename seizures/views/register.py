"""The register of seizures: the lines in force with their totals, and corrections."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consignments.access import may
from consignments.refusing import Refused
from profiling.presenting.quantities import number
from seizures.filters import SeizureLineFilter, posts_of, units_of
from seizures.forms.goods import CorrectLineForm
from seizures.models import SeizureLine
from seizures.models.seizure import TOLD
from seizures.querysets import SeizureLineQuerySet
from seizures.reporting import quantities, values
from seizures.standing import with_standing

from .finding import OfficerRequest

PAGE = 60


@may("read_cases")
def seizures(request: OfficerRequest) -> HttpResponse:
    wanted = SeizureLineFilter(request.GET, _visible(request))
    lines = wanted.qs
    rows = with_standing(lines).select_related("unit", "examination__post", "consignment", "corrected_by")
    shown = {
        "filter": wanted,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "quantities": quantities(lines),
        "values": values(lines),
        "posts": posts_of(request.user),
        "units": units_of(request.user),
        "may_export_whole": request.user.may("correct_records"),
        "across_units": request.user.may("read_all_units"),
    }
    return render(request, "seizures/seizure_list.html", shown)


@may("correct_records")
def correct(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Record a new line in place of this one; the original stays."""
    line = get_object_or_404(_visible(request).select_related("examination", "consignment", "corrected_by"), pk=pk)
    form = CorrectLineForm(
        request.POST or None,
        initial={**{name: getattr(line, name) for name in TOLD}, "quantity": number(line.quantity)},
    )
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in TOLD}
        try:
            newer = line.correct(request.user, form.cleaned_data["reason"], **changes)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Corrected; the line as it was stays in the register."))
            return redirect("seizures:seizure-show", newer.pk)
    shown = {"line": line, "form": form}
    return render(request, "seizures/seizure_correct.html", shown, status=422 if form.errors else 200)


def _visible(request: OfficerRequest) -> SeizureLineQuerySet:
    return SeizureLine.objects.visible_to(request.user)
