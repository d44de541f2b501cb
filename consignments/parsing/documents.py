"""The kinds of document that are read, and the one entry: bytes in, a ParsedDocument out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from . import cmr_note, cuscar, eaeu_road, json_manifest, spreadsheet
from .noting import error, warning
from .values import DocumentKind, ParsedDocument, Problem, StatedConsignment, StatedManifest
from .xml_nodes import root_name

MAX_CONSIGNMENTS = 50_000

# Content types that say nothing of the content.
_VAGUE = {"", "application/octet-stream", "text/plain", "binary/octet-stream"}


@dataclass(frozen=True, slots=True)
class Submitted:
    """What arrived, with what the parsers may need to know besides the bytes."""

    raw: bytes
    content_type: str
    filename: str
    mapping: Mapping[str, str] | None
    local_zone: tzinfo


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: its content types, how its bytes are recognised, who reads it."""

    kind: DocumentKind
    content_types: frozenset[str]
    recognises: Callable[[Submitted], bool]
    parse: Callable[[Submitted], ParsedDocument]


KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.EAEU_ROAD_PRELIMINARY,
        frozenset({"application/xml", "text/xml"}),
        lambda sent: eaeu_road.recognises(sent.raw),
        lambda sent: eaeu_road.parse(sent.raw, local_zone=sent.local_zone),
    ),
    Kind(
        DocumentKind.CUSCAR,
        frozenset({"application/edifact", "application/x-edifact", "text/edifact"}),
        lambda sent: cuscar.recognises(sent.raw),
        lambda sent: cuscar.parse(sent.raw, local_zone=sent.local_zone),
    ),
    Kind(
        DocumentKind.CMR_NOTE,
        frozenset({cmr_note.CONTENT_TYPE}),
        lambda sent: sent.content_type == cmr_note.CONTENT_TYPE or cmr_note.recognises(sent.raw),
        lambda sent: cmr_note.parse(sent.raw, local_zone=sent.local_zone),
    ),
    Kind(
        DocumentKind.JSON_MANIFEST,
        frozenset({"application/json", "text/json"}),
        lambda sent: sent.raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["),
        lambda sent: json_manifest.parse(sent.raw, local_zone=sent.local_zone),
    ),
    Kind(
        DocumentKind.SPREADSHEET_MANIFEST,
        frozenset(
            {
                "text/csv",
                "application/csv",
                "application/vnd.ms-excel",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            }
        ),
        lambda sent: spreadsheet.recognises(sent.raw, sent.content_type, sent.filename),
        lambda sent: spreadsheet.parse(sent.raw, mapping=sent.mapping, local_zone=sent.local_zone),
    ),
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
    return document


def _at_most(
    limit: int, consignments: Iterator[StatedConsignment], problems: list[Problem]
) -> Iterator[StatedConsignment]:
    for count, consignment in enumerate(consignments, start=1):
        if count > limit:
            problems.append(error("too_many_consignments", consignment.path, limit=limit))
            return
        yield consignment


def _why_unread(raw: bytes) -> Problem:
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return error("document_empty", "")
    if raw[:1024].lstrip().startswith(b"%PDF"):
        return error("pdf_not_read", "")
    if name := root_name(raw):
        return error("document_not_read", f"/{name}", value=name)
    return error("document_unknown", "")
