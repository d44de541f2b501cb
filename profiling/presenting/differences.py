"""What changed from one revision to the next, field by field, in an officer's words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import ConsignmentRevision, GoodsItem
from profiling.presenting.quantities import exact_mass, money, number
from profiling.presenting.words import ROLES, word

MOST = 40
FIELDS: dict[str, Promise] = {
    "procedure": gettext_lazy("Procedure"),
    "place_of_loading": gettext_lazy("Loaded at"),
    "place_of_delivery": gettext_lazy("Delivered to"),
    "dispatch_country": gettext_lazy("Country of dispatch"),
    "destination_country": gettext_lazy("Country of destination"),
    "freight_payment_method": gettext_lazy("Freight payment"),
    "tir_carnet_number": gettext_lazy("TIR carnet"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    field: str
    before: str
    after: str


def differences(older: ConsignmentRevision, newer: ConsignmentRevision) -> list[Difference]:
    """Compare two revisions fetched with parties, goods, equipment and manifest; at most MOST differences."""
    found = [Difference(field, before, after) for field, before, after in _compared(older, newer) if before != after]
    return found[:MOST]


def _compared(older: ConsignmentRevision, newer: ConsignmentRevision) -> Iterator[tuple[str, str, str]]:
    for name, label in FIELDS.items():
        yield str(label), getattr(older, name), getattr(newer, name)
    yield _("Gross mass"), exact_mass(older.total_gross_mass_kg), exact_mass(newer.total_gross_mass_kg)
    yield _("Packages"), number(older.total_packages), number(newer.total_packages)
    yield _("Value"), _value(older), _value(newer)
    yield _("Vehicle"), older.manifest.conveyance_id, newer.manifest.conveyance_id
    yield from _parties(older, newer)
    yield from _goods(older, newer)
    yield _("Boxes"), _boxes(older), _boxes(newer)
    yield _("Seals"), _seals(older), _seals(newer)


def _value(revision: ConsignmentRevision) -> str:
    return money(revision.total_value, revision.total_currency)


def _parties(older: ConsignmentRevision, newer: ConsignmentRevision) -> Iterator[tuple[str, str, str]]:
    before = {party.role: f"{party.name} {party.identifier}".strip() for party in older.parties.all()}
    after = {party.role: f"{party.name} {party.identifier}".strip() for party in newer.parties.all()}
    for role in dict.fromkeys([*before, *after]):
        yield word(ROLES, role), before.get(role, ""), after.get(role, "")


def _goods(older: ConsignmentRevision, newer: ConsignmentRevision) -> Iterator[tuple[str, str, str]]:
    for place, (before, after) in enumerate(zip_longest(older.goods.all(), newer.goods.all()), start=1):
        line = {"number": place}
        for label, told in _TOLD_OF_GOODS:
            yield str(label) % line, told(before) if before else "", told(after) if after else ""


def _boxes(revision: ConsignmentRevision) -> str:
    return ", ".join(sorted(piece.number for piece in revision.equipment.all()))


def _seals(revision: ConsignmentRevision) -> str:
    return ", ".join(sorted(seal for piece in revision.equipment.all() for seal in piece.seals or []))


_TOLD_OF_GOODS: tuple[tuple[Promise, Callable[[GoodsItem], str]], ...] = (
    (gettext_lazy("Goods %(number)d"), lambda item: item.description),
    (gettext_lazy("HS code %(number)d"), lambda item: item.commodity_code),
    (gettext_lazy("Mass %(number)d"), lambda item: exact_mass(item.gross_mass_kg)),
    (gettext_lazy("Packages %(number)d"), lambda item: number(item.packages)),
    (gettext_lazy("Value %(number)d"), lambda item: money(item.value, item.currency)),
)
