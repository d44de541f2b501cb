"""Turns stated values into rows: for each table its columns, and beside them the function that fills them in order."""

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, time, tzinfo
from typing import Any

from consignments.keys.identifiers import number_key
from consignments.models import CustomsPost
from consignments.parsing.values import (
    StatedConsignment,
    StatedDocument,
    StatedEquipment,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)

Row = tuple[Any, ...]
PartyId = Callable[[StatedParty | None], uuid.UUID | None]

MANIFEST = [
    "id", "submission_id", "document_reference", "mode", "conveyance_id", "conveyance_key",
    "conveyance_nationality", "trailer_ids", "trip_number", "carrier_id", "driver_name", "entry_post_id",
    "exit_post_id", "entry_post_stated", "exit_post_stated", "arrival_at", "arrival_is_a_day", "composed_at",
]  # fmt: skip
REVISION = [
    "id", "consignment_id", "number", "submission_id", "manifest_id", "path", "known_at", "replaced_at",
    "is_cancelled", "is_late", "round_due", "round_attempts", "transport_document_kind", "document_level",
    "master_document_number", "procedure", "issued_on", "taken_over_on", "place_of_loading", "place_of_delivery",
    "loading_unlocode", "delivery_unlocode", "dispatch_country", "destination_country", "itinerary",
    "total_packages", "total_gross_mass_kg", "total_value", "total_currency", "freight_payment_method",
    "freight_amount", "freight_currency", "tir_carnet_number", "states_equipment",
]  # fmt: skip
PARTY = [
    "revision_id", "role", "party_id", "name", "identifier", "identifier_kind", "address", "street", "city",
    "postcode", "country", "phone", "email", "is_natural_person",
]  # fmt: skip
GOODS = [
    "revision_id", "number", "commodity_code", "description", "packages", "package_kind", "gross_mass_kg",
    "net_mass_kg", "volume_m3", "value", "currency", "origin_country", "un_number", "marks", "equipment_numbers",
]  # fmt: skip
EQUIPMENT = [
    "revision_id", "kind", "number", "number_key", "size_type", "fullness", "seals", "seals_stated_count",
    "gross_mass_kg", "tare_mass_kg",
]  # fmt: skip
DOCUMENT = ["revision_id", "kind", "number", "issued_on"]


def manifest_row(
    manifest_id: uuid.UUID,
    submission_id: uuid.UUID,
    stated: StatedManifest,
    entry: CustomsPost | None,
    exit_: CustomsPost | None,
    party_id: PartyId,
    zone: tzinfo,
) -> Row:
    return (
        manifest_id,
        submission_id,
        _cut(stated.document_reference, 120),
        stated.mode,
        _cut(stated.conveyance_id, 60),
        number_key(stated.conveyance_id or "")[:60],
        _cut(stated.conveyance_nationality, 2),
        [plate[:60] for plate in stated.trailer_ids],
        _cut(stated.trip_number, 60),
        party_id(stated.carrier),
        _cut(stated.driver.name if stated.driver else None, 200),
        entry and entry.id,
        exit_ and exit_.id,
        _cut(stated.entry_post or stated.entry_post_name, 120),
        _cut(stated.exit_post, 120),
        arrival_of(stated, zone),
        stated.arrival_at is None and stated.arrival_on is not None,
        stated.composed_at,
    )


def arrival_of(stated: StatedManifest, zone: tzinfo) -> datetime | None:
    """Return the stated time of arrival; local noon where only the day is stated."""
    if stated.arrival_at is None and stated.arrival_on is not None:
        return datetime.combine(stated.arrival_on, time(12), tzinfo=zone)
    return stated.arrival_at


def revision_columns(stated: StatedConsignment) -> Row:
    """The columns of REVISION from `transport_document_kind` on: what the document says of the consignment."""
    return (
        _cut(stated.transport_document_kind, 20),
        _cut(stated.document_level, 6),
        _cut(stated.master_document_number, 120),
        _cut(stated.procedure, 12),
        stated.issued_on,
        stated.taken_over_on,
        _cut(stated.place_of_loading, 200),
        _cut(stated.place_of_delivery, 200),
        _cut(stated.loading_unlocode, 5),
        _cut(stated.delivery_unlocode, 5),
        _cut(stated.dispatch_country, 2),
        _cut(stated.destination_country, 2),
        stated.itinerary or None,
        stated.total_packages,
        stated.total_gross_mass_kg,
        stated.total_value,
        _cut(stated.total_currency, 3),
        _cut(stated.freight_payment_method, 12),
        stated.freight_amount,
        _cut(stated.freight_currency, 3),
        _cut(stated.tir_carnet_number, 20),
        stated.states_equipment,
    )


def party_rows(revision_id: uuid.UUID, stated: Iterable[StatedParty], party_id: PartyId) -> Iterable[Row]:
    for party in stated:
        address = party.address
        yield (
            revision_id,
            party.role[:20],
            party_id(party),
            _cut(party.name, 500),
            _cut(party.identifier, 60),
            _cut(party.identifier_kind, 8),
            _cut(address.text, 700),
            _cut(address.street, 300),
            _cut(address.city, 120),
            _cut(address.postcode, 20),
            _cut(address.country, 2),
            _cut(party.phone, 60),
            _cut(party.email, 200),
            party.is_natural_person,
        )


def goods_rows(revision_id: uuid.UUID, stated: tuple[StatedGoodsItem, ...]) -> Iterable[Row]:
    """The lines as the document numbers them; counted from 1 where a number stands twice."""
    renumbered = len({item.number for item in stated}) < len(stated)
    for position, item in enumerate(stated, start=1):
        yield (
            revision_id,
            position if renumbered else item.number,
            _cut(item.commodity_code, 20),
            item.description or "",
            item.packages,
            _cut(item.package_kind, 10),
            item.gross_mass_kg,
            item.net_mass_kg,
            item.volume_m3,
            item.value,
            _cut(item.currency, 3),
            _cut(item.origin_country, 2),
            _cut(item.un_number, 4),
            item.marks or "",
            [number[:40] for number in item.equipment_numbers],
        )


def equipment_rows(revision_id: uuid.UUID, stated: Iterable[StatedEquipment]) -> Iterable[Row]:
    for box in stated:
        yield (
            revision_id,
            box.kind,
            box.number[:40],
            number_key(box.number)[:40],
            _cut(box.size_type, 10),
            box.fullness or "",
            None if box.seals is None else [seal[:40] for seal in box.seals],
            box.seals_stated_count,
            box.gross_mass_kg,
            box.tare_mass_kg,
        )


def document_rows(revision_id: uuid.UUID, stated: Iterable[StatedDocument]) -> Iterable[Row]:
    for paper in stated:
        yield (revision_id, paper.kind[:30], _cut(paper.number, 120), paper.issued_on)


def _cut(text: str | None, limit: int) -> str:
    """Return "" for what is not stated. The parsers bound every text and say so; this keeps the table safe of them."""
    return text[:limit] if text else ""
