"""UN/EDIFACT IFCSUM, the forwarding and consolidation summary: the consignments of one conveyance, one for each CNI."""

from datetime import tzinfo

from ..values import DocumentKind, ParsedDocument
from .interchange import read_interchange
from .manifest_message import read_manifest_message
from .profiles import CONSOLIDATION


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an interchange; the head is read at once, consignments as they are asked for."""
    return read_interchange(
        raw,
        "IFCSUM",
        DocumentKind.IFCSUM,
        lambda message, reading: read_manifest_message(message, lambda *_: CONSOLIDATION, reading),
        local_zone,
    )
