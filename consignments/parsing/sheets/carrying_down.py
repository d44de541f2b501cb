"""Data of the whole truck that stand once, on the first row of it, and count for the rows below as well."""

from collections.abc import Mapping
from dataclasses import replace

from ..noting import Notes
from .columns import BY_FIELD
from .rows import Cell
from .table import Row

_OF_CONVEYANCE = tuple(name for name, column in BY_FIELD.items() if column.level == "conveyance")
# Of the whole sheet, where only its first row of data states them. Fewer consignments do not show the habit.
_OF_SHEET = (
    "consignor_name", "consignor_address", "consignor_country", "dispatch_country", "destination_country",
    "place_of_loading", "place_of_delivery",
)  # fmt: skip
_SHOWS_HABIT = 3


def carried_down(groups: list[list[Row]], notes: Notes) -> list[list[Row]]:
    """Return the groups with what they leave blank and an earlier one states for them, with a notice at the first.

    The conveyance counts until another one is named.
    """
    if not groups:
        return groups
    of_sheet = _stated_once(groups)
    conveyance: dict[str, Cell] = {}
    found: list[list[Row]] = []
    is_noted = False
    for rows in groups:
        own = _stated(rows, _OF_CONVEYANCE)
        vehicle = own.get("conveyance_id")
        if vehicle is not None and vehicle != conveyance.get("conveyance_id"):
            conveyance = own
        carried = {name: cell for name, cell in {**of_sheet, **conveyance}.items() if not _states(rows, name)}
        conveyance = {**conveyance, **own}
        if carried and not is_noted:
            is_noted = True
            notes.notice("carried_down", rows[0].table.sheet.row_path(rows[0].number))
        found.append([replace(row, carried=carried) for row in rows] if carried else rows)
    return found


def _stated_once(groups: list[list[Row]]) -> Mapping[str, Cell]:
    if len(groups) < _SHOWS_HABIT:
        return {}
    first = _stated(groups[0][:1], _OF_SHEET)
    return {name: cell for name, cell in first.items() if not any(_states(rows, name) for rows in groups[1:])}


def _stated(rows: list[Row], fields: tuple[str, ...]) -> dict[str, Cell]:
    return {
        name: cell for name in fields if (cell := next((c for r in rows if (c := _own(r, name)) is not None), None))
    }


def _states(rows: list[Row], name: str) -> bool:
    return any(_own(row, name) is not None for row in rows)


def _own(row: Row, name: str) -> Cell:
    """The cell in the row itself, not what stands above the header."""
    return row.raw(name) if name in row.table.columns else None
