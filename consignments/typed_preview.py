"""What registering a typed document will create, told while it is being typed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.keys.identifiers import number_key
from consignments.models import Consignment, Manifest, Party, Source
from consignments.parsing.checking import sum_of_gross_mass_kg, sum_of_packages
from consignments.parsing.typed.check_digits import wagon_is_wrong
from consignments.parsing.typed.paper import Box
from consignments.parsing.values import Severity, StatedConsignment, StatedEquipment
from consignments.registering.parties import match_key
from consignments.typed_form import TypedForm


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A party as typed, and in how many statements we have met it before."""

    role: str
    name: str
    seen: int


@dataclass(frozen=True, slots=True)
class EquipmentSeen:
    kind: str  # container or wagon
    number: str
    is_valid: bool  # by its check digit


@dataclass(frozen=True, slots=True)
class TypedPreview:
    """revision: 1 for a new consignment. None where the sum is not known because a line does not state it.

    missing: (label, id of the field) of boxes that may stay empty; what they feed is then not known.
    """

    filled_boxes: int
    all_boxes: int
    revision: int
    parties: list[PartySeen]
    vehicle: str
    crossings: int
    equipment: list[EquipmentSeen]
    goods_count: int
    packages: int | None
    gross_mass_kg: Decimal | None
    seals: tuple[str, ...] | None
    missing: list[tuple[str, str]]


def preview(form: TypedForm, source: Source | None) -> TypedPreview:
    """Tell what a paper that has been read will create; source: that of its kind by hand, if there is one yet."""
    stated = form.stated or StatedConsignment(path="", document_number=None)
    # A wagon is shown as the equipment that it is.
    vehicle = "" if form.paper.mode == "rail" else form.manifest.conveyance_id or ""
    return TypedPreview(
        filled_boxes=len(_filled(form)),
        all_boxes=len(form.paper.box_numbers),
        revision=_next_revision(form, stated, source),
        parties=[PartySeen(party.role, party.name or "", _times_seen(party)) for party in stated.parties],
        vehicle=vehicle,
        crossings=Manifest.objects.filter(conveyance_key=number_key(vehicle)).count() if vehicle else 0,
        equipment=[
            EquipmentSeen(piece.kind, piece.number, _is_valid(piece))
            for piece in stated.equipment
            if piece.kind != "trailer"
        ],
        goods_count=len(stated.goods),
        packages=sum_of_packages(stated.goods),
        gross_mass_kg=sum_of_gross_mass_kg(stated.goods),
        seals=_seals(stated),
        missing=list(_missing(form)),
    )


def _filled(form: TypedForm) -> set[int]:
    """Return the numbers of the boxes in which something stands; one filled line fills the boxes of its lines."""
    filled = {box.paper_box for box in form.paper.boxes.values() if form.cleaned_data.get(box.name)}
    for lines in form.paper.lines:
        if any(text for line in form.line_forms[lines.name] for text in line.cleaned_data.values()):
            filled |= {box.paper_box for box in lines.boxes}
    return {number for number in filled if number is not None}


def _missing(form: TypedForm) -> list[tuple[str, str]]:
    places = [form.place_of(problem) for problem in form.problems if problem.severity is not Severity.ERROR]
    return [
        (_in_line(box, line) if line else str(box.label), of[box.name].id_for_label)
        for box, of, line in places
        if box and not of[box.name].value()
    ]


def _in_line(box: Box, line: str) -> str:
    return _("%(label)s, line %(number)s") % {"label": box.label, "number": line}


def _seals(stated: StatedConsignment) -> tuple[str, ...] | None:
    known = [piece.seals for piece in stated.equipment if piece.seals is not None]
    return tuple(seal for seals in known for seal in seals) if known else None


def _is_valid(piece: StatedEquipment) -> bool:
    if piece.kind == "wagon":
        return not wagon_is_wrong(piece.number)
    return iso6346_answer(piece.number) is ContainerAnswer.VALID


def _next_revision(form: TypedForm, stated: StatedConsignment, source: Source | None) -> int:
    known = Consignment.objects.filter(
        source=source,
        document_kind=form.paper.kind,
        document_number=stated.document_number or "",
        identity_date=stated.identity_date,
    ).first()
    return known.latest_revision + 1 if known else 1


def _times_seen(party: Any) -> int:
    key = match_key(party.name, party.identifier, party.identifier_kind, party.address.country)
    known = Party.objects.filter(match_key=key).first() if key else None
    return known.statements.count() if known else 0
