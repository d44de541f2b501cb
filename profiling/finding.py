"""The search over everything an officer may see: what a text names, in groups, each hit with what matched and why.

Every group takes its few from the one table whose index finds them.
What belongs to other units is counted and not named.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.keys.identifiers import number_key, seal_key
from consignments.models import (
    Consignment,
    ConsignmentParty,
    ConsignmentRevision,
    EquipmentKind,
    Manifest,
    Party,
    TransportEquipment,
)
from consignments.searching import EACH_UP_TO, SHORTEST, parties_named, references_meant
from profiling.models import HistoryKey, RiskProfile

PARTIES_LOOKED_AT = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that the text names. key: what its page is asked for by: an id, a number or a code.

    why: "reference", "document_number", "number", "name", "identifier", "code" or "title"; told: what is said of it in
    the group of boxes ("", or an answer of ISO 6346); consignments: of the officer's, that have it.
    """

    key: str
    title: str
    why: str
    beside: str = ""
    told: str = ""
    consignments: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind.

    kind: consignments, boxes, vehicles, seals, parties or profiles. hidden: of other units; is_cut: there is more.
    """

    kind: str
    hits: list[Hit]
    hidden: int = 0
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Something found in a consignment, whose unit decides who sees it."""

    key: str
    beside: str
    consignment_id: UUID
    unit_id: UUID


def find(text: str, officer, most: int) -> list[Group]:
    """Return the groups in which something was found, each with so many hits at most; none for less than a trigram."""
    text = text.replace("\x00", "").strip()
    if len(text) < SHORTEST:
        return []
    groups = [
        _consignments(text, officer, most),
        _boxes(text, officer, most),
        _vehicles(text, officer, most),
        _seals(text, officer, most),
        _parties(text, officer, most),
        _profiles(text, officer, most),
    ]
    return [group for group in groups if group.hits or group.hidden]


def _consignments(text: str, officer, most: int) -> Group:
    references = references_meant(text)
    found = Consignment.objects.filter(Q(reference__in=references) | Q(document_number__written=text))
    rows = list(found.only("reference", "document_number", "unit_id")[:EACH_UP_TO])
    seen = [row for row in rows if _sees(officer, row.unit_id)]
    hits = [
        Hit(
            key=str(row.pk),
            title=row.reference,
            beside=row.document_number,
            why="reference" if row.reference in references else "document_number",
        )
        for row in sorted(seen, key=lambda row: (row.reference not in references, row.reference))[:most]
    ]
    return Group("consignments", hits, len(rows) - len(seen), len(rows) == EACH_UP_TO or len(seen) > most)


def _boxes(text: str, officer, most: int) -> Group:
    key = number_key(text)
    if len(key) < SHORTEST:
        return Group("boxes", [])
    rows = _rows_of_boxes(key)
    if not rows and len(key) == 11 and iso6346_answer(key) == ContainerAnswer.CHECK_DIGIT:
        rows = _rows_of_boxes(key[:10])  # the check digit was misread; the box is the ten signs before it
    kinds = {row.key: row.beside for row in rows}
    group = _grouped("boxes", rows, officer, most)
    told = [
        Hit(
            hit.key,
            hit.title,
            hit.why,
            beside=kinds[hit.key],
            told=str(iso6346_answer(hit.key)) if kinds[hit.key] == EquipmentKind.CONTAINER else "",
            consignments=hit.consignments,
        )
        for hit in group.hits
    ]
    return Group("boxes", told, group.hidden, group.is_cut)


def _rows_of_boxes(key: str) -> list[_Row]:
    """By the beginning of the number; by any part of it where nothing begins so."""
    columns = ("number_key", "kind", "revision__consignment", "revision__consignment__unit")
    for wanted in (Q(number_key__startswith=key), Q(number_key__contains=key)):
        if found := TransportEquipment.objects.filter(wanted).order_by().values_list(*columns)[:EACH_UP_TO]:
            return [_Row(*row) for row in found]
    return []


