"""The page on which an invited officer chooses a password; the only one here that asks for no account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from consignments.refusing import Refused
from pcu_platform.models import Officer
from pcu_platform.officers.forms import PasswordForm
from pcu_platform.officers.managing import choose_password

KEPT = "invitation"


@sensitive_post_parameters()
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The key goes from the address into the session at once, so that no later request and no history shows it."""
    if "key" in request.GET:
        request.session[KEPT] = {"officer": request.GET.get("officer", ""), "key": request.GET["key"]}
        return redirect("password-choose")
    kept = request.session.get(KEPT, {})
    officer = _invited(kept.get("officer", ""))
    if officer is None:
        return render(request, "pcu_platform/officers/choose.html", {"form": None}, status=404)
    form = PasswordForm(officer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose_password(officer, kept.get("key", ""), form.cleaned_data["new_password1"])
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            del request.session[KEPT]
            messages.success(request, _("Your password is set. Sign in with it."))
            return redirect("sign-in")
    status = 422 if form.errors else 200
    return render(request, "pcu_platform/officers/choose.html", {"form": form, "officer": officer}, status=status)


def _invited(officer_id: str) -> Officer | None:
    try:
        return Officer.objects.filter(pk=UUID(officer_id), is_active=True).first()
    except ValueError:
        return None
