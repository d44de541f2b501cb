"""What a transit declaration must, and what it cannot carry."""

from ..fields import all_data_of
from .never_carried import NEVER_CARRIED

# Elements of cardinality 1 in the structure R.048; the same boxes are due where transit is declared by R.036.
EAEU_TRANSIT_DECLARATION_MUST = frozenset(
    {
        "document_number", "manifest.composed_at", "procedure", "dispatch_country", "destination_country",
        "parties.declarant", "parties.carrier", "parties.consignor", "parties.consignee", "goods", "equipment.number",
    }
)  # fmt: skip

# It expects no arrival and takes nothing over; buyer and seller are not asked for. An entry post, a route and the
# origin of goods are known to R.036 only, so they may be there.
EAEU_TRANSIT_DECLARATION_CANNOT = (
    NEVER_CARRIED
    | all_data_of("seller", "buyer")
    | {"manifest.arrival_at", "manifest.arrival_on", "taken_over_on", "place_of_loading"}
)
