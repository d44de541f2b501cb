"""Writes rows as a table of the kind they came from; a row keeps its number, and a text is never made a formula."""

import csv
import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from .rows import Cell
from .table import as_text

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DELIMITER = ";"
_LONGEST_CELL = 32_767


def csv_bytes(rows: Mapping[int, Sequence[Cell]]) -> bytes:
    """Return a CSV file in UTF-8 with the rows at their numbers, counted from 0; the lines between are empty."""
    content = io.StringIO()
    writer = csv.writer(content, delimiter=DELIMITER, lineterminator="\r\n")
    for number in range(max(rows, default=-1) + 1):
        cells = [as_text(cell) or "" for cell in rows.get(number, ())]
        if cells[:1] and cells[0].lower().startswith("sep="):  # it would name another delimiter than ours
            cells = []
        writer.writerow(cells)
    return content.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Mapping[int, Sequence[Cell]], sheet_name: str) -> bytes:
    """Return a workbook of one sheet with the rows at their numbers, counted from 0."""
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name[:31] or "Sheet1"
    for number, cells in rows.items():
        for position, value in enumerate(cells, start=1):
            if value is None:
                continue
            cell = sheet.cell(row=number + 1, column=position)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_LONGEST_CELL]
                cell.data_type = "s"
            else:
                cell.value = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
