"""The papers that a consignment names: its transport document, and what accompanies it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .. import reading
from ..noting import Notes
from ..values import StatedDocument
from ..xml_nodes import Node
from .codes import is_transport_document, paper_kind, transport_document_kind

_KINDS = ("DocKindCode", "PresentedDocumentModeCode", "PrecedingDocumentModeCode")
_NUMBERS = ("DocId", "PrDocumentNumber", "GeneralNumber", "PrecedingDocumentNumber")
_DAYS = ("DocCreationDate", "PrDocumentDate", "GeneralDate", "PrecedingDocumentDate")
_PAPERS = (
    "PIGoodsDocDetails", "PIPrecedingDocDetails", "TDPresentedDocDetails", "TDPrecedingDocDetails",
    "PresentedDocDetails", "PrecedingDocDetails", "ESADout_CUPresentedDocument", "ESADout_CUPrecedingDocument",
)  # fmt: skip
# Office, day and number of a declaration, in the Union's documents and in the album's.
_REGISTRATION = (
    ("CustomsOfficeCode", "CustomsCode", "PrecedingDocumentCustomsCode"),
    (*_DAYS, "RegistrationDate"),
    ("CustomsDocumentId", "GTDNumber", "PrecedingDocumentNumber"),
)


@dataclass(frozen=True, slots=True)
class TransportDocument:
    """kind: as transport_document_kind of a consignment; None when the document gives it no code."""

    number: str | None = None
    issued_on: date | None = None
    kind: str | None = None
    path: str = ""


def transport_document(node: Node | None, notes: Notes) -> TransportDocument | None:
    """Read the paper under which the goods travel; None when there is no such element."""
    if node is None:
        return None
    code = node.text_of(*_KINDS)
    number, day = node.any(*_NUMBERS), node.any(*_DAYS)
    return TransportDocument(
        notes.identifier(number.text(), number.path, 120) if number else None,
        notes.read(reading.day, day.text(), day.path) if day else None,
        transport_document_kind(code) if code else None,
        node.path,
    )


def presented_transport_document(items: Iterable[Node]) -> Node | None:
    """Return the first transport document that the items present; a TIR carnet only where there is no other."""
    presented = [
        paper
        for item in items
        for paper in item.all_of(*_PAPERS)
        if is_transport_document(paper.text_of(*_KINDS)) and paper.text_of(*_NUMBERS)
    ]
    return next((one for one in presented if one.text_of(*_KINDS) != "02024"), next(iter(presented), None))


def papers(
    consignment: Node, items: Iterable[Node], notes: Notes, but_number: str | None = None
) -> Iterator[StatedDocument]:
    """Yield the papers of the consignment and its items, each once; but_number: that of its transport document."""
    seen: set[tuple[str, str | None]] = set()
    if prior := consignment.first("CustomsDocIdDetails"):
        number = notes.identifier(_registration(prior), prior.path, 120)
        yield StatedDocument("previous_declaration", number, path=prior.path)
        seen.add(("previous_declaration", number))
    for paper in (paper for item in items for paper in item.all_of(*_PAPERS)):
        code = paper.text_of(*_KINDS)
        kind, number = paper_kind(code), notes.identifier(_number(paper), paper.path, 120)
        is_own = is_transport_document(code) and number == but_number
        if not is_own and (kind, number) not in seen:
            seen.add((kind, number))
            day = (paper.first("CustomsDocIdDetails") or paper).any(*_DAYS)
            issued_on = notes.read(reading.day, day.text(), day.path) if day else None
            yield StatedDocument(kind, number, issued_on, paper.path)


def carnet_number(carnet: Node | None) -> str | None:
    """Return series and number of a TIR carnet as one."""
    if carnet is None:
        return None
    series = carnet.text_of("TIRSeriesId", "TIRSeries") or ""
    return f"{series}{carnet.text_of('TIRId', 'TIRID') or ''}" or None


def _number(paper: Node) -> str | None:
    """Return the number; that of an earlier declaration as office/day/number, that of a carnet with its series."""
    registration = paper.first("CustomsDocIdDetails")
    if registration is None and paper.any("PrecedingDocumentCustomsCode"):
        registration = paper
    if registration:
        return _registration(registration)
    return carnet_number(paper.first("TIRIdDetails")) or paper.text_of(*_NUMBERS)


def _registration(node: Node) -> str | None:
    return "/".join(part for names in _REGISTRATION if (part := node.text_of(*names))) or None
