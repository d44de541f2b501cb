"""A report as a workbook: a sheet with its head and method, and one sheet for each table, numbers as numbers."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from pcu_platform.dashboard.cells import Amount, Cell, Count, Figure, HitRate, Share, Table, Times
from pcu_platform.dashboard.figures import Figures

from .heading import confidential, facts_of, method, title_of
from .record import Report

FORMATS: dict[type, str] = {
    Count: "#,##0",
    Amount: "#,##0.###",
    Figure: "0.0",
    Share: "0.0%",
    HitRate: "0.0%",
    Times: "0.0",
}
LONGEST_NAME = 31  # of a sheet
WIDEST = 60


def report_xlsx(report: Report, _figures: Figures, tables: list[Table]) -> bytes:
    """Return the file; a hit rate takes three columns: the rate and both ends of its interval."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _fill_front(first, report)
    for table in tables:
        _fill(book.create_sheet(_sheet_name(table.title)), table)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill_front(sheet: Worksheet, report: Report) -> None:
    sheet.title = _sheet_name(_("Report"))
    lines: list[list[str]] = [[title_of(report)], [confidential()], []]
    lines += [list(fact) for fact in facts_of(report)]
    lines += [[], [_("How it is counted")], *([each] for each in method())]
    lines += [[], [_("Unit head: name, signature, date")]]
    for line in lines:
        _write(sheet, line)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = WIDEST


def _fill(sheet: Worksheet, table: Table) -> None:
    _write(sheet, [table.title])
    sheet["A1"].font = Font(bold=True, size=12)
    heads = _heads(table)
    _write(sheet, heads)
    for cell in sheet[2]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for row in table.rows:
        _write(sheet, [row.head, *row.cells, row.formula])
    for note in ["", *table.notes]:
        _write(sheet, [note])
    sheet.freeze_panes = "B3"
    sheet.column_dimensions["A"].width = 44
    for number in range(1, len(heads)):
        sheet.column_dimensions[sheet.cell(2, number + 1).column_letter].width = 16
    sheet.column_dimensions[sheet.cell(2, len(heads)).column_letter].width = WIDEST


def _heads(table: Table) -> list[str]:
    """The columns' labels, with the ends of the interval after a hit rate, and the formula last."""
    of_rows = table.rows[0].cells if table.rows else []
    heads = [table.columns[0].label]
    for place, column in enumerate(table.columns[1:]):
        heads.append(column.label)
        if place < len(of_rows) and isinstance(of_rows[place], HitRate):
            heads += [_("Interval from"), _("Interval to")]
    return [*heads, _("Formula")]


def _write(sheet: Worksheet, values: list[Any]) -> None:
    row, column = (sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value is not None else 1), 1
    for value in values:
        for plain, number_format in _plain(value):
            _put(sheet.cell(row, column), plain, number_format)
            column += 1
    if not values:
        sheet.cell(row, 1).value = " "


def _plain(value: str | Cell) -> list[tuple[Any, str]]:
    if isinstance(value, str):
        return [(value, "")]
    number_format = FORMATS.get(type(value), "")
    if isinstance(value, HitRate):
        known = value.rate.examined > 0
        ends = (value.rate.low, value.rate.high) if known else (None, None)
        return [(each, number_format) for each in (value.plain, *ends)]
    return [(value.plain, number_format)]


def _put(cell: SheetCell, plain: Any, number_format: str) -> None:
    cell.value = plain
    if isinstance(plain, str):
        # What begins like a formula stays what an officer wrote.
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=len(plain) > WIDEST, vertical="top")
    elif number_format:
        cell.number_format = number_format


def _sheet_name(title: str) -> str:
    return "".join(" " if letter in r"[]:*?/\'" else letter for letter in title)[:LONGEST_NAME].strip()
