"""What an IFTMIN and an IFTMCS must, and what they cannot carry."""

from ..fields import data_of_all_roles

# The directories ask for BGM, with the number, and for the parties; everything of the goods is conditional in them.
# A transport document without its consignor or consignee is incomplete all the same: NAD is mandatory.
INSTRUCTION_MUST = frozenset({"document_number", "parties.consignor", "equipment.number"})

INSTRUCTION_CANNOT = frozenset(
        data_of_all_roles("is_natural_person", but=("driver",))
    | {
        # It is the conveyance's paper, not the carnet or the declaration; seals are listed in SEL, never counted.
        "tir_carnet_number", "equipment.seals_stated_count", "documents.packing_list", "documents.contract",
        "documents.certificate_of_origin",
    }
)  # fmt: skip
