"""Seizure lines as CSV: what was taken, where and when; no party, no officer, no consignment."""

import csv
from collections.abc import Iterator

from django.utils import timezone

from .querysets import SeizureLineQuerySet

COLUMNS = [
    "recorded_on",
    "unit",
    "post",
    "examination",
    "category",
    "commodity",
    "quantity",
    "quantity_unit",
    "value",
    "currency",
    "concealment",
]
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets read Cyrillic as something else


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_rows(lines: SeizureLineQuerySet) -> Iterator[str]:
    """Yield the head and one row a line; amounts as plain decimals."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + str(writer.writerow(COLUMNS))
    for line in lines.select_related("unit", "examination__post").iterator(chunk_size=2000):
        yield str(
            writer.writerow(
                [
                    timezone.localdate(line.recorded_at).isoformat(),
                    line.unit.code,
                    line.examination.post.code if line.examination.post else "",
                    line.examination.reference,
                    line.category,
                    harmless(line.commodity),
                    format(line.quantity.normalize(), "f"),
                    line.quantity_unit,
                    "" if line.value is None else format(line.value, "f"),
                    line.currency,
                    line.concealment,
                ]
            )
        )


def harmless(text: str) -> str:
    """Set an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
