"""UN/EDIFACT CUSCAR, the customs cargo report: consignments by CNI below the head of a conveyance (D.95B to D.16A)."""

from datetime import tzinfo

from ..values import DocumentKind, ParsedDocument
from .interchange import read_interchange
from .manifest_message import read_manifest_message
from .profiles import profile_of


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an interchange; the head is read at once, consignments as they are asked for."""
    return read_interchange(
        raw,
        "CUSCAR",
        DocumentKind.CUSCAR,
        lambda message, reading: read_manifest_message(message, profile_of, reading),
        local_zone,
    )
