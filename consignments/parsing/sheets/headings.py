"""The headings of a table: a name for every column, two header rows read as one, and the fingerprint of a layout."""

import hashlib
import re
from collections.abc import Sequence

from ..noting import storable
from .column_table import COLUMNS
from .rows import Cell

_FILLERS = frozenset({"no", "nr", "num", "number", "the", "of", "номер", "номери"})  # say nothing of the meaning
_NOT_WORDS = re.compile(r"[^\w%]+")
_LONGEST_HEADING = 200


def normalised(header: object) -> str:
    """Return a header in the form in which two spellings of the same words are equal."""
    text = str(header if header is not None else "").lower().replace("ё", "е").replace("№", " ")
    words = _NOT_WORDS.sub(" ", text).split()
    kept = [word for word in words if word not in _FILLERS] or words
    return " ".join(kept)


def headings(cells: Sequence[Cell]) -> list[str]:
    """Return the text of each cell of a header row; empty where there is none."""
    return [storable(cell)[:_LONGEST_HEADING] if isinstance(cell, str) else "" for cell in cells]


def names(header: Sequence[str]) -> list[str]:
    """Return a name for each column, no two alike: its heading, with its number (#3) where blank or repeated."""
    seen: set[str] = set()
    found = []
    for position, heading in enumerate(header, start=1):
        name = heading or f"#{position}"
        while name in seen:
            name = f"{name} #{position}"
        seen.add(name)
        found.append(name)
    return found


def joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return two header rows as one: a group's heading stands over all its columns, as a merged cell does."""
    width = max(len(upper), len(lower))
    above, below = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    group, found = "", []
    for over, under in zip(above, below, strict=True):
        group = over or group
        found.append(" / ".join(part for part in (group, under) if part) if under else over)
        group = group if under else ""
    return found


def fingerprint(header: Sequence[str]) -> str:
    """Return what tells this layout from others: its headings in any order; our own columns do not count."""
    trimmed = list(header)
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    said = sorted(normalised(name) for name in names(trimmed))
    kept = [heading for heading in said if heading not in _OURS]
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()


# What `failed_rows.py` adds to a table that is to be handed in again.
_OURS = {normalised(name) for column in COLUMNS if column.field == "problems" for name in column.names}
