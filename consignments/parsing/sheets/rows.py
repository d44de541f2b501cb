"""Rows out of CSV, XLSX and XLS files: cells as text, number, date or truth, each with its address."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..edifact.charset import is_utf8, looks_cyrillic
from ..noting import Notes, Unreadable
from .zip_reading import FAULTS, open_zip

Cell = str | float | int | bool | date | datetime | None

MAX_ROWS = 100_000
MAX_COLUMNS = 300
MAX_CELLS = 5_000_000
MAX_UNZIPPED_BYTES = 200 * 1024 * 1024
MAX_ZIP_RATIO = 300
SECONDS = 90

_CHILD = Path(__file__).with_name("workbook_child.py")
_DELIMITERS = ";,\t|"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(slots=True)
class Sheet:
    """A table of rows. name: of the sheet in its workbook, empty for CSV. rows[0] is row 1 of the file."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)

    def address(self, column: int, header: str) -> tuple[str, str]:
        """Return what stands around the row's number in an address: Sheet1!C7, or row 7, column Gross kg."""
        if self.name:
            return f"{self.name}!{column_letters(column)}", ""
        return "row ", f", column {header or column + 1}"

    def row_path(self, row: int) -> str:
        return f"{self.name}!A{row + 1}" if self.name else f"row {row + 1}"


def is_workbook(raw: bytes) -> bool:
    """Return whether the bytes are a workbook: an OLE file (XLS) or a zip with the parts of XLSX."""
    if raw.startswith(_OLE):
        return True
    return raw.startswith(b"PK\x03\x04") and (b"xl/" in raw)


def read_sheets(raw: bytes, notes: Notes) -> list[Sheet]:
    """Return the visible, filled sheets; raise Unreadable when the file as a whole cannot be read."""
    return _workbook_sheets(raw, notes) if is_workbook(raw) else [_csv_sheet(raw, notes)]


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _csv_sheet(raw: bytes, notes: Notes) -> Sheet:
    text = _decoded(raw, notes)
    if "\x00" in text:
        notes.warning("nul_removed", "")
        text = text.replace("\x00", "")
    sheet = Sheet("")
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            cells += len(row)
            if len(sheet.rows) >= MAX_ROWS or len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise Unreadable("sheet_too_large", sheet="CSV", rows=MAX_ROWS, columns=MAX_COLUMNS)
            sheet.rows.append([*row])
    except csv.Error as fault:
        raise Unreadable("csv_broken", row=len(sheet.rows) + 1, value=str(fault)) from None
    return sheet


def _decoded(raw: bytes, notes: Notes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if is_utf8(raw):
        return raw.decode("utf-8-sig")
    codec = "cp1251" if looks_cyrillic(raw) else "cp1252"
    notes.warning("charset_differs", "", stated="UTF-8", found=codec)
    return raw.decode(codec, "replace")


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts most of the first lines into one and the same number of columns."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    first = re.fullmatch(r"sep=(.)", lines[0].strip()) if lines else None
    if first:
        return first[1]

    def regularity(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        return max((widths.count(width) * width for width in set(widths) if width > 1), default=0)

    try:
        return max(_DELIMITERS, key=regularity)
    except csv.Error:
        return ","


def _workbook_sheets(raw: bytes, notes: Notes) -> list[Sheet]:
    if raw.startswith(b"PK"):
        _refuse_zip_bomb(raw)
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(_CHILD)], input=raw, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("workbook_broken") from None
    sheets: list[Sheet] = []
    offset = 0
    has_ended = False
    for line in io.BytesIO(child.stdout):
        content = json.loads(line)
        if isinstance(content, list):
            sheets[-1].rows.append([None] * offset + [_cell(cell) for cell in content])
        elif "sheet" in content and "error" not in content:
            sheets.append(Sheet(content["sheet"]))
            offset = content["column"]
        elif "error" in content:
            code = content.pop("error")
            if code != "sheet_too_large":
                raise Unreadable(code)
            notes.error(code, f"{content['sheet']}!A1", **content)
        else:
            has_ended = True
    if not has_ended:
        raise Unreadable("workbook_too_large")
    return sheets


def _cell(stated: Any) -> Cell:
    if isinstance(stated, dict):
        text = stated["d"]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return None if stated == "" else stated


def _refuse_zip_bomb(raw: bytes) -> None:
    """Refuse by the zip's own directory what would unpack too far; a lying directory is met by the child's limits."""
    try:
        with open_zip(raw) as archive:
            unzipped = sum(part.file_size for part in archive.infolist())
    except FAULTS:
        raise Unreadable("workbook_broken") from None
    if unzipped > MAX_UNZIPPED_BYTES or unzipped > max(len(raw), 50_000) * MAX_ZIP_RATIO:
        raise Unreadable("workbook_too_large")
