"""The frame of every document of the Union: its head is read at once, its consignments as they are asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from ..noting import Notes, Unreadable, error, notice, warning
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from ..xml_nodes import Node, local_name, read_head, read_repeated, root_name
from .trip import Trip


@dataclass(frozen=True, slots=True)
class Form:
    """How a document is built.

    consignment: its element, by the root's name. code: what EDocCode has to be, None where that is not known.
    left_out: the element whose many occurrences the head can do without, where it is not the consignment.
    path: of the parent of the consignments, below the root.
    """

    kind: DocumentKind
    consignment: Callable[[str], str]
    read_trip: Callable[[Node, set[str], tzinfo, Notes], Trip]
    read_one: Callable[[Node, Trip, tzinfo], StatedConsignment]
    code: str | None = None
    left_out: str | None = None
    path: Callable[[str], str] = lambda root: ""
    box: str = "ContainerId"


def parse_form(raw: bytes, form: Form, roots: Callable[[str], bool], local_zone: tzinfo) -> ParsedDocument:
    """Read a document; broken XML gives no consignment at all. roots: whether a root of this name is of the form."""
    document = ParsedDocument(form.kind, StatedManifest(), iter(()))
    try:
        root, containers = read_head(raw, form.left_out or form.consignment(root_name(raw)), watched=form.box)
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    if not roots(local_name(root.element)):
        document.problems.append(error("document_not_read", root.path, value=local_name(root.element)))
        return document
    notes = Notes(document.problems, is_lenient=True)
    code = root.text("EDocCode")
    if form.code and code and code != form.code:
        notes.warning("eaeu_document_code_differs", f"{root.path}/EDocCode", value=code, expected=form.code)
    trip = form.read_trip(root, containers, local_zone, notes)
    document.manifest = trip.manifest
    document.consignments = _consignments(raw, root, form, trip, local_zone, document)
    return document


def _consignments(
    raw: bytes, root: Node, form: Form, trip: Trip, local_zone: tzinfo, document: ParsedDocument
) -> Iterator[StatedConsignment]:
    packages: int | None = 0
    goods = found = 0
    name = form.consignment(root.name)
    parent = "" if name == root.name else root.path + form.path(root.name)
    for node in read_repeated(raw, name, parent):
        stated = form.read_one(node, trip, local_zone)
        found += 1
        goods += len(stated.goods)
        packages = None if packages is None or stated.total_packages is None else packages + stated.total_packages
        yield stated
    if found == 0:
        document.problems.append(notice("no_consignments", parent))
        return
    if None not in (trip.total_packages, packages) and trip.total_packages != packages:
        document.problems.append(
            warning("packages_disagree", f"{parent}/CargoQuantity", stated=trip.total_packages, found=packages)
        )
    if trip.total_goods is not None and trip.total_goods != goods:
        document.problems.append(
            warning("goods_count_differs", f"{parent}/GoodsQuantity", stated=trip.total_goods, found=goods)
        )
