"""What a declaration of the Russian album must, and what it cannot carry."""

from .never_carried import NEVER_CARRIED

# The album makes nearly everything optional, for one form serves every procedure; it has an id and declares goods.
ESADOUT_DECLARATION_MUST = frozenset({"document_number", "procedure", "goods", "equipment.number"})

# The expected arrival it does have, for transit.
ESADOUT_DECLARATION_CANNOT = NEVER_CARRIED | {"taken_over_on", "place_of_loading", "equipment.fullness"}
