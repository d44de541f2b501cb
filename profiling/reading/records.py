"""Reads revisions and all that hangs on them, in a handful of queries, as plain values for the facts."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from consignments.models import (
    ConsignmentParty,
    ConsignmentRevision,
    GoodsItem,
    NamedDocument,
    TransportEquipment,
)
from profiling.facts.known import (
    KnownConsignment,
    KnownDocument,
    KnownEquipment,
    KnownGoodsItem,
    KnownParty,
    KnownPost,
)
from profiling.reading.among import among

HOME_COUNTRY = "KG"


def known_consignments(revisions: Iterable[ConsignmentRevision]) -> dict[UUID, KnownConsignment]:
    """Return what the records say of each revision, by revision id, with the revisions before it where there are any.

    The revisions come with `consignment` and `manifest` (and its posts) already selected.
    """
    revisions = list(revisions)
    before = {
        (previous.consignment_id, previous.number): previous
        for previous in ConsignmentRevision.objects.filter(
            consignment__in=[r.consignment_id for r in revisions if r.number > 1]
        ).select_related("consignment", "manifest__entry_post", "manifest__exit_post")
    }
    lines = _Lines({r.pk for r in [*before.values(), *revisions]})
    return {r.pk: _known(r, lines, _chain(r, before, lines)) for r in revisions}


def _chain(
    revision: ConsignmentRevision, before: dict[tuple[UUID, int], ConsignmentRevision], lines: "_Lines"
) -> KnownConsignment | None:
    """The revision before this one with all before it; one that came late superseded nothing and is left out."""
    previous = None
    for number in range(1, revision.number):
        earlier = before.get((revision.consignment_id, number))
        if earlier is None or not earlier.is_late:
            previous = _known(earlier, lines, previous) if earlier else None
    return previous


class _Lines:
    """The lines of many revisions, each kind read in one query and grouped by revision."""

    def __init__(self, revisions: Iterable[UUID]):
        ids = list(revisions)
        self.parties = _grouped(ConsignmentParty, _PARTY, ids)
        self.goods = _grouped(GoodsItem, _GOODS, ids)
        self.equipment = _grouped(TransportEquipment, _EQUIPMENT, ids)
        self.documents = _grouped(NamedDocument, _DOCUMENT, ids)


_PARTY = [
    "role",
    "party_id",
    "name",
    "identifier",
    "identifier_kind",
    "street",
    "city",
    "postcode",
    "address",
    "country",
    "phone",
    "email",
    "is_natural_person",
]
_GOODS = [
    "number",
    "commodity_code",
    "description",
    "packages",
    "package_kind",
    "gross_mass_kg",
    "net_mass_kg",
    "volume_m3",
    "value",
    "currency",
    "origin_country",
    "un_number",
]
_EQUIPMENT = [
    "kind",
    "number",
    "number_key",
    "size_type",
    "fullness",
    "seals",
    "seals_stated_count",
    "gross_mass_kg",
    "tare_mass_kg",
]
_DOCUMENT = ["kind", "number", "issued_on"]


def _grouped(model, fields: list[str], ids: list[UUID]) -> dict[UUID, list[tuple]]:
    groups: dict[UUID, list[tuple]] = defaultdict(list)
    rows = model.objects.filter(revision__in=among(ids)).order_by("id").values_list("revision_id", *fields)
    for revision_id, *values in rows.iterator(chunk_size=5000):
        groups[revision_id].append(tuple(_stated(value) for value in values))
    return groups


def _stated(value):
    """An empty string in a record means that nothing was stated."""
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value


def _known(revision: ConsignmentRevision, lines: _Lines, previous: KnownConsignment | None) -> KnownConsignment:
    manifest, consignment = revision.manifest, revision.consignment
    return KnownConsignment(
        document_kind=consignment.document_kind,
        document_number=consignment.document_number,
        mode=_stated(manifest.mode),
        procedure=_stated(revision.procedure),
        transport_document_kind=_stated(revision.transport_document_kind),
        document_level=_stated(revision.document_level),
        master_document_number=_stated(revision.master_document_number),
        known_at=revision.known_at,
        arrival_at=manifest.arrival_at,
        arrival_is_a_day=manifest.arrival_is_a_day,
        composed_at=manifest.composed_at,
        issued_on=revision.issued_on,
        taken_over_on=revision.taken_over_on,
        dispatch_country=_stated(revision.dispatch_country),
        destination_country=_stated(revision.destination_country),
        itinerary=None if revision.itinerary is None else tuple(revision.itinerary),
        place_of_delivery=_stated(revision.place_of_delivery),
        entry_post=_post(manifest.entry_post),
        exit_post=_post(manifest.exit_post),
        conveyance_id=_stated(manifest.conveyance_id),
        conveyance_nationality=_stated(manifest.conveyance_nationality),
        trailer_ids=tuple(manifest.trailer_ids),
        total_packages=revision.total_packages,
        total_gross_mass_kg=revision.total_gross_mass_kg,
        total_value=revision.total_value,
        total_currency=_stated(revision.total_currency),
        freight_payment_method=_stated(revision.freight_payment_method),
        freight_amount=revision.freight_amount,
        freight_currency=_stated(revision.freight_currency),
        tir_carnet_number=_stated(revision.tir_carnet_number),
        parties=tuple(KnownParty(**dict(zip(_PARTY, row, strict=True))) for row in lines.parties[revision.pk]),
        goods=tuple(KnownGoodsItem(**dict(zip(_GOODS, row, strict=True))) for row in lines.goods[revision.pk]),
        equipment=tuple(
            KnownEquipment(**dict(zip(_EQUIPMENT, row, strict=True))) for row in lines.equipment[revision.pk]
        ),
        documents=tuple(
            KnownDocument(**dict(zip(_DOCUMENT, row, strict=True))) for row in lines.documents[revision.pk]
        ),
        revision_number=revision.number,
        states_equipment=revision.states_equipment,
        previous=previous,
    )


def _post(post) -> KnownPost | None:
    if post is None:
        return None
    return KnownPost(
        code=post.code,
        neighbour_country=_stated(post.neighbour_country),
        bilateral_only=post.bilateral_only,
        country=HOME_COUNTRY,
    )
