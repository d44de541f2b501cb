"""The rows of one consignment, asked by field: what one row leaves blank is looked for in the others."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from .. import places, reading
from ..noting import Notes
from ..values import Severity
from .table import Row

Value = TypeVar("Value")

_SEVERAL = re.compile(r"[,;\n/]+")
_CALENDAR_START = date(1899, 12, 30).toordinal()  # day 0 of the spreadsheets' calendar
# Usual lengths less one: a number of such a length has lost its leading zero.
_SHORT_LENGTHS = {"commodity_code": (5, 7, 9), "consignee_identifier": (13,), "carrier_identifier": (13,)}


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of one document number, and the notes of their consignment."""

    rows: Sequence[Row]
    notes: Notes

    def row_with(self, name: str) -> Row:
        """Return the first row that states the field, else the first row."""
        if len(self.rows) == 1:
            return self.rows[0]
        return next((row for row in self.rows if row.raw(name) is not None), self.rows[0])

    def read(self, name: str, reader: Callable[[Any], Value], severity: Severity = Severity.ERROR) -> Value | None:
        row = self.row_with(name)
        return self.notes.read(reader, row.raw(name), row.path(name), severity)

    def text(self, name: str, limit: int) -> str | None:
        row = self.row_with(name)
        return self.notes.text(row.text(name), row.path(name), limit)

    def identifier(self, name: str, limit: int) -> str | None:
        row = self.row_with(name)
        return self.notes.identifier(row.text(name), row.path(name), limit)

    def country(self, name: str) -> str | None:
        return self.read(name, places.country, Severity.WARNING)

    def day(self, name: str) -> date | None:
        return self.read(name, day)

    def amount(self, name: str) -> Decimal | None:
        return self.read(name, number_reader(self.rows[0], name, reading.amount))

    def arrival(self, local_zone: tzinfo) -> tuple[datetime | None, date | None]:
        """Return the time of arrival, or only its day where no hour is stated."""
        row = self.row_with("arrival")
        raw = row.raw("arrival")
        has_hour = (
            ":" in raw if isinstance(raw, str) else isinstance(raw, datetime) and raw.time() != datetime.min.time()
        )
        if has_hour:
            reader = partial(reading.moment, local_zone=local_zone)
            return self.notes.read(reader, raw, row.path("arrival")), None
        return None, self.notes.read(day, raw, row.path("arrival"))

    def word(self, name: str, meaning: Callable[[str], str | None]) -> str | None:
        """Return the meaning of a word; an unknown word is noted and left out."""
        row = self.row_with(name)
        text = row.text(name)
        if text is None:
            return None
        found = meaning(text.strip().lower())
        if found is None:
            self.notes.warning("word_unknown", row.path(name), value=text)
        return found

    def tax_number(self, name: str) -> tuple[str | None, str | None]:
        """Return the identifier of a party and its kind."""
        row = self.row_with(name)
        number = self.notes.identifier(padded(row, name, self.notes), row.path(name), 60)
        return number, reading.tax_number_kind(number) if number else None


def padded(row: Row, name: str, notes: Notes) -> str | None:
    """Return a code as text, with the leading zero that it lost when it was kept as a number."""
    raw, text = row.raw(name), row.text(name)
    if text and isinstance(raw, float | int) and len(text) in _SHORT_LENGTHS[name]:
        notes.warning("leading_zero_restored", row.path(name), value=text)
        return f"0{text}"
    if row.is_shortened(name):
        notes.warning("number_shortened", row.path(name), value=text)
    return text


def several(text: str | None) -> list[str]:
    """Return the numbers in one cell, divided by commas, semicolons, slashes or line breaks."""
    return [part.strip() for part in _SEVERAL.split(text or "") if part.strip()]


def numbers_in(row: Row, name: str, notes: Notes) -> tuple[str, ...]:
    numbers = [notes.identifier(part, row.path(name), 40) for part in several(row.text(name))]
    return tuple(dict.fromkeys(number for number in numbers if number))


def number_reader(row: Row, name: str, reader: Callable[..., Decimal]) -> Callable[[Any], Decimal]:
    """Return the reader of numbers with the decimal mark that the column uses."""
    return partial(reader, decimal_mark=row.table.decimal_marks.get(name))


def day(raw: object) -> date:
    """Return a date; a bare number is a day of the spreadsheets' calendar."""
    if isinstance(raw, float | int) and not isinstance(raw, bool) and 30_000 < raw < 80_000:
        return reading.day(date.fromordinal(_CALENDAR_START + int(raw)))
    return reading.day(raw)
