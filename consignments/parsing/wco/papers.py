"""Documents that a declaration or a consignment of the WCO Data Model names."""

from collections.abc import Iterable
from datetime import tzinfo

from ..noting import Notes
from ..values import Severity, StatedDocument
from ..xml_nodes import Node
from . import moments

# Document names of UN/EDIFACT 1001. Administrations write a letter for the list before it: N380.
_KINDS = {
    "380": "invoice", "325": "invoice", "935": "invoice", "271": "packing_list", "315": "contract",
    "860": "certificate_of_origin", "861": "certificate_of_origin", "862": "certificate_of_origin",
    "954": "certificate_of_origin", "811": "permit", "851": "permit", "852": "permit", "853": "permit",
    "911": "permit", "952": "tir_carnet",
}  # fmt: skip
TRANSPORT_DOCUMENTS = {
    **dict.fromkeys(("704", "705", "706", "710", "714"), "bill_of_lading"),
    **dict.fromkeys(("703", "740", "741", "743"), "air_waybill"),
    "730": "cmr", "720": "smgs", "722": "smgs", "952": "tir",
}  # fmt: skip
_REFERENCES = {"DCR", "MCR", "UCR", "LRN"}  # the declarant's own references, not declarations


def type_code(node: Node) -> str:
    """Return the code of a document without the letter of its list."""
    code = node.text("TypeCode") or ""
    return code[1:] if len(code) == 4 and code[0] in "NCYUX" else code


def papers(nodes: Iterable[Node], local_zone: tzinfo, notes: Notes) -> tuple[StatedDocument, ...]:
    """Return the documents, each once."""
    found: dict[tuple[str, str], StatedDocument] = {}
    for node in nodes:
        kind, number = _kind(node), notes.identifier(node.text("ID"), f"{node.path}/ID", 120, Severity.WARNING)
        if number and (kind, number) not in found:
            issued_on = moments.day(node.first("IssueDateTime"), local_zone, notes)
            found[kind, number] = StatedDocument(kind, number, issued_on, node.path)
    return tuple(found.values())


def _kind(node: Node) -> str:
    code = type_code(node)
    if code in _KINDS:
        return _KINDS[code]
    is_declaration = node.element.tag.endswith("PreviousDocument")
    return "previous_declaration" if is_declaration and code not in {*_REFERENCES, *TRANSPORT_DOCUMENTS} else "other"
