"""The fields that a document may or may not carry, by name: the rows of the table in docs/documents.md."""

PARTY_DATA = ("identifier", "address", "phone", "email", "is_natural_person")
ROLES = (
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
    *(f"parties.{role}" for role in ROLES),
    *(f"parties.{role}.{datum}" for role in ROLES for datum in PARTY_DATA),
    "goods", "goods.commodity_code", "goods.description", "goods.packages", "goods.package_kind",
    "goods.gross_mass_kg", "goods.net_mass_kg", "goods.volume_m3", "goods.value", "goods.origin_country",
    "goods.un_number", "goods.marks", "goods.equipment_numbers",
    "equipment", "equipment.number", "equipment.size_type", "equipment.fullness", "equipment.seals",
    "equipment.seals_stated_count", "equipment.gross_mass_kg", "equipment.tare_mass_kg",
    "documents.invoice", "documents.packing_list", "documents.contract", "documents.certificate_of_origin",
    "documents.permit", "documents.previous_declaration", "documents.tir_carnet",
)  # fmt: skip


def all_data_of(*roles: str) -> set[str]:
    """Return the names of the parties of these roles and of all their data."""
    return {f"parties.{role}" for role in roles} | {f"parties.{role}.{datum}" for role in roles for datum in PARTY_DATA}


def data_of_all_roles(*data: str, but: tuple[str, ...] = ()) -> set[str]:
    """Return the names of these data for every role, but for those left out."""
    return {f"parties.{role}.{datum}" for role in ROLES if role not in but for datum in data}
