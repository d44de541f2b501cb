"""For every constraint of the reports: something that tries to break it."""

from datetime import date
from typing import Any

from django.utils import timezone

from pcu_platform.models import Report, ReportFile
from tests import factories as make

MADE = {"state": "done", "counted_at": timezone.now(), "finished_at": timezone.now(), "numbers_key": "a"}


def report(**columns: Any) -> Report:
    """A report that was made, on all units, with these columns, past every check of the model."""
    usual = {"kind": "month", "first_day": date(2026, 10, 1), "last_day": date(2026, 10, 31), "revision": 1}
    return Report.objects.create(**{**usual, "because": "due", **MADE, **columns})


def file(**columns: Any) -> ReportFile:
    of = columns.pop("report", None) or report()
    usual = {"language": "ky", "suffix": "pdf", "content": b"%PDF-", "byte_count": 5, "sha256": "a"}
    return ReportFile.objects.create(report=of, **{**usual, **columns})


def two_unfinished():
    unit = make.unit()
    report(unit=unit, state="waiting")
    report(unit=unit, state="running", revision=2)


ATTACKERS = {
    "one_report_per_revision": lambda: [report(), report()],
    "one_unfinished_report_of_a_period": two_unfinished,
    "report_kind_is_named": lambda: report(kind="week"),
    "report_says_why_it_was_made": lambda: report(because="whim"),
    "report_state_is_named": lambda: report(state="lost"),
    "report_ends_after_it_begins": lambda: report(last_day=date(2026, 9, 30)),
    "report_revisions_begin_at_one": lambda: report(revision=0),
    "who_asked_for_a_report_is_known": lambda: report(because="asked"),
    "a_done_report_has_its_numbers": lambda: report(numbers_key=""),
    "a_failed_report_says_why": lambda: report(state="failed"),
    "one_file_per_language_and_format": lambda: [file(report=of) for of in [report()] for _twice in range(2)],
    "report_format_is_known": lambda: file(suffix="docx"),
    "report_language_is_known": lambda: file(language="de"),
    "a_report_file_is_not_empty": lambda: file(byte_count=0),
}
