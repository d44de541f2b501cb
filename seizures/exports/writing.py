"""Columns and lines become a file: CSV and JSON piece by piece, XLSX row by row into a file of its own."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from consignments.formulas import harmless

from .columns import Column, Exported, Value

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets read Cyrillic as something else


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_pieces(columns: Sequence[Column], rows: Iterable[Exported]) -> Iterator[str]:
    """Yield the head and one row a line; amounts as plain decimals."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + str(writer.writerow([column.name for column in columns]))
    for row in rows:
        yield str(writer.writerow([harmless(_text(column.value(row))) for column in columns]))


def json_pieces(columns: Sequence[Column], rows: Iterable[Exported], head: dict[str, str]) -> Iterator[str]:
    """Yield one object: `head`, then "seizures", a list of objects; amounts are strings, so that none is rounded."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "seizures": ['
    for index, row in enumerate(rows):
        told = {column.name: _plain(column.value(row)) for column in columns}
        yield ("," if index else "") + "\n" + json.dumps(told, ensure_ascii=False)
    yield "\n]}\n"


def xlsx_file(columns: Sequence[Column], rows: Iterable[Exported]) -> IO[bytes]:
    """Return an open file at its beginning; texts are cells of text, never formulas."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("seizures")
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, column.value(row)) for column in columns])
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(file)
    file.seek(0)
    return file


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _plain(value: Value) -> str | int | bool | None:
    return value if value is None or isinstance(value, bool | int) else _text(value)


def _cell(sheet, value: Value) -> WriteOnlyCell:
    if isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", harmless(_text(value))))
    cell.data_type = "s"
    return cell
