"""All that the readings of a journey say, and what they add to the answers of the document."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Any

from profiling.facts.known import Noted

from .masses import note_empty_but_weighed, note_scans, note_weighed
from .moving import note_moved_with
from .places import note_places
from .seals import note_changed_seals, note_missing_seals, note_seals_on_arrival
from .values import Journey, Limits, Sighting


def reading_facts(
    journey: Journey, sightings: Sequence[Sighting], stated: Mapping[str, Any], limits: Limits, zone: tzinfo
) -> Noted:
    """Answer the columns of readings (None: not fed), and those of the document that a reading answers too.

    stated: the document's own answers; `seal_missing` and `empty_but_heavy` are given back only where they change.
    """
    noted = Noted()
    note_places(noted, journey, sightings, limits, zone)
    note_missing_seals(noted, journey, sightings, stated.get("seal_missing"), zone)
    note_seals_on_arrival(noted, journey, sightings, zone)
    note_changed_seals(noted, journey, sightings, zone)
    note_weighed(noted, journey, sightings, zone)
    note_empty_but_weighed(noted, journey, sightings, stated.get("empty_but_heavy"), zone)
    note_scans(noted, journey, sightings, zone)
    note_moved_with(noted, journey, sightings, zone)
    return noted
