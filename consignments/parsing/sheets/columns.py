"""The meaning of a spreadsheet's headers: guessed in English, Russian and Kyrgyz, corrected by a saved mapping."""

import re
from collections.abc import Iterator, Mapping, Sequence

from .column_table import COLUMNS, Column
from .headings import names, normalised

_PARTS = re.compile(r"[/\n()\[\]|,;:]+")  # between the same heading in two languages, or before its unit
_UNITS = frozenset({"kg", "kgs", "кг", "usd", "eur", "сом", "m3", "м3", "cbm", "шт", "pcs", "даана", "in", "в"})

BY_FIELD: dict[str, Column] = {column.field: column for column in COLUMNS}


def guess(headers: Sequence[object]) -> dict[str, int]:
    """Return field to position for headers whose meaning is known; each field once, the first fitting header wins.

    A heading that is known as it stands is taken before one of which only a part is known.
    """
    found: dict[str, int] = {}
    for known in (_whole, _in_parts):
        taken = set(found.values())
        for position, header in enumerate(headers):
            if not isinstance(header, str) or position in taken:
                continue
            field = next((field for field in known(header) if field not in found), None)
            if field:
                found[field] = position
    return found


def with_mapping(headers: Sequence[object], mapping: Mapping[str, str | None]) -> tuple[dict[str, int], list[str]]:
    """Return the guess corrected by a saved mapping of field to header, and the mapped headers that are not there.

    A header may be named by its text, or as `headings.names` names it. An empty header in the mapping leaves the field
    out. A column that the mapping uses is guessed for nothing else.
    """
    texts = [header if isinstance(header, str) else "" for header in headers]
    by_name = {name: position for position, name in enumerate(names(texts))}
    by_words = {normalised(text): position for position, text in reversed(list(enumerate(texts))) if text}
    chosen: dict[str, int] = {}
    missing: list[str] = []
    for field, header in mapping.items():
        if field in BY_FIELD and header:
            position = by_name.get(header, by_words.get(normalised(header)))
            if position is None:
                missing.append(str(header))
            else:
                chosen[field] = position
    taken = set(chosen.values())
    guessed = {f: p for f, p in guess(headers).items() if f not in mapping and p not in taken}
    return {**guessed, **chosen}, missing


def _whole(header: str) -> Iterator[str]:
    if field := _FIELD_OF.get(normalised(header)):
        yield field


def _in_parts(header: str) -> Iterator[str]:
    """Yield what a heading means without its unit, then what its parts mean, the last and narrowest first:
    "Грузополучатель / Consignee", "Груз / Вес"."""
    parts = [part for part in _PARTS.split(header) if part.strip()]
    for text in (" ".join(parts), *reversed(parts)):
        words = [word for word in normalised(text).split() if word not in _UNITS]
        if field := _FIELD_OF.get(" ".join(words)):
            yield field


_FIELD_OF: dict[str, str] = {}
for _column in COLUMNS:
    for _name in _column.names:
        _FIELD_OF.setdefault(normalised(_name), _column.field)
