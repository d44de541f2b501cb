"""The head of a 309: conveyance and carrier out of M10, the parties beside it, and the port of a P4."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, tzinfo

from .. import places, reading
from ..noting import Notes, Unreadable
from ..values import Severity, StatedManifest, StatedParty
from .parties import named_parties
from .splitter import Segment

_MODES = {
    **dict.fromkeys(("A", "AE", "AC"), "air"),
    **dict.fromkeys(("O", "S", "SS", "SE", "VE", "VL", "W"), "sea"),
    **dict.fromkeys(("J", "M", "H", "LT", "TL", "TC"), "road"),
    **dict.fromkeys(("R", "RC", "RR"), "rail"),
}


def read_head(segments: Sequence[Segment], notes: Notes) -> StatedManifest:
    """Read what stands between ST and the first P4 or LX."""
    parties = named_parties(segments, notes)
    m10 = next((segment for segment in segments if segment.tag == "M10"), None)
    if m10 is None:
        notes.warning("field_expected", segments[0].path if segments else "", field="M10")
        return StatedManifest(declarant=parties.get("declarant"), driver=parties.get("driver"))
    mode, code, name = _MODES.get(m10.at(2).upper()), m10.at(4), m10.at(5)
    is_imo = mode == "sea" and code.isascii() and code.isdigit() and len(code) == 7
    scac = notes.identifier(m10.at(1), m10.path, 60)
    carrier = StatedParty("carrier", identifier=scac, identifier_kind="code") if scac else None
    return StatedManifest(
        document_reference=notes.identifier(m10.at(7) or m10.at(12), m10.path, 120),
        mode=mode,
        conveyance_id=notes.identifier((name or code) if mode != "road" else (code or name), m10.path, 60),
        conveyance_nationality=notes.read(places.country, m10.at(3), m10.path, Severity.WARNING),
        vessel_imo=code if is_imo else None,
        trip_number=notes.identifier(m10.at(6), m10.path, 60),
        carrier=parties.get("carrier") or carrier,
        driver=parties.get("driver"),
        declarant=parties.get("declarant"),
        stated_consignments=None,
    )


def at_port(head: StatedManifest, port: Segment, local_zone: tzinfo, notes: Notes) -> StatedManifest:
    """Return the manifest at the port of a P4, whose code is one of Schedule D: a post, and no UN/LOCODE."""
    on = notes.read(reading.day, port.at(2), port.path, Severity.WARNING)
    clock = _clock(port.at(5))
    return replace(
        head,
        entry_post=notes.identifier(port.at(1), port.path, 120),
        arrival_at=datetime.combine(on, clock, local_zone) if on and clock else None,
        arrival_on=on if not clock else None,
    )


def _clock(text: str) -> time | None:
    if len(text) < 4 or not text[:4].isascii() or not text[:4].isdigit():
        return None
    hour, minute = int(text[:2]), int(text[2:4])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def unlocode(text: str) -> str | None:
    try:
        return places.unlocode(text)
    except Unreadable:
        return None
