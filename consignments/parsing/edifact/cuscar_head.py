"""The head of a CUSCAR message: from UNH to the first CNI, one conveyance and its crossing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from .. import places, reading
from ..noting import Notes, Unreadable
from ..values import Severity, StatedEquipment, StatedManifest, StatedParty
from . import segment_values as values
from .cuscar_equipment import equipment_and_trailers
from .lexer import Segment

MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air", "10": "sea", "20": "rail", "30": "road", "40": "air"}
FUNCTIONS = {"1": "cancel", "3": "cancel", "4": "change", "5": "change"}
PROCEDURES = {"22": "export", "23": "import", "24": "transit", "28": "transhipment"}
PARTY_SEGMENTS = frozenset({"CTA", "COM", "RFF"})

_ARRIVAL = ("132", "178", "232")  # estimated, actual, scheduled
_DEPARTURE = ("136", "133", "189")
_ENTRY = ("41", "17", "60", "11")  # office of entry, border crossing, place of arrival, of discharge
_EXIT = ("42",)
# What the qualifiers of LOC say, in the order of the journey: receipt, original loading, country of export, departure,
# loading, transhipment, next place, border, arrival, discharge, delivery, destination, country of destination.
ROUTE = ("88", "76", "35", "5", "9", "13", "61", "17", "60", "11", "7", "8", "36")
_HEAD_ROLES = {
    "CA": "carrier", "CF": "carrier", "DR": "driver", "DT": "declarant", "AE": "declarant", "MS": "declarant",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The manifest, and what of the head belongs to the consignments: equipment by number, places, procedure."""

    manifest: StatedManifest
    equipment: Mapping[str, StatedEquipment] = field(default_factory=dict)
    places: Mapping[str, Segment] = field(default_factory=dict)  # by qualifier, those of the route
    procedure: str | None = None


def read_head(segments: Sequence[Segment], version: str, local_zone: tzinfo, notes: Notes) -> Head:
    """Read the segments between UNH and the first CNI."""
    transport = _main_transport(segments)
    equipment, trailer_ids = equipment_and_trailers(segments, notes)
    locations = {s.at(0): s for s in reversed(segments) if s.tag == "LOC"}
    arrival, arrival_is_exact = _time(segments, _ARRIVAL, local_zone, notes)
    parties = _parties(segments, notes)
    carrier = parties.get("carrier") or (_carrier(transport, notes) if transport else None)
    begin = next((s for s in segments if s.tag == "BGM"), None)
    manifest = StatedManifest(
        document_reference=_reference(begin, segments, notes),
        function=FUNCTIONS.get(begin.at(2), "original") if begin else "original",
        trailer_ids=trailer_ids,
        carrier=carrier,
        driver=parties.get("driver"),
        declarant=parties.get("declarant"),
        entry_post=_post(locations, _ENTRY, notes),
        entry_post_name=next((locations[q].at(1, 3).strip() or None for q in _ENTRY if q in locations), None),
        exit_post=_post(locations, _EXIT, notes),
        arrival_at=arrival if arrival_is_exact else None,
        arrival_on=arrival.date() if arrival and not arrival_is_exact else None,
        departed_at=_time(segments, _DEPARTURE, local_zone, notes)[0],
        composed_at=_time(segments, ("137",), local_zone, notes)[0],
        stated_consignments=_stated_consignments(segments, notes),
        schema_version=version or None,
        **(_conveyance(transport, notes) if transport else {}),
    )
    return Head(
        manifest=manifest,
        equipment=equipment,
        places={qualifier: locations[qualifier] for qualifier in ROUTE if qualifier in locations},
        procedure=next((PROCEDURES[s.at(0)] for s in segments if s.tag == "GIS" and s.at(0) in PROCEDURES), None),
    )


def _main_transport(segments: Sequence[Segment]) -> Segment | None:
    stages = [s for s in segments if s.tag == "TDT"]
    return next((s for s in stages if s.at(0) in ("20", "11", "12")), stages[0] if stages else None)


def _conveyance(transport: Segment, notes: Notes) -> dict[str, str | None]:
    """C222 holds a vessel's IMO number or call sign with its name, and on road and rail the plate or wagon itself."""
    mode = MODES.get(transport.at(2).strip())
    identity, name = transport.at(7, 0).strip(), transport.at(7, 3).strip()
    is_vessel = mode == "sea"
    imo = identity.removeprefix("IMO") if is_vessel else ""
    return {
        "mode": mode,
        "conveyance_id": notes.identifier((name or identity) if is_vessel else (identity or name), transport.path, 60),
        "conveyance_nationality": notes.read(places.country, transport.at(7, 4), transport.path, Severity.WARNING),
        "vessel_imo": imo if imo.isascii() and imo.isdigit() and len(imo) == 7 else None,
        "trip_number": notes.identifier(transport.at(1), transport.path, 60),
    }


def _carrier(transport: Segment, notes: Notes) -> StatedParty | None:
    code = notes.identifier(transport.at(4, 0), transport.path, 60)
    name = notes.text(transport.at(4, 3), transport.path, 500)
    if not code and not name:
        return None
    return StatedParty("carrier", name=name, identifier=code, identifier_kind="code" if code else None)


def _parties(segments: Sequence[Segment], notes: Notes) -> dict[str, StatedParty]:
    """Return the parties of the head by role; who declares counts before who merely sends the message."""
    found: dict[str, StatedParty] = {}
    for qualifier, role in _HEAD_ROLES.items():
        for position, segment in enumerate(segments):
            if segment.tag == "NAD" and segment.at(0) == qualifier and role not in found:
                followers = following(segments, position, PARTY_SEGMENTS)
                found[role] = values.party(segment, role, followers, notes)
    return found


def following(segments: Sequence[Segment], position: int, tags: frozenset[str]) -> Sequence[Segment]:
    """Return the segments right after `position` as long as their tags are among `tags`."""
    end = position + 1
    while end < len(segments) and segments[end].tag in tags:
        end += 1
    return segments[position + 1 : end]


def _reference(begin: Segment | None, segments: Sequence[Segment], notes: Notes) -> str | None:
    if begin and begin.at(1, 0).strip():
        return notes.identifier(begin.at(1, 0), begin.path, 120)
    named = next((s for s in segments if s.tag == "RFF" and s.at(0, 0) in ("AAZ", "SS", "LO", "ABT")), None)
    return notes.identifier(named.at(0, 1), named.path, 120) if named else None


def _post(locations: Mapping[str, Segment], qualifiers: Sequence[str], notes: Notes) -> str | None:
    found = next((locations[qualifier] for qualifier in qualifiers if qualifier in locations), None)
    return notes.identifier(found.at(1, 0).strip() or found.at(1, 3), found.path, 120) if found else None


def _time(
    segments: Sequence[Segment], qualifiers: Sequence[str], local_zone: tzinfo, notes: Notes
) -> tuple[datetime | None, bool]:
    for qualifier in qualifiers:
        for segment in segments:
            if segment.tag == "DTM" and segment.at(0, 0) == qualifier:
                try:
                    return values.moment_and_precision(segment, local_zone)
                except Unreadable as fault:
                    notes.warning(fault.code, segment.path, **{"value": segment.at(0, 1), **fault.params})
    return None, False


def _stated_consignments(segments: Sequence[Segment], notes: Notes) -> int | None:
    control = next((s for s in segments if s.tag == "CNT" and s.at(0, 0) == "10"), None)
    return notes.read(reading.count, control.at(0, 1), control.path, Severity.WARNING) if control else None
