"""What changed from one revision to another, field by field, in an officer's words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import ConsignmentParty, ConsignmentRevision, GoodsItem, NamedDocument, TransportEquipment
from profiling.presenting.line_matching import matched
from profiling.presenting.quantities import exact_mass, money, number
from profiling.presenting.words import PAPERS, PROCEDURES, ROLES, word

MOST = 40  # shown on the page of a consignment; the page of the two revisions shows all


@dataclass(frozen=True, slots=True)
class Difference:
    """before or after is "" where the field was, or is, not stated; kind: changed, added or removed."""

    field: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        return "added" if not self.before else "removed" if not self.after else "changed"


def differences(older: ConsignmentRevision, newer: ConsignmentRevision, most: int | None = MOST) -> list[Difference]:
    """Compare two revisions fetched with parties, goods, equipment, documents and manifest."""
    found = [Difference(field, before, after) for field, before, after in _compared(older, newer) if before != after]
    return found[:most]


Compared = Iterator[tuple[str, str, str]]


def _compared(older: ConsignmentRevision, newer: ConsignmentRevision) -> Compared:
    for label, told in _OF_REVISION:
        yield str(label), told(older), told(newer)
    yield from _parties(older, newer)
    yield from _goods(older, newer)
    yield from _equipment(older, newer)
    yield from _named_documents(older, newer)


def _parties(older: ConsignmentRevision, newer: ConsignmentRevision) -> Compared:
    keys: Iterable[Callable[[ConsignmentParty], Any]] = (
        lambda party: (party.role, party.name.casefold()),
        lambda party: party.role,
    )
    for before, after, one in matched(list(older.parties.all()), list(newer.parties.all()), keys):
        role = word(ROLES, one.role)
        for label, told in _OF_PARTY:
            yield str(label) % {"role": role}, told(before) if before else "", told(after) if after else ""


def _goods(older: ConsignmentRevision, newer: ConsignmentRevision) -> Compared:
    keys: Iterable[Callable[[GoodsItem], Any]] = (
        lambda item: (item.number, _content(item)),
        _content,
        lambda item: item.number,
    )
    for before, after, one in matched(list(older.goods.all()), list(newer.goods.all()), keys):
        line = {"number": one.number}
        for label, told in _OF_GOODS:
            yield str(label) % line, told(before) if before else "", told(after) if after else ""
        if before and after and before.number != after.number:
            yield _("Number of goods %(number)d") % line, number(before.number), number(after.number)


def _equipment(older: ConsignmentRevision, newer: ConsignmentRevision) -> Compared:
    keys: Iterable[Callable[[TransportEquipment], Any]] = (lambda piece: piece.number_key,)
    for before, after, one in matched(list(older.equipment.all()), list(newer.equipment.all()), keys):
        named = {"number": one.number}
        for label, told in _OF_EQUIPMENT:
            yield str(label) % named, told(before) if before else "", told(after) if after else ""


def _named_documents(older: ConsignmentRevision, newer: ConsignmentRevision) -> Compared:
    keys: Iterable[Callable[[NamedDocument], Any]] = (
        lambda paper: (paper.kind, paper.number),
        lambda paper: paper.kind,
    )
    for before, after, one in matched(list(older.documents.all()), list(newer.documents.all()), keys):
        label = word(PAPERS, one.kind)
        yield label, _paper(before), _paper(after)


def _content(item: GoodsItem) -> tuple[str, str]:
    return item.commodity_code, " ".join(item.description.lower().split())


def _paper(paper: NamedDocument | None) -> str:
    return " · ".join(filter(None, [paper.number or "–", _day(paper.issued_on)])) if paper else ""


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _moment(moment: datetime | None, is_a_day: bool) -> str:
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return date_format(local.date(), "DATE_FORMAT") if is_a_day else date_format(local, "SHORT_DATETIME_FORMAT")


def _stated(name: str) -> Callable[[Any], str]:
    return lambda record: str(getattr(record, name) or "")


def _of_manifest(name: str) -> Callable[[ConsignmentRevision], str]:
    return lambda revision: str(getattr(revision.manifest, name) or "")


def _address(party: ConsignmentParty) -> str:
    return party.address or ", ".join(filter(None, [party.street, party.postcode, party.city]))


def _seals(piece: TransportEquipment) -> str:
    return "" if piece.seals is None else ", ".join(sorted(piece.seals)) or _("none")


_OF_REVISION: tuple[tuple[Promise, Callable[[ConsignmentRevision], str]], ...] = (
    (gettext_lazy("Cancelled"), lambda revision: _("yes") if revision.is_cancelled else ""),
    (gettext_lazy("Procedure"), lambda revision: word(PROCEDURES, revision.procedure)),
    (gettext_lazy("Transport document"), _stated("transport_document_kind")),
    (gettext_lazy("Master document"), _stated("master_document_number")),
    (gettext_lazy("Issued on"), lambda revision: _day(revision.issued_on)),
    (gettext_lazy("Taken over on"), lambda revision: _day(revision.taken_over_on)),
    (gettext_lazy("Loaded at"), _stated("place_of_loading")),
    (gettext_lazy("Delivered to"), _stated("place_of_delivery")),
    (gettext_lazy("Country of dispatch"), _stated("dispatch_country")),
    (gettext_lazy("Country of destination"), _stated("destination_country")),
    (gettext_lazy("Route"), lambda revision: " → ".join(revision.itinerary or ())),
    (gettext_lazy("Gross mass"), lambda revision: exact_mass(revision.total_gross_mass_kg)),
    (gettext_lazy("Packages"), lambda revision: number(revision.total_packages)),
    (gettext_lazy("Value"), lambda revision: money(revision.total_value, revision.total_currency)),
    (gettext_lazy("Freight payment"), _stated("freight_payment_method")),
    (gettext_lazy("Freight"), lambda revision: money(revision.freight_amount, revision.freight_currency)),
    (gettext_lazy("TIR carnet"), _stated("tir_carnet_number")),
    (gettext_lazy("Vehicle"), _of_manifest("conveyance_id")),
    (gettext_lazy("Trailers"), lambda revision: ", ".join(revision.manifest.trailer_ids)),
    (gettext_lazy("Driver"), _of_manifest("driver_name")),
    (gettext_lazy("Post of entry"), _of_manifest("entry_post_stated")),
    (gettext_lazy("Post of exit"), _of_manifest("exit_post_stated")),
    (
        gettext_lazy("Arrival"),
        lambda revision: _moment(revision.manifest.arrival_at, revision.manifest.arrival_is_a_day),
    ),
)
_OF_PARTY: tuple[tuple[Promise, Callable[[ConsignmentParty], str]], ...] = (
    (gettext_lazy("%(role)s"), _stated("name")),
    (gettext_lazy("%(role)s, number"), _stated("identifier")),
    (gettext_lazy("%(role)s, address"), _address),
    (gettext_lazy("%(role)s, country"), _stated("country")),
    (gettext_lazy("%(role)s, phone"), _stated("phone")),
)
_OF_GOODS: tuple[tuple[Promise, Callable[[GoodsItem], str]], ...] = (
    (gettext_lazy("Goods %(number)d"), _stated("description")),
    (gettext_lazy("HS code %(number)d"), _stated("commodity_code")),
    (gettext_lazy("Mass %(number)d"), lambda item: exact_mass(item.gross_mass_kg)),
    (gettext_lazy("Net mass %(number)d"), lambda item: exact_mass(item.net_mass_kg)),
    (gettext_lazy("Packages %(number)d"), lambda item: number(item.packages)),
    (gettext_lazy("Value %(number)d"), lambda item: money(item.value, item.currency)),
    (gettext_lazy("Origin %(number)d"), _stated("origin_country")),
)
_OF_EQUIPMENT: tuple[tuple[Promise, Callable[[TransportEquipment], str]], ...] = (
    (gettext_lazy("Box %(number)s"), _stated("number")),
    (gettext_lazy("%(number)s, type"), _stated("size_type")),
    (gettext_lazy("%(number)s, loaded"), lambda piece: piece.fullness),
    (gettext_lazy("%(number)s, seals"), _seals),
    (gettext_lazy("%(number)s, gross"), lambda piece: exact_mass(piece.gross_mass_kg)),
)
