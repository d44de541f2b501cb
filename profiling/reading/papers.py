"""Reads the supporting documents of consignments as plain values, and what was taken of their permits before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from django.db.models import F

from consignments.models import ConsignmentRevision, SupportingDocument, SupportingGoods
from profiling.facts.known import KnownConsignment, KnownGoodsItem, KnownPaper
from profiling.facts.permits import permitted_goods_kg
from profiling.reading.among import among
from profiling.reading.records import known_consignments

PERMIT_USES_AT_MOST = 200  # other papers of one number that are looked at

_PAPER = [
    *("kind", "number", "permit_sort", "issued_on", "valid_until", "issuer", "sender_name", "receiver_name"),
    *("producer_name", "origin_country", "dispatch_country", "destination_country", "total_packages"),
    *("gross_mass_kg", "net_mass_kg", "value", "currency", "incoterm", "containers", "seals"),
]
_LINE = [
    *("number", "commodity_code", "description", "packages", "gross_mass_kg", "net_mass_kg", "value", "origin_country"),
]


def papers_of(consignments: Iterable[UUID]) -> dict[UUID, tuple[KnownPaper, ...]]:
    """Return the papers in force by consignment id; permits with what others took of them."""
    documents = list(SupportingDocument.objects.in_force().filter(consignment__in=among(consignments)))
    lines = _lines([document.pk for document in documents])
    papers: dict[UUID, list[KnownPaper]] = defaultdict(list)
    for document in documents:
        paper = known_paper(document, lines[document.pk])
        papers[document.consignment_id].append(_with_uses(document, paper) if document.kind == "permit" else paper)
    return {consignment: tuple(found) for consignment, found in papers.items()}


def known_paper(document: SupportingDocument, lines: Sequence[KnownGoodsItem]) -> KnownPaper:
    """Return one paper as plain values; an empty string in a record means that nothing was stated."""
    stated = {name: _stated(getattr(document, name)) for name in _PAPER}
    return KnownPaper(**stated, goods=tuple(lines))


def known_line(line: SupportingGoods) -> KnownGoodsItem:
    return KnownGoodsItem(**{name: _stated(getattr(line, name)) for name in _LINE})


def _lines(documents: list[UUID]) -> Mapping[UUID, list[KnownGoodsItem]]:
    found: dict[UUID, list[KnownGoodsItem]] = defaultdict(list)
    if documents:
        for line in SupportingGoods.objects.filter(document__in=documents).order_by("document", "number"):
            found[line.document_id].append(known_line(line))
    return found


def _with_uses(document: SupportingDocument, paper: KnownPaper) -> KnownPaper:
    """Add what earlier consignments took of the permit, and another issuer that one of them names."""
    others = list(
        SupportingDocument.objects.in_force()
        .filter(kind="permit", number_key=document.number_key, permit_sort=document.permit_sort)
        .filter(known_at__lt=document.known_at)
        .exclude(consignment=document.consignment_id)
        .order_by("-known_at")[:PERMIT_USES_AT_MOST]
    )
    if not others:
        return paper
    taken = [permitted_goods_kg(paper, known) for known in _in_force({other.consignment_id for other in others})]
    stated = [kg for kg in taken if kg is not None]
    issuers = [other.issuer for other in others if other.issuer and other.issuer != document.issuer]
    return replace(
        paper, used_before_kg=sum(stated, Decimal(0)) if stated else None, other_issuer=issuers[0] if issuers else None
    )


def _in_force(consignments: set[UUID]) -> Iterable[KnownConsignment]:
    revisions = ConsignmentRevision.objects.filter(
        consignment__in=consignments, number=F("consignment__latest_revision"), is_cancelled=False
    ).select_related("consignment", "manifest__entry_post", "manifest__exit_post")
    return known_consignments(revisions).values()


def _stated(value):
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value
