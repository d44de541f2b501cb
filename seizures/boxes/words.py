"""The words for pieces, their check digits and their seals."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from profiling.pieces.values import Piece
from profiling.reference.box_types import box_type
from seizures.checklists import PieceKind

from .seals import SealFault, SealState

FAULTS: dict[SealFault, Promise] = {
    SealFault.BROKEN: gettext_lazy("seal broken"),
    SealFault.MISSING: gettext_lazy("seal missing"),
    SealFault.REPAIRED: gettext_lazy("seal repaired"),
    SealFault.READ_OTHERWISE: gettext_lazy("another seal read"),
    SealFault.CHANGED: gettext_lazy("seal changed on the way"),
    SealFault.DOCUMENTS_DIFFER: gettext_lazy("documents differ"),
}
_TYPES: dict[str, Promise] = {
    "general": gettext_lazy("general purpose"),
    "reefer": gettext_lazy("refrigerated"),
    "open_top": gettext_lazy("open top"),
    "platform": gettext_lazy("platform"),
    "tank": gettext_lazy("tank"),
    "bulk": gettext_lazy("bulk"),
}
_FEET = {"2": "20′", "4": "40′", "L": "45′", "M": "48′"}
_HIGH = {"5", "6"}  # second character: 9 ft 6 in or higher


@dataclass(frozen=True, slots=True)
class CheckDigit:
    """tone: "", green or red; text "" where nothing has a check digit."""

    text: str
    tone: str


def check_digit(piece: Piece) -> CheckDigit:
    """What ISO 6346 says of a container number; plates and wagons have no such digit."""
    if piece.kind != PieceKind.CONTAINER:
        return CheckDigit("", "")
    match iso6346_answer(piece.number or piece.key):
        case ContainerAnswer.VALID:
            return CheckDigit(_("check digit fits"), "green")
        case ContainerAnswer.CHECK_DIGIT:
            return CheckDigit(_("check digit wrong"), "red")
        case ContainerAnswer.CATEGORY:
            return CheckDigit(_("category letter wrong"), "red")
    return CheckDigit(_("not a container number"), "red")


def number_of(piece: Piece) -> str:
    """A container number in its usual groups, everything else as it is stated."""
    if piece.kind == PieceKind.CONTAINER and iso6346_answer(piece.key) != ContainerAnswer.FORM:
        return f"{piece.key[:4]} {piece.key[4:10]}-{piece.key[10:]}"
    return piece.number or piece.key


def size_in_words(size_type: str) -> str:
    """Return "40′ high, refrigerated" for 45R1; "" for a code that says nothing."""
    code = "".join(filter(str.isalnum, size_type.upper()))
    if len(code) != 4:
        return ""
    length = _FEET.get(code[0], "")
    size = _("%(feet)s high") % {"feet": length} if length and code[1] in _HIGH else length
    kind = box_type(code)
    return ", ".join(filter(None, [size, str(_TYPES[kind]) if kind else ""]))


def seals_stated(state: SealState) -> str:
    if state.stated is None:
        return _("not stated")
    return ", ".join(state.stated) or _("none stated")


def fault_words(faults: Iterable[SealFault]) -> list[str]:
    return [str(FAULTS[fault]) for fault in faults]
