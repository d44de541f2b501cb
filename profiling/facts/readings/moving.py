"""H01 and H08: moved by another vehicle than stated. G06: how long it has stood since it came."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from profiling.facts.known import Noted
from profiling.facts.routing import country_of_plate

from .values import NOT_SEEN, Journey, Sighting, told

SECONDS_A_DAY = 86_400
_CAME = frozenset({"gate_in", "discharged"})


def note_moved_with(noted: Noted, journey: Journey, sightings: Sequence[Sighting], zone: Any) -> None:
    """H01, H08 "Trailer or container was seen behind another vehicle than the document states."

    Only number plates are compared: a box that came by ship or wagon before was not moved by another lorry.
    """
    column = "moved_with_another"
    behind = [
        s
        for s in sightings
        if s.event not in NOT_SEEN and s.kind in ("trailer", "container") and s.conveyance and _is_plate(s.conveyance)
    ]
    if not behind or not journey.vehicle:
        noted.note(column, None)
        return
    other = next((s for s in behind if s.conveyance_key not in journey.moving_keys), None)
    noted.note(column, other is not None)
    if other is not None:
        seen_with = {"seen_with": other.conveyance} if other.is_ours else {}
        noted.evidence[column] = {
            "piece": other.number,
            "stated": journey.vehicle,
            **seen_with,
            **told(other, zone),
        }


def note_unclaimed(
    noted: Noted, journey: Journey, sightings: Sequence[Sighting], as_of: datetime, zone: Any
) -> datetime | None:
    """G06 "Unclaimed for N days": since arrival or discharge at a place of ours; 0 where it left again.

    Return since when it stands; None where it left or never came.
    """
    column = "unclaimed_days"
    at_home = [s for s in sightings if s.event not in NOT_SEEN and s.is_at_home]
    came = [(s.seen_at, s.number) for s in at_home if s.event in _CAME]
    if journey.arrived_at is not None:
        came.append((journey.arrived_at, journey.vehicle or next((p.number for p in journey.pieces), "")))
    if not came:
        noted.note(column, None)
        return None
    since, number = min(came)
    if journey.has_left or any(s.event == "gate_out" and s.seen_at > since for s in at_home):
        noted.note(column, 0.0)
        return None
    days = max((as_of - since).total_seconds() / SECONDS_A_DAY, 0.0)
    noted.note(column, days, number=number, came=f"{since.astimezone(zone):%d.%m.%Y}")
    return since


def _is_plate(text: str) -> bool:
    return country_of_plate(text) is not None
