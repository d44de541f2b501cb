"""What a column without a heading holds, told by its cells: container numbers, commodity codes, dates, countries."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from stdnum import iso6346

from .. import places, reading
from ..noting import Unreadable
from .rows import Cell

_ENOUGH = 0.8  # of the filled cells must be of one kind
_NOT_ALPHANUMERIC = re.compile(r"[^A-Za-z0-9]")
_CODE = re.compile(r"(?:0[1-9]|[1-68][0-9]|7[0-689]|9[0-7])[0-9]{4}(?:[0-9]{2}|[0-9]{4})?")
_SHORT_CODES_NEEDED = 3  # six digits may be a count as well: one alone proves nothing


def field_of(cells: Sequence[Cell], taken: Collection[str]) -> str | None:
    """Return the field that the cells of a column must be of; None when they do not say, or it has its column."""
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    if not filled:
        return None
    for is_one, fields in _KINDS:
        if sum(map(is_one, filled)) >= _ENOUGH * len(filled):
            if is_one is _is_code and all(len(str(cell)) == 6 for cell in filled) and len(filled) < _SHORT_CODES_NEEDED:
                return None
            return next((field for field in fields if field not in taken), None)
    return None


def _is_container(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > 20:
        return False
    return bool(iso6346.is_valid(_NOT_ALPHANUMERIC.sub("", cell).upper()))


def _is_code(cell: Cell) -> bool:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return not isinstance(cell, date) and bool(_CODE.fullmatch(text.replace(" ", "")))


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str) or not re.search(r"[-./]", cell):
        return False
    try:
        return bool(reading.day(cell))
    except Unreadable:
        return False


def _is_country(cell: Cell) -> bool:
    if not isinstance(cell, str) or not 2 <= len(cell.strip()) <= 60 or (len(cell.strip()) == 2 and cell.islower()):
        return False
    try:
        return bool(places.country(cell))
    except Unreadable:
        return False


_KINDS: tuple[tuple[Callable[[Cell], bool], tuple[str, ...]], ...] = (
    (_is_container, ("container_number",)),
    (_is_code, ("commodity_code",)),
    (_is_date, ("issued_on", "arrival")),
    (_is_country, ("origin_country", "dispatch_country", "destination_country")),
)
