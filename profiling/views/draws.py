"""The random draw laid open: what was committed to before each period, what was drawn, and the seed after it."""

import csv
import io
from collections.abc import Iterator

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from consignments.access import OfficerRequest, may
from profiling.draw_export import COLUMNS, draw_rows
from profiling.models import DrawPeriod

PERIODS_A_PAGE = 26


@may("read_figures")
def show(request: OfficerRequest) -> HttpResponse:
    periods = DrawPeriod.objects.annotate(
        seen=Count("draws"), drawn=Count("draws", filter=Q(draws__is_drawn=True))
    ).order_by("-starts_at")
    page = Paginator(periods, PERIODS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "profiling/figures/draws.html", {"page": page})


@may("read_figures")
def export(request: OfficerRequest) -> StreamingHttpResponse:
    """The same file as `export_draws` writes."""
    return StreamingHttpResponse(
        _lines(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="draws.csv"'},
    )


def _lines() -> Iterator[str]:
    yield _line(COLUMNS)
    yield from map(_line, draw_rows())


def _line(row: list) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(row)
    return written.getvalue()
