"""What ASYCUDA manifests, house bills and declarations must, and what they cannot carry."""

from ..fields import all_data_of, data_of_all_roles

# Awmds asks for one goods segment in each bill, with text and mass. A bill without containers says nothing of any.
ASYCUDA_MANIFEST_MUST = frozenset(
    {
        "document_number", "manifest.mode", "manifest.trip_number", "manifest.departed_at", "manifest.entry_post",
        "procedure", "goods", "goods.description", "goods.gross_mass_kg", "equipment.number",
    }
)  # fmt: skip

_NOT_IN_BILLS = (
    all_data_of("freight_payer", "seller", "buyer", "freight_forwarder")
    | data_of_all_roles("phone", "email")
    | data_of_all_roles("is_natural_person", but=("driver",))
    | {
        "manifest.trailer_ids", "manifest.exit_post", "manifest.composed_at", "taken_over_on", "itinerary",
        "tir_carnet_number", "goods.net_mass_kg", "goods.value", "parties.driver.identifier", "parties.driver.address",
        "documents.invoice", "documents.packing_list", "documents.contract", "documents.certificate_of_origin",
        "documents.permit", "documents.previous_declaration",
    }
)  # fmt: skip

ASYCUDA_MANIFEST_CANNOT = frozenset(_NOT_IN_BILLS)

# House bills hang on a master bill, whose manifest has the conveyance and its arrival.
ASYCUDA_HOUSE_BILLS_MUST = frozenset(
    {"document_number", "procedure", "goods", "goods.description", "goods.gross_mass_kg", "equipment.number"}
)

ASYCUDA_HOUSE_BILLS_CANNOT = frozenset(
    _NOT_IN_BILLS
    | all_data_of("driver", "declarant")
    | {
        "manifest.mode", "manifest.conveyance_id", "manifest.conveyance_nationality", "manifest.vessel_imo",
        "manifest.arrival_at", "manifest.arrival_on",
    }
)  # fmt: skip

# The schema leaves nearly all optional; what is here are boxes that no office accepts empty (1, 14, 31, 33, 34, 35).
# The container flag always answers whether there is equipment; where it does not, the parser says so.
ASYCUDA_DECLARATION_MUST = frozenset(
    {
        "document_number", "procedure", "parties.declarant", "goods", "goods.commodity_code", "goods.description",
        "goods.gross_mass_kg", "goods.origin_country", "equipment", "equipment.number",
    }
)  # fmt: skip

ASYCUDA_DECLARATION_CANNOT = frozenset(
    all_data_of("notify_party", "carrier", "driver", "freight_payer", "seller", "buyer", "freight_forwarder")
    | data_of_all_roles("phone", "email", "is_natural_person")
    | {
        "manifest.trailer_ids", "manifest.vessel_imo", "manifest.trip_number", "manifest.arrival_at",
        "manifest.arrival_on", "manifest.departed_at", "manifest.composed_at", "taken_over_on",
        "transport_document_kind", "document_level", "master_document_number", "place_of_delivery", "delivery_unlocode",
        "itinerary", "freight_payment_method", "tir_carnet_number", "goods.volume_m3",
        "equipment.seals", "equipment.seals_stated_count", "equipment.tare_mass_kg",
    }
)  # fmt: skip
