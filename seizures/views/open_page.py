"""The page of an open examination: what lies inside, the points, the result, and what still stops the closing."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from seizures.checklists import WALK_TITLES
from seizures.forms.closing import ClosingForm
from seizures.forms.goods import GoodsLines
from seizures.models import Examination
from seizures.presenting.load import load_of, not_yet_taken_in, seal_sight
from seizures.presenting.noted import noted_forms, noted_obstacles
from seizures.presenting.points import answered, before_opening, tests, walk
from seizures.seals import SealState

from .finding import OfficerRequest


def open_page(
    request: OfficerRequest,
    examination: Examination,
    closing: ClosingForm | None = None,
    lines: GoodsLines | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show it as kept; `closing` and `lines` are the forms as sent, where they have faults."""
    examined = examination.assessments()
    kept_closing, kept_lines = noted_forms(examination.noted, examined)
    piece = examination.piece
    shown = tail(examination) | {
        "load": load_of(piece, examined),
        "walk_title": WALK_TITLES[examination.equipment_kind],
        "seal_states": SealState.choices,
        "others": not_yet_taken_in(piece, examined),
        "closing": closing or kept_closing,
        "lines": lines or kept_lines,
        "is_refused": closing is not None,
    }
    return render(request, "seizures/examination_open.html", shown, status=status)


def tail(examination: Examination) -> dict[str, Any]:
    """What changes with every answer: the counts, the seal against the documents, what is still open."""
    examined = examination.assessments()
    before, points = before_opening(examination.checklist), walk(examination.equipment_kind, examination.checklist)
    return {
        "examination": examination,
        "before": before,
        "before_answered": answered(before) + bool(examination.seal_state),
        "before_total": len(before) + 1,
        "tests": tests(examination.checklist),
        "points": points,
        "points_answered": answered(points),
        "seal": seal_sight(examination, examination.piece),
        "obstacles": noted_obstacles(examination, examined),
    }
