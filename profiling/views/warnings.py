"""The page of warnings from other units and services: what they name, entering one, closing one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import WarningMessage
from profiling.views.list_forms import WarningForm
from profiling.watching.warnings import close_warning, receive_warning

WARNINGS_A_PAGE = 50


@may("read_watch_lists")
def show_all(request: OfficerRequest) -> HttpResponse:
    """GET: the warnings, open ones unless `?closed`; POST: enter one."""
    if request.method != "POST":
        return _page(request, WarningForm())
    form = WarningForm(request.POST)
    if not request.user.may("edit_watch_lists"):
        form.add_error(None, _("Your role does not allow this step."))
    if form.is_valid():
        try:
            receive_warning(request.user, **form.cleaned_data)
            messages.success(request, _("Warning %(reference)s entered.") % form.cleaned_data)
            return redirect("profiling:warning-list")
        except Refused as refused:
            form.add_error("reference" if refused.code == "reference_taken" else "value", refused.message)
    return _page(request, form, status=422)


@may("edit_watch_lists")
@require_POST
def close(request: OfficerRequest, pk: UUID) -> HttpResponse:
    warning = get_object_or_404(WarningMessage, pk=pk)
    try:
        close_warning(warning, request.user, request.POST.get("reason", ""))
        messages.success(request, _("Warning %(reference)s closed.") % {"reference": warning.reference})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:warning-list")


def _page(request: OfficerRequest, form: WarningForm, status: int = 200) -> HttpResponse:
    closed = "closed" in request.GET
    warnings = WarningMessage.objects.exclude(closed_at=None) if closed else WarningMessage.objects.open()
    shown = {
        "page": Paginator(warnings, WARNINGS_A_PAGE).get_page(request.GET.get("page")),
        "closed": closed,
        "form": form,
        "may_edit": request.user.may("edit_watch_lists"),
    }
    return render(request, "profiling/watch_lists/warnings.html", shown, status=status)
