"""The head of a message: from UNH to its first consignment, one conveyance and its crossing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from .. import places, reading
from ..noting import Notes, Unreadable
from ..values import Severity, StatedEquipment, StatedManifest, StatedParty
from . import segment_values as values
from .equipment import trailers_of
from .lexer import Segment, following
from .party import ROLES, party
from .profiles import DIRECTORY, Profile
from .route import ROUTE, locations

MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air", "10": "sea", "20": "rail", "30": "road", "40": "air"}
FUNCTIONS = {"1": "cancel", "3": "cancel", "4": "change", "5": "change"}
PROCEDURES = {"22": "export", "23": "import", "24": "transit", "28": "transhipment"}
# Of 8179, which some state in place of the mode: aircraft, ships, rail vehicles, trucks.
_MEANS = {"6": "air", "11": "sea", "12": "sea", "13": "sea", "23": "rail", "25": "rail", "31": "road", "32": "road"}
_PLATE, _CALL_SIGN = "215", "103"  # code lists of C222

_ARRIVAL = ("132", "178", "232")  # estimated, actual, scheduled
_DEPARTURE = ("136", "133", "189")
_EXIT = ("42",)


@dataclass(frozen=True, slots=True)
class Head:
    """The manifest, and what of the head holds for consignments that do not say it themselves.

    equipment: by number. places: by qualifier, those of the route. parties: by role. references: RFF segments.
    """

    manifest: StatedManifest
    profile: Profile = DIRECTORY
    equipment: Mapping[str, StatedEquipment] = field(default_factory=dict)
    places: Mapping[str, Segment] = field(default_factory=dict)
    parties: Mapping[str, StatedParty] = field(default_factory=dict)
    references: Sequence[Segment] = ()
    procedure: str | None = None


def read_head(
    segments: Sequence[Segment],
    equipment: Mapping[str, StatedEquipment],
    version: str,
    profile: Profile,
    local_zone: tzinfo,
    notes: Notes,
) -> Head:
    """Read the segments between UNH and the first consignment, but those that `EquipmentReader` has taken."""
    transports = _main_transports(segments)
    transport = transports[0] if transports else None
    found_at = locations(segments)
    arrival, arrival_is_exact = _time(segments, _ARRIVAL, local_zone, notes)
    parties = _parties(segments, profile, notes)
    carrier = parties.get("carrier") or (_carrier(transport, notes) if transport else None)
    begin = next((s for s in segments if s.tag == "BGM"), None)
    manifest = StatedManifest(
        document_reference=_reference(begin, segments, notes),
        function=FUNCTIONS.get(begin.at(2), "original") if begin else "original",
        trailer_ids=trailers_of(equipment, segments[0].path if segments else "", notes),
        carrier=carrier,
        driver=parties.get("driver"),
        declarant=parties.get("declarant"),
        entry_post=_post(found_at, profile.entry_places, notes),
        entry_post_name=next(
            (found_at[q].at(1, 3).strip() or None for q in profile.entry_places if q in found_at), None
        ),
        exit_post=_post(found_at, _EXIT, notes),
        arrival_at=arrival if arrival_is_exact else None,
        arrival_on=arrival.date() if arrival and not arrival_is_exact else None,
        departed_at=_time(segments, _DEPARTURE, local_zone, notes)[0],
        composed_at=_time(segments, ("137",), local_zone, notes)[0],
        stated_consignments=_stated_consignments(segments, notes),
        schema_version=version or None,
        **(_conveyance(transports, notes) if transports else {}),
    )
    return Head(
        manifest=manifest,
        profile=profile,
        equipment=equipment,
        places={qualifier: found_at[qualifier] for qualifier in ROUTE if qualifier in found_at},
        parties=parties,
        references=[s for s in segments if s.tag == "RFF"],
        procedure=procedure_of(segments),
    )


def procedure_of(segments: Sequence[Segment]) -> str | None:
    """GIS says import, export or transit, from D.03A on GEI in its second element; some put it beside CNI's number."""
    for segment in segments:
        code = {"GIS": segment.at(0), "GEI": segment.at(1), "CNI": segment.at(1, 1)}.get(segment.tag, "")
        if code in PROCEDURES:
            return PROCEDURES[code]
    return None


