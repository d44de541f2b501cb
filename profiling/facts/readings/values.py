"""Readings of one journey and what they are compared with: plain values, None = not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

HOME_COUNTRY = "KG"
# Reported ahead of the event or as of a planned hour: they say what is loaded, not where and when it was.
NOT_SEEN = frozenset({"ordered", "on_board"})
_BY_A_DEVICE = frozenset({"weighed", "scanned", "seen"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One reading. seals: None = nothing said of them, () = none there. is_ours: of the case's own unit.

    post_code: of our post, where the place is one. number: as it was read.
    """

    key: str
    kind: str  # container, trailer, wagon, vehicle
    number: str
    event: str
    seen_at: datetime
    is_a_day: bool = False
    place: str = ""
    post_code: str = ""
    unlocode: str = ""
    fullness: str | None = None
    gross_mass_kg: float | None = None
    seals: tuple[str, ...] | None = None
    seal_condition: str | None = None
    scan_shows_anomaly: bool | None = None
    size_type: str | None = None
    is_ours: bool = True
    conveyance: str | None = None  # what it moved with, as read
    conveyance_key: str | None = None

    @property
    def country(self) -> str:
        """The country of the place; "" where it is not known."""
        return HOME_COUNTRY if self.post_code else self.unlocode[:2]

    @property
    def is_at_home(self) -> bool:
        """At a place of ours: a device that names no place abroad stands at the post that feeds it."""
        return self.country == HOME_COUNTRY or (not self.country and self.event in _BY_A_DEVICE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of equipment as the document states it, or the vehicle itself.

    load_kg: gross mass of the goods in it, over all consignments that share it; None where it cannot be told apart.
    may_include_tare: load_kg was stated for the piece, and may hold its own mass.
    """

    key: str
    kind: str
    number: str
    fullness: str | None = None
    seals: tuple[str, ...] | None = None
    size_type: str | None = None
    tare_mass_kg: float | None = None
    load_kg: float | None = None
    may_include_tare: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """The journey of one consignment. arrived_at: None while it is only announced, or only its day is known.

    opened_at: when our own examination began; seals seen later are ours. vehicle: as stated; moving_keys
    are those of vehicle and trailers. has_left: it was recorded as gone.
    """

    pieces: tuple[Piece, ...] = ()
    has_trailer: bool = False
    arrived_at: datetime | None = None
    post_code: str = ""
    opened_at: datetime | None = None
    vehicle: str | None = None
    moving_keys: frozenset[str] = frozenset()
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """between_places: nobody gets from one place of a country to another in less. beyond_neighbours: nor from here to a
    country that is no neighbour, or back. neighbours: of the home country."""

    between_places: timedelta
    beyond_neighbours: timedelta
    neighbours: frozenset[str]


def told(sighting: Sighting, zone: Any, name: str = "") -> dict[str, str]:
    """Return where and when, for the evidence: of another unit's reading only the month. name: goes before each key."""
    local = sighting.seen_at.astimezone(zone)
    if not sighting.is_ours:
        return {f"{name}month": f"{local:%Y-%m}"}
    at = f"{local:%d.%m.%Y}" if sighting.is_a_day else f"{local:%d.%m.%Y %H:%M}"
    place = sighting.post_code or sighting.place or sighting.unlocode
    return {f"{name}at": at} | ({f"{name}place": place} if place else {})


def of_piece(sightings: Iterable[Sighting], piece: Piece) -> list[Sighting]:
    """Return the readings of a piece, oldest first."""
    return sorted((s for s in sightings if s.key == piece.key), key=lambda s: s.seen_at)
