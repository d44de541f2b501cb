"""Guesses what a PDF is by the largest heading on its first page that names a kind of paper."""

import re

from .page_text import Page, lines_of, text_of

# DocumentKind values and kinds of supporting documents; those further down are meant by fewer words.
_NAMES = (
    (
        "cmr_note",
        r"\b(?:cmr|смр|цмр)\b|международная товарно-?\s?транспортная накладная|international consignment note",
    ),
    ("smgs_note", r"\b(?:смгс|smgs)\b|железнодорожная накладная"),
    ("air_waybill", r"air ?waybill|авианакладная|грузовая накладная авиа"),
    ("tir_carnet", r"\bcarnet tir\b|\btir carnet\b|книжка мдп"),
    ("bill_of_lading", r"\bbill of lading\b|коносамент|\bb/l no\b"),
    ("packing_list", r"\bpacking list\b|упаковочный лист"),
    ("invoice", r"\binvoice\b|инвойс|\bсчет(?:-фактура)?\b"),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _NAMES)
_HEAD = 1 / 4  # of the page, where a title stands


def kind_of(page: Page) -> str:
    """Return the kind, "" when no heading names one."""
    best, kind = 0.0, ""
    for line in lines_of(page.words):
        text = text_of(line).replace("ё", "е").replace("Ё", "Е")
        for named, words in _PATTERNS:
            if (found := words.search(text)) is None:
                continue
            size = max(word.area.height for word in line)
            in_head = line[0].area.y0 < page.height * _HEAD
            # A title stands alone; a mention stands in a sentence.
            weight = size * (2 if in_head else 1) * (1.5 if len(found[0]) > len(text) / 2 else 1)
            if weight > best:
                best, kind = weight, named
    return kind
