"""The page of the registers: what was fed when, and the door for a file."""

from django import forms
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Register, RegisterFeed
from profiling.registers.feeding import feed_register
from profiling.registers.layouts import LAYOUTS
from profiling.registers.rows import RegisterRows, rows_of_file

REFUSED_SHOWN = 200
FEEDS_SHOWN = 20


class RegisterForm(forms.Form):
    register = forms.ChoiceField(
        label=pgettext_lazy("kept by an authority", "Register"),
        choices=[(name, Register(name).label) for name in LAYOUTS],
    )
    file = forms.FileField(label=_("CSV file"), widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}))
    is_whole = forms.BooleanField(
        label=_("The file is the whole register"),
        help_text=_("What it does not hold goes out. Only then is who is missing unknown to the register."),
        required=False,
        initial=True,
    )
    may_shrink = forms.BooleanField(label=_("The register may lose half of its rows or more"), required=False)


@may("feed_registers")
def show(request: OfficerRequest) -> HttpResponse:
    return _page(request, RegisterForm())


@may("feed_registers")
@require_POST
def upload(request: OfficerRequest) -> HttpResponse:
    """Feed a register from a file; rows that were refused are told one by one."""
    form = RegisterForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    raw, register = form.cleaned_data["file"].read(), form.cleaned_data["register"]
    rows = rows_of_file(raw, register)
    try:
        feed_register(
            register,
            rows,
            raw,
            officer=request.user,
            is_whole=form.cleaned_data["is_whole"],
            may_shrink=form.cleaned_data["may_shrink"],
            file_name=form.cleaned_data["file"].name,
        )
    except Refused as refused:
        form.add_error("file", refused.message)
        return _page(request, form, rows, status=422)
    return _page(request, RegisterForm(), rows) if rows.refused else redirect("profiling:register-list")


def _page(
    request: OfficerRequest, form: RegisterForm, rows: RegisterRows | None = None, status: int = 200
) -> HttpResponse:
    last = dict(RegisterFeed.objects.order_by().values_list("register").annotate(at=Max("fed_at")))
    whole = set(RegisterFeed.objects.filter(is_whole=True).values_list("register", flat=True))
    shown = {
        "registers": [
            {
                "label": Register(name).label,
                "held": layout.model._default_manager.count(),
                "last": last.get(name),
                "is_whole": name in whole,
                "columns": ", ".join(layout.columns),
            }
            for name, layout in LAYOUTS.items()
        ],
        "feeds": RegisterFeed.objects.select_related("fed_by")[:FEEDS_SHOWN],
        "form": form,
        "refused": rows.refused[:REFUSED_SHOWN] if rows else [],
        "hidden": max(len(rows.refused) - REFUSED_SHOWN, 0) if rows else 0,
    }
    return render(request, "profiling/registers/list.html", shown, status=status)
