"""The inspection act as a PDF for officers, and the public page that tells whether a paper is genuine."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from consignments.access import may
from consignments.refusing import Refused
from seizures.acts.issuing import issue, verify
from seizures.acts.limiting import asked_too_often
from seizures.acts.printing import pdf_of

from .finding import OfficerRequest, examination_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@may("read_cases")
@require_safe
def pdf(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """?language=ky|ru|en, the officer's own where none is asked for."""
    examination = examination_of(request, pk)
    language = request.GET.get("language") or get_language() or settings.LANGUAGE_CODE
    if language not in LANGUAGES:
        raise Http404
    try:
        act = issue(request.user, examination)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("seizures:examination-show", pk)
    address = request.build_absolute_uri(reverse("seizures:act-verify"))
    answer = HttpResponse(pdf_of(act, language, address), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{examination.reference}-{act.number}-{language}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not: ?code= as on the paper. It tells number, date and unit of an act, no more."""
    code = request.GET.get("code", "").strip()
    if code and asked_too_often(request.META.get("REMOTE_ADDR", "")):
        return render(request, "seizures/act_verify.html", {"code": code, "is_too_often": True}, status=429)
    found = verify(code) if code else None
    return render(request, "seizures/act_verify.html", {"code": code, "found": found})
