"""The meaning of a spreadsheet's headers: guessed in English, Russian and Kyrgyz, corrected by a saved mapping."""

import re
from collections.abc import Mapping, Sequence

from .column_table import COLUMNS, Column

# Words that say nothing of the meaning of a header.
_FILLERS = frozenset({"no", "nr", "num", "number", "the", "of", "номер", "номери"})
_NOT_WORDS = re.compile(r"[^\w%]+")

BY_FIELD: dict[str, Column] = {column.field: column for column in COLUMNS}


def normalised(header: object) -> str:
    """Return a header in the form in which two spellings of the same words are equal."""
    text = str(header if header is not None else "").lower().replace("ё", "е").replace("№", " ")
    words = _NOT_WORDS.sub(" ", text).split()
    kept = [word for word in words if word not in _FILLERS] or words
    return " ".join(kept)


def guess(headers: Sequence[object]) -> dict[str, int]:
    """Return field to position for headers whose meaning is known; each field once, the first fitting header wins."""
    found: dict[str, int] = {}
    for position, header in enumerate(headers):
        field = _FIELD_OF.get(normalised(header)) if isinstance(header, str) else None
        if field and field not in found:
            found[field] = position
    return found


def with_mapping(headers: Sequence[object], mapping: Mapping[str, str | None]) -> tuple[dict[str, int], list[str]]:
    """Return the guess corrected by a saved mapping of field to header, and the mapped headers that are not there.

    An empty header in the mapping leaves the field out. A column that the mapping uses is guessed for nothing else.
    """
    by_header = {normalised(header): position for position, header in reversed(list(enumerate(headers)))}
    chosen: dict[str, int] = {}
    missing: list[str] = []
    for field, header in mapping.items():
        if field in BY_FIELD and header:
            position = by_header.get(normalised(header))
            if position is None:
                missing.append(str(header))
            else:
                chosen[field] = position
    taken = set(chosen.values())
    guessed = {f: p for f, p in guess(headers).items() if f not in mapping and p not in taken}
    return {**guessed, **chosen}, missing


_FIELD_OF: dict[str, str] = {}
for _column in COLUMNS:
    for _name in _column.names:
        _FIELD_OF.setdefault(normalised(_name), _column.field)
