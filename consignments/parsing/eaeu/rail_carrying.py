"""What rail preliminary information must, and what it cannot carry."""

from ..fields import all_data_of
from .never_carried import CONTACTS_OF_TRADERS, NEVER_CARRIED

# Elements of cardinality 1 among the types PIW…: the consignment note, who submits, the goods, the number of a wagon.
EAEU_RAIL_PRELIMINARY_MUST = frozenset(
    {"document_number", "manifest.composed_at", "parties.declarant", "goods", "equipment.number"}
)

# A wagon has no nationality and draws nothing. The arrival is in the album's mirror only, as a time. The places of
# loading have no day, the route no points. Buyer and seller are not asked for.
EAEU_RAIL_PRELIMINARY_CANNOT = (
    NEVER_CARRIED
    | CONTACTS_OF_TRADERS
    | all_data_of("seller", "buyer")
    | {"manifest.conveyance_nationality", "manifest.trailer_ids", "manifest.arrival_on", "taken_over_on", "itinerary"}
)
