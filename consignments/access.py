"""Who may do what: the guard of pages and of API routes. The role table itself belongs to the officer (`may(verb)`)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import BasePermission

log = structlog.get_logger(__name__)

WHO_TO_ASK = _("Your role does not allow this. Ask your unit head if you need it for your work.")

View = Callable[..., HttpResponseBase]


class OfficerRequest(HttpRequest):
    """The request that a guarded page gets: somebody is signed in (`may`, `unit_id`, `role`)."""

    user: Any


def may(*verbs: str) -> Callable[[View], View]:
    """Let a page be seen only by a signed-in officer whose role allows one of the verbs; others get the 403 page."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not allows(request.user, verbs):
                raise PermissionDenied(WHO_TO_ASK)
            if _has_nul(request):
                raise BadRequest("NUL in a form")
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def May(*verbs: str) -> type[BasePermission]:
    """Return a DRF permission that lets in whose role allows one of the verbs."""

    class MayDoOne(BasePermission):
        message = WHO_TO_ASK

        def has_permission(self, request, view) -> bool:
            return bool(request.user and request.user.is_authenticated) and allows(request.user, verbs)

    return MayDoOne


def allows(officer: Any, verbs: tuple[str, ...]) -> bool:
    """Ask the role table; a refusal is logged by verb and officer id."""
    allowed = any(officer.may(verb) for verb in verbs)
    if not allowed:
        log.info("access_refused", verbs=verbs, officer_id=str(officer.pk))
    return allowed


def _has_nul(request: HttpRequest) -> bool:
    """Whether a form holds what no keyboard types and no column takes; views may then read its fields one by one."""
    return any("\x00" in value for values in request.POST.lists() for value in values[1])
