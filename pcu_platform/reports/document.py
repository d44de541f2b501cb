"""A report as a printed sheet: the tables of the page with their formulas, drawings, the method, a line to sign."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from consignments.printing.typesetting import typeset
from pcu_platform.dashboard.cells import Table
from pcu_platform.dashboard.figures import Figures

from .drawings import drawing_of
from .heading import confidential, facts_of, method, reading_language, title_of, unit_of
from .record import Report

TEMPLATE = Path(__file__).with_name("report.typ")

DAYS_BESIDE = 3  # so many columns of days on a page


def report_pdf(report: Report, figures: Figures, tables: list[Table]) -> bytes:
    """Return the file, in the reader's language."""
    pictures: dict[str, bytes] = {}
    sections = [_section(table, figures, pictures) for table in tables]
    data = {
        "title": title_of(report),
        "language": reading_language(),
        "head": f"{unit_of(report)} · {report.days} · {confidential()}",
        "foot": _("Revision %(number)s") % {"number": report.revision},
        "confidential": confidential(),
        "facts": facts_of(report),
        "sections": sections,
        "formula": _("Formulas"),
        "method_title": _("How it is counted"),
        "method": method(),
        "signature": [_("Unit head"), _("Signature"), _("Date")],
    }
    return typeset(TEMPLATE, data, pictures)


def _section(table: Table, figures: Figures, pictures: dict[str, bytes]) -> dict[str, Any]:
    drawing = drawing_of(table, figures)
    picture = f"{table.name}.svg" if drawing else ""
    if drawing:
        pictures[picture] = drawing.svg
    return {
        "title": table.title,
        "beside": DAYS_BESIDE if table.name == "days" else 1,
        "picture": picture,
        "words": drawing.words if drawing else "",
        "heads": [column.label for column in table.columns],
        "numbers": [place for place, column in enumerate(table.columns) if column.is_number],
        "rows": [[row.head, *(cell.text for cell in row.cells)] for row in table.rows],
        "empty": table.when_empty,
        "formulas": [[row.head, row.formula] for row in table.rows if row.formula],
        "notes": table.notes,
    }
