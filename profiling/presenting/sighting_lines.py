"""The readings of a journey as its page shows them: oldest first, with what differs from the document marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from consignments.keys.identifiers import seal_key
from consignments.models import ObservedEvent, SealCondition, TransportEquipment
from profiling.facts.readings import Sighting
from profiling.presenting.quantities import exact_mass


@dataclass(frozen=True, slots=True)
class SightingLine:
    """when: day and time. mark: what differs, "" for nothing. mass_differs, seals_differ: the cell to mark."""

    when: str
    place: str
    event: str
    number: str
    fullness: str
    mass: str
    seals: str
    mass_differs: bool
    seals_differ: bool
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sightings:
    """hidden: how many readings belong to other units, and are not shown."""

    lines: list[SightingLine]
    hidden: int


def sighting_lines(
    sightings: Sequence[Sighting],
    equipment: Iterable[TransportEquipment],
    evidence: Mapping[str, Mapping[str, Any]],
    *,
    sees_all: bool,
) -> Sightings:
    """evidence: of the round looked at; what it holds of a mass or a place is marked where it was read."""
    stated = {piece.number_key: piece for piece in equipment}
    shown = [s for s in sightings if sees_all or s.is_ours]
    return Sightings([_line(s, stated.get(s.key), evidence) for s in shown], len(sightings) - len(shown))


def _line(seen: Sighting, stated: TransportEquipment | None, evidence: Mapping[str, Mapping[str, Any]]) -> SightingLine:
    mass_differs = _is_told(seen, evidence.get("weighed_deviation_percent"), "weighed") or _is_told(
        seen, evidence.get("empty_but_heavy"), "kg"
    )
    seals_differ = _seals_differ(seen, stated)
    marks = [
        _("seal %(condition)s") % {"condition": SealCondition(seen.seal_condition).label}
        if seen.seal_condition and seen.seal_condition != "intact"
        else "",
        _("anomaly in the scan") if seen.scan_shows_anomaly else "",
        _("declared otherwise") if mass_differs or seals_differ else "",
        _("loaded otherwise than declared") if _loaded_otherwise(seen, stated) else "",
    ]
    return SightingLine(
        when=f"{localtime(seen.seen_at):%d.%m.%Y}" if seen.is_a_day else f"{localtime(seen.seen_at):%d.%m.%Y %H:%M}",
        place=seen.post_code or seen.place or seen.unlocode,
        event=str(ObservedEvent(seen.event).label),
        number=seen.number,
        fullness={"full": _("full"), "empty": pgettext("of a box", "empty")}.get(seen.fullness or "", ""),
        mass=exact_mass(seen.gross_mass_kg),
        seals="" if seen.seals is None else ", ".join(seen.seals) or _("none there"),
        mass_differs=mass_differs,
        seals_differ=seals_differ,
        marks=tuple(mark for mark in marks if mark),
    )


def _seals_differ(seen: Sighting, stated: TransportEquipment | None) -> bool:
    if stated is None or not stated.seals or seen.seals is None:
        return False
    return not seen.seals or not set(map(seal_key, seen.seals)) <= set(map(seal_key, stated.seals))


def _loaded_otherwise(seen: Sighting, stated: TransportEquipment | None) -> bool:
    return bool(stated and stated.fullness and seen.fullness and stated.fullness != seen.fullness)


def _is_told(seen: Sighting, told: Mapping[str, Any] | None, name: str) -> bool:
    """Whether this reading is the one that the evidence of a mass speaks of."""
    return (
        bool(told)
        and seen.gross_mass_kg is not None
        and told is not None
        and round(seen.gross_mass_kg) == told.get(name)
    )
