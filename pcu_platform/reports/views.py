"""The pages of reports: the list with what is being made, asking for one, and its files."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import PortControlUnit, record
from consignments.refusing import Refused
from pcu_platform.dashboard.calendar import MONTH, QUARTER, Days, before, local_day, month_of, quarter_of

from .record import Because, Report, ReportFile, ReportKind

OFFERED = {MONTH: 12, QUARTER: 5}
REPORTS_SHOWN = 60
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A month or quarter that is over: one choice of the form."""

    kind: str
    days: Days

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.days.first.isoformat()}"

    @property
    def label(self) -> str:
        return f"{ReportKind(self.kind).label}: {self.days}"


@may("read_dashboard")
@require_safe
@never_cache
def show_list(request: OfficerRequest) -> HttpResponse:
    visible = Report.objects.visible_to(request.user).select_related("unit", "asked_by")
    reports = list(visible.order_by("-first_day", "kind", "unit", "-revision")[:REPORTS_SHOWN])
    files: dict[UUID, list[ReportFile]] = {report.pk: [] for report in reports}
    for each in ReportFile.objects.filter(report__in=reports).defer("content"):
        files[each.report_id].append(each)
    shown = {
        "rows": [(report, files[report.pk]) for report in reports],
        "is_busy": any(report.is_unfinished for report in reports),
        "may_make": request.user.may("make_reports"),
        "offered": offered(local_day(timezone.now())),
        "units": PortControlUnit.objects.all() if request.user.may("read_all_units") else [],
    }
    partial = "pcu_platform/reports/_list.html" if request.headers.get("HX-Request") else ""
    return render(request, partial or "pcu_platform/reports/list.html", shown)


@may("make_reports")
@require_POST
def ask(request: OfficerRequest) -> HttpResponse:
    """`period` is one of those offered; `unit` a code, "" for all units, where the officer reads across units."""
    kind, _colon, first = request.POST.get("period", "").partition(":")
    day = _day(first)
    if kind not in ReportKind.values or day is None:
        raise Http404
    try:
        Report.objects.ask(_unit(request), kind, day, Because.ASKED, request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The report is being made."))
    return redirect("report-list")


@may("read_dashboard")
@require_safe
@never_cache
def download(request: OfficerRequest, pk: UUID, language: str, suffix: str) -> HttpResponse:
    """One file; that somebody took it stands in the log."""
    report = get_object_or_404(Report.objects.visible_to(request.user).select_related("unit"), pk=pk)
    file = get_object_or_404(report.files, language=language, suffix=suffix)
    record("report", report.pk, "downloaded", actor=request.user, after={"language": language, "format": suffix})
    answer = HttpResponse(bytes(file.content), content_type=CONTENT_TYPES[suffix])
    of = report.unit.code if report.unit else "ALL"
    name = f"PCU-{of}-{report.kind}-{report.first_day:%Y-%m-%d}-r{report.revision}-{language}.{suffix}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def offered(today: date) -> list[Offered]:
    """The months and quarters that are over, newest first."""
    found = []
    for kind, count in OFFERED.items():
        days = month_of(today) if kind == MONTH else quarter_of(today)
        for _each in range(count):
            days = before(days, kind)
            found.append(Offered(kind, days))
    return found


def _unit(request: OfficerRequest) -> PortControlUnit | None:
    if not request.user.may("read_all_units"):
        return request.user.unit
    code = request.POST.get("unit", "")
    return get_object_or_404(PortControlUnit, code=code) if code else None


def _day(text: str) -> date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    # Beyond these a quarter may have no last day that Python can name.
    return day if day is not None and date(2000, 1, 1) <= day < date(2100, 1, 1) else None
