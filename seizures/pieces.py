"""The piece that is opened: which one of an assessment's equipment, and what else travels in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consignments.keys.identifiers import number_key
from consignments.models import Mode, TransportEquipment
from consignments.refusing import Refused
from profiling.models import Assessment, State
from profiling.querysets import AssessmentQuerySet

from .checklists import PieceKind

NOT_THERE = [State.SUPERSEDED, State.WITHDRAWN, State.LAPSED]


@dataclass(frozen=True)
class Piece:
    """A container, trailer, wagon, or the vehicle itself. `seals` None: the documents say nothing of seals."""

    kind: str
    number: str
    seals: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        return number_key(self.number)


def pieces_of(assessment: Assessment) -> list[Piece]:
    """Return what can be opened: the stated equipment, then the vehicle; empty when neither is stated."""
    manifest = assessment.revision.manifest
    equipment = [_piece(row) for row in assessment.revision.equipment.all()]
    is_opened_at_a_post = manifest.mode not in {Mode.SEA, Mode.AIR}
    if manifest.conveyance_id and (is_opened_at_a_post or not equipment):
        return [*equipment, Piece(PieceKind.VEHICLE, manifest.conveyance_id)]
    return equipment


def piece_to_open(assessment: Assessment, number: str = "") -> Piece:
    """Return the piece of this number, else the only equipment, else the vehicle; Refused where that is not enough."""
    pieces = pieces_of(assessment)
    if number:
        chosen = [piece for piece in pieces if piece.key == number_key(number)]
        if chosen:
            return chosen[0]
        if pieces:
            raise Refused("equipment_unknown", _("%(number)s is not in this consignment.") % {"number": number})
        return Piece(PieceKind.VEHICLE, number.strip())
    equipment = [piece for piece in pieces if piece.kind != PieceKind.VEHICLE]
    if len(equipment or pieces) == 1:
        return (equipment or pieces)[0]
    raise Refused("equipment_needed", _("Say which container, trailer or vehicle is examined."))


def others_in(piece: Piece, assessment: Assessment) -> AssessmentQuerySet:
    """Return the newest rounds of the other consignments of the unit that travel in this piece on this journey."""
    of_unit = Assessment.objects.filter(unit=assessment.unit_id).exclude(state__in=NOT_THERE).latest_rounds()
    if piece.kind == PieceKind.VEHICLE:
        others = of_unit.filter(revision__manifest=assessment.revision.manifest_id, revision__replaced_at__isnull=True)
        return others.exclude(consignment=assessment.consignment_id)
    holding = TransportEquipment.objects.filter(number_key=piece.key).values("revision")
    return of_unit.sharing_a_box_with(assessment).filter(revision__in=holding)


def stated_seals(assessments: Sequence[Assessment], piece: Piece) -> tuple[str, ...] | None:
    """Return the seals the documents of these consignments state for the piece; None when none says anything."""
    found = [
        other.seals
        for one in assessments
        for other in pieces_of(one)
        if other.key == piece.key and other.seals is not None
    ]
    return tuple(dict.fromkeys(seal for seals in found for seal in seals)) if found else None


def _piece(row: TransportEquipment) -> Piece:
    return Piece(row.kind, row.number, None if row.seals is None else tuple(row.seals))
