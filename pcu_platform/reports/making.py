"""Makes the reports that wait: counts the figures once, and writes them in three languages as PDF and XLSX."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation

from pcu_platform.dashboard.figures import Figures, figures_of
from pcu_platform.dashboard.scope import Scope
from pcu_platform.dashboard.tables import numbers_in, tables_of

from .document import report_pdf
from .record import MOST_ATTEMPTS, STALE_AFTER, Report, ReportFile, ReportState
from .workbook import report_xlsx

log = structlog.get_logger(__name__)
WRITERS = {"pdf": report_pdf, "xlsx": report_xlsx}


def run_waiting(now: datetime | None = None) -> int:
    """Make every report that waits; return how many were tried."""
    tried = 0
    while (claimed := _claim(now or timezone.now())) is not None:
        try:
            make(claimed)
        except Exception as fault:
            log.exception("report_failed", report_id=str(claimed.pk))
            claimed.fail(type(fault).__name__[:100])
        tried += 1
    return tried


def make(report: Report) -> None:
    """Count, write every file, and keep them all at once."""
    counted_at = timezone.now()
    in_all = 1 + len(settings.LANGUAGES) * len(WRITERS)
    report.note_progress(0, in_all)
    figures = figures_of(scope_of(report), counted_at)
    report.note_progress(1, in_all)
    report.counted_at = counted_at
    files: list[ReportFile] = []
    for language, _name in settings.LANGUAGES:
        for suffix, write in WRITERS.items():
            with translation.override(language):
                content = write(report, figures, tables_of(figures, with_now=False))
            kept = {"byte_count": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            files.append(ReportFile(report=report, language=language, suffix=suffix, content=content, **kept))
            report.note_progress(1 + len(files), in_all)
    numbers = numbers_of(figures)
    report.finish(numbers, key_of(numbers), counted_at, files)


def scope_of(report: Report) -> Scope:
    return Scope(report.days, report.unit, may_choose=report.unit_id is None)


def numbers_of(figures: Figures) -> dict[str, Any]:
    """Every number of the report by its key; nothing of what waits at the moment."""
    return numbers_in(tables_of(figures, with_now=False))


def key_of(numbers: Mapping[str, Any]) -> str:
    """Equal results have equal keys.

    A version that was switched on since adds only noughts, and days above capacity go by the capacity of today: neither
    is a result that came late.
    """
    told = {key: number for key, number in numbers.items() if number and not key.endswith(":above")}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _claim(now: datetime) -> Report | None:
    """Take the oldest that waits, or that a worker left behind; one that stopped its worker thrice is given up."""
    stale = Q(state=ReportState.RUNNING, progressed_at__lt=now - STALE_AFTER)
    given_up = {"state": ReportState.FAILED, "finished_at": now, "failure": "stopped_its_worker"}
    Report.objects.filter(stale, attempts__gte=MOST_ATTEMPTS).update(**given_up)
    with transaction.atomic():
        due = Report.objects.filter(Q(state=ReportState.WAITING) | stale).order_by("asked_at")
        found = due.select_for_update(skip_locked=True, of=("self",)).first()
        if found is None:
            return None
        begun = {"progressed_at": now, "steps_done": 0, "attempts": F("attempts") + 1}
        Report.objects.filter(pk=found.pk).update(state=ReportState.RUNNING, **begun)
    return Report.objects.select_related("unit", "asked_by").get(pk=found.pk)
