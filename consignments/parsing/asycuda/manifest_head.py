"""The head of an ASYCUDA manifest: one conveyance, its crossing, its carrier, and the totals that are checked."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedManifest, StatedParty
from . import values
from .segment import Segment
from .traders import trader


@dataclass(frozen=True, slots=True)
class Totals:
    """What the head says of all bills together."""

    packages: int | None = None
    containers: int | None = None
    gross_mass_kg: Decimal | None = None


def read_head(general: Segment, local_zone: tzinfo, notes: Notes) -> tuple[StatedManifest, Totals]:
    """Read a General_segment, or the few data of the master bill that stand above house bills."""
    identity = general.first("General_segment_id") or general
    transport = general.first("Transport_information") or general
    totals = general.first("Totals_segment") or general
    mode = values.MODES.get((transport.text("mode") or "")[:1])
    departed_on = identity.read("departure_date", values.day, notes)
    arrival_on = identity.read("arrival_date", values.day, notes)
    arrival_at = values.moment(arrival_on, identity.text("arrival_time"), local_zone)
    manifest = StatedManifest(
        document_reference=_reference(identity, departed_on, notes),
        mode=mode,
        **_conveyance(transport, mode, notes),  # type: ignore[arg-type]
        trip_number=identity.identifier("voyage", 60, notes, Severity.WARNING),
        carrier=trader(transport.first("Carrier"), "carrier", notes),
        driver=_driver(transport, mode, notes),
        declarant=trader(transport.first("Shipping_Agent"), "declarant", notes),
        entry_post=identity.identifier("office", 120, notes, Severity.WARNING),
        entry_post_name=identity.described("office_name", 120, notes),
        arrival_at=arrival_at,
        arrival_on=None if arrival_at else arrival_on,
        departed_at=datetime.combine(departed_on, time(), local_zone) if departed_on else None,
        stated_consignments=totals.read("total_bills", reading.count, notes, Severity.WARNING),
    )
    return manifest, Totals(
        packages=values.count(totals, "total_packages", notes),
        containers=totals.read("total_containers", reading.count, notes, Severity.WARNING),
        gross_mass_kg=values.mass_kg(totals, "total_gross_mass", notes),
    )


def _reference(identity: Segment, departed_on: date | None, notes: Notes) -> str | None:
    """Return the number under which the manifest is registered, else office, voyage and day of departure: ASYCUDA
    knows a manifest by these three."""
    if number := identity.identifier("registry_number", 120, notes, Severity.WARNING):
        return number
    parts = [identity.text("office"), identity.text("voyage"), departed_on and departed_on.isoformat()]
    return notes.text("/".join(part for part in parts if part) or None, identity.path, 120)


def _conveyance(transport: Segment, mode: str | None, notes: Notes) -> dict[str, str | None]:
    """The registration is a ship's IMO number, and on the road the plate where no other identity is given."""
    name = transport.identifier("conveyance", 60, notes, Severity.WARNING)
    registration = transport.identifier("conveyance_registration", 60, notes, Severity.WARNING)
    imo = (registration or "").upper().removeprefix("IMO").strip()
    is_imo = mode in ("sea", None) and imo.isascii() and imo.isdigit() and len(imo) == 7
    return {
        "conveyance_id": name or (None if is_imo else registration),
        "conveyance_nationality": transport.read("conveyance_nationality", places.country, notes, Severity.WARNING),
        "vessel_imo": imo if is_imo else None,
    }


def _driver(transport: Segment, mode: str | None, notes: Notes) -> StatedParty | None:
    """Return the driver of a truck, who stands where a ship has its master."""
    name = transport.described("master", 200, notes) if mode == "road" else None
    return StatedParty("driver", name=name, is_natural_person=True) if name else None
