"""The page of an open examination: what lies inside, the points, the result, and what still stops the closing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from profiling.models import Assessment
from seizures.checklists import WALK_TITLES
from seizures.completeness import needs_of
from seizures.forms.closing import ClosingForm
from seizures.forms.goods import GoodsLines
from seizures.models import Examination
from seizures.pieces import Piece
from seizures.presenting.load import SealSight, load_of, not_yet_taken_in, seal_sight
from seizures.presenting.noted import noted_forms, noted_obstacles
from seizures.presenting.photos import photo_rows, places_of
from seizures.presenting.points import answered, before_opening, tests, walk
from seizures.seals import SealState

from .finding import OfficerRequest

# Stands in a kept page where the phone puts the id it makes.
TO_BE_BEGUN = UUID("00000000-0000-4000-8000-000000000000")


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
        "is_kept": "kept" in request.GET,
        "needs": needs_of(examination.equipment_kind),
        "places": places_of(examination.equipment_kind),
        "photos": photo_rows(examination),
    }
    return render(request, "seizures/examination_open.html", shown, status=status)


def sheet_page(request: OfficerRequest, assessment: Assessment, piece: Piece) -> HttpResponse:
    """The same page, empty, for an examination that a phone without a link will begin: it puts its own id in."""
    examination = Examination(
        pk=TO_BE_BEGUN,
        unit_id=assessment.unit_id,
        post=assessment.post,
        equipment_kind=piece.kind,
        equipment_number=piece.number,
    )
    closing, lines = noted_forms({}, [assessment])
    shown = tail(examination) | {
        "load": load_of(piece, [assessment]),
        "walk_title": WALK_TITLES[piece.kind],
        "seal_states": SealState.choices,
        "seal": SealSight(piece.seals, None),
        "closing": closing,
        "lines": lines,
        "obstacles": [],
        "is_kept": True,
        "is_sheet": True,
        "needs": needs_of(piece.kind),
        "places": places_of(piece.kind),
    }
    return render(request, "seizures/examination_open.html", shown)


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
