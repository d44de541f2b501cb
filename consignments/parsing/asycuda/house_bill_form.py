"""The second form of house bills (AsycudaWorld_Manifest): one bill in a document, its containers beside it."""

from collections.abc import Iterator
from datetime import tzinfo

from ..noting import Notes, Unreadable, error, notice
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from ..xml_nodes import local_name, read_head, root_name
from . import manifest_head
from .bill import Above, read_bill
from .segment import Segment

ROOT = "AsycudaWorld_Manifest"
BILL = "Bol_specific_segment"
BOXES = ("Container", "Ctn_segment", "Container_segment")


def recognises(raw: bytes) -> bool:
    return root_name(raw) == ROOT


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the document; its number stands in the Identification_segment, above the bill."""
    document = ParsedDocument(DocumentKind.ASYCUDA_HOUSE_BILLS, StatedManifest(), iter(()))
    try:
        node, _ = read_head(raw, repeated="")
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    if local_name(node.element) != ROOT:
        document.problems.append(error("document_not_read", node.path, value=local_name(node.element)))
        return document
    top = Segment(node.element, node.path)
    notes = Notes(document.problems, is_lenient=True)
    identity = top.first("Identification_segment") or top
    document.manifest, _ = manifest_head.read_head(identity, local_zone, notes)
    document.consignments = _bills(top, identity, local_zone, document)
    return document


def _bills(
    top: Segment, identity: Segment, local_zone: tzinfo, document: ParsedDocument
) -> Iterator[StatedConsignment]:
    bills = top.all(BILL)
    if not bills:
        document.problems.append(notice("no_consignments", top.path))
    number = identity.identifier("bill_number", 120, Notes())
    boxes = tuple(box for name in BOXES for box in top.all(name))
    is_alone = len(bills) == 1
    for bill in bills:
        yield read_bill(
            bill,
            Above(document.manifest, local_zone, number=number if is_alone else None, boxes=boxes if is_alone else ()),
        )
