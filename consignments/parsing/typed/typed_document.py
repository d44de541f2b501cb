"""A document typed by hand: the texts of its boxes, kept as JSON so that it is a document like any other."""

import json
from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from ..json_loading import load
from ..noting import Notes
from ..values import ParsedDocument, StatedManifest
from .paper import Paper
from .stating import TypedPaper


def encode(paper: Paper, form: Mapping[str, Any]) -> bytes:
    """Return the document that holds what was typed: name of a box to text, name of lines to a list of such objects."""
    # Half a character (a lone surrogate, as a document sent as JSON may hold) is written as JSON spells it.
    text = json.dumps({paper.kind.value: form}, ensure_ascii=False, default=str, indent=1)
    return text.encode(errors="backslashreplace")


def boxes_of(paper: Paper, raw: bytes) -> dict[str, Any]:
    """Return what `encode` has kept; empty for other bytes."""
    content = load(raw, Notes())
    form = content.get(paper.kind.value) if isinstance(content, dict) else None
    return form if isinstance(form, dict) else {}


def recognises(paper: Paper, raw: bytes) -> bool:
    return raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n{").startswith(f'"{paper.kind.value}"'.encode())


def parse(paper: Paper, raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read what `encode` has written: one conveyance, one consignment; problems name the box."""
    document = ParsedDocument(paper.kind, StatedManifest(), iter(()))
    notes = Notes(document.problems)
    content = load(raw, notes)
    form = content.get(paper.kind.value) if isinstance(content, dict) else None
    if not isinstance(form, dict):
        if not notes.has_errors:
            notes.error("typed_form_missing", "")
        return document
    typed = TypedPaper(paper, form, local_zone)
    document.manifest = typed.manifest
    document.consignments = iter((typed.consignment,))
    return document
