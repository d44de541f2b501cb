"""The table of what each kind of document carries: complete, and true of what the parsers read."""

import dataclasses
from collections.abc import Iterator

import pytest

from consignments.parsing.carries import Carry, carries
from consignments.parsing.documents import KINDS
from consignments.parsing.fields import FIELDS
from consignments.parsing.values import (
    DocumentKind,
    StatedAddress,
    StatedConsignment,
    StatedEquipment,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)
from consignments.registering.observations import KINDS_OF_READINGS

from .samples import documents, read

# Fields that follow from others or say how to read them: what carries the other carries them.
FOLLOWING = {
    "path", "identity_date", "function", "problems", "manifest", "parties", "documents", "total_currency",
    "freight_currency", "states_equipment",
}  # fmt: skip
FOLLOWING_IN_THE_MANIFEST = {
    "document_reference", "function", "carrier", "driver", "declarant", "entry_post_name", "stated_consignments",
    "schema_version",
}  # fmt: skip


@pytest.mark.parametrize("kind", [kind.kind for kind in KINDS])
def test_every_kind_says_of_every_field_what_it_carries(kind):
    answers = [carries(kind, field) for field in FIELDS]
    holds_readings = kind in KINDS_OF_READINGS
    assert set(answers) == ({Carry.CANNOT} if holds_readings else set(Carry))
    assert answers == [carries(kind.value, field) for field in FIELDS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.value)
def test_no_field_is_named_wrongly_or_both_required_and_impossible(kind):
    assert kind.must | kind.cannot <= set(FIELDS)
    assert not kind.must & kind.cannot


def test_every_field_of_the_values_is_in_the_table():
    def names(kind: type, but: set[str]) -> set[str]:
        return {f.name for f in dataclasses.fields(kind)} - but

    assert names(StatedConsignment, FOLLOWING) <= set(FIELDS)
    assert {f"manifest.{n}" for n in names(StatedManifest, FOLLOWING_IN_THE_MANIFEST)} <= set(FIELDS)
    assert {f"goods.{n}" for n in names(StatedGoodsItem, {"number", "currency"})} <= set(FIELDS)
    assert {f"equipment.{n}" for n in names(StatedEquipment, {"kind"})} <= set(FIELDS)
    assert {f"parties.consignee.{n}" for n in names(StatedParty, {"role", "name", "identifier_kind"})} <= set(FIELDS)


@pytest.mark.parametrize(
    ("kind", "field", "expected"),
    [
        (DocumentKind.JSON_MANIFEST, "goods.commodity_code", Carry.MUST),
        (DocumentKind.JSON_MANIFEST, "goods.description", Carry.MUST),
        (DocumentKind.JSON_MANIFEST, "equipment.seals", Carry.MUST),
        (DocumentKind.JSON_MANIFEST, "parties.consignor", Carry.MUST),
        (DocumentKind.JSON_MANIFEST, "parties.consignee", Carry.MUST),
        (DocumentKind.JSON_MANIFEST, "parties.notify_party", Carry.MAY),
        (DocumentKind.EAEU_ROAD_PRELIMINARY, "goods.commodity_code", Carry.MAY),
        (DocumentKind.EAEU_ROAD_PRELIMINARY, "equipment.seals", Carry.MAY),
        (DocumentKind.EAEU_ROAD_PRELIMINARY, "freight_payment_method", Carry.CANNOT),
        (DocumentKind.EAEU_ROAD_PRELIMINARY, "parties.notify_party.address", Carry.CANNOT),
        (DocumentKind.EAEU_RAIL_PRELIMINARY, "manifest.arrival_on", Carry.CANNOT),
        (DocumentKind.EAEU_RAIL_PRELIMINARY, "equipment.fullness", Carry.MAY),
        (DocumentKind.EAEU_TRANSIT_DECLARATION, "parties.carrier", Carry.MUST),
        (DocumentKind.EAEU_TRANSIT_DECLARATION, "manifest.arrival_at", Carry.CANNOT),
        (DocumentKind.EAEU_GOODS_DECLARATION, "goods.origin_country", Carry.MAY),
        (DocumentKind.ESADOUT_DECLARATION, "manifest.arrival_at", Carry.MAY),
        (DocumentKind.CUSCAR, "goods.value", Carry.MAY),
        (DocumentKind.CUSCAR, "goods.description", Carry.MUST),
        (DocumentKind.SPREADSHEET_MANIFEST, "equipment.seals", Carry.MAY),
        (DocumentKind.CMR_NOTE, "parties.carrier", Carry.MUST),
        (DocumentKind.CMR_NOTE, "goods.value", Carry.CANNOT),
        (DocumentKind.CMR_NOTE, "goods.net_mass_kg", Carry.CANNOT),
        (DocumentKind.TIR_CARNET, "tir_carnet_number", Carry.MUST),
        (DocumentKind.TIR_CARNET, "parties.carrier", Carry.MUST),
        (DocumentKind.TIR_CARNET, "parties.consignor", Carry.CANNOT),  # a voucher names neither sender nor receiver
        (DocumentKind.TIR_CARNET, "equipment.seals", Carry.MAY),  # the office of departure puts them in later
        (DocumentKind.SMGS_NOTE, "equipment.number", Carry.MUST),
        (DocumentKind.SMGS_NOTE, "goods.commodity_code", Carry.MUST),
        (DocumentKind.SMGS_NOTE, "freight_payment_method", Carry.CANNOT),
        (DocumentKind.AIR_WAYBILL, "equipment", Carry.CANNOT),
        (DocumentKind.AIR_WAYBILL, "total_value", Carry.MAY),
        (DocumentKind.AIR_WAYBILL, "document_level", Carry.MAY),
        (DocumentKind.BILL_OF_LADING, "parties.notify_party", Carry.MAY),
        (DocumentKind.BILL_OF_LADING, "goods.equipment_numbers", Carry.MAY),
        (DocumentKind.BILL_OF_LADING, "manifest.trailer_ids", Carry.CANNOT),
    ],
)
def test_what_is_decided(kind, field, expected):
    assert carries(kind, field) is expected


def test_an_unknown_field_is_refused():
    with pytest.raises(KeyError):
        carries(DocumentKind.CUSCAR, "goods.colour")


@pytest.mark.parametrize("document", documents(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_parser_reads_what_its_kind_cannot_carry(document):
    parsed = read(document)
    stated = {field for consignment in parsed.consignments for field in _stated(consignment)}
    stated |= set(_stated_in(parsed.manifest, "manifest.", FOLLOWING_IN_THE_MANIFEST))
    assert {field for field in stated if carries(parsed.kind, field) is Carry.CANNOT} == set()


def _stated(consignment: StatedConsignment) -> Iterator[str]:
    yield from _stated_in(consignment, "", FOLLOWING | {"goods", "equipment"})
    yield from (f"documents.{paper.kind}" for paper in consignment.documents if paper.kind != "other")
    for item in consignment.goods:
        yield from _stated_in(item, "goods.", {"number", "currency"})
    for box in consignment.equipment:
        yield from _stated_in(box, "equipment.", {"kind"})
    for party in consignment.parties:
        yield f"parties.{party.role}"
        data = dataclasses.replace(party, address=None) if party.address == StatedAddress() else party
        yield from _stated_in(data, f"parties.{party.role}.", {"role", "name", "identifier_kind"})


def _stated_in(value: object, prefix: str, but: set[str]) -> Iterator[str]:
    for field in dataclasses.fields(value):
        if field.name not in but and getattr(value, field.name) not in (None, ()):
            yield f"{prefix}{field.name}"
