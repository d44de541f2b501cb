"""Sign-in, sign-out, each role's first page, an officer's own preferences, and the page for a failure."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from structlog.contextvars import get_contextvars

from consignments.access import OfficerRequest
from pcu_platform.roles import Role

FIRST_PAGE: dict[str, str] = {
    Role.EXAMINER: "/examinations/",
    Role.CLIENT: "/api/v1/docs/",
    Role.REGISTER_CLIENT: "/api/v1/docs/",
    Role.ADMINISTRATOR: "/officers/",
    Role.AUDITOR: "/consignments/",
    Role.COORDINATOR: "/consignments/",
}
THEMES = {"", "light", "dark"}


class SignIn(LoginView):
    template_name = "pcu_platform/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    pass


@login_required
def home(request: OfficerRequest) -> HttpResponse:
    return redirect(FIRST_PAGE.get(request.user.role, "/queue/"))


@require_POST
def save_preferences(request: HttpRequest) -> HttpResponse:
    """Keep the language, theme or single-letter keys that was pressed; without an account, the language alone."""
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(page_to_return_to(request))
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", httponly=True, secure=settings.BEHIND_TLS
        )
    if request.user.is_authenticated:
        request.user.prefer(
            language=language if language in dict(settings.LANGUAGES) else None,
            theme=request.POST.get("theme") if request.POST.get("theme") in THEMES else None,
            single_keys={"on": True, "off": False}.get(request.POST.get("single_keys", "")),
        )
    return response


def page_to_return_to(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if here else "/"


def server_error(request: HttpRequest) -> HttpResponse:
    """Say what failed without asking the database, which may be what failed."""
    number = str(get_contextvars().get("request_id", ""))[:8]
    return HttpResponse(render_to_string("500.html", {"number": number}), status=500)
