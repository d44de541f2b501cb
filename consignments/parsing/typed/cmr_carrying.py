"""What a CMR note typed by hand must, and what it cannot carry."""

from ..fields import all_data_of, data_of_all_roles

# Particulars that the CMR Convention, article 6.1, asks for, less the charges: box 14 may be left open.
CMR_NOTE_MUST = frozenset(
    {
        "document_number", "manifest.mode", "parties.consignor", "parties.consignee", "parties.carrier",
        "place_of_loading", "taken_over_on", "place_of_delivery", "goods", "goods.description", "goods.packages",
        "goods.gross_mass_kg", "issued_on",
    }
)  # fmt: skip

# What there is no box for (`cmr_boxes.py`).
CMR_NOTE_CANNOT = frozenset(
        all_data_of("notify_party", "seller", "buyer", "freight_forwarder", "declarant")
    | data_of_all_roles("phone", "email")
    | data_of_all_roles("is_natural_person", but=("driver",))
    | {
        "manifest.vessel_imo", "manifest.trip_number", "manifest.exit_post", "manifest.departed_at",
        "manifest.composed_at", "document_level", "master_document_number", "procedure", "loading_unlocode",
        "delivery_unlocode", "itinerary", "total_packages", "total_gross_mass_kg", "total_value", "goods.net_mass_kg",
        "goods.value", "goods.origin_country", "parties.driver.identifier", "parties.freight_payer.identifier",
        "equipment.size_type", "equipment.fullness", "equipment.gross_mass_kg", "equipment.tare_mass_kg",
        "equipment.seals_stated_count",
    }
)  # fmt: skip
