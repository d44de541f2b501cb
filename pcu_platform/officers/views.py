"""The pages of accounts: the list, a new one, one account with its switch, its invitation and its tokens."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models import CaseEvent
from consignments.refusing import Refused
from pcu_platform.models import Officer
from pcu_platform.officers import managing
from pcu_platform.officers.forms import AccountForm, NewAccountForm

EVENTS_SHOWN = 20
OFFICERS_A_PAGE = 60


@may("manage_officers")
def show_list(request: OfficerRequest) -> HttpResponse:
    officers = managing.managed_by(request.user).select_related("unit").order_by("-is_active", "unit__code", "username")
    text = request.GET.get("name", "").strip()[:100]
    if text:
        officers = officers.filter(Q(username__icontains=text) | Q(full_name__icontains=text))
    page = Paginator(officers, OFFICERS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "pcu_platform/officers/list.html", {"page": page, "text": text})


@may("manage_officers")
def new(request: OfficerRequest) -> HttpResponse:
    """Open an account; the answer shows, once, the address by which its officer chooses a password."""
    if request.method != "POST":
        return render(request, "pcu_platform/officers/new.html", {"form": NewAccountForm(manager=request.user)})
    form = NewAccountForm(request.POST, manager=request.user)
    if form.is_valid():
        try:
            opened = managing.open_account(request.user, **form.cleaned_data)
            messages.success(request, _("Account %(name)s opened.") % {"name": opened.username})
            return redirect("officer-show", opened.pk)
        except Refused as refused:
            form.add_error("username" if refused.code == "name_taken" else None, refused.message)
    return render(request, "pcu_platform/officers/new.html", {"form": form}, status=422)


@may("manage_officers")
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    officer = _managed(request, pk)
    if request.method != "POST":
        return _page(request, officer)
    form = AccountForm(request.POST, manager=request.user)
    if form.is_valid():
        try:
            managing.change_account(request.user, officer, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("officer-show", pk)
        except Refused as refused:
            form.add_error(None, refused.message)
    return _page(request, officer, form=form, status=422)


@may("manage_officers")
@require_POST
def switch(request: OfficerRequest, pk: UUID) -> HttpResponse:
    officer = _managed(request, pk)
    try:
        managing.switch_account(
            request.user, officer, is_active="on" in request.POST, reason=request.POST.get("reason", "")
        )
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("officer-show", pk)


@may("manage_officers")
@require_POST
@never_cache
def invite(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The one answer that shows the address; it is nowhere kept."""
    officer = _managed(request, pk)
    try:
        key = managing.invite(request.user, officer)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("officer-show", pk)
    # In the query and not in the path: paths are logged.
    address = f"{reverse('password-choose')}?{urlencode({'officer': str(officer.pk), 'key': key})}"
    return _page(request, officer, address=request.build_absolute_uri(address))


@may("manage_officers")
@require_POST
@never_cache
def issue_token(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The one answer that shows the token."""
    officer = _managed(request, pk)
    try:
        token = managing.issue_token(request.user, officer)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("officer-show", pk)
    return _page(request, officer, token=token)


@may("manage_officers")
@require_POST
def revoke_token(request: OfficerRequest, pk: UUID, token_key: str) -> HttpResponse:
    officer = _managed(request, pk)
    try:
        managing.revoke_token(request.user, officer, token_key)
        messages.success(request, _("Token %(key)s… is void.") % {"key": token_key})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("officer-show", pk)


def _managed(request: OfficerRequest, pk: UUID) -> Officer:
    return get_object_or_404(managing.managed_by(request.user).select_related("unit"), pk=pk)


def _page(
    request: OfficerRequest, officer: Officer, *, form: AccountForm | None = None, status: int = 200, **once: str
) -> HttpResponse:
    initial = {"full_name": officer.full_name, "role": officer.role, "unit": officer.unit_id}
    shown = {
        "officer": officer,
        "form": form or AccountForm(initial=initial, manager=request.user),
        "may_change": managing.may_change(request.user, officer),
        "tokens": managing.tokens_of(officer),
        "events": CaseEvent.objects.filter(subject_kind="officer", subject_id=officer.pk)
        .select_related("actor")
        .order_by("-at", "-id")[:EVENTS_SHOWN],
        **once,
    }
    return render(request, "pcu_platform/officers/show.html", shown, status=status)
