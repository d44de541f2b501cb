"""E10 and C22 by readings: weighed otherwise than declared; declared empty and weighed heavy."""

from collections.abc import Sequence
from typing import Any

from profiling.facts.answers import any_of
from profiling.facts.known import Noted
from profiling.reference.max_masses import EMPTY_MAX_KG, empty_maximum_kg
from profiling.reference.unladen_masses import UNLADEN_VEHICLE_KG, WITH_TRAILER_KG, unladen_kg

from .values import NOT_SEEN, Journey, Piece, Sighting, of_piece, told


def note_weighed(noted: Noted, journey: Journey, sightings: Sequence[Sighting], zone: Any) -> None:
    """E10 "The mass weighed differs from the one declared": by how many per cent, the largest of all pieces.

    Above 0 it is heavier than declared. What the piece weighs empty is known within limits only; inside them it is 0.
    """
    column = "weighed_deviation_percent"
    farthest: float | None = None
    for piece in journey.pieces:
        last = _last_weighed(piece, sightings)
        if last is None or last.gross_mass_kg is None or not piece.load_kg:
            continue
        low, high = _loads(piece, journey, last.gross_mass_kg)
        found = deviation_percent(piece.load_kg, low, high)
        if farthest is None or abs(found) > abs(farthest):
            farthest = found
            noted.evidence[column] = {
                "number": piece.number,
                "weighed": round(last.gross_mass_kg),
                "declared": round(piece.load_kg),
                "low": round(max(low, 0)),
                "high": round(max(high, 0)),
                **told(last, zone),
            }
    noted.values[column] = farthest
    if not farthest:
        noted.evidence.pop(column, None)


def note_empty_but_weighed(
    noted: Noted, journey: Journey, sightings: Sequence[Sighting], stated: bool | None, zone: Any
) -> None:
    """C22 "Declared empty, yet weighed above an empty piece": only what a scale says; `stated` is the document's."""
    column = "empty_but_heavy"
    answers: list[bool | None] = []
    for piece in journey.pieces:
        if piece.fullness != "empty" or stated:
            continue
        last = _last_weighed(piece, sightings)
        if last is None or last.gross_mass_kg is None:
            answers.append(None)
            continue
        limit = empty_maximum_kg(piece.kind, piece.size_type or last.size_type, piece.tare_mass_kg)
        answers.append(last.gross_mass_kg > limit)
        if answers[-1]:
            kg = round(last.gross_mass_kg)
            noted.note(column, True, number=piece.number, kg=kg, empty_at_most=round(limit), **told(last, zone))
            return
    if stated is None and any_of(answers) is False:
        noted.note(column, False)


def note_scans(noted: Noted, journey: Journey, sightings: Sequence[Sighting], zone: Any) -> None:
    """E11 "Officer or device marked an anomaly in the image." The latest scan of each piece counts."""
    column = "scan_shows_anomaly"
    answers = []
    for piece in journey.pieces:
        scans = [s for s in of_piece(sightings, piece) if s.scan_shows_anomaly is not None]
        if scans:
            answers.append(scans[-1].scan_shows_anomaly)
            if answers[-1]:
                noted.note(column, True, number=piece.number, **told(scans[-1], zone))
                return
    noted.note(column, any_of(answers))


def deviation_percent(declared_kg: float, low_kg: float, high_kg: float) -> float:
    """Return by how many per cent the load lies outside what was declared, 0 where declared is within its limits."""
    if low_kg > declared_kg:
        return (low_kg - declared_kg) / declared_kg * 100
    if high_kg < declared_kg:
        return (high_kg - declared_kg) / declared_kg * 100
    return 0.0


def _last_weighed(piece: Piece, sightings: Sequence[Sighting]) -> Sighting | None:
    """The latest of a scale, else the latest that states a mass at all; never a lorry's mass for its trailer."""
    looks = [s for s in of_piece(sightings, piece) if (s.kind == "vehicle") == (piece.kind == "vehicle")]
    masses = [s for s in looks if s.gross_mass_kg is not None and s.event not in NOT_SEEN]
    of_a_scale = [s for s in masses if s.event == "weighed"]
    best = of_a_scale or masses
    return best[-1] if best else None


def _loads(piece: Piece, journey: Journey, weighed_kg: float) -> tuple[float, float]:
    """Return the least and the most that is in it: what was weighed without the heaviest and the lightest empty one."""
    if piece.kind == "vehicle":
        lightest, heaviest = WITH_TRAILER_KG if journey.has_trailer else UNLADEN_VEHICLE_KG
        if any(other.kind == "container" for other in journey.pieces):
            heaviest += EMPTY_MAX_KG["container"]
    else:
        lightest, heaviest = unladen_kg(piece.kind, piece.size_type, piece.tare_mass_kg)
    return weighed_kg - heaviest, weighed_kg - (0 if piece.may_include_tare else lightest)
