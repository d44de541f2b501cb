"""The first rows of a table as they would be read with the columns chosen so far: each cell, its reading, its fault."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from .. import places, reading
from ..noting import Notes, Unreadable, error
from ..problems import sentence
from . import words
from .finding import table_to_ask_about
from .group import day, number_reader, padded
from .grouping import filled_rows
from .rows import read_sheets
from .table import Row, as_text

ROWS = 8


@dataclass(frozen=True, slots=True)
class ShownCell:
    """text: what stands there; read: what it is read as, "" where that is the same; fault: why it cannot be read."""

    text: str
    read: str = ""
    fault: str = ""


def first_rows(raw: bytes, mapping: Mapping[str, str | None]) -> list[list[ShownCell]]:
    """Return the first filled rows of the table, a cell for every column; none when there is no table."""
    try:
        table = table_to_ask_about(read_sheets(raw, Notes()), mapping)
    except Unreadable:
        return []
    if table is None:
        return []
    field_at = {position: name for name, position in table.columns.items()}
    return [
        [_shown(row, position, field_at.get(position)) for position in range(len(table.headers))]
        for row in filled_rows(table, limit=ROWS)
    ]


def _shown(row: Row, position: int, name: str | None) -> ShownCell:
    cell = row.cells[position] if position < len(row.cells) else None
    text = as_text(cell) or ""
    reader = _READERS.get(name or "")
    if reader is None or name is None or row.raw(name) is None:
        return ShownCell(text)
    try:
        read = str(reader(row, name))
    except Unreadable as fault:
        return ShownCell(text, fault=sentence(error(fault.code, "", **{"value": text, **fault.params})))
    return ShownCell(text, read if read != text.strip() else "")


def _value(reader: Callable[[Any], Any], row: Row, name: str) -> object:
    return reader(row.raw(name))


def _number(reader: Callable[..., Any], row: Row, name: str) -> str:
    return f"{number_reader(row, name, reader)(row.raw(name)):f}"


def _code(row: Row, name: str) -> str:
    return padded(row, name, Notes()) or ""


def _word(meaning: Callable[[str], str | None], row: Row, name: str) -> str:
    found = meaning((row.text(name) or "").strip().lower())
    if found is None:
        raise Unreadable("word_unknown")
    return found


def _document_number(row: Row, name: str) -> str:
    if row.is_shortened(name):
        raise Unreadable("number_shortened")
    return (row.text(name) or "").strip()


_READERS: dict[str, Callable[[Row, str], object]] = {
    "document_number": _document_number,
    "commodity_code": _code,
    "consignee_identifier": _code,
    "carrier_identifier": _code,
    "packages": partial(_value, reading.count),
    "mode": partial(_word, words.mode),
    "procedure": partial(_word, words.procedure),
    "fullness": partial(_word, words.fullness),
    **dict.fromkeys(("gross_mass_kg", "net_mass_kg"), partial(_number, reading.mass_kg)),
    **dict.fromkeys(("value", "freight_amount"), partial(_number, reading.amount)),
    "volume_m3": partial(_number, reading.volume_m3),
    **dict.fromkeys(("issued_on", "arrival", "invoice_date"), partial(_value, day)),
    **dict.fromkeys(("currency", "freight_currency"), partial(_value, places.currency)),
    **dict.fromkeys(("origin_country", "dispatch_country", "destination_country"), partial(_value, places.country)),
    **dict.fromkeys(("consignor_country", "consignee_country"), partial(_value, places.country)),
    "conveyance_nationality": partial(_value, places.country),
}
