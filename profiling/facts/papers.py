"""What each document says of the same goods, brought to one form so that documents can be laid side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from profiling.facts.known import KnownConsignment, KnownGoodsItem, KnownPaper
from profiling.facts.order_clauses import is_to_order
from profiling.facts.readings.values import Sighting
from profiling.facts.totals import gross_mass_kg, sum_of_known

DECLARATIONS = frozenset(
    [
        "eaeu_transit_declaration",
        "eaeu_goods_declaration",
        "esadout_declaration",
        "asycuda_declaration",
        "wco_declaration",
    ]
)
# What a permit or a certificate covers may be more than what comes today: it has its own rules (D05, D09).
NOT_COMPARED = frozenset(["permit"])


@dataclass(frozen=True, slots=True)
class Paper:
    """One document beside others. None: it says nothing of the kind; an empty tuple: it states none.

    kind: as of a supporting document; transport_document and declaration may also be consignments themselves.
    senders, receivers: the names that may stand for consignor and consignee. codes: of the goods, digits as stated.
    """

    kind: str
    number: str
    issued_on: date | None = None
    senders: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    packages: int | None = None
    gross_mass_kg: Decimal | None = None
    net_mass_kg: Decimal | None = None
    value: Decimal | None = None
    currency: str | None = None
    codes: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    containers: tuple[str, ...] | None = None
    seals: tuple[str, ...] | None = None
    origins: tuple[str, ...] = ()

    @property
    def amount(self) -> tuple[Decimal, str | None] | None:
        return None if self.value is None else (self.value, self.currency)


def papers_of(known: KnownConsignment) -> list[Paper]:
    """Return the consignment itself first, then the other documents of its journey, then its supporting documents."""
    others = [of_consignment(other) for other in known.same_journey]
    return [of_consignment(known), *others, *(of_paper(p) for p in known.papers if p.kind not in NOT_COMPARED)]


def of_consignment(known: KnownConsignment) -> Paper:
    packages = sum_of_known(item.packages for item in known.goods)
    value = sum_of_known(item.value for item in known.goods)
    currencies = {item.currency for item in known.goods}
    total = (known.total_value, known.total_currency)
    stated = (value, currencies.pop()) if value is not None and len(currencies) == 1 else total
    boxes = [piece for piece in known.equipment if piece.kind == "container"]
    sealed = [piece.seals for piece in known.equipment if piece.seals is not None]
    return Paper(
        kind="declaration" if known.document_kind in DECLARATIONS else "transport_document",
        number=known.document_number or "",
        issued_on=known.taken_over_on or known.issued_on,
        senders=_names(known, ("consignor", "seller")),
        receivers=_receivers(known),
        packages=known.total_packages if packages is None else packages,
        gross_mass_kg=gross_mass_kg(known),
        net_mass_kg=sum_of_known(item.net_mass_kg for item in known.goods),
        value=stated[0],
        currency=stated[1],
        codes=_codes(known.goods),
        descriptions=_descriptions(known.goods),
        containers=tuple(piece.number for piece in boxes) if boxes else None,
        seals=tuple(seal for seals in sealed for seal in seals) if sealed else None,
        origins=_origins(known.goods),
    )


def of_paper(paper: KnownPaper) -> Paper:
    lines = paper.goods
    return Paper(
        kind=paper.kind,
        number=paper.number,
        issued_on=paper.issued_on,
        senders=tuple(filter(None, [paper.sender_name])),
        receivers=tuple(filter(None, [paper.receiver_name])),
        packages=_stated(paper.total_packages, (line.packages for line in lines)),
        gross_mass_kg=_stated(paper.gross_mass_kg, (line.gross_mass_kg for line in lines)),
        net_mass_kg=_stated(paper.net_mass_kg, (line.net_mass_kg for line in lines)),
        value=_stated(paper.value, (line.value for line in lines)),
        currency=paper.currency,
        codes=_codes(lines),
        descriptions=_descriptions(lines),
        containers=paper.containers,
        seals=paper.seals,
        origins=_origins(lines) or tuple(filter(None, [paper.origin_country])),
    )


def of_sightings(sightings: Sequence[Sighting]) -> Paper | None:
    """Return what was read of boxes and seals under way, the last reading of each box; None without any of the kind.

    Masses stay out: a weighbridge weighs box and vehicle too (E03).
    """
    last = {seen.key: seen for seen in sorted(sightings, key=lambda each: each.seen_at)}
    boxes = tuple(seen.number for seen in last.values() if seen.kind == "container")
    with_seals = {seen.key: seen for seen in sorted(sightings, key=lambda each: each.seen_at) if seen.seals is not None}
    if not boxes and not with_seals:
        return None
    latest = max(last.values(), key=lambda each: each.seen_at)
    return Paper(
        kind="observation",
        number=latest.place or latest.post_code or latest.unlocode,
        issued_on=latest.seen_at.date(),
        containers=boxes or None,
        seals=tuple(seal for seen in with_seals.values() for seal in seen.seals or ()) if with_seals else None,
    )


def _stated(total, of_lines):
    return total if total is not None else sum_of_known(of_lines)


def _receivers(known: KnownConsignment) -> tuple[str, ...]:
    """A document to order names its receiver as the party to be notified."""
    names = _names(known, ("consignee", "buyer"))
    return names + _names(known, ("notify_party",)) if any(map(is_to_order, names)) else names


def _names(known: KnownConsignment, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party.name for role in roles if (party := known.party(role)) and party.name)


def _codes(lines: Iterable[KnownGoodsItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.commodity_code for line in lines if line.commodity_code))


def _descriptions(lines: Iterable[KnownGoodsItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.description for line in lines if line.description))


def _origins(lines: Iterable[KnownGoodsItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.origin_country for line in lines if line.origin_country))
