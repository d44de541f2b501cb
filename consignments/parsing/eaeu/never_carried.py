"""What none of the Union's documents can carry, whichever goods and whichever procedure they are about."""

from ..fields import all_data_of

# No element for it in any of the structures: they know neither voyages nor bills of lading above others, no freight,
# and of a container its number only.
NEVER_CARRIED = frozenset(
    all_data_of("notify_party", "freight_payer", "freight_forwarder")
    | {
        "manifest.vessel_imo", "manifest.trip_number", "manifest.departed_at", "document_level",
        "master_document_number", "loading_unlocode", "delivery_unlocode", "freight_payment_method", "freight_amount",
        "goods.volume_m3", "goods.un_number", "goods.marks", "equipment.size_type", "equipment.gross_mass_kg",
        "equipment.tare_mass_kg", "parties.driver.phone", "parties.driver.email",
    }
)  # fmt: skip

# Subjects of preliminary information have no block of communication; those of declarations have.
CONTACTS_OF_TRADERS = frozenset(
    f"parties.{role}.{datum}" for role in ("consignor", "consignee", "declarant") for datum in ("phone", "email")
)
