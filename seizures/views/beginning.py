"""Beginning an examination: which piece is opened, and which of its other consignments with it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consignments.access import may
from consignments.refusing import Refused
from profiling.models import OPEN, Assessment, State
from seizures.checklists import PieceKind
from seizures.forms.beginning import BeginForm
from seizures.models import Examination
from seizures.pieces import Piece, others_in, pieces_of
from seizures.presenting.kept import pieces_with_sheets
from seizures.presenting.load import instructions_for

from .finding import OfficerRequest, assessment_of
from .open_page import sheet_page


@may("examine")
def begin(request: OfficerRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_of(request, pk)
    pieces = pieces_of(assessment)
    begun = list(Examination.objects.of(assessment).open())
    if (
        request.method == "GET"
        and begun
        and {box.key for box in _boxes(pieces)} <= {one.equipment_key for one in begun}
    ):
        return redirect("seizures:examination-show", begun[0].pk)
    refusal = "" if assessment.state == State.SELECTED else _("Only a selected consignment is examined.")
    form = BeginForm(request.POST or None, officer=request.user)
    if form.is_valid():
        try:
            examination = Examination.objects.begin(request.user, assessment, **form.cleaned_data)
        except Refused as refused:
            refusal = refused.message
        else:
            return redirect("seizures:examination-show", examination.pk)
    return render(
        request,
        "seizures/begin.html",
        {
            "assessment": assessment,
            "refusal": refusal,
            "pieces": pieces_with_sheets(assessment),
            "is_kept": "kept" in request.GET,
            "chosen": request.POST.get("equipment") or _usual(pieces),
            "others": _others(pieces, assessment),
            "ticked": request.POST.getlist("also"),
            "instructions": instructions_for([assessment]),
            "earlier": [*begun, *Examination.objects.of(assessment).closed()],
        },
        status=409 if refusal else 200,
    )


@may("examine")
@require_safe
def sheet(request: OfficerRequest, pk: UUID, number: int) -> HttpResponse:
    """The empty page of an examination of one of the pieces, for a phone to keep: without a link it is begun there."""
    assessment = assessment_of(request, pk)
    pieces = pieces_of(assessment)
    if number >= len(pieces) or assessment.state != State.SELECTED:
        raise Http404
    return sheet_page(request, assessment, pieces[number])


def _boxes(pieces: list[Piece]) -> list[Piece]:
    """What is opened as a rule: the boxes, or the vehicle where there is none."""
    return [piece for piece in pieces if piece.kind != PieceKind.VEHICLE] or pieces


def _usual(pieces: list[Piece]) -> str:
    """The piece that is chosen beforehand: the only one that is opened as a rule."""
    boxes = _boxes(pieces)
    return boxes[0].number if len(boxes) == 1 else ""


def _others(pieces: list[Piece], assessment: Assessment) -> list[dict]:
    """The other consignments in any of the pieces, and whether they can be opened with it."""
    shown: dict[UUID, dict] = {}
    for piece in pieces:
        for other in others_in(piece, assessment).select_related("consignment"):
            row = {"assessment": other, "can_be_opened": other.state in [State.SELECTED, *OPEN], "pieces": []}
            shown.setdefault(other.pk, row)["pieces"].append(piece.number)
    return list(shown.values())