def _main_transports(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments of the main transport: more than one where each has another of a truck's numbers."""
    stages = [s for s in segments if s.tag == "TDT"]
    return [s for s in stages if s.at(0) in ("20", "11", "12")] or stages[:1]


def _conveyance(transports: Sequence[Segment], notes: Notes) -> dict[str, str | None]:
    """C222 holds a vessel's IMO number or call sign with its name, and on road and rail the plate or wagon itself."""
    transport = next((s for s in transports if s.at(7, 1) == _PLATE), transports[0])
    mode = MODES.get(transport.at(2).strip().lstrip("0")) or _MEANS.get(transport.at(3).strip())
    if mode is None and transport.at(7, 1) == _CALL_SIGN:
        mode = "sea"
    identity, name, trip = transport.at(7, 0).strip(), transport.at(7, 3).strip(), transport.at(1).strip()
    is_vessel = mode == "sea"
    imo = identity.removeprefix("IMO") if is_vessel else ""
    number = (name or identity) if is_vessel else (identity or name or (trip if mode == "air" else ""))
    return {
        "mode": mode,
        "conveyance_id": notes.identifier(number, transport.path, 60),
        "conveyance_nationality": notes.read(places.country, transport.at(7, 4), transport.path, Severity.WARNING),
        "vessel_imo": imo if imo.isascii() and imo.isdigit() and len(imo) == 7 else None,
        "trip_number": notes.identifier(trip, transport.path, 60),
    }


def _carrier(transport: Segment, notes: Notes) -> StatedParty | None:
    code = notes.identifier(transport.at(4, 0), transport.path, 60)
    name = notes.text(transport.at(4, 3), transport.path, 500)
    if not code and not name:
        return None
    return StatedParty("carrier", name=name, identifier=code, identifier_kind="code" if code else None)


def _parties(segments: Sequence[Segment], profile: Profile, notes: Notes) -> dict[str, StatedParty]:
    """Return the parties of the head by role; who declares counts before who merely sends the message."""
    roles = ROLES | {"AE": "declarant"} | ({"MS": "declarant"} if profile.sender_declares else {})
    found: dict[str, StatedParty] = {}
    for qualifier, role in roles.items():
        for position, segment in enumerate(segments):
            if segment.tag == "NAD" and segment.at(0).strip() == qualifier and role not in found:
                found[role] = party(segment, role, following(segments, position, profile.party_segments), notes)
    return found


def _reference(begin: Segment | None, segments: Sequence[Segment], notes: Notes) -> str | None:
    if begin and begin.at(1, 0).strip():
        return notes.identifier(begin.at(1, 0), begin.path, 120)
    named = next((s for s in segments if s.tag == "RFF" and s.at(0, 0) in ("AAZ", "SS", "LO", "ABT")), None)
    return notes.identifier(named.at(0, 1), named.path, 120) if named else None


def _post(found_at: Mapping[str, Segment], qualifiers: Sequence[str], notes: Notes) -> str | None:
    found = next((found_at[qualifier] for qualifier in qualifiers if qualifier in found_at), None)
    return notes.identifier(found.at(1, 0).strip() or found.at(1, 3), found.path, 120) if found else None


def _time(
    segments: Sequence[Segment], qualifiers: Sequence[str], local_zone: tzinfo, notes: Notes
) -> tuple[datetime | None, bool]:
    for qualifier in qualifiers:
        for segment in segments:
            if segment.tag == "DTM" and segment.at(0, 0) == qualifier and segment.at(0, 1).strip():
                try:
                    return values.moment_and_precision(segment, local_zone)
                except Unreadable as fault:
                    notes.warning(fault.code, segment.path, **{"value": segment.at(0, 1), **fault.params})
    return None, False


def _stated_consignments(segments: Sequence[Segment], notes: Notes) -> int | None:
    control = next((s for s in segments if s.tag == "CNT" and s.at(0, 0) == "10"), None)
    return notes.read(reading.count, control.at(0, 1), control.path, Severity.WARNING) if control else None
