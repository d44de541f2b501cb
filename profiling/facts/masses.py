"""Facts of group C of the whole consignment: too heavy, round, or declared empty and not."""

from profiling.facts.answers import any_of
from profiling.facts.known import KnownConsignment, KnownEquipment, Noted
from profiling.facts.totals import gross_mass_kg
from profiling.reference.max_masses import (
    CONTAINER_GROSS_MAX_KG,
    ROAD_LOAD_MAX_KG,
    WAGON_LOAD_MAX_KG,
    empty_maximum_kg,
)

ROUND_KG = 1000


def mass_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of group C that look at masses of the whole consignment."""
    noted = Noted()
    gross = gross_mass_kg(known)
    gross_kg = None if gross is None else float(gross)
    _note_above_maximum(noted, known, gross_kg)
    _note_round(noted, gross_kg)
    _note_empty_but_heavy(noted, known, gross_kg)
    return noted


def _note_above_maximum(noted: Noted, known: KnownConsignment, gross_kg: float | None) -> None:
    """C10 "Gross mass is above the maximum of box or vehicle." """
    column = "gross_above_maximum"
    for piece in known.equipment:
        if (
            piece.kind == "container"
            and piece.gross_mass_kg is not None
            and piece.gross_mass_kg > CONTAINER_GROSS_MAX_KG
        ):
            noted.note(column, True, number=piece.number, kg=float(piece.gross_mass_kg), maximum=CONTAINER_GROSS_MAX_KG)
            return
    limit = _load_maximum_kg(known)
    if gross_kg is None or limit is None:
        noted.note(column, None)
        return
    noted.note(column, gross_kg > limit)
    if gross_kg > limit:
        noted.evidence[column] = {"kg": gross_kg, "maximum": limit}


def _load_maximum_kg(known: KnownConsignment) -> float | None:
    """Return the most that the stated boxes, wagons or the one road vehicle can hold; None where none is stated."""
    containers = sum(piece.kind == "container" for piece in known.equipment)
    wagons = sum(piece.kind == "wagon" for piece in known.equipment)
    limits = []
    if containers:
        limits.append(containers * CONTAINER_GROSS_MAX_KG)
    if wagons:
        limits.append(wagons * WAGON_LOAD_MAX_KG)
    if known.mode == "road":
        limits.append(ROAD_LOAD_MAX_KG)
    return min(limits) if limits else None


def _note_round(noted: Noted, gross_kg: float | None) -> None:
    """C11 "The gross mass ends in 000 kg." """
    if gross_kg is None:
        noted.note("gross_mass_is_round", None)
        return
    is_round = gross_kg > 0 and gross_kg % ROUND_KG == 0
    noted.note("gross_mass_is_round", is_round)
    if is_round:
        noted.evidence["gross_mass_is_round"] = {"kg": gross_kg}


def _note_empty_but_heavy(noted: Noted, known: KnownConsignment, gross_kg: float | None) -> None:
    """C22 "Declared empty, yet the stated mass is above that of an empty piece." """
    column = "empty_but_heavy"
    answers = []
    for piece in known.equipment:
        kg = _own_mass_kg(piece, known, gross_kg)
        limit = empty_maximum_kg(piece.kind, piece.size_type, float(piece.tare_mass_kg) if piece.tare_mass_kg else None)
        answers.append(_is_heavier(piece, kg, limit))
        if answers[-1]:
            noted.evidence.setdefault(column, {"number": piece.number, "kg": kg, "empty_at_most": round(limit)})
    noted.note(column, any_of(answers))


def _own_mass_kg(piece: KnownEquipment, known: KnownConsignment, gross_kg: float | None) -> float | None:
    """The mass stated for the piece, else that of the consignment where this is all it travels in."""
    if piece.gross_mass_kg is not None:
        return float(piece.gross_mass_kg)
    return gross_kg if len(known.equipment) == 1 else None


def _is_heavier(piece: KnownEquipment, kg: float | None, limit: float) -> bool | None:
    if piece.fullness == "full":
        return False
    if piece.fullness is None or kg is None:
        return None
    return kg > limit
