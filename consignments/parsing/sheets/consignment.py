"""One consignment out of the rows that share its document number: one goods line per row."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from .. import places
from ..checking import note_disagreements
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes
from ..party_text import country_at_end
from ..values import (
    Severity,
    StatedAddress,
    StatedConsignment,
    StatedDocument,
    StatedManifest,
    StatedParty,
)
from . import words as sheet_words
from .goods import read_equipment, read_goods_item
from .group import RowGroup, several
from .table import Row, as_text

_SAME_IN_ALL_ROWS = ("issued_on", "consignor_name", "consignee_name", "consignee_identifier", "conveyance_id")


def read_consignment(rows: Sequence[Row], local_zone: tzinfo) -> StatedConsignment:
    """Read the rows of one document number; its `manifest` is the conveyance that they state."""
    notes = Notes()
    group = RowGroup(rows, notes)
    first = rows[0]
    number = group.identifier("document_number", 120)
    if number is None:
        notes.error("document_number_missing", first.path("document_number"))
    elif first.is_shortened("document_number"):
        notes.error("number_shortened", first.path("document_number"), value=number)
    _note_differences(rows, notes)
    document_kind = sheet_words.document_kind(first.table.headers[first.table.columns["document_number"]])
    manifest = _manifest(group, document_kind, local_zone)
    issued_on = group.day("issued_on")
    goods = [read_goods_item(row, position, notes) for position, row in enumerate(rows, start=1) if row.has_goods]
    stated = StatedConsignment(
        path=first.table.sheet.row_path(first.number),
        document_number=number,
        identity_date=identity_date(issued_on, manifest, local_zone),
        transport_document_kind=document_kind,
        master_document_number=group.identifier("master_document_number", 120),
        procedure=group.word("procedure", sheet_words.procedure),
        issued_on=issued_on,
        place_of_loading=group.text("place_of_loading", 200),
        place_of_delivery=group.text("place_of_delivery", 200),
        dispatch_country=group.country("dispatch_country"),
        destination_country=group.country("destination_country"),
        parties=_parties(group, manifest),
        goods=tuple(goods),
        equipment=read_equipment(rows, load_bodies(manifest) if manifest.mode == "road" else (), notes),
        documents=_invoice(group),
        freight_payment_method=group.word("freight_payment_method", sheet_words.freight_payment_method),
        freight_amount=group.amount("freight_amount"),
        freight_currency=group.read("freight_currency", places.currency, Severity.WARNING),
        tir_carnet_number=group.identifier("tir_carnet_number", 20),
        manifest=manifest,
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _manifest(group: RowGroup, document_kind: str | None, local_zone: tzinfo) -> StatedManifest:
    """Return the conveyance. A CMR note or a trailer says road, a rail note rail, where no column states the mode."""
    trailers = tuple(trailer[:60] for trailer in several(group.identifier("trailer_ids", 200)))
    implied = "road" if trailers else {"cmr": "road", "smgs": "rail", "air_waybill": "air"}.get(document_kind or "")
    arrival_at, arrival_on = group.arrival(local_zone)
    number, kind = group.tax_number("carrier_identifier")
    carrier = StatedParty("carrier", group.text("carrier_name", 500), identifier=number, identifier_kind=kind)
    driver_name = group.text("driver_name", 200)
    return StatedManifest(
        mode=group.word("mode", sheet_words.mode) or implied,
        conveyance_id=group.identifier("conveyance_id", 60),
        conveyance_nationality=group.country("conveyance_nationality"),
        trailer_ids=trailers,
        trip_number=group.identifier("trip_number", 60),
        carrier=carrier if carrier.name or carrier.identifier else None,
        driver=StatedParty("driver", name=driver_name, is_natural_person=True) if driver_name else None,
        entry_post=group.identifier("entry_post", 120),
        exit_post=group.identifier("exit_post", 120),
        arrival_at=arrival_at,
        arrival_on=arrival_on,
    )


def _parties(group: RowGroup, manifest: StatedManifest) -> tuple[StatedParty, ...]:
    consignor = StatedParty("consignor", name=group.text("consignor_name", 500), address=_address(group, "consignor"))
    number, kind = group.tax_number("consignee_identifier")
    consignee = StatedParty(
        "consignee",
        name=group.text("consignee_name", 500),
        address=_address(group, "consignee"),
        identifier=number,
        identifier_kind=kind,
        phone=group.text("consignee_phone", 60),
    )
    notify = StatedParty("notify_party", name=group.text("notify_name", 500))
    stated = [party for party in (consignor, consignee, notify) if party != StatedParty(party.role)]
    return tuple(party for party in [*stated, manifest.carrier, manifest.driver] if party)


def _address(group: RowGroup, role: str) -> StatedAddress:
    text = group.text(f"{role}_address", 700)
    return StatedAddress(text=text, country=group.country(f"{role}_country") or country_at_end(text or ""))


def _invoice(group: RowGroup) -> tuple[StatedDocument, ...]:
    number, issued_on = group.identifier("invoice_number", 120), group.day("invoice_date")
    return (StatedDocument("invoice", number, issued_on),) if number or issued_on else ()


def _note_differences(rows: Sequence[Row], notes: Notes) -> None:
    for name in _SAME_IN_ALL_ROWS:
        stated = [(as_text(row.raw(name)), row) for row in rows if row.raw(name) is not None]
        other = next((row for text, row in stated if text != stated[0][0]), None)
        if other:
            notes.warning("rows_disagree", other.path(name), stated=stated[0][0], found=as_text(other.raw(name)))
