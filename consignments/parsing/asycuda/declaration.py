"""ASYCUDA customs declaration (SAD, root ASYCUDA): one declaration is one consignment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, tzinfo

from .. import places, reading
from ..checking import note_disagreements, numbered_once
from ..noting import Notes, Unreadable, error
from ..values import DocumentKind, ParsedDocument, Severity, StatedConsignment, StatedManifest, StatedParty
from ..xml_nodes import local_name, read_head, root_name
from . import values
from .boxes import read_boxes
from .declaration_item import papers, read_item
from .segment import Segment
from .traders import trader

ROOT = "ASYCUDA"
_FALSE = {"false", "0"}
_TRUE = {"true", "1"}


def recognises(raw: bytes) -> bool:
    return root_name(raw) == ROOT


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the declaration; the general part is also the manifest of its one consignment."""
    document = ParsedDocument(DocumentKind.ASYCUDA_DECLARATION, StatedManifest(), iter(()))
    try:
        node, _ = read_head(raw, repeated="")
    except Unreadable as fault:
        document.problems.append(error(fault.code, "", **fault.params))
        return document
    if local_name(node.element) != ROOT:
        document.problems.append(error("document_not_read", node.path, value=local_name(node.element)))
        return document
    sad = Segment(node.element, node.path)
    document.manifest = _manifest(sad, Notes(document.problems, is_lenient=True))
    document.consignments = _consignment(sad, document.manifest)
    return document


def _manifest(sad: Segment, notes: Notes) -> StatedManifest:
    post = "exit_post" if _procedure(sad) == "export" else "entry_post"
    border = sad.identifier("border_office", 120, notes) or sad.identifier("clearance_office", 120, notes)
    name = sad.described("border_office_name", 120, notes)
    declarant = sad.first("Declarant")
    return StatedManifest(
        document_reference=sad.identifier("manifest_reference", 120, notes),
        mode=values.MODES.get((sad.text("means_mode") or "")[:1]),
        conveyance_id=sad.identifier("means", 60, notes),
        conveyance_nationality=sad.read("means_nationality", places.country, notes),
        declarant=trader(declarant, "declarant", notes),
        entry_post=border if post == "entry_post" else None,
        entry_post_name=name if post == "entry_post" else None,
        exit_post=border if post == "exit_post" else None,
        schema_version=None,
    )


def _consignment(sad: Segment, manifest: StatedManifest) -> Iterator[StatedConsignment]:
    notes = Notes()
    number = _number(sad, notes)
    if number is None:
        notes.error("document_number_missing", sad.path)
    currency = sad.read("invoice_currency", places.currency, notes, Severity.WARNING)
    nodes = [item for item in sad.all("Item") if not _is_blank(item)]
    goods = [read_item(item, position, currency, notes) for position, item in enumerate(nodes, start=1)]
    boxes = read_boxes(sad.all("Container"), None, notes)
    goods = [replace(item, equipment_numbers=_boxes_of(item.number, sad)) for item in goods]
    issued_on = sad.read("registration_date", values.day, notes) or sad.read("declared_on", values.day, notes)
    total_value, total_currency = values.money(sad, "invoice_amount", "invoice_currency", notes)
    freight_amount, freight_currency = values.money(sad, "sad_freight", "sad_freight_currency", notes)
    items = sad.read("sad_items", reading.count, notes, Severity.WARNING)
    if items and items != len(goods):
        notes.warning("goods_count_differs", sad.path, stated=items, found=len(goods))
    flag = (sad.text("container_flag") or "").lower()
    stated = StatedConsignment(
        path=sad.path,
        document_number=number,
        identity_date=issued_on,
        procedure=_procedure(sad),
        issued_on=issued_on,
        place_of_loading=sad.described("sad_loading_name", 200, notes) or sad.described("sad_loading_code", 200, notes),
        loading_unlocode=_unlocode(sad),
        dispatch_country=sad.read("export_country", places.country, notes, Severity.WARNING),
        destination_country=sad.read("destination_country", places.country, notes, Severity.WARNING),
        parties=_parties(sad, manifest, notes),
        goods=numbered_once(goods, sad.path, notes),
        equipment=boxes,
        documents=papers(nodes, notes),
        total_packages=values.count(sad, "sad_packages", notes),
        total_gross_mass_kg=values.mass_kg(sad, "sad_gross_mass", notes),
        total_value=total_value,
        total_currency=total_currency,
        freight_amount=freight_amount,
        freight_currency=freight_currency,
        # The flag always answers whether there is a container; only "there is one" leaves open which.
        states_equipment=bool(boxes) or flag in _FALSE,
    )
    if flag in _TRUE and not boxes:
        notes.warning("field_expected", sad.path, field="Container")
    note_disagreements(stated, notes)
    yield replace(stated, problems=tuple(notes.problems))


def _boxes_of(number: int, sad: Segment) -> tuple[str, ...]:
    """Return the containers that name an item by its number."""
    named = [box for box in sad.all("Container") if box.text("item_number") == str(number)]
    return tuple(
        dict.fromkeys(box_number for box in named if (box_number := box.identifier("box_number", 40, Notes())))
    )


def _number(sad: Segment, notes: Notes) -> str | None:
    """Return the registration as office/date/number, else the declarant's own reference of the year."""
    registered = sad.text("registration_number")
    if registered:
        day = sad.read("registration_date", values.day, Notes())
        serial = f"{sad.text('registration_serial') or ''}{registered}"
        parts = [sad.text("clearance_office"), day.strftime("%d%m%y") if isinstance(day, date) else None, serial]
    else:
        parts = [sad.text("reference_year"), sad.text("reference_number")] if sad.text("reference_number") else []
    return notes.identifier("/".join(part for part in parts if part) or None, sad.path, 120)


def _procedure(sad: Segment) -> str | None:
    """Box 1: IM, EX and the transit kinds; the general procedure 8 is transit, too."""
    kind = (sad.text("declaration_type") or "").upper()
    if sad.text("procedure_code") == "8" or kind.startswith("T"):
        return "transit"
    return {"IM": "import", "EX": "export"}.get(kind[:2])


def _unlocode(sad: Segment) -> str | None:
    try:
        return places.unlocode(sad.text("sad_loading_code") or "")
    except Unreadable:
        return None


def _parties(sad: Segment, manifest: StatedManifest, notes: Notes) -> tuple[StatedParty, ...]:
    traders = sad.first("Traders") or sad
    parties = (
        trader(traders.first("Exporter"), "consignor", notes),
        trader(traders.first("Consignee"), "consignee", notes),
        manifest.declarant,
    )
    return tuple(party for party in parties if party)


def _is_blank(item: Segment) -> bool:
    """Whether the item is one of the empty ones with which the form is filled up."""
    return not (item.text("item_code") or item.text("item_description") or item.text("item_gross_mass"))
