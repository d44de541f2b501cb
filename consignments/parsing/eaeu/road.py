"""EAEU road preliminary information (R.042) of one truck, in the dialect of 2018 and the earlier one.

Elements are matched by local name: the versions of the namespaces differ from sender to sender.
"""

from collections.abc import Iterator
from datetime import tzinfo

from ..noting import Notes, Unreadable, error, notice, warning
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from ..xml_nodes import Node, local_name, read_head, read_repeated, root_name
from .consignment import read_consignment
from .truck import Truck, itinerary, read_truck

ROOT = "AutoPreliminaryInformation"
CONSIGNMENT = "PIATConsignmentDetails"
DOCUMENT_CODE = "R.042"


def recognises(raw: bytes) -> bool:
    """Return whether the bytes are XML whose root is road preliminary information."""
    return root_name(raw) == ROOT


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the truck at once and its consignments as they are asked for; broken XML gives no consignment at all."""
    document = ParsedDocument(DocumentKind.EAEU_ROAD_PRELIMINARY, StatedManifest(), iter(()))
    try:
        root, containers = read_head(raw, CONSIGNMENT, watched="ContainerId")
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    if local_name(root.element) != ROOT:
        document.problems.append(error("document_not_read", root.path, value=local_name(root.element)))
        return document
    notes = Notes(document.problems, is_lenient=True)
    if root.text("EDocCode") != DOCUMENT_CODE:
        notes.warning("eaeu_document_code_differs", f"{root.path}/EDocCode", value=root.text("EDocCode") or "")
    truck = read_truck(root, containers, local_zone, notes)
    countries = itinerary(root.first("PIATBorderTransportDetails"), notes)
    document.manifest = truck.manifest
    document.consignments = _consignments(raw, root, truck, countries, local_zone, document)
    return document


def _consignments(
    raw: bytes, root: Node, truck: Truck, countries: tuple[str, ...], local_zone: tzinfo, document: ParsedDocument
) -> Iterator[StatedConsignment]:
    packages: int | None = 0
    goods = count = 0
    for node in read_repeated(raw, CONSIGNMENT, f"{root.path}/PIATMainConsignmentDetails"):
        stated = read_consignment(node, truck, countries, local_zone)
        count += 1
        goods += len(stated.goods)
        packages = None if packages is None or stated.total_packages is None else packages + stated.total_packages
        yield stated
    main = f"{root.path}/PIATMainConsignmentDetails"
    if count == 0:
        document.problems.append(notice("no_consignments", main))
        return
    if None not in (truck.total_packages, packages) and truck.total_packages != packages:
        document.problems.append(
            warning("packages_disagree", f"{main}/CargoQuantity", stated=truck.total_packages, found=packages)
        )
    if truck.total_goods is not None and truck.total_goods != goods:
        document.problems.append(
            warning("goods_count_differs", f"{main}/GoodsQuantity", stated=truck.total_goods, found=goods)
        )
