"""What a CUSCAR must, and what it cannot carry."""

from ..fields import data_of_all_roles

# D.95B asks for the number and the goods lines of a consignment; LOT10 for the mode and the text of each line.
CUSCAR_MUST = frozenset(
    {
        "document_number", "manifest.mode", "goods", "goods.description", "equipment.number",
    }
)  # fmt: skip

CUSCAR_CANNOT = frozenset(
        data_of_all_roles("is_natural_person", but=("driver",))
    | {
        "tir_carnet_number", "equipment.seals_stated_count", "documents.packing_list",
        "documents.contract", "documents.certificate_of_origin",
    }
)  # fmt: skip
