"""E04, E06 and E07 by readings: seals missing on what was seen loaded, other than stated, or changed on the way."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from consignments.keys.identifiers import seal_key
from profiling.facts.answers import any_of
from profiling.facts.known import Noted

from .values import NOT_SEEN, Journey, Piece, Sighting, of_piece, told

# What is wrong with a seal, in the words of `conditions.words`.
_OPENED = {"broken": "broken", "repaired": "repaired", "missing": "not there"}


def note_missing_seals(
    noted: Noted, journey: Journey, sightings: Sequence[Sighting], stated: bool | None, zone: Any
) -> None:
    """E04 "Loaded equipment has no seal": seen loaded and open; or seen sealed, where the document says nothing."""
    column = "seal_missing"
    answers: list[bool | None] = []
    for piece in _sealable(journey) if not stated else ():
        last = _last_look(of_piece(sightings, piece), journey)
        if last is None:
            answers.append(None)
            continue
        is_open = last.seal_condition == "missing" or last.seals == ()
        is_loaded = (last.fullness or piece.fullness) == "full"
        answers.append(True if is_open and is_loaded else None if is_open else False)
        if answers[-1]:
            noted.note(column, True, number=piece.number, **told(last, zone))
            return
    if stated is None and answers and any_of(answers) is False:
        noted.note(column, False)


def note_seals_on_arrival(noted: Noted, journey: Journey, sightings: Sequence[Sighting], zone: Any) -> None:
    """E06 "The seal on arrival differs from the document, or is broken or repaired." """
    column = "seal_differs_on_arrival"
    answers = []
    for piece in _sealable(journey):
        last = _last_look([s for s in of_piece(sightings, piece) if s.is_at_home], journey)
        answers.append(_differs(piece, last))
        if answers[-1] and last is not None:
            condition = _condition(last)
            found = {"condition": condition} if condition else {"seen": _listed(last.seals)}
            noted.note(column, True, number=piece.number, stated=_listed(piece.seals), **found, **told(last, zone))
            return
    noted.note(column, any_of(answers))


def note_changed_seals(noted: Noted, journey: Journey, sightings: Sequence[Sighting], zone: Any) -> None:
    """E07 "The seal was changed on the way, and no customs office recorded why." """
    column = "seal_changed_en_route"
    answers = []
    for piece in _sealable(journey):
        looks = [s for s in of_piece(sightings, piece) if s.seals and _counts(s, journey)]
        answers.append(False if len(looks) > 1 else None)
        for before, after in pairwise(looks):
            # A second seal beside the first was put on; only where no seal stayed was one changed.
            if _keys(before.seals).isdisjoint(_keys(after.seals)):
                noted.note(
                    column,
                    True,
                    number=piece.number,
                    before=_listed(before.seals),
                    after=_listed(after.seals),
                    **told(before, zone, "before_"),
                    **told(after, zone, "after_"),
                )
                return
    noted.note(column, any_of(answers))


def _sealable(journey: Journey) -> list[Piece]:
    """What carries seals: not the vehicle in front of a box or trailer."""
    return [piece for piece in journey.pieces if piece.kind != "vehicle"]


def _last_look(looks: Sequence[Sighting], journey: Journey) -> Sighting | None:
    """The latest reading that says something of the seals."""
    said = [s for s in looks if (s.seals is not None or s.seal_condition) and _counts(s, journey)]
    return said[-1] if said else None


def _counts(sighting: Sighting, journey: Journey) -> bool:
    """Once we have opened it the seals are our own."""
    return sighting.event not in NOT_SEEN and (journey.opened_at is None or sighting.seen_at < journey.opened_at)


def _differs(piece: Piece, last: Sighting | None) -> bool | None:
    if last is None:
        return None
    if last.seal_condition in _OPENED:
        return True
    if not piece.seals:
        return False if last.seal_condition == "intact" and piece.seals is None else None
    if last.seals is None:
        return None  # intact, and nobody read which
    # One of several seals may be out of the camera's sight; one that is not stated is another.
    return not last.seals or not _keys(last.seals) <= _keys(piece.seals)


def _keys(seals: tuple[str, ...] | None) -> set[str]:
    return {seal_key(seal) for seal in seals or ()}


def _condition(last: Sighting) -> str | None:
    """What is wrong with the seal itself, whatever its number."""
    return "not there" if last.seals == () else _OPENED.get(last.seal_condition or "")


def _listed(seals: tuple[str, ...] | None) -> str:
    return ", ".join(seals or ())
