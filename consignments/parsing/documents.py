"""The kinds of document that are read, and the one entry: bytes in, a ParsedDocument out."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import TypeVar

from . import json_kinds
from .asycuda import kinds as asycuda
from .eaeu import kinds as eaeu
from .edifact import kinds as edifact
from .edifact.recognising import is_interchange, type_of
from .kind import Kind, Submitted
from .noting import error, warning
from .observations import kinds as observations
from .sheets import kinds as sheets
from .typed import kinds as typed
from .values import ParsedDocument, Problem, StatedConsignment, StatedManifest, StatedObservation
from .wco import kinds as wco
from .x12 import kinds as x12
from .xml_nodes import root_name

MAX_CONSIGNMENTS = 50_000
MAX_OBSERVATIONS = 200_000

Stated = TypeVar("Stated", StatedConsignment, StatedObservation)

# Content types that say nothing of the content.
_VAGUE = {"", "application/octet-stream", "text/plain", "binary/octet-stream"}


# The first that recognises the bytes reads them: what anything might be (JSON, text as a table) stands last.
KINDS: tuple[Kind, ...] = (
    *eaeu.KINDS,
    *asycuda.KINDS,
    *wco.KINDS,
    *edifact.KINDS,
    *x12.KINDS,
    *typed.KINDS,
    *observations.KINDS,
    *json_kinds.KINDS,
    *sheets.KINDS,
)


def parse(
    raw: bytes,
    content_type: str,
    *,
    filename: str | None = None,
    mapping: Mapping[str, str] | None = None,
    local_zone: tzinfo,
) -> ParsedDocument:
    """Read a document of any kind.

    content_type: as sent; when it contradicts the bytes, the bytes decide and a warning says so.
    mapping: for spreadsheets, field name to column header (`columns.py`); overrides the guess.
    local_zone: the zone of times that are stated without one.
    """
    media_type = content_type.partition(";")[0].strip().lower()
    sent = Submitted(raw, media_type, filename or "", mapping, local_zone)
    kind = next((kind for kind in KINDS if kind.recognises(sent)), None)
    if kind is None:
        return ParsedDocument(None, StatedManifest(), iter(()), [_why_unread(raw)])
    document = kind.parse(sent)
    if media_type not in kind.content_types | _VAGUE:
        document.problems.append(warning("content_type_differs", "", value=media_type, found=kind.kind.value))
    document.consignments = _at_most(MAX_CONSIGNMENTS, document.consignments, document.problems)
    document.observations = _at_most(
        MAX_OBSERVATIONS, document.observations, document.problems, "too_many_observations"
    )
    return document


def _at_most(
    limit: int, stated: Iterator[Stated], problems: list[Problem], code: str = "too_many_consignments"
) -> Iterator[Stated]:
    for count, one in enumerate(stated, start=1):
        if count > limit:
            problems.append(error(code, one.path, limit=limit))
            return
        yield one


def _why_unread(raw: bytes) -> Problem:
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return error("document_empty", "")
    if raw[:1024].lstrip().startswith(b"%PDF"):
        return error("pdf_not_read", "")
    if is_interchange(raw):
        return error("edifact_type_not_read", "", value=type_of(raw))
    if name := root_name(raw):
        return error("document_not_read", f"/{name}", value=name)
    return error("document_unknown", "")
