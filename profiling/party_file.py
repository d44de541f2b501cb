"""Gathers what the page of one party shows: how it was stated, what it sent and received, what came of it.

Everything is read from its latest statements, so that a party of a hundred thousand consignments costs no more than
one of a hundred. What other units' documents say of it is counted, never shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Sum
from django.db.models.functions import Left

from consignments.models import ConsignmentParty, ConsignmentRevision, GoodsItem, Party
from profiling.models import Assessment, History, ListHit, Outcome

STATEMENTS = 200  # the latest are read
JOURNEYS = 60  # of them are listed
VOLUMES = 12


@dataclass(frozen=True, slots=True)
class Statement:
    """A party in a role, as one revision of the reader's unit states it; texts are "" where nothing is stated."""

    role: str
    consignment_id: UUID
    revision_id: UUID
    known_at: datetime
    name: str = ""
    identifier: str = ""
    address: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """So many consignments and kilograms of one kind; kg is None where no document states a mass."""

    key: tuple[str, ...]
    consignments: int
    kg: Decimal | None


@dataclass(frozen=True, slots=True)
class PartyFile:
    """statements: of the reader's unit, newest first. elsewhere: consignments of others. is_cut: there are more."""

    party: Party
    statements: list[Statement]
    elsewhere: int
    is_cut: bool
    journeys: list[Assessment]
    seizures: list[Assessment]
    list_hits: list[ListHit]
    chapters: list[Volume]
    routes: list[Volume]

    @property
    def consignments(self) -> list[UUID]:
        """Those of the reader's unit, newest first."""
        return list(dict.fromkeys(statement.consignment_id for statement in self.statements))


def party_file(party: Party, officer) -> PartyFile | None:
    """Gather the file; None where no document that the officer may read names the party."""
    stated, elsewhere, is_cut = _statements(party, officer)
    if not stated:
        return None
    consignments = list(dict.fromkeys(statement.consignment_id for statement in stated))
    in_force = _in_force(consignments)
    rounds = Assessment.objects.select_related("consignment", "revision", "post").defer("points_low", "points_high")
    listed = consignments[:JOURNEYS]
    newest = rounds.filter(consignment__in=listed).order_by("consignment", "-revision__number", "-round")
    order = {pk: place for place, pk in enumerate(consignments)}
    journeys = sorted(newest.distinct("consignment"), key=lambda assessment: order[assessment.consignment_id])
    seized = rounds.filter(consignment__in=consignments, outcome=Outcome.SEIZURE)
    return PartyFile(
        party=party,
        statements=stated,
        elsewhere=elsewhere,
        is_cut=is_cut,
        journeys=journeys,
        seizures=sorted(seized, key=lambda assessment: order[assessment.consignment_id]),
        list_hits=_list_hits(stated, [each.pk for each in journeys]),
        chapters=_chapters(in_force),
        routes=_routes(in_force),
    )


def _statements(party: Party, officer) -> tuple[list[Statement], int, bool]:
    rows = [*_as_stated(party), *_as_carrier(party)]
    ours = [row for row in rows if officer.may("read_all_units") or row[0] == officer.unit_id]
    seen = {statement.consignment_id for _unit, statement in ours}
    elsewhere = {statement.consignment_id for _unit, statement in rows} - seen
    stated = sorted((statement for _unit, statement in ours), key=lambda each: each.known_at, reverse=True)
    return stated, len(elsewhere), len(rows) >= STATEMENTS


_STATED = (
    "role",
    "name",
    "identifier",
    "identifier_kind",
    "address",
    "street",
    "postcode",
    "city",
    "country",
    "phone",
    "email",
)


def _as_stated(party: Party) -> list[tuple[UUID, Statement]]:
    """Return (unit, statement) of the roles that documents give it."""
    rows = (
        ConsignmentParty.objects.filter(party=party)
        .select_related("revision__consignment")
        .only(*_STATED, "revision__known_at", "revision__consignment__unit_id")
        .order_by("-id")
    )
    return [
        (
            row.revision.consignment.unit_id,
            Statement(
                role=row.role,
                consignment_id=row.revision.consignment_id,
                revision_id=row.revision_id,
                known_at=row.revision.known_at,
                name=row.name,
                identifier=f"{row.identifier_kind} {row.identifier}".strip() if row.identifier else "",
                address=row.address or ", ".join(filter(None, [row.street, row.postcode, row.city])),
                country=row.country,
                phone=row.phone,
                email=row.email,
            ),
        )
        for row in rows[:STATEMENTS]
    ]


def _as_carrier(party: Party) -> list[tuple[UUID, Statement]]:
    """Return (unit, statement) of the journeys that it carried, where only the manifest names it."""
    carried = History.objects.filter(carrier_id=party.pk).order_by("-known_at")
    rows = carried.values_list("unit_id", "consignment_id", "revision_id", "known_at")[:STATEMENTS]
    return [
        (unit_id, Statement("carrier", consignment_id, revision_id, known_at, name=party.name))
        for unit_id, consignment_id, revision_id, known_at in rows
    ]


def _in_force(consignments: Sequence[UUID]) -> list[UUID]:
    revisions = ConsignmentRevision.objects.filter(consignment__in=consignments, replaced_at=None, is_cancelled=False)
    return list(revisions.values_list("pk", flat=True))


def _list_hits(stated: Sequence[Statement], assessments: Sequence[UUID]) -> list[ListHit]:
    """The entries that its names matched, each once with its best score."""
    names = {statement.name for statement in stated if statement.name}
    hits = ListHit.objects.filter(assessment__in=assessments, matched_text__in=names)
    best: dict[UUID, ListHit] = {}
    for hit in hits.select_related("entry__watch_list").order_by("score", "id"):
        best[hit.entry_id] = hit
    return sorted(best.values(), key=lambda hit: -hit.score)


def _chapters(revisions: Sequence[UUID]) -> list[Volume]:
    """Consignments and gross mass by the chapter of the goods lines."""
    rows = (
        GoodsItem.objects.filter(revision__in=revisions)
        .exclude(commodity_code="")
        .annotate(chapter=Left("commodity_code", 2))
        .values_list("chapter")
        .annotate(consignments=Count("revision", distinct=True), kg=Sum("gross_mass_kg"))
        .order_by("-consignments", "chapter")
    )
    return [Volume((chapter,), count, kg) for chapter, count, kg in rows[:VOLUMES]]


def _routes(revisions: Sequence[UUID]) -> list[Volume]:
    """Consignments and gross mass by dispatch country, border post and destination country."""
    columns = ("dispatch_country", "manifest__entry_post__name", "destination_country")
    rows = (
        ConsignmentRevision.objects.filter(pk__in=revisions)
        .order_by(F("consignments").desc(), *columns)
        .values_list(*columns)
        .annotate(consignments=Count("pk"), kg=Sum("total_gross_mass_kg"))
    )
    return [Volume((start, post or "", end), count, kg) for start, post, end, count, kg in rows[:VOLUMES]]
