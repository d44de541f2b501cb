"""Run as a process of its own: workbook bytes on stdin, its visible sheets as JSON lines on stdout.

A sheet of two cells can claim 16384 × 1048576 of them; the reader then asks for half a terabyte and aborts. Here the
memory is limited first, so that such a file ends this process and not the worker.
Lines: {"sheet": name, "column": first column from 0}, then one array per row from row 1; at last {"end": true}.
"""

import datetime
import io
import json
import resource
import sys

from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 60
MAX_SHEETS = 10
MAX_ROWS = 100_000
MAX_COLUMNS = 300
MAX_CELLS = 5_000_000


def _plain(value: object) -> object:
    if isinstance(value, datetime.datetime | datetime.date):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    return value


def _write(line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        visible = [s.name for s in workbook.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
        for name in visible[:MAX_SHEETS]:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.start is None:
                continue
            height, width = sheet.total_height, sheet.total_width
            if height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
                _write({"error": "sheet_too_large", "sheet": name, "rows": MAX_ROWS, "columns": MAX_COLUMNS})
                continue
            _write({"sheet": name, "column": sheet.start[1]})
            for row in sheet.iter_rows():
                _write([_plain(cell) for cell in row])
    except PasswordError:
        _write({"error": "workbook_locked"})
    except Exception:  # whatever the reader says of a broken file, the answer is the same
        _write({"error": "workbook_broken"})
    _write({"end": True})
    return 0


if __name__ == "__main__":
    sys.exit(main())
