"""Where a phone asks what it should keep for the yard, and brings what was noted there without a link."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import may
from consignments.refusing import Refused
from seizures.presenting.kept import kept_pages
from seizures.syncing import Answer, read_entries, refuse_other_officer, take

from .finding import OfficerRequest


@may("examine")
@require_safe
@never_cache
def kept(request: OfficerRequest) -> HttpResponse:
    """Who is signed in, the token to send with, and the pages to be kept on the phone, each with its revision."""
    pages = [] if "probe" in request.GET else kept_pages(request.user)
    return JsonResponse({"officer": str(request.user.pk), "token": get_token(request), "pages": pages})


@may("examine")
@require_POST
def sync(request: OfficerRequest) -> HttpResponse:
    """Take the entries in their order; each is answered by itself and in a transaction of its own."""
    try:
        of, entries = read_entries(request.body)
        refuse_other_officer(request.user, of)
    except (ValueError, RecursionError):
        return JsonResponse({"code": "not_readable"}, status=400)
    except Refused as refused:
        return JsonResponse({"code": refused.code, "said": refused.message}, status=409)
    return JsonResponse({"answers": [_told(take(request.user, entry)) for entry in entries]})


def _told(answer: Answer) -> dict[str, Any]:
    told: dict[str, Any] = {"id": str(answer.id), "state": answer.state, "reference": answer.reference}
    if answer.state == "refused":
        told |= {"code": answer.code, "said": answer.said}
    if answer.instead:
        told["instead"] = {"reference": answer.instead[0], "id": str(answer.instead[1])}
    return told