def _vehicles(text: str, officer, most: int) -> Group:
    key = number_key(text)
    if len(key) < SHORTEST:
        return Group("vehicles", [])
    named = Manifest.objects.filter(conveyance_key__startswith=key).values_list("pk", "conveyance_key", "mode")
    manifests = {pk: (plate, mode or "") for pk, plate, mode in named[:EACH_UP_TO]}
    revisions = ConsignmentRevision.objects.filter(manifest__in=manifests).order_by()
    found = revisions.values_list("manifest", "consignment", "consignment__unit")[:EACH_UP_TO] if manifests else []
    return _grouped("vehicles", [_Row(*manifests[manifest], *rest) for manifest, *rest in found], officer, most)


def _seals(text: str, officer, most: int) -> Group:
    """By the whole number: the parts of seals are not indexed, and no officer remembers half of one."""
    named = HistoryKey.objects.filter(kind="seal", key=seal_key(text))
    columns = ("key", "on_equipment", "history__consignment_id", "history__unit_id")
    rows = [_Row(*row) for row in named.values_list(*columns)[:EACH_UP_TO]]
    seen = [row for row in rows if _sees(officer, row.unit_id)]
    shown = {row.consignment_id: row for row in seen}
    numbers = dict(Consignment.objects.filter(pk__in=list(shown)[:most]).values_list("pk", "reference"))
    hits = [Hit(str(pk), reference, "number", beside=shown[pk].beside) for pk, reference in numbers.items()]
    hidden = {row.consignment_id for row in rows} - set(shown)
    return Group("seals", hits, len(hidden), len(rows) == EACH_UP_TO or len(shown) > most)


def _parties(text: str, officer, most: int) -> Group:
    named = parties_named(text)
    statements = ConsignmentParty.objects.filter(party=OuterRef("pk"))
    if not officer.may("read_all_units"):
        statements = statements.filter(revision__consignment__unit=officer.unit_id)
    looked_at = Party.objects.filter(pk__in=named[:PARTIES_LOOKED_AT]).annotate(is_seen=Exists(statements))
    parties = list(looked_at.only("name", "identifier", "country"))
    seen = [party for party in parties if party.is_seen]
    hits = [
        Hit(
            key=str(party.pk),
            title=party.name,
            why="identifier" if party.identifier and party.identifier == text else "name",
            beside=" · ".join(filter(None, [party.identifier, party.country])),
        )
        for party in sorted(seen, key=lambda party: (len(party.name), party.name))[:most]
    ]
    return Group("parties", hits, len(parties) - len(seen), len(named) > PARTIES_LOOKED_AT or len(seen) > most)


def _profiles(text: str, officer, most: int) -> Group:
    if not officer.may("approve_profiles"):
        return Group("profiles", [])
    titles = Q(title__icontains=text) | Q(title_ru__icontains=text) | Q(title_ky__icontains=text)
    named = RiskProfile.objects.visible_to(officer).filter(Q(code__icontains=text) | titles)[: most + 1]
    hits = [
        Hit(profile.code, profile.code, "code" if text.upper() in profile.code else "title", beside=profile.title)
        for profile in named
    ]
    return Group("profiles", hits[:most], is_cut=len(hits) > most)


def _grouped(kind: str, rows: list[_Row], officer, most: int) -> Group:
    """One hit for each number, in order; a number that only other units have is counted."""
    seen: dict[str, set[UUID]] = {}
    for row in rows:
        if _sees(officer, row.unit_id):
            seen.setdefault(row.key, set()).add(row.consignment_id)
    hits = [Hit(key, key, "number", consignments=len(seen[key])) for key in sorted(seen)]
    hidden = {row.key for row in rows} - set(seen)
    return Group(kind, hits[:most], len(hidden), len(rows) == EACH_UP_TO or len(hits) > most)


def _sees(officer, unit_id: UUID) -> bool:
    return officer.may("read_all_units") or unit_id == officer.unit_id
