"""The frozen facts with what was reconstructed laid over them, as sources that conditions read in their place.

`jsonb_populate_record(row, values)` keeps every column of the row that `values` does not name, and gives those it names
their column's type.
"""

from .compiling import FACTS_TABLE, ITEMS_TABLE
from .sql import Sql

REBUILT_TABLE = "profiling_reconstructedfacts"
# Up to the id it is looked up by: the frozen table's own, which has the index.
REBUILT_ITEMS = (
    f"{ITEMS_TABLE} frozen LEFT JOIN {REBUILT_TABLE} r ON r.facts_id = frozen.facts_id"
    " CROSS JOIN LATERAL jsonb_populate_record(frozen, r.items -> frozen.number::text) i WHERE frozen.facts_id"
)


def rebuilt_facts(where: Sql) -> Sql:
    """Return the subquery of the facts rows that `where` admits (alias f)."""
    return (
        f"(SELECT rebuilt.* FROM {FACTS_TABLE} f LEFT JOIN {REBUILT_TABLE} r ON r.facts_id = f.id"
        " CROSS JOIN LATERAL jsonb_populate_record(f, r.values) rebuilt WHERE " + where + ")"
    )
