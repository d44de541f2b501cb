"""What each kind of document must, may or cannot carry: the difference between "none stated" and "not known".

A datum missing under MUST was not stated although it had to be; missing under MAY or CANNOT it is not known.
"""

from enum import StrEnum

from .values import DocumentKind


class Carry(StrEnum):
    MUST = "must"
    MAY = "may"
    CANNOT = "cannot"


_PARTY_DATA = ("identifier", "address", "phone", "email", "is_natural_person")
_ROLES = (
    "consignor", "consignee", "notify_party", "carrier", "declarant", "driver", "freight_payer", "seller", "buyer",
    "freight_forwarder",
)  # fmt: skip

FIELDS: tuple[str, ...] = (
    "manifest.mode", "manifest.conveyance_id", "manifest.conveyance_nationality", "manifest.trailer_ids",
    "manifest.vessel_imo", "manifest.trip_number", "manifest.entry_post", "manifest.exit_post", "manifest.arrival_at",
    "manifest.arrival_on", "manifest.departed_at", "manifest.composed_at",
    "document_number", "issued_on", "taken_over_on", "transport_document_kind", "document_level",
    "master_document_number", "procedure", "place_of_loading", "place_of_delivery", "loading_unlocode",
    "delivery_unlocode", "dispatch_country", "destination_country", "itinerary", "total_packages",
    "total_gross_mass_kg", "total_value", "freight_payment_method", "freight_amount", "tir_carnet_number",
    *(f"parties.{role}" for role in _ROLES),
    *(f"parties.{role}.{datum}" for role in _ROLES for datum in _PARTY_DATA),
    "goods", "goods.commodity_code", "goods.description", "goods.packages", "goods.package_kind",
    "goods.gross_mass_kg", "goods.net_mass_kg", "goods.volume_m3", "goods.value", "goods.origin_country",
    "goods.un_number", "goods.marks", "goods.equipment_numbers",
    "equipment", "equipment.number", "equipment.size_type", "equipment.fullness", "equipment.seals",
    "equipment.seals_stated_count", "equipment.gross_mass_kg", "equipment.tare_mass_kg",
    "documents.invoice", "documents.packing_list", "documents.contract", "documents.certificate_of_origin",
    "documents.permit", "documents.previous_declaration",
)  # fmt: skip


def _all_data_of(*roles: str) -> set[str]:
    return {f"parties.{role}" for role in roles} | {f"parties.{role}.{d}" for role in roles for d in _PARTY_DATA}


# Per kind: what it must carry, and what it cannot; all else it may. `equipment.seals` is of loaded equipment.
_MUST: dict[DocumentKind, set[str]] = {
    DocumentKind.JSON_MANIFEST: {
        "document_number", "parties.consignor", "parties.consignee", "goods", "goods.description",
        "goods.commodity_code", "equipment", "equipment.number", "equipment.seals",
    },
    # Elements of cardinality 1 in the structure R.042; its TIR indicator always answers whether there is a carnet.
    DocumentKind.EAEU_ROAD_PRELIMINARY: {
        "document_number", "manifest.composed_at", "parties.declarant", "goods", "equipment.number",
        "tir_carnet_number",
    },
    # D.95B asks for the number and the goods lines of a consignment; LOT10 for the mode and the text of each line.
    DocumentKind.CUSCAR: {
        "document_number", "manifest.mode", "goods", "goods.description", "equipment.number",
    },
    # A sheet has the columns that its author chose.
    DocumentKind.SPREADSHEET_MANIFEST: {"document_number"},
    # Particulars that the CMR Convention, article 6.1, asks for, less the charges: box 14 may be left open.
    DocumentKind.CMR_NOTE: {
        "document_number", "manifest.mode", "parties.consignor", "parties.consignee", "parties.carrier",
        "place_of_loading", "taken_over_on", "place_of_delivery", "goods", "goods.description", "goods.packages",
        "goods.gross_mass_kg", "issued_on",
    },
}  # fmt: skip

