"""Reads the numbers back out of a report's files."""

import re
from io import BytesIO

import pypdfium2
from openpyxl import load_workbook

from pcu_platform.models import Report

SPACES = re.compile(r"[\s\u00a0\u202f]+")


def made(of: Report, language: str = "en", suffix: str = "pdf") -> bytes:
    return bytes(of.files.get(language=language, suffix=suffix).content)


def text_of(pdf: bytes) -> str:
    """All words of a PDF, with one space between them."""
    document = pypdfium2.PdfDocument(pdf)
    return SPACES.sub(" ", " ".join(page.get_textpage().get_text_range() for page in document))


def sheets_of(xlsx: bytes) -> dict[str, list[list[object]]]:
    """The rows of each sheet by its name."""
    book = load_workbook(BytesIO(xlsx))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
