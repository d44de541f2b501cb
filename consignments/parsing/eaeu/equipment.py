"""Containers, wagons and seals of the Union's XML: which there are, and which of them bears the seals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .. import reading
from ..noting import Notes
from ..values import Severity, StatedEquipment
from ..xml_nodes import Node

MAX_SEALS = 200  # they go into every consignment of the document
MAX_WAGONS = 200

_CONTAINER_IDS = ("ContainerId", "ContainerIdentificaror", "ContainerIdentificator", "ContainerNumber")
_CONTAINER = re.compile(r"[A-Z]{3}[UJZ][ -]?[0-9]{6}[ -]?[0-9]?")
# The mark of an empty wagon is yes or no, or the code of the edifact element that it was taken from.
_FULLNESS = {"1": "empty", "true": "empty", "4": "empty", "0": "full", "false": "full", "5": "full"}


@dataclass(frozen=True, slots=True)
class Seals:
    """numbers: None when the document says nothing of seals, () when it states none."""

    numbers: tuple[str, ...] | None = None
    stated_count: int | None = None


NO_SEALS = Seals()


def containers(node: Node, notes: Notes) -> tuple[str, ...]:
    """Return the numbers of the containers that stand directly under this consignment or item, each once."""
    boxes = [
        *node.all_of("PIContainerDetails", "ContainerDetails"),
        *(box for listed in node.all("ContainerListDetails") for box in listed.all("ContainerDetails")),
        *(box for listed in node.all("ESADContainer") for box in listed.all("ContainerNumber")),
    ]
    numbers = [notes.identifier(box.text_of(*_CONTAINER_IDS), box.path, 40, Severity.WARNING) for box in boxes]
    return tuple(dict.fromkeys(number for number in numbers if number))


def wagons(means: Sequence[Node], notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the wagons of a train, and what among them has the number of a container as one."""
    if len(means) > MAX_WAGONS:
        notes.warning("list_cut", means[MAX_WAGONS].path, limit=MAX_WAGONS)
    pieces: dict[str, StatedEquipment] = {}
    for one in means[:MAX_WAGONS]:
        number = notes.identifier(one.text_of("TransportMeansRegId", "TransportIdentifier"), one.path, 40)
        if number:
            kind = "container" if _CONTAINER.fullmatch(number.upper()) else "wagon"
            fullness = _FULLNESS.get((one.text("FullItemCode") or "").lower())
            pieces.setdefault(number, StatedEquipment(kind, number, fullness=fullness))
    return tuple(pieces.values())


def seals(blocks: Sequence[Node], notes: Notes) -> Seals:
    """Return the seals of these blocks together."""
    nodes = [one for block in blocks for one in block.all_of("SealId", "CustomsIdentificationMeansIdDetails")]
    if len(nodes) > MAX_SEALS:
        notes.warning("list_cut", nodes[MAX_SEALS].path, limit=MAX_SEALS)
    stated = [
        notes.identifier(one.text("CustomsIdentificationMeansId") or one.text(), one.path, 40)
        for one in nodes[:MAX_SEALS]
    ]
    numbers = tuple(number for number in stated if number)
    counts = [
        notes.read(reading.small_count, block.text("SealQuantity"), f"{block.path}/SealQuantity", Severity.WARNING)
        for block in blocks
    ]
    known = [one for one in counts if one is not None]
    total = sum(known) if known else None
    return Seals(numbers if numbers or total == 0 else None, total)


def bearer(boxes: Iterable[str], bodies: Iterable[str]) -> str | None:
    """Return what the seals of the whole carriage are put on: its only container, else its first body or box.

    They are stated once; which of several containers bears which is not known. It is always the same piece.
    """
    numbers = sorted(boxes)
    return numbers[0] if len(numbers) == 1 else next(iter([*bodies, *numbers]), None)


def sealed(pieces: Iterable[StatedEquipment], number: str | None, seals: Seals) -> tuple[StatedEquipment, ...]:
    """Return the pieces, the one of this number with the seals."""
    return tuple(
        replace(piece, seals=seals.numbers, seals_stated_count=seals.stated_count) if piece.number == number else piece
        for piece in pieces
    )
