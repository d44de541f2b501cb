"""ASYCUDA World cargo manifest (Awmds) and house bills below a master bill (Awbolds): a stream of bills of lading."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal

from ..noting import Notes, Unreadable, error, notice, warning
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from ..xml_nodes import local_name, read_head, read_repeated, root_name
from . import manifest_head
from .bill import Above, read_bill
from .boxes import SharedBoxes
from .manifest_head import Totals
from .segment import Segment

MANIFEST = "Awmds"
HOUSE_BILLS = "Awbolds"
BILL = "Bol_segment"
_ROUNDING = Decimal("0.001")  # of a total


def recognises(raw: bytes) -> bool:
    return root_name(raw) == MANIFEST


def recognises_house_bills(raw: bytes) -> bool:
    return root_name(raw) == HOUSE_BILLS


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a manifest: the head at once, the bills as they are asked for."""
    return _parse(raw, DocumentKind.ASYCUDA_MANIFEST, MANIFEST, "General_segment", local_zone)


def parse_house_bills(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read house bills; all are below the one master bill that the head names."""
    return _parse(raw, DocumentKind.ASYCUDA_HOUSE_BILLS, HOUSE_BILLS, "Master_bol", local_zone)


def _parse(raw: bytes, kind: DocumentKind, root: str, head_name: str, local_zone: tzinfo) -> ParsedDocument:
    document, shared = ParsedDocument(kind, StatedManifest(), iter(())), SharedBoxes()
    try:
        node, _ = read_head(raw, BILL, visit=shared.show)
        if local_name(node.element) != root:
            raise Unreadable("document_not_read", value=local_name(node.element))
        shared.collect(raw, BILL)
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    top = Segment(node.element, node.path)
    head = top.first(head_name)
    notes = Notes(document.problems, is_lenient=True)
    totals = Totals()
    if head:
        document.manifest, totals = manifest_head.read_head(head, local_zone, notes)
    else:
        notes.warning("field_expected", top.path, field=head_name)
    master = head.identifier("master_number", 120, notes) if head and kind is DocumentKind.ASYCUDA_HOUSE_BILLS else None
    above = Above(document.manifest, local_zone, master_number=master, shared=shared)
    document.consignments = _bills(raw, top.path, above, totals, document)
    return document


@dataclass(slots=True)
class _Sums:
    """The totals of the bills read so far; None when one of them does not state the datum."""

    packages: int | None = 0
    gross_mass_kg: Decimal | None = Decimal(0)

    def add(self, stated: StatedConsignment) -> None:
        packages, mass_kg = stated.total_packages, stated.total_gross_mass_kg
        self.packages = None if self.packages is None or packages is None else self.packages + packages
        self.gross_mass_kg = None if self.gross_mass_kg is None or mass_kg is None else self.gross_mass_kg + mass_kg


def _bills(
    raw: bytes, path: str, above: Above, totals: Totals, document: ParsedDocument
) -> Iterator[StatedConsignment]:
    count, sums = 0, _Sums()
    for node in read_repeated(raw, BILL, path):
        stated = read_bill(Segment(node.element, node.path), above)
        count += 1
        sums.add(stated)
        yield stated
    if count == 0:
        document.problems.append(notice("no_consignments", path))
        return
    containers = above.shared.distinct if above.shared else None
    checked = (
        ("consignment_count_differs", above.manifest.stated_consignments, count),
        ("container_count_differs", totals.containers, containers),
        ("packages_disagree", totals.packages, sums.packages),
        ("gross_mass_disagrees", totals.gross_mass_kg, sums.gross_mass_kg),
    )
    document.problems += [
        warning(code, path, stated=total, found=found) for code, total, found in checked if _disagree(total, found)
    ]


def _disagree(total: Decimal | int | None, found: Decimal | int | None) -> bool:
    """Whether both are known, and differ by more than the rounding of lines."""
    return total is not None and found is not None and abs(Decimal(total) - Decimal(found)) > _ROUNDING * Decimal(total)
