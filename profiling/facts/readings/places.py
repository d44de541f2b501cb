"""E03: the same container, wagon or vehicle in two places between which it cannot have travelled in the time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from profiling.facts.known import Noted

from .values import HOME_COUNTRY, NOT_SEEN, Journey, Limits, Sighting, told


class _Stop(NamedTuple):
    """A place that can be compared, and when. evidence: without the name that tells first from second."""

    key: str
    number: str
    at: datetime
    post_code: str
    unlocode: str
    country: str
    said: dict[str, str]


def note_places(noted: Noted, journey: Journey, sightings: Sequence[Sighting], limits: Limits, zone: Any) -> None:
    """E03 "The same container was in two places between which it cannot have travelled in the time." """
    column = "seen_in_two_places"
    stops = [*_seen(sightings, zone), *_arrivals(journey, zone)]
    pairs = [(a, b) for a, b in combinations(sorted(stops, key=lambda s: s.at), 2) if a.key == b.key]
    noted.note(column, False if pairs else None)
    for first, second in pairs:
        least = _least(first, second, limits)
        if least is not None and second.at - first.at < least:
            noted.note(
                column,
                True,
                number=first.number,
                **{f"first_{name}": value for name, value in first.said.items()},
                **{f"second_{name}": value for name, value in second.said.items()},
            )
            return


def _seen(sightings: Sequence[Sighting], zone: Any) -> list[_Stop]:
    """A place without a code can be spelt in many ways, and a day is no moment: neither is compared."""
    return [
        _Stop(s.key, s.number, s.seen_at, s.post_code, s.unlocode, s.country, told(s, zone))
        for s in sightings
        if s.event not in NOT_SEEN and not s.is_a_day and s.country
    ]


def _arrivals(journey: Journey, zone: Any) -> list[_Stop]:
    if journey.arrived_at is None or not journey.post_code:
        return []
    said = {"at": f"{journey.arrived_at.astimezone(zone):%d.%m.%Y %H:%M}", "place": journey.post_code}
    return [
        _Stop(piece.key, piece.number, journey.arrived_at, journey.post_code, "", HOME_COUNTRY, said)
        for piece in journey.pieces
    ]


def _least(first: _Stop, second: _Stop, limits: Limits) -> timedelta | None:
    """Return the least time between two places; None where they are one, or nothing can be said of the distance.

    Over a border that we share a truck is in minutes, and clocks differ by hours: nothing is said there.
    """
    if first.country == second.country:
        one, other = first.post_code or first.unlocode, second.post_code or second.unlocode
        is_alike = bool(first.post_code) == bool(second.post_code)
        return limits.between_places if is_alike and one != other else None
    abroad = {first.country, second.country} - {HOME_COUNTRY}
    return limits.beyond_neighbours if len(abroad) == 1 and not abroad & limits.neighbours else None
