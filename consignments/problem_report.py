"""A submission's problems in the reader's language: as plain values for pages and the API, and as a CSV file."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from consignments.formulas import harmless
from consignments.models import SubmissionProblem
from consignments.parsing.problems import remedy, sentence
from consignments.parsing.values import Problem, Severity


@dataclass(frozen=True, slots=True)
class ReportedProblem:
    """One problem as a reader sees it. value: the offending text, "" if there is none."""

    path: str
    problem: str
    remedy: str
    severity: str
    code: str
    document_number: str
    value: str


def reported(problem: SubmissionProblem) -> ReportedProblem:
    found = Problem(problem.code, problem.path, Severity(problem.severity), problem.params)
    return ReportedProblem(
        path=problem.path,
        problem=sentence(found),
        remedy=remedy(found),
        severity=problem.severity,
        code=problem.code,
        document_number=problem.document_number,
        value=str(problem.params.get("value", "")),
    )


def csv_lines(problems: Iterable[SubmissionProblem]) -> Iterator[str]:
    """Yield the error report line by line, headings first; a byte-order mark makes spreadsheet programs read UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(_headings())
    for one in map(reported, problems):
        severity = {"error": _("error"), "warning": _("warning"), "notice": _("notice")}[one.severity]
        cells = [one.path, one.document_number, severity, one.value, one.problem, one.remedy]
        yield writer.writerow([harmless(cell) for cell in cells])


def refusal_lines(reason: str) -> Iterator[str]:
    """Yield the report of a document that was not taken at all, in the columns of `csv_lines`."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(_headings())
    yield writer.writerow(["", "", _("error"), "", reason, ""])


def _headings() -> list[str]:
    return [_("Where"), _("Document"), _("Gravity"), _("What came"), _("Problem"), _("Remedy")]


class _Echo:
    """What csv writes to, to give each line back instead of keeping it."""

    def write(self, line: str) -> Any:
        return line
