"""Printed sheets read back as a reader's search would find them."""

import re

import pypdfium2


def text_of(pdf: bytes) -> str:
    """Return the text of all pages, with every run of white space as one space."""
    pages = pypdfium2.PdfDocument(pdf)
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_bounded() for page in pages))
