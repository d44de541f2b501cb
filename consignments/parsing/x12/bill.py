"""One LX loop of a 309: a bill of lading."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo

from .. import places, reading
from ..checking import note_disagreements, sum_of_gross_mass_kg, sum_of_packages
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes
from ..values import StatedConsignment, StatedDocument, StatedManifest, StatedParty
from .loads import read_loads
from .manifest_head import unlocode
from .measures import mass_kg
from .parties import named_parties
from .splitter import MAX_SEGMENT_BYTES, TOO_LONG, Segment

_NUMBERS = ("BM", "OB", "BH", "AW", "BL", "WY", "CN", "SI")  # references that number a bill, the best first
_HOUSE = ("BH", "HB", "HWB")
_MASTER = ("MB", "MA", "MWB")
_INVOICES = ("IV", "IK")
_KINDS = {"sea": "bill_of_lading", "air": "air_waybill", "road": "other", "rail": "other"}
_TRANSIT = {"61", "62", "63", "69", "70"}  # customs entries of goods that move on in bond
_CONSUMPTION = {"01", "02", "11"}
_FUNCTIONS = {"D": "cancel", "C": "change", "R": "change"}  # of an amendment; A adds a bill
_LOADING, _DISCHARGE, _DELIVERY = ("L", "R"), ("D",), ("E", "M")
_UN = "UN"  # the place is coded as UN/LOCODE; D and K are the schedules of American customs


def read_bill(
    segments: Sequence[Segment], manifest: StatedManifest, local_zone: tzinfo, *, is_cut: bool
) -> StatedConsignment:
    """Read the segments from one LX to the next; the bill's data stand in M11, or in N9 and R4."""
    notes = Notes()
    opening = segments[0]
    m11 = _first(segments, "M11")
    if is_cut:
        notes.error("x12_group_too_long", opening.path, limit=len(segments) - 1)
    if any(segment.tag == TOO_LONG for segment in segments):
        notes.error("x12_segment_too_long", opening.path, limit=MAX_SEGMENT_BYTES)
    number, master = _numbers(segments, m11, notes)
    if number is None:
        notes.error("document_number_missing", opening.path)
    loads = read_loads(segments, notes)
    amended = _first(segments, "M13")
    loading, delivery = _place(segments, _LOADING), _place(segments, (*_DELIVERY, *_DISCHARGE))
    packages = notes.read(reading.count, m11.at(3), m11.path) if m11 else None
    gross_kg = mass_kg(m11.at(5), m11.at(6), m11.path, notes) if m11 else None
    stated = StatedConsignment(
        path=opening.path,
        document_number=number,
        identity_date=identity_date(None, manifest, local_zone),
        transport_document_kind="bill_of_lading"
        if _reference(segments, ("BM", "OB"))
        else _KINDS.get(manifest.mode or ""),
        document_level="house" if master or _reference(segments, _HOUSE) else None,
        master_document_number=master,
        procedure=_procedure(segments),
        function=_FUNCTIONS.get(amended.at(3).upper(), "original") if amended else "original",
        place_of_loading=_named(loading, notes) or (notes.text(m11.at(2), m11.path, 200) if m11 else None),
        place_of_delivery=_named(delivery, notes) or _in_bond_destination(segments, notes),
        loading_unlocode=_coded(loading),
        delivery_unlocode=_coded(delivery),
        dispatch_country=_country(loading),
        destination_country=_country(delivery),
        parties=_parties(segments, manifest, notes),
        goods=tuple(loads.goods),
        equipment=tuple(loads.equipment.values()) or (load_bodies(manifest) if manifest.mode == "road" else ()),
        documents=tuple(_papers(segments, notes)),
        total_packages=sum_of_packages(loads.goods) if packages is None else packages,
        total_gross_mass_kg=sum_of_gross_mass_kg(loads.goods) if gross_kg is None else gross_kg,
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _first(segments: Sequence[Segment], tag: str) -> Segment | None:
    return next((segment for segment in segments if segment.tag == tag), None)


def _reference(segments: Sequence[Segment], qualifiers: Sequence[str]) -> Segment | None:
    """Return the first N9 or REF with one of the qualifiers, which are tried in order."""
    for qualifier in qualifiers:
        for segment in segments:
            if segment.tag in ("N9", "REF") and segment.at(1).upper() == qualifier and segment.at(2):
                return segment
    return None


def _numbers(segments: Sequence[Segment], m11: Segment | None, notes: Notes) -> tuple[str | None, str | None]:
    """Return the number and that of the master bill. A house bill names itself before the bill above it."""
    house, named, above = (_reference(segments, wanted) for wanted in (_HOUSE, _NUMBERS, _MASTER))
    own = m11.at(1) if m11 else ""
    if not own and (chosen := house or named or above):
        own = chosen.at(2)
    number = notes.identifier(own, m11.path if m11 else segments[0].path, 120)
    below = named if house else None  # then the plain bill is the one above
    stated = (m11.at(11) if m11 else "") or next((one.at(2) for one in (above, below) if one), "")
    master = notes.identifier(stated, segments[0].path, 120)
    return number, master if master != number else None


def _procedure(segments: Sequence[Segment]) -> str | None:
    entry = _first(segments, "M12")
    kind = entry.at(1) if entry else ""
    return "transit" if kind in _TRANSIT else "import" if kind in _CONSUMPTION else None


def _place(segments: Sequence[Segment], functions: Sequence[str]) -> Segment | None:
    for function in functions:
        for segment in segments:
            if segment.tag == "R4" and segment.at(1).upper() == function:
                return segment
    return None


def _named(place: Segment | None, notes: Notes) -> str | None:
    return notes.text(place.at(4) or place.at(3), place.path, 200) if place else None


def _coded(place: Segment | None) -> str | None:
    return unlocode(place.at(3)) if place and place.at(2).upper() == _UN else None


def _country(place: Segment | None) -> str | None:
    """Return the country that R4 states as code, else that of the UN/LOCODE."""
    stated = place.at(5).upper() if place else ""
    if places.is_country_code(stated):
        return stated
    code = _coded(place)
    return code[:2] if code else None


def _in_bond_destination(segments: Sequence[Segment], notes: Notes) -> str | None:
    entry = _first(segments, "M12")
    return notes.text(entry.at(4) or entry.at(3), entry.path, 200) if entry else None


def _parties(segments: Sequence[Segment], manifest: StatedManifest, notes: Notes) -> tuple[StatedParty, ...]:
    found = named_parties(segments, notes)
    for party in (manifest.carrier, manifest.driver, manifest.declarant):
        if party:
            found.setdefault(party.role, party)
    return tuple(found.values())


def _papers(segments: Sequence[Segment], notes: Notes) -> Iterator[StatedDocument]:
    """Yield the customs entry of goods in bond, and the invoices."""
    for segment in segments:
        kind, number = None, ""
        if segment.tag == "M12":
            kind, number = "previous_declaration", segment.at(2) or segment.at(6)
        elif segment.tag in ("N9", "REF") and segment.at(1).upper() in _INVOICES:
            kind, number = "invoice", segment.at(2)
        if kind and (clean := notes.identifier(number, segment.path, 120)):
            yield StatedDocument(kind, clean, path=segment.path)
