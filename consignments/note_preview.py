"""What registering a CMR note will create, told while it is being typed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from consignments.cmr_form import LABELS, NAME_OF_PATH, CmrForm
from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.keys.identifiers import number_key
from consignments.models import Consignment, Manifest, Party, Source
from consignments.parsing.checking import sum_of_gross_mass_kg, sum_of_packages
from consignments.parsing.typed.cmr_boxes import BOXES
from consignments.parsing.values import DocumentKind, Severity, StatedConsignment
from consignments.registering.parties import match_key

ALL_BOXES = 24
_BOX = re.compile(r"box ([0-9]+)")
_GOODS_BOXES = range(6, 13)


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A party as typed, and in how many statements we have met it before."""

    role: str
    name: str
    seen: int


@dataclass(frozen=True, slots=True)
class NotePreview:
    """revision: 1 for a new consignment. None where the sum is not known because a line does not state it.

    missing: (label, id of the field) of boxes that may stay empty; what they feed is then not known.
    """

    filled_boxes: int
    revision: int
    parties: list[PartySeen]
    vehicle: str
    crossings: int
    containers: list[tuple[str, bool]]
    goods_count: int
    packages: int | None
    gross_mass_kg: Decimal | None
    seals: tuple[str, ...] | None
    missing: list[tuple[str, str]]


def preview(form: CmrForm, lines: Any, source: Source | None) -> NotePreview:
    """Tell what a note that has been read will create; source: that of notes by hand, if there is one yet."""
    stated = form.stated or StatedConsignment(path="", document_number=None)
    vehicle = form.manifest.conveyance_id or ""
    return NotePreview(
        filled_boxes=len(_filled(form, lines)),
        revision=_next_revision(stated, source),
        parties=[PartySeen(party.role, party.name or "", _times_seen(party)) for party in stated.parties],
        vehicle=vehicle,
        crossings=Manifest.objects.filter(conveyance_key=number_key(vehicle)).count() if vehicle else 0,
        containers=[
            (box.number, iso6346_answer(box.number) is ContainerAnswer.VALID)
            for box in stated.equipment
            if box.kind == "container"
        ],
        goods_count=len(stated.goods),
        packages=sum_of_packages(stated.goods),
        gross_mass_kg=sum_of_gross_mass_kg(stated.goods),
        seals=next((box.seals for box in stated.equipment), None),
        missing=[
            (str(LABELS[NAME_OF_PATH[problem.path]]), form[NAME_OF_PATH[problem.path]].id_for_label)
            for problem in form.problems
            if problem.severity is not Severity.ERROR and problem.path in NAME_OF_PATH
        ],
    )


def _filled(form: CmrForm, lines: Any) -> set[int]:
    """Return the numbers of the boxes in which something stands."""
    filled = {
        int(found[1]) for name, box in BOXES.items() if form.cleaned_data.get(name) and (found := _BOX.match(box.path))
    }
    if any(text for line in lines.forms for text in line.cleaned_data.values()):
        filled |= set(_GOODS_BOXES)
    return filled


def _next_revision(stated: StatedConsignment, source: Source | None) -> int:
    known = Consignment.objects.filter(
        source=source,
        document_kind=DocumentKind.CMR_NOTE,
        document_number=stated.document_number or "",
        identity_date=stated.identity_date,
    ).first()
    return known.latest_revision + 1 if known else 1


def _times_seen(party: Any) -> int:
    key = match_key(party.name, party.identifier, party.identifier_kind, party.address.country)
    known = Party.objects.filter(match_key=key).first() if key else None
    return known.statements.count() if known else 0
