"""What declarations and cargo reports of the WCO Data Model must, and what they cannot carry."""

from ..fields import all_data_of, data_of_all_roles

_CANNOT = data_of_all_roles("is_natural_person") | {"taken_over_on", "freight_amount", "tir_carnet_number"}

# The model makes nearly all optional; each of these is required by the profiles that administrations publish for DEC.
# The container code always answers whether there is equipment; where it does not, the parser says so.
WCO_DECLARATION_MUST = frozenset(
    {
        "document_number", "procedure", "parties.declarant", "goods", "goods.commodity_code", "goods.description",
        "goods.gross_mass_kg", "equipment", "equipment.number",
    }
)  # fmt: skip

WCO_DECLARATION_CANNOT = frozenset(
    _CANNOT
    | all_data_of("freight_payer", "freight_forwarder")
    | {"document_level", "master_document_number", "equipment.seals_stated_count"}
)

# A cargo report is made for the mode and the crossing of its means of transport, and for each consignment's goods.
WCO_CARGO_REPORT_MUST = frozenset(
    {"document_number", "manifest.mode", "manifest.conveyance_id", "goods", "goods.description", "equipment.number"}
)

WCO_CARGO_REPORT_CANNOT = frozenset(
    _CANNOT | all_data_of("freight_payer") | {"goods.net_mass_kg", "equipment.seals_stated_count"}
)
