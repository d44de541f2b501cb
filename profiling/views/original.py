"""The document as it arrived, for officers: always as a file to be kept, never as a page to be run."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Consignment, ConsignmentRevision, record

SUFFIXES = {
    "application/json": "json",
    "application/edifact": "edi",
    "application/xml": "xml",
    "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel": "xls",
    "application/pdf": "pdf",
}


@may("read_cases")
@require_safe
@never_cache
def download(request: OfficerRequest, pk: UUID, number: int) -> HttpResponse:
    """Give out the bytes of a revision's submission; 404 where the submission is another unit's. Reading is logged."""
    consignment = get_object_or_404(Consignment.objects.visible_to(request.user), pk=pk)
    revisions = ConsignmentRevision.objects.select_related("submission")
    if not request.user.may("read_all_units"):
        # A manifest may hold consignments of several units; the whole of it belongs to the unit it was sent to.
        revisions = revisions.filter(submission__unit=request.user.unit_id)
    submission = get_object_or_404(revisions, consignment=consignment, number=number).submission
    record("submission", submission.pk, "original_read", actor=request.user, consignment_id=consignment.pk)
    suffix = SUFFIXES.get(submission.content_type, "bin")
    return HttpResponse(
        bytes(submission.raw),
        content_type="application/octet-stream",
        headers={
            # Our own name, so that nothing a sender wrote reaches a header.
            "Content-Disposition": f'attachment; filename="{consignment.reference}-{number}.{suffix}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )
