"""What a goods declaration must, and what it cannot carry."""

from .never_carried import NEVER_CARRIED

# Every declaration of R.036 begins with these, and one without goods declares nothing. It is registered under its own
# id where no transport document is presented, so a number is always there.
EAEU_GOODS_DECLARATION_MUST = frozenset(
    {"document_number", "manifest.composed_at", "procedure", "parties.declarant", "goods", "equipment.number"}
)

# It is about goods that are there or about to leave: no arrival, no taking over. It names places only as offices.
EAEU_GOODS_DECLARATION_CANNOT = NEVER_CARRIED | {
    "manifest.arrival_at", "manifest.arrival_on", "taken_over_on", "place_of_loading", "equipment.fullness",
}  # fmt: skip
