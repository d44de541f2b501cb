"""What an IFCSUM must, and what it cannot carry."""

from ..fields import data_of_all_roles

# CNI, with the number, opens each consignment; its goods lines (GID) are conditional, groupage is often sent without.
IFCSUM_MUST = frozenset({"document_number", "equipment.number"})

IFCSUM_CANNOT = frozenset(
        data_of_all_roles("is_natural_person", but=("driver",))
    | {
        "tir_carnet_number", "equipment.seals_stated_count", "documents.packing_list", "documents.contract",
        "documents.certificate_of_origin",
    }
)  # fmt: skip
