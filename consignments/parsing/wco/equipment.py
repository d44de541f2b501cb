"""TransportEquipment of the WCO Data Model: containers with their seals."""

from collections.abc import Iterable

from ..noting import Notes
from ..values import Severity, StatedEquipment
from ..xml_nodes import Node
from .goods import mass_kg

_FULLNESS = {"4": "empty", "5": "full", "7": "full", "8": "full"}
_NO_SEALS = {"NOSEALS", "NO SEALS", "NONE"}  # what is written where a seal must be named and there is none


def read_equipment(nodes: Iterable[Node], notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the equipment, each number once."""
    found: dict[str, StatedEquipment] = {}
    for node in nodes:
        number = notes.identifier(node.text("ID") or node.text("EquipmentID"), node.path, 40)
        if number:
            found.setdefault(number, _equipment(node, number, notes))
    return tuple(found.values())


def _equipment(node: Node, number: str, notes: Notes) -> StatedEquipment:
    return StatedEquipment(
        kind="container",
        number=number,
        size_type=notes.identifier(node.text("CharacteristicCode"), node.path, 10, Severity.WARNING),
        fullness=_FULLNESS.get(node.text("FullnessCode") or ""),
        seals=_seals(node, notes),
        gross_mass_kg=mass_kg(node.first("GrossMassMeasure") or node.first("EquipmentGrossMassMeasure"), notes),
        tare_mass_kg=mass_kg(node.first("TareMassMeasure") or node.first("EquipmentTareMassMeasure"), notes),
    )


def _seals(node: Node, notes: Notes) -> tuple[str, ...] | None:
    """Return the seals; () when it is said that there is none, None when nothing is said."""
    stated = [notes.identifier(seal.text("ID"), seal.path, 40) for seal in node.all("Seal")]
    numbers = [number for number in stated if number]
    if not numbers:
        return None
    return tuple(dict.fromkeys(number for number in numbers if number.upper() not in _NO_SEALS))
