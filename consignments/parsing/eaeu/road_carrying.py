"""What road preliminary information must, and what it cannot carry."""

from .never_carried import CONTACTS_OF_TRADERS, NEVER_CARRIED

# Elements of cardinality 1 in the structure R.042; its TIR indicator always answers whether there is a carnet.
EAEU_ROAD_PRELIMINARY_MUST = frozenset(
    {
        "document_number", "manifest.composed_at", "parties.declarant", "goods", "equipment.number",
        "tir_carnet_number",
    }
)  # fmt: skip

# The arrival is a day only, that of a point of the itinerary.
EAEU_ROAD_PRELIMINARY_CANNOT = NEVER_CARRIED | CONTACTS_OF_TRADERS | {"manifest.arrival_at", "equipment.fullness"}
