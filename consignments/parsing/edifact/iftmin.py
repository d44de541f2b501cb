"""UN/EDIFACT IFTMIN, the instruction to transport one consignment; each message is one."""

from datetime import tzinfo

from ..values import DocumentKind, ParsedDocument
from .interchange import read_interchange
from .transport_document import read_transport_document


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an interchange; consignments are read as they are asked for."""
    return read_interchange(raw, "IFTMIN", DocumentKind.IFTMIN, read_transport_document, local_zone)
