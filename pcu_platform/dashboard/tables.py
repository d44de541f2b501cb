"""The tables of the figures in the order of the page; a report shows the same ones."""

from .cells import Amount, Count, Plain, Table
from .figures import Figures
from .seizure_tables import quantities_table, values_table
from .selection_tables import BEST_FIRST, league_table, origins_table, steps_table, units_table
from .work_tables import days_table, feedback_table, officers_table, overrides_table, posts_table


def tables_of(figures: Figures, order: str = BEST_FIRST, *, with_now: bool = True) -> list[Table]:
    """In the reader's language; with_now: also what waits at this moment."""
    return [
        steps_table(figures),
        *([units_table(figures)] if figures.units else []),
        origins_table(figures),
        league_table(figures, order),
        posts_table(figures, with_now=with_now),
        days_table(figures),
        officers_table(figures),
        overrides_table(figures),
        feedback_table(figures),
        quantities_table(figures),
        values_table(figures),
    ]


def numbers_in(tables: list[Table]) -> dict[str, Plain]:
    """Every count by its key, and every sum by its key and ":sum": the same in whatever language."""
    found: dict[str, Plain] = {}
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                match cell:
                    case Count(key, value):
                        found[key] = value
                    case Amount(key, value):
                        found[f"{key}:sum"] = str(value.normalize())
    return found
