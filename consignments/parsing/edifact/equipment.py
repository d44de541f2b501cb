"""The EQD groups of a message: containers, trailers and wagons with their seals and masses."""

from collections.abc import Mapping, Sequence

from ..load_bodies import MAX_TRAILERS
from ..noting import Notes
from ..values import Severity, StatedEquipment
from . import segment_values as values
from .lexer import Segment

_KINDS = {"TE": "trailer", "TS": "trailer", "CH": "trailer", "RR": "wagon", "RG": "wagon"}  # all else is a container
_PALLETS = {"EFP", "EYP", "PA", "PL"}  # they go back, but nothing is sealed in them
_FULLNESS = {"4": "empty", "5": "full", "7": "full", "8": "full"}
GROUP_SEGMENTS = frozenset({"MEA", "SEL", "LOC", "DIM", "TMP", "RNG", "FTX", "RFF", "TMD", "EQN", "DTM", "NAD"})
# Senders put places, dates, numbers and parties of the whole message behind its equipment too.
_ALSO_OF_THE_HEAD = frozenset({"LOC", "RFF", "DTM", "NAD"})
MAX_GROUP = 1_000  # segments of one piece of equipment


class EquipmentReader:
    """Reads the EQD groups of a head as its segments pass by, for there may be twenty thousand.

    found: the equipment by number.
    """

    def __init__(self, notes: Notes):
        self.found: dict[str, StatedEquipment] = {}
        self._notes = notes
        self._group: list[Segment] = []

    def passed(self, segment: Segment) -> bool:
        """Take the segment if it tells of equipment; return whether it tells the rest of the head nothing."""
        if segment.tag == "EQD":
            self.finish()
            self._group = [segment]
            return True
        if not self._group:
            return False
        if segment.tag not in GROUP_SEGMENTS:
            self.finish()
            return False
        if len(self._group) < MAX_GROUP:
            self._group.append(segment)
        return segment.tag not in _ALSO_OF_THE_HEAD

    def finish(self) -> None:
        """The group has come to its end."""
        if self._group and (equipment := read_equipment(self._group[0], self._group[1:], self._notes)):
            self.found.setdefault(equipment.number, equipment)
        self._group = []


def trailers_of(equipment: Mapping[str, StatedEquipment], path: str, notes: Notes) -> tuple[str, ...]:
    """Return the numbers of the equipment that is a trailer; path: of the head."""
    trailers = tuple(number for number, each in equipment.items() if each.kind == "trailer")
    if len(trailers) > MAX_TRAILERS:
        notes.warning("list_cut", path, limit=MAX_TRAILERS)
    return trailers[:MAX_TRAILERS]


def read_equipment(segment: Segment, group: Sequence[Segment], notes: Notes) -> StatedEquipment | None:
    """Return one EQD group; None when it names no number. Without a SEL segment its seals are not known."""
    plate = next((s.at(0, 1) for s in group if s.tag == "RFF" and s.at(0, 0) == "ABZ"), "")
    number = notes.identifier(segment.at(1, 0).strip() or plate, segment.path, 40)
    if not number or segment.at(0) in _PALLETS:
        return None
    seals = [notes.identifier(s.at(0, 0), s.path, 40) for s in group if s.tag == "SEL"]
    masses = [s for s in group if s.tag == "MEA" and not values.is_volume(s)]
    gross = next((s for s in masses if s.at(1, 0) in ("VGM", "G", "EGW", "AAB", "AAD", "")), None)
    tare = next((s for s in masses if s.at(1, 0) == "T"), None)
    return StatedEquipment(
        kind=_KINDS.get(segment.at(0), "container"),
        number=number,
        size_type=notes.identifier(segment.at(2, 0), segment.path, 10, Severity.WARNING),
        fullness=_FULLNESS.get(segment.at(5).strip()),
        seals=tuple(seal for seal in seals if seal) if seals else None,
        gross_mass_kg=values.mass_kg(gross, notes) if gross else None,
        tare_mass_kg=values.mass_kg(tare, notes) if tare else None,
    )