_CANNOT: dict[DocumentKind, set[str]] = {
    DocumentKind.JSON_MANIFEST: {"manifest.arrival_on"},
    DocumentKind.EAEU_ROAD_PRELIMINARY: _all_data_of("notify_party", "freight_payer", "freight_forwarder")
    | {
        "manifest.vessel_imo", "manifest.trip_number", "manifest.arrival_at", "manifest.departed_at", "document_level",
        "master_document_number", "loading_unlocode", "delivery_unlocode", "freight_payment_method", "freight_amount",
        "goods.volume_m3", "goods.un_number", "goods.marks", "equipment.size_type", "equipment.fullness",
        "equipment.gross_mass_kg", "equipment.tare_mass_kg", "parties.consignor.phone", "parties.consignor.email",
        "parties.consignee.phone", "parties.consignee.email", "parties.declarant.phone", "parties.declarant.email",
        "parties.driver.phone", "parties.driver.email",
    },
    DocumentKind.CUSCAR: {f"parties.{role}.is_natural_person" for role in _ROLES if role != "driver"}
    | {
        "taken_over_on", "tir_carnet_number", "equipment.seals_stated_count", "documents.packing_list",
        "documents.contract", "documents.certificate_of_origin",
    },
    # What there is no column for (`column_table.py`).
    DocumentKind.SPREADSHEET_MANIFEST: _all_data_of("declarant", "seller", "buyer", "freight_forwarder")
    | _all_data_of("freight_payer")
    | {f"parties.{role}.is_natural_person" for role in _ROLES if role != "driver"}
    | {f"parties.notify_party.{datum}" for datum in _PARTY_DATA}
    | {
        "manifest.vessel_imo", "manifest.departed_at", "manifest.composed_at", "document_level", "taken_over_on",
        "loading_unlocode", "delivery_unlocode", "itinerary", "total_packages", "total_gross_mass_kg", "total_value",
        "parties.consignor.identifier", "parties.consignor.phone", "parties.consignor.email", "parties.consignee.email",
        "parties.carrier.address", "parties.carrier.phone", "parties.carrier.email", "parties.driver.identifier",
        "parties.driver.address", "parties.driver.phone", "parties.driver.email", "equipment.seals_stated_count",
        "equipment.gross_mass_kg", "equipment.tare_mass_kg", "documents.packing_list", "documents.contract",
        "documents.certificate_of_origin", "documents.permit", "documents.previous_declaration",
    },
    # What there is no box for (`cmr_boxes.py`).
    DocumentKind.CMR_NOTE: _all_data_of("notify_party", "seller", "buyer", "freight_forwarder", "declarant")
    | {f"parties.{role}.{datum}" for role in _ROLES for datum in ("phone", "email")}
    | {f"parties.{role}.is_natural_person" for role in _ROLES if role != "driver"}
    | {
        "manifest.vessel_imo", "manifest.trip_number", "manifest.exit_post", "manifest.departed_at",
        "manifest.composed_at", "document_level", "master_document_number", "procedure", "loading_unlocode",
        "delivery_unlocode", "itinerary", "total_packages", "total_gross_mass_kg", "total_value", "goods.net_mass_kg",
        "goods.value", "goods.origin_country", "parties.driver.identifier", "parties.freight_payer.identifier",
        "equipment.size_type", "equipment.fullness", "equipment.gross_mass_kg", "equipment.tare_mass_kg",
        "equipment.seals_stated_count",
    },
}  # fmt: skip


def carries(kind: DocumentKind | str, field: str) -> Carry:
    """Return whether documents of this kind must, may or cannot carry the field; KeyError for an unknown field."""
    if field not in _KNOWN:
        raise KeyError(field)
    kind = DocumentKind(kind)
    if field in _MUST[kind]:
        return Carry.MUST
    return Carry.CANNOT if field in _CANNOT[kind] else Carry.MAY


_KNOWN = frozenset(FIELDS)
