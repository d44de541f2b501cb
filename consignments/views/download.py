"""What can be taken away from intake: the error report, the document as it came, and a template to fill in."""

from typing import Any

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from consignments.access import OfficerRequest, may
from consignments.api.submissions import problems_as_csv
from consignments.content_types import XLSX
from consignments.models import Submission
from consignments.parsing.sheets.template import LANGUAGES, template_csv, template_xlsx


@may("see_submissions")
def problems(request: OfficerRequest, pk: Any) -> StreamingHttpResponse:
    submissions = Submission.objects.visible_to(request.user).without_raw()
    return problems_as_csv(get_object_or_404(submissions, pk=pk))


@may("see_submissions")
def original(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Give the bytes as they came, to be saved and never shown: they are a stranger's."""
    submission = get_object_or_404(Submission.objects.visible_to(request.user), pk=pk)
    return attachment(bytes(submission.raw), "application/octet-stream", submission.file_name or str(submission.pk))


@may("submit_documents", "see_submissions")
def template(request: OfficerRequest, file_format: str) -> HttpResponse:
    """Give an empty manifest with its headings in `?language=`, else in the reader's language."""
    wanted = request.GET.get("language") or (get_language() or "en")[:2]
    language = wanted if wanted in LANGUAGES else "en"
    if file_format == "xlsx":
        return attachment(template_xlsx(language), XLSX, f"manifest-{language}.xlsx")
    if file_format == "csv":
        return attachment(template_csv(language), "text/csv; charset=utf-8", f"manifest-{language}.csv")
    raise Http404


def attachment(content: bytes, content_type: str, file_name: str) -> HttpResponse:
    """Return the bytes to be saved under this name and never shown."""
    disposition = content_disposition_header(as_attachment=True, filename=file_name) or "attachment"
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)
