"""Beginning an examination: which piece is opened, and which of its other consignments with it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from consignments.access import may
from consignments.refusing import Refused
from profiling.models import OPEN, Assessment, State
from seizures.checklists import PieceKind
from seizures.forms.beginning import BeginForm
from seizures.models import Examination
from seizures.pieces import Piece, others_in, pieces_of
from seizures.presenting.load import instructions_for

from .finding import OfficerRequest, assessment_of


@may("examine")
def begin(request: OfficerRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_of(request, pk)
    if (begun := Examination.objects.of(assessment).open().first()) and request.method == "GET":
        return redirect("seizures:examination-show", begun.pk)
    refusal = ""
    form = BeginForm(request.POST or None, officer=request.user)
    if form.is_valid():
        try:
            examination = Examination.objects.begin(request.user, assessment, **form.cleaned_data)
        except Refused as refused:
            refusal = refused.message
        else:
            return redirect("seizures:examination-show", examination.pk)
    pieces = pieces_of(assessment)
    return render(
        request,
        "seizures/begin.html",
        {
            "assessment": assessment,
            "refusal": refusal,
            "pieces": pieces,
            "chosen": request.POST.get("equipment") or _usual(pieces),
            "others": _others(pieces, assessment),
            "ticked": request.POST.getlist("also"),
            "instructions": instructions_for([assessment]),
        },
        status=409 if refusal else 200,
    )


def _usual(pieces: list[Piece]) -> str:
    """The piece that is chosen beforehand: the only box, else the only vehicle, else none."""
    boxes = [piece for piece in pieces if piece.kind != PieceKind.VEHICLE]
    only = boxes or pieces
    return only[0].number if len(only) == 1 else ""


def _others(pieces: list[Piece], assessment: Assessment) -> list[dict]:
    """The other consignments in any of the pieces, and whether they can be opened with it."""
    shown: dict[UUID, dict] = {}
    for piece in pieces:
        for other in others_in(piece, assessment).select_related("consignment"):
            row = {"assessment": other, "can_be_opened": other.state in [State.SELECTED, *OPEN], "pieces": []}
            shown.setdefault(other.pk, row)["pieces"].append(piece.number)
    return list(shown.values())
