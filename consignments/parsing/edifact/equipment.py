"""The EQD groups of a message: containers, trailers and wagons with their seals and masses."""

from collections.abc import Sequence

from ..load_bodies import MAX_TRAILERS
from ..noting import Notes
from ..values import Severity, StatedEquipment
from . import segment_values as values
from .lexer import Segment

_KINDS = {"TE": "trailer", "TS": "trailer", "CH": "trailer", "RR": "wagon", "RG": "wagon"}  # all else is a container
_PALLETS = {"EFP", "EYP", "PA", "PL"}  # they go back, but nothing is sealed in them
_FULLNESS = {"4": "empty", "5": "full", "7": "full", "8": "full"}
GROUP_SEGMENTS = frozenset({"MEA", "SEL", "LOC", "DIM", "TMP", "RNG", "FTX", "RFF", "TMD", "EQN", "DTM", "NAD"})


def equipment_and_trailers(
    segments: Sequence[Segment], notes: Notes
) -> tuple[dict[str, StatedEquipment], tuple[str, ...]]:
    """Return the equipment of all EQD groups by number, and the numbers of those that are trailers."""
    found: dict[str, StatedEquipment] = {}
    for position, segment in enumerate(segments):
        if segment.tag == "EQD":
            end = position + 1
            while end < len(segments) and segments[end].tag in GROUP_SEGMENTS:
                end += 1
            if equipment := read_equipment(segment, segments[position + 1 : end], notes):
                found.setdefault(equipment.number, equipment)
    trailers = tuple(number for number, equipment in found.items() if equipment.kind == "trailer")
    if len(trailers) > MAX_TRAILERS:
        notes.warning("list_cut", segments[0].path, limit=MAX_TRAILERS)
    return found, trailers[:MAX_TRAILERS]


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
