"""One item of an ASYCUDA declaration, and the papers that the items name."""

from collections.abc import Sequence

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedDocument, StatedGoodsItem
from . import values
from .segment import Segment

# Document names of UN/EDIFACT 1001; national lists of codes are read as other papers.
_PAPERS = {
    "380": "invoice", "325": "invoice", "271": "packing_list", "315": "contract", "860": "certificate_of_origin",
    "861": "certificate_of_origin", "862": "certificate_of_origin", "954": "certificate_of_origin", "811": "permit",
    "911": "permit", "852": "permit", "853": "permit", "851": "permit", "830": "previous_declaration",
    "952": "tir_carnet",
}  # fmt: skip
_MAX_CODE = 10  # digits


def read_item(item: Segment, position: int, currency: str | None, notes: Notes) -> StatedGoodsItem:
    """Return one item; currency: that of the whole invoice, for a price that states none."""
    code = item.read("item_code", reading.commodity_code, notes)
    more = item.text("item_precision")
    if code and more and (code + more).isdigit() and len(code + more) <= _MAX_CODE:
        code += more
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", item.path, value=code)
    price = item.read("item_price", reading.amount, notes) or None
    description = item.described("item_description", 4000, notes)
    return StatedGoodsItem(
        number=item.read("item_number", reading.small_count, notes, Severity.WARNING) or position,
        commodity_code=code,
        description=description,
        packages=values.count(item, "item_packages", notes),
        package_kind=item.identifier("item_package_kind", 10, notes, Severity.WARNING),
        gross_mass_kg=values.mass_kg(item, "item_gross_mass", notes),
        net_mass_kg=values.mass_kg(item, "item_net_mass", notes),
        value=price,
        currency=(item.read("item_currency", places.currency, notes, Severity.WARNING) or currency) if price else None,
        origin_country=item.read("item_origin", places.country, notes, Severity.WARNING),
        un_number=reading.un_number_in_text(description or ""),
        marks=_marks(item, notes),
    )


def papers(items: Sequence[Segment], notes: Notes) -> tuple[StatedDocument, ...]:
    """Return the papers of all items, each once: transport documents, previous documents, licences, attached papers."""
    found: dict[tuple[str, str | None], StatedDocument] = {}
    for item in items:
        for thing, kind in (
            ("item_transport_document", "other"),
            ("item_previous_document", "previous_declaration"),
            ("item_licence", "permit"),
        ):
            if number := item.identifier(thing, 120, notes, Severity.WARNING):
                found.setdefault((kind, number), StatedDocument(kind, number, path=item.path))
        for paper in item.all("Attached_documents"):
            kind = _PAPERS.get(paper.text("paper_code") or "", "other")
            number = paper.identifier("paper_number", 120, notes, Severity.WARNING)
            if number:
                issued_on = paper.read("paper_date", values.day, notes, Severity.WARNING)
                found.setdefault((kind, number), StatedDocument(kind, number, issued_on, paper.path))
    return tuple(found.values())


def _marks(item: Segment, notes: Notes) -> str | None:
    marks = [item.described(thing, 500, notes) for thing in ("item_marks", "item_marks_more")]
    return " ".join(mark for mark in marks if mark) or None
