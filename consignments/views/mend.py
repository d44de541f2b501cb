"""Mends what was rejected of a document: corrected and checked in the browser, or taken away as a table."""

from dataclasses import replace
from itertools import takewhile
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consignments.access import OfficerRequest, may
from consignments.content_types import XLSX
from consignments.mending import check, is_mendable, is_mended, mending_of, send
from consignments.models import Submission
from consignments.parsing.mended import Edits, Failed, Mending
from consignments.parsing.sheets.failed_rows import failed_rows
from consignments.parsing.values import DocumentKind
from consignments.refusing import Refused
from consignments.views.download import attachment

SHOWN_PLACES = 800  # fields of one form; Django takes a thousand
SHOWN_CONSIGNMENTS = 50
_FIELD = "at:"  # what the names of the fields begin with


@may("submit_documents")
def mend_rejected(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Show the rejected consignments with the values to correct; check them, or send them as one of their own."""
    submission = get_object_or_404(_own(request.user), pk=pk)
    if is_mended(submission):
        return redirect("consignments:submission-show", pk=submission.mended_by.pk)
    mending = mending_of(submission) if is_mendable(submission) else None
    if mending is None or not mending.failed:
        return redirect("consignments:submission-show", pk=submission.pk)
    edits = {name.removeprefix(_FIELD): str(text) for name, text in request.POST.items() if name.startswith(_FIELD)}
    if request.method == "POST" and "send" in request.POST:
        return _send(request, submission, mending, edits)
    shown = _shown(mending.failed)
    checked = check(submission, mending, edits, shown)
    return render(
        request,
        "consignments/mend.html",
        {
            "submission": submission,
            "checked": checked,
            "all": len(mending.failed),
            "mended": sum(one.is_mended for one in checked),
            "is_table": submission.document_kind == DocumentKind.SPREADSHEET_MANIFEST,
        },
    )


@may("submit_documents")
def failed_rows_download(request: OfficerRequest, pk: Any, file_format: str) -> HttpResponse:
    """Give the rejected rows in the layout in which they came, with a column of what is wrong."""
    tables = _own(request.user).filter(document_kind=DocumentKind.SPREADSHEET_MANIFEST)
    submission = get_object_or_404(tables, pk=pk)
    if file_format not in ("csv", "xlsx"):
        raise Http404
    content = failed_rows(
        bytes(submission.raw),
        submission.column_mapping,
        timezone.get_default_timezone(),
        as_workbook=file_format == "xlsx",
        language=(get_language() or "en")[:2],
    )
    if content is None:
        raise Http404
    content_type = XLSX if file_format == "xlsx" else "text/csv; charset=utf-8"
    return attachment(content, content_type, f"failed-{str(submission.pk)[:8]}.{file_format}")


def _own(officer: Any) -> Any:
    """Those of the unit's own sources: what an integration client sent is that client's to mend."""
    own = Submission.objects.filter(unit_id=officer.unit_id, source__client=None)
    return own.select_related("source", "mended_by").defer("mended_by__raw")


def _send(request: OfficerRequest, submission: Submission, mending: Mending, edits: Edits) -> HttpResponse:
    try:
        new = send(submission, mending, edits, request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("consignments:submission-show", pk=submission.pk)
    messages.success(request, _("Sent: only what was rejected, as you corrected it."))
    return redirect("consignments:submission-show", pk=new.pk)


def _shown(failed: tuple[Failed, ...]) -> list[Failed]:
    """As many as a form can hold, the first at least; the rest can be taken away as a table."""
    count = 0

    def fits(one: Failed) -> bool:
        nonlocal count
        count += len(one.places)
        return count <= SHOWN_PLACES

    return list(takewhile(fits, failed[:SHOWN_CONSIGNMENTS])) or [_cut(failed[0])]


def _cut(failed: Failed) -> Failed:
    """A consignment of more places than a form can hold: first those with a problem, then as many others as fit."""
    faulty = {problem.path for problem in failed.problems}
    places = sorted(failed.places, key=lambda place: place.path not in faulty)
    return replace(failed, places=tuple(places[:SHOWN_PLACES]))
