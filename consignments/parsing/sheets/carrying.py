"""What a spreadsheet must, and what it cannot carry."""

from ..fields import PARTY_DATA, all_data_of, data_of_all_roles

# A sheet has the columns that its author chose.
SPREADSHEET_MANIFEST_MUST = frozenset(
    {"document_number"}
)  # fmt: skip

# What there is no column for (`column_table.py`).
SPREADSHEET_MANIFEST_CANNOT = frozenset(
        all_data_of("declarant", "seller", "buyer", "freight_forwarder")
    | all_data_of("freight_payer")
    | data_of_all_roles("is_natural_person", but=("driver",))
    | {f"parties.notify_party.{datum}" for datum in PARTY_DATA}
    | {
        "manifest.vessel_imo", "manifest.departed_at", "manifest.composed_at", "document_level", "taken_over_on",
        "loading_unlocode", "delivery_unlocode", "itinerary", "total_packages", "total_gross_mass_kg", "total_value",
        "parties.consignor.identifier", "parties.consignor.phone", "parties.consignor.email", "parties.consignee.email",
        "parties.carrier.address", "parties.carrier.phone", "parties.carrier.email", "parties.driver.identifier",
        "parties.driver.address", "parties.driver.phone", "parties.driver.email", "equipment.seals_stated_count",
        "equipment.gross_mass_kg", "equipment.tare_mass_kg", "documents.packing_list", "documents.contract",
        "documents.certificate_of_origin", "documents.permit", "documents.previous_declaration",
    }
)  # fmt: skip
