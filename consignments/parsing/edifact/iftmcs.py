"""UN/EDIFACT IFTMCS, the contract of transport as concluded, an electronic bill of lading: a message, a consignment."""

from datetime import tzinfo

from ..values import DocumentKind, ParsedDocument
from .interchange import read_interchange
from .transport_document import read_transport_document


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an interchange; consignments are read as they are asked for."""
    return read_interchange(raw, "IFTMCS", DocumentKind.IFTMCS, read_transport_document, local_zone)
