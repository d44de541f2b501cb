"""The kinds of document whose rejected consignments can be mended by hand, and who opens each."""

from collections.abc import Mapping
from datetime import tzinfo

from . import json_mending
from .mended import Mending
from .sheets.mending import open_table
from .typed import mending as typed
from .typed.papers import BY_KIND
from .values import DocumentKind


def open_document(
    kind: str, raw: bytes, mapping: Mapping[str, str | None] | None, local_zone: tzinfo
) -> Mending | None:
    """Return how to mend a document of this kind; None for kinds that are not mended by hand, and where the document
    as a whole cannot be read."""
    if kind == DocumentKind.SPREADSHEET_MANIFEST:
        return open_table(raw, mapping, local_zone)
    if kind == DocumentKind.JSON_MANIFEST:
        return json_mending.open_manifest(raw, local_zone)
    if paper := BY_KIND.get(kind):
        return typed.open_typed(paper, raw, local_zone)
    return None


def can_be_mended(kind: str) -> bool:
    """Whether documents of this kind are mended by hand."""
    return kind in {DocumentKind.SPREADSHEET_MANIFEST, DocumentKind.JSON_MANIFEST, *BY_KIND}
