"""One bill of lading of an ASYCUDA manifest or of its house bills."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from decimal import Decimal

from .. import places, reading
from ..checking import note_disagreements
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes, Unreadable
from ..values import Severity, StatedConsignment, StatedEquipment, StatedManifest, StatedParty
from . import values
from .bill_goods import read_goods
from .boxes import BOX, SharedBoxes, read_boxes
from .segment import Segment
from .traders import trader

_PROCEDURES = {"22": "export", "23": "import", "24": "transit", "28": "transhipment"}
# Document names of UN/EDIFACT 1001, and the letters that national profiles use for them.
_TRANSPORT_DOCUMENTS = {
    **dict.fromkeys(("704", "705", "706", "710", "714", "BOL", "BL", "MBL", "HBL", "MSB", "HSB"), "bill_of_lading"),
    **dict.fromkeys(("703", "740", "741", "743", "AWB", "MWB", "HWB", "MAB", "HAB"), "air_waybill"),
    **dict.fromkeys(("730", "CMR"), "cmr"),
    **dict.fromkeys(("720", "722", "SMGS"), "smgs"),
    **dict.fromkeys(("952", "TIR"), "tir"),
}
_MASTERS = {"704", "741", "MBL", "MSB", "MWB", "MAB"}
_HOUSES = {"703", "714", "HBL", "HSB", "HWB", "HAB"}
_BY_MODE = {"sea": "bill_of_lading", "air": "air_waybill", "road": "cmr", "rail": "smgs"}
_PAYMENT = {"P": "prepaid", "PP": "prepaid", "C": "collect", "CC": "collect"}
_TRUE = {"1", "true", "yes", "y"}
_TRADERS = (
    ("Exporter", "consignor"), ("Exporter_segment", "consignor"), ("Consignee", "consignee"),
    ("Consignee_segment", "consignee"), ("Notify", "notify_party"), ("Notify_segment", "notify_party"),
    ("Carrier", "carrier"), ("Carrier_segment", "carrier"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Above:
    """What a bill takes over from its document: the manifest, the master bill, and what the form of house bills states
    beside the bill: its number and its containers."""

    manifest: StatedManifest
    local_zone: tzinfo
    master_number: str | None = None
    number: str | None = None
    shared: SharedBoxes | None = None
    boxes: tuple[Segment, ...] = ()


def read_bill(bill: Segment, above: Above) -> StatedConsignment:
    """Read one bill with its containers. Masses are stated for the bill, not for the box."""
    notes = Notes()
    number = bill.identifier("bill_number", 120, notes) or above.number
    if number is None:
        notes.error("document_number_missing", bill.path)
    segments = (*bill.all(BOX), *above.boxes)
    goods = read_goods(bill, segments, notes)
    boxes = _equipment(bill, segments, goods.gross_mass_kg, above, notes)
    lines = goods.lines
    if len(lines) == 1:
        lines = (replace(lines[0], equipment_numbers=tuple(box.number for box in boxes if box.kind == "container")),)
    issued_on = bill.read("bill_date", values.day, notes)
    loading, unloading = _unlocode(bill, "loading_code"), _unlocode(bill, "unloading_code")
    freight_amount, freight_currency = values.money(bill, "freight_value", "freight_currency", notes)
    total_value, total_currency = values.money(bill, "customs_value", "customs_currency", notes)
    level, master = _level(bill, number, above, notes)
    stated = StatedConsignment(
        path=bill.path,
        document_number=number,
        identity_date=identity_date(issued_on, above.manifest, above.local_zone),
        transport_document_kind=_document_kind(bill, above.manifest.mode),
        document_level=level,
        master_document_number=master,
        procedure=_PROCEDURES.get(bill.text("bill_nature") or ""),
        issued_on=issued_on,
        place_of_loading=bill.described("loading_name", 200, notes) or bill.described("loading_code", 200, notes),
        place_of_delivery=bill.described("unloading_name", 200, notes) or bill.described("unloading_code", 200, notes),
        loading_unlocode=loading,
        delivery_unlocode=unloading,
        dispatch_country=loading[:2] if loading else None,
        destination_country=unloading[:2] if unloading else None,
        parties=_parties(bill, above.manifest, notes),
        goods=lines,
        equipment=boxes,
        total_packages=goods.packages,
        total_gross_mass_kg=goods.gross_mass_kg,
        total_value=total_value,
        total_currency=total_currency,
        freight_payment_method=_payment(bill),
        freight_amount=freight_amount,
        freight_currency=freight_currency,
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _level(bill: Segment, number: str | None, above: Above, notes: Notes) -> tuple[str | None, str | None]:
    """Return the level and the number of the master bill: a bill that names another one is a house bill below it."""
    master = bill.identifier("bill_master", 120, notes, Severity.WARNING) or above.master_number
    kind = (bill.text("bill_type") or "").upper()
    if master and master != number:
        return "house", master
    if kind in _HOUSES or (bill.text("bill_status") or "").upper() == "HSE":
        return "house", None
    is_consolidated = (bill.text("bill_is_consolidated") or "").lower() in _TRUE
    return "master" if kind in _MASTERS or is_consolidated else None, None


def _document_kind(bill: Segment, mode: str | None) -> str | None:
    code = (bill.text("bill_type") or "").upper()
    return _TRANSPORT_DOCUMENTS.get(code) or _BY_MODE.get(mode or "") or ("other" if code else None)


def _unlocode(bill: Segment, thing: str) -> str | None:
    """Return a code of the form of a UN/LOCODE; ports of national lists are kept as places only."""
    try:
        return places.unlocode(bill.text(thing) or "")
    except Unreadable:
        return None


def _parties(bill: Segment, manifest: StatedManifest, notes: Notes) -> tuple[StatedParty, ...]:
    found: dict[str, StatedParty] = {}
    traders = bill.first("Traders_segment") or bill
    for name, role in _TRADERS:
        party = trader(traders.first(name), role, notes)
        if party and role not in found:
            found[role] = party
    for party in (manifest.carrier, manifest.driver, manifest.declarant):
        if party:
            found.setdefault(party.role, party)
    return tuple(found.values())


def _equipment(
    bill: Segment, segments: Sequence[Segment], mass_kg: Decimal | None, above: Above, notes: Notes
) -> tuple[StatedEquipment, ...]:
    """Return the containers; on the road without any the trailers, else the truck's own body.

    Seals that are stated for the bill are those of its container where it has only one.
    """
    boxes = read_boxes(segments, mass_kg, notes)
    if len(boxes) == 1:
        boxes = (_with_seals_of_the_bill(bill, boxes[0], notes),)
    if above.shared:
        boxes = above.shared.with_all_that_is_known(boxes)
    return boxes or (load_bodies(above.manifest) if above.manifest.mode == "road" else ())


def _with_seals_of_the_bill(bill: Segment, box: StatedEquipment, notes: Notes) -> StatedEquipment:
    stated = next((part for part in (bill.first("Goods_segment"), bill) if part and part.text("seals_marks")), None)
    if stated is None or box.seals is not None:
        return box
    seals = [part.strip() for part in (stated.text("seals_marks") or "").replace(";", ",").split(",")]
    numbers = [notes.identifier(part, stated.path, 40, Severity.WARNING) for part in seals]
    count = stated.read("seals_count", reading.small_count, notes, Severity.WARNING)
    return replace(box, seals=tuple(number for number in numbers if number) or None, seals_stated_count=count or None)


def _payment(bill: Segment) -> str | None:
    code = bill.text("freight_payment")
    return _PAYMENT.get(code.upper(), "other") if code else None
