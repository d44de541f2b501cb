"""Equipment as a table shows it: the number with what its check digit says, the seals stated."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.models import EquipmentKind, TransportEquipment
from profiling.presenting.quantities import exact_mass


@dataclass(frozen=True, slots=True)
class EquipmentLine:
    """fault: what ISO 6346 says against a container number, "" for nothing."""

    kind: str
    number: str
    fault: str
    size_type: str
    fullness: str
    seals: str
    mass: str


def equipment_lines(equipment: Iterable[TransportEquipment]) -> list[EquipmentLine]:
    return [
        EquipmentLine(
            kind=piece.get_kind_display(),
            number=piece.number,
            fault=_fault(piece),
            size_type=piece.size_type,
            fullness={"full": _("full"), "empty": pgettext("of a box", "empty")}.get(piece.fullness, _("not stated")),
            seals=_seals(piece),
            mass=exact_mass(piece.gross_mass_kg),
        )
        for piece in equipment
    ]


def _fault(piece: TransportEquipment) -> str:
    if piece.kind != EquipmentKind.CONTAINER:
        return ""
    return {
        ContainerAnswer.CHECK_DIGIT: _("check digit wrong"),
        ContainerAnswer.CATEGORY: _("category letter wrong"),
        ContainerAnswer.FORM: _("not a container number"),
    }.get(iso6346_answer(piece.number), "")


def _seals(piece: TransportEquipment) -> str:
    if piece.seals is None:
        return _("not stated")
    return ", ".join(piece.seals) or _("none stated")
