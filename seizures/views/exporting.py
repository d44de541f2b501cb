"""The register as a file, with the filters of the page; every export is written into the log."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from consignments.access import WHO_TO_ASK, may
from consignments.models import record
from seizures.exports.columns import COLUMNS, NON_PERSONAL, exported
from seizures.exports.writing import csv_pieces, json_pieces, xlsx_file
from seizures.filters import SeizureLineFilter
from seizures.models import SeizureLine

from .finding import OfficerRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
VARIANTS = {"": NON_PERSONAL, "whole": COLUMNS}


@may("read_cases")
@require_safe
def export(request: OfficerRequest, kind: str) -> HttpResponseBase:
    """?variant=whole with names, plates and documents, for who may correct records; else without anything personal."""
    variant = request.GET.get("variant", "")
    if variant not in VARIANTS:
        raise Http404
    if variant == "whole" and not request.user.may("correct_records"):
        raise PermissionDenied(WHO_TO_ASK)
    lines = SeizureLineFilter(request.GET, SeizureLine.objects.visible_to(request.user)).qs
    _log(request, kind, variant or "non_personal", lines.count())
    name = f"seizures-{timezone.localdate():%Y-%m-%d}{'-whole' if variant else ''}.{kind}"
    return _answer(kind, VARIANTS[variant], exported(lines), name, variant or "non_personal")


def _answer(kind: str, columns: Any, rows: Any, name: str, variant: str) -> HttpResponseBase:
    answer: HttpResponseBase
    if kind == "xlsx":
        answer = FileResponse(xlsx_file(columns, rows), as_attachment=True, filename=name, content_type=XLSX)
    elif kind == "csv":
        answer = StreamingHttpResponse(csv_pieces(columns, rows), content_type="text/csv; charset=utf-8")
    else:
        head = {"exported_at": timezone.now().isoformat(), "variant": variant}
        answer = StreamingHttpResponse(json_pieces(columns, rows, head), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _log(request: OfficerRequest, kind: str, variant: str, lines: int) -> None:
    asked = {name: text for name, text in request.GET.items() if name in SeizureLineFilter.base_filters and text}
    told = {"format": kind, "variant": variant, "lines": lines, "filters": asked}
    record("seizure_export", uuid.uuid4(), "exported", actor=request.user, after=told)
