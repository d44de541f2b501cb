"""What a customs manifest 309 must, and what it cannot carry."""

from ..fields import data_of_all_roles

# The standard asks for M10 and P4 (whose day is an arrival_at where it states a clock, so neither is a must).
X12_309_MUST = frozenset(
    {
        "document_number", "manifest.mode", "manifest.conveyance_nationality", "manifest.trip_number",
        "manifest.entry_post", "goods", "goods.description", "equipment.number",
    }
)  # fmt: skip

X12_309_CANNOT = frozenset(
    data_of_all_roles("is_natural_person", but=("driver", "declarant", "carrier"))
    | {
        "manifest.trailer_ids", "manifest.exit_post", "manifest.departed_at", "manifest.composed_at", "issued_on",
        "taken_over_on", "itinerary", "total_value", "freight_payment_method", "freight_amount", "tir_carnet_number",
        "goods.net_mass_kg", "goods.volume_m3", "equipment.seals_stated_count", "equipment.gross_mass_kg",
        "equipment.tare_mass_kg", "documents.packing_list", "documents.contract", "documents.certificate_of_origin",
        "documents.permit",
    }
)  # fmt: skip
