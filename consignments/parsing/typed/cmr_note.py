"""A CMR note entered by hand: the values of its 24 boxes, kept as JSON so that they are a document like any other."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

from .. import places, reading
from ..checking import note_disagreements
from ..identity import identity_date
from ..json_loading import load
from ..load_bodies import load_bodies
from ..noting import Notes
from ..party_text import country_at_end, split_name
from ..values import (
    DocumentKind,
    ParsedDocument,
    Severity,
    StatedAddress,
    StatedConsignment,
    StatedEquipment,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)
from .cmr_boxes import BOXES, GOODS_BOXES, freight_payment_method, papers, seals_in_text

CONTENT_TYPE = "application/vnd.pcu.cmr-note+json"
_WRAPPER = "cmr_note"


def encode(form: Mapping[str, Any]) -> bytes:
    """Return the document that holds a form's values: box name to text, `goods` to a list of lines of box names."""
    return json.dumps({_WRAPPER: form}, ensure_ascii=False, default=str, indent=1).encode()


def recognises(raw: bytes) -> bool:
    return raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n{").startswith(f'"{_WRAPPER}"'.encode())


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a note that `encode` has written: one truck, one consignment; problems name the box."""
    document = ParsedDocument(DocumentKind.CMR_NOTE, StatedManifest(), iter(()))
    notes = Notes(document.problems)
    content = load(raw, notes)
    form = content.get(_WRAPPER) if isinstance(content, dict) else None
    if not isinstance(form, dict):
        if not notes.has_errors:
            notes.error("cmr_form_missing", "")
        return document
    note = _Note(form, Notes())
    document.manifest = _manifest(note, local_zone)
    document.consignments = _one(note, document.manifest, local_zone)
    return document


class _Note:
    """The filled boxes of one note, read by name; every problem is noted with the name of its box."""

    def __init__(self, form: Mapping[str, Any], notes: Notes):
        self.form = form
        self.notes = notes
        lines = form.get("goods")
        self.lines: Sequence[Any] = (
            [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
        )
        for name in form:
            if name not in BOXES and name != "goods":
                notes.notice("cmr_box_unknown", "", field=name)

    def value(self, name: str) -> str | None:
        stated = self.form.get(name)
        return None if stated is None or isinstance(stated, dict | list) else str(stated).strip() or None

    def text(self, name: str, limit: int = 200) -> str | None:
        return self.notes.text(self.value(name), BOXES[name].path, limit)

    def identifier(self, name: str, limit: int) -> str | None:
        return self.notes.identifier(self.value(name), BOXES[name].path, limit)

    def read(self, name: str, reader: Any, severity: Severity = Severity.ERROR) -> Any:
        return self.notes.read(reader, self.value(name), BOXES[name].path, severity)

    def party(self, role: str, name: str, tax_number: str | None = None) -> StatedParty | None:
        """Return the party of a box that holds "name, address, country"; None when it is empty."""
        text = self.value(name)
        identifier = self.identifier(tax_number, 60) if tax_number else None
        if text is None and identifier is None:
            return None
        first, rest = split_name(text or "")
        return StatedParty(
            role,
            name=self.notes.text(first, BOXES[name].path, 500),
            identifier=identifier,
            identifier_kind=reading.tax_number_kind(identifier) if identifier else None,
            address=StatedAddress(text=self.notes.text(rest, BOXES[name].path, 700), country=country_at_end(rest)),
        )

    def note_missing(self) -> None:
        """Note each box that the Convention requires and that is empty."""
        for name, box in BOXES.items():
            if box.expected and self.value(name) is None:
                self.notes.warning("field_expected", box.path, field=name)


def _manifest(note: _Note, local_zone: tzinfo) -> StatedManifest:
    arrival = note.value("arrives_at")
    has_hour = ":" in (arrival or "")
    reader = partial(reading.moment, local_zone=local_zone) if has_hour else reading.day
    arrives = note.read("arrives_at", reader)
    vehicle, _, trailer = (note.value("vehicle") or "").partition("/")
    trailers = [*(note.value("trailer") or "").split("/"), trailer]
    found = (note.notes.identifier(plate, BOXES["trailer"].path, 60) for plate in trailers)
    driver = note.party("driver", "driver")
    return StatedManifest(
        mode="road",
        conveyance_id=note.notes.identifier(vehicle, BOXES["vehicle"].path, 60),
        conveyance_nationality=note.read("vehicle_country", places.country, Severity.WARNING),
        trailer_ids=tuple(plate for plate in found if plate),
        carrier=note.party("carrier", "carrier", "carrier_inn"),
        driver=replace(driver, is_natural_person=True) if driver else None,
        entry_post=note.identifier("entry_post", 120),
        arrival_at=arrives if isinstance(arrives, datetime) else None,
        arrival_on=None if isinstance(arrives, datetime) else arrives,
    )


def _one(note: _Note, manifest: StatedManifest, local_zone: tzinfo) -> Iterator[StatedConsignment]:
    notes = note.notes
    number = note.identifier("number", 120)
    if number is None:
        notes.error("document_number_missing", BOXES["number"].path)
    note.note_missing()
    issued_on = note.read("established_on", reading.day)
    loading, delivery = note.text("place_of_taking_over"), note.text("place_of_delivery")
    parties = [
        note.party("consignor", "sender", "sender_inn"),
        note.party("consignee", "consignee", "consignee_inn"),
        manifest.carrier,
        manifest.driver,
        note.party("freight_payer", "freight_payer"),
    ]
    stated = StatedConsignment(
        path=BOXES["number"].path,
        document_number=number,
        identity_date=identity_date(issued_on, manifest, local_zone),
        transport_document_kind="cmr",
        issued_on=issued_on,
        taken_over_on=note.read("taken_over_on", reading.day),
        place_of_loading=loading,
        place_of_delivery=delivery,
        dispatch_country=country_at_end(loading or ""),
        destination_country=country_at_end(delivery or ""),
        parties=tuple(party for party in parties if party),
        goods=tuple(_goods(note)),
        equipment=_equipment(note, manifest),
        documents=papers(note.value("documents_attached"), notes),
        freight_payment_method=freight_payment_method(note.value("payment_of_carriage")),
        freight_amount=note.read("freight_amount", reading.amount),
        freight_currency=note.read("freight_currency", places.currency, Severity.WARNING),
        tir_carnet_number=note.identifier("tir_carnet", 20),
    )
    note_disagreements(stated, notes)
    yield replace(stated, problems=tuple(notes.problems))


def _goods(note: _Note) -> Iterator[StatedGoodsItem]:
    """Yield the filled lines of boxes 6 to 12."""
    for position, line in enumerate(note.lines, start=1):
        values = {name: str(line.get(name) or "").strip() for name in GOODS_BOXES}
        if any(values.values()):
            yield _goods_item(values, position, note)


def _goods_item(values: dict[str, str], position: int, note: _Note) -> StatedGoodsItem:
    notes = note.notes

    def path(name: str) -> str:
        return f"{GOODS_BOXES[name].path}, line {position}"

    for name, box in GOODS_BOXES.items():
        if box.expected and not values[name]:
            notes.warning("field_expected", path(name), field=name)
    code = notes.read(reading.commodity_code, values["commodity_code"], path("commodity_code"))
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", path("commodity_code"), value=code)
    return StatedGoodsItem(
        number=position,
        commodity_code=code,
        description=notes.text(values["description"], path("description"), 4000),
        packages=notes.read(reading.count, values["packages"], path("packages")),
        package_kind=notes.identifier(values["packing"], path("packing"), 10, Severity.WARNING),
        gross_mass_kg=notes.read(reading.mass_kg, values["gross_mass_kg"], path("gross_mass_kg")),
        volume_m3=notes.read(reading.volume_m3, values["volume_m3"], path("volume_m3")),
        un_number=reading.un_number_in_text(values["description"]),
        marks=notes.text(values["marks"], path("marks"), 1000),
        equipment_numbers=_containers(note),
    )


def _containers(note: _Note) -> tuple[str, ...]:
    parts = (note.value("container") or "").replace(";", ",").split(",")
    numbers = (note.notes.identifier(part, BOXES["container"].path, 40) for part in parts)
    return tuple(dict.fromkeys(number for number in numbers if number))


def _equipment(note: _Note, manifest: StatedManifest) -> tuple[StatedEquipment, ...]:
    """Return the container, else the trailer, else the truck's own body; the first piece carries the seals."""
    pieces = [StatedEquipment("container", number) for number in _containers(note)] or [*load_bodies(manifest)]
    if pieces:
        pieces[0] = replace(pieces[0], seals=seals_in_text(note.value("seals"), note.value("instructions"), note.notes))
    return tuple(pieces)
