"""What road preliminary information must, and what it cannot carry."""

from ..fields import all_data_of

# Elements of cardinality 1 in the structure R.042; its TIR indicator always answers whether there is a carnet.
EAEU_ROAD_PRELIMINARY_MUST = frozenset(
    {
        "document_number", "manifest.composed_at", "parties.declarant", "goods", "equipment.number",
        "tir_carnet_number",
    }
)  # fmt: skip

EAEU_ROAD_PRELIMINARY_CANNOT = frozenset(
        all_data_of("notify_party", "freight_payer", "freight_forwarder")
    | {
        "manifest.vessel_imo", "manifest.trip_number", "manifest.arrival_at", "manifest.departed_at", "document_level",
        "master_document_number", "loading_unlocode", "delivery_unlocode", "freight_payment_method", "freight_amount",
        "goods.volume_m3", "goods.un_number", "goods.marks", "equipment.size_type", "equipment.fullness",
        "equipment.gross_mass_kg", "equipment.tare_mass_kg", "parties.consignor.phone", "parties.consignor.email",
        "parties.consignee.phone", "parties.consignee.email", "parties.declarant.phone", "parties.declarant.email",
        "parties.driver.phone", "parties.driver.email",
    }
)  # fmt: skip
