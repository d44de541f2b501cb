"""What the registry says of one kind of document: how it is recognised, who reads it, what it must or cannot carry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from .values import DocumentKind, ParsedDocument

XML = frozenset({"application/xml", "text/xml"})
JSON = frozenset({"application/json", "text/json"})
EDIFACT = frozenset({"application/edifact", "application/x-edifact", "text/edifact"})
TABLES = frozenset(
    {
        "text/csv",
        "application/csv",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)


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
    """One kind of document.

    must, cannot: names of `carries.FIELDS`; what is in neither it may carry. Missing under `must` = none stated.
    """

    kind: DocumentKind
    content_types: frozenset[str]
    recognises: Callable[[Submitted], bool]
    parse: Callable[[Submitted], ParsedDocument]
    must: frozenset[str] = frozenset()
    cannot: frozenset[str] = frozenset()
