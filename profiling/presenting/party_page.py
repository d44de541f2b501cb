"""A party as its page shows it: every spelling with how often it was stated, its journeys, its volumes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime

from profiling.models import Assessment, Outcome, State
from profiling.models.seized import Category, QuantityUnit
from profiling.party_file import PartyFile, Statement, Volume
from profiling.presenting.quantities import exact_mass, number
from profiling.presenting.words import ROLES, word

SPELLINGS = 12
PLACEHOLDER = "–"


@dataclass(frozen=True, slots=True)
class Stated:
    """A text with the number of consignments that state it; when: first and last, or the one day."""

    text: str
    consignments: int
    when: str


@dataclass(frozen=True, slots=True)
class Journey:
    """A consignment of the party; outcome: "" where it was not examined. tone: "", green, red."""

    consignment_id: UUID
    reference: str
    when: str
    roles: str
    route: str
    lane: str
    state: str
    outcome: str
    tone: str
    seized: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class VolumeLine:
    label: str
    consignments: int
    mass: str


@dataclass(frozen=True, slots=True)
class PartyPage:
    """Ready to be shown. shares: examined and found among the consignments looked at."""

    name: str
    country: str
    names: list[Stated]
    identifiers: list[Stated]
    addresses: list[Stated]
    phones: list[Stated]
    emails: list[Stated]
    roles: list[tuple[str, int]]
    journeys: list[Journey]
    seizures: list[Journey]
    chapters: list[VolumeLine]
    routes: list[VolumeLine]
    consignments: int
    examined: int
    found: int


def party_page(file: PartyFile) -> PartyPage:
    statements = file.statements
    roles_of = _roles_by_consignment(statements)
    journeys = [_journey(each, roles_of[each.consignment_id]) for each in file.journeys]
    with_result = [each for each in file.journeys if each.outcome not in {Outcome.NOT_RECORDED, Outcome.INCONCLUSIVE}]
    return PartyPage(
        name=statements[0].name or file.party.name,
        country=file.party.country,
        names=stated(statements, lambda each: each.name),
        identifiers=stated(statements, lambda each: each.identifier),
        addresses=stated(statements, lambda each: ", ".join(filter(None, [each.address, each.country]))),
        phones=stated(statements, lambda each: each.phone),
        emails=stated(statements, lambda each: each.email),
        roles=_role_counts(statements),
        journeys=journeys,
        seizures=[_journey(each, roles_of[each.consignment_id]) for each in file.seizures],
        chapters=[_volume(volume, volume.key[0]) for volume in file.chapters],
        routes=[_volume(volume, " → ".join(part or PLACEHOLDER for part in volume.key)) for volume in file.routes],
        consignments=len(file.consignments),
        examined=len(with_result),
        found=sum(each.outcome != Outcome.NIL for each in with_result),
    )


def stated(statements: Iterable[Statement], text_of: Callable[[Statement], str]) -> list[Stated]:
    """Return each different text once, the most stated first; revisions of one consignment count once."""
    consignments: dict[str, set[UUID]] = {}
    moments: dict[str, list[datetime]] = {}
    for statement in statements:
        if text := text_of(statement).strip():
            consignments.setdefault(text, set()).add(statement.consignment_id)
            moments.setdefault(text, []).append(statement.known_at)
    texts = sorted(consignments, key=lambda text: (-len(consignments[text]), text))
    return [Stated(text, len(consignments[text]), _between(moments[text])) for text in texts[:SPELLINGS]]


def seized_in_words(totals: Sequence[dict]) -> str:
    """Return "drugs 12.4 kg, 3 packs": category and unit stay apart."""
    return ", ".join(
        f"{Category(total['category']).label} {number(total['quantity'])} {QuantityUnit(total['quantity_unit']).label}"
        for total in totals
    )


def _between(moments: Sequence[datetime]) -> str:
    first, last = (_day(moment) for moment in (min(moments), max(moments)))
    return first if first == last else f"{first} – {last}"


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "DATE_FORMAT")


def _roles_by_consignment(statements: Iterable[Statement]) -> dict[UUID, list[str]]:
    roles: dict[UUID, dict[str, None]] = {}
    for statement in statements:
        roles.setdefault(statement.consignment_id, {})[statement.role] = None
    return {pk: list(named) for pk, named in roles.items()}


def _role_counts(statements: Iterable[Statement]) -> list[tuple[str, int]]:
    consignments: dict[str, set[UUID]] = {}
    for statement in statements:
        consignments.setdefault(statement.role, set()).add(statement.consignment_id)
    counts = [(word(ROLES, role), len(found)) for role, found in consignments.items()]
    return sorted(counts, key=lambda row: (-row[1], row[0]))


def _journey(assessment: Assessment, roles: Sequence[str]) -> Journey:
    revision = assessment.revision
    examined = assessment.outcome != Outcome.NOT_RECORDED
    post = str(assessment.post) if assessment.post else ""
    places = [revision.dispatch_country, post, revision.destination_country]
    return Journey(
        consignment_id=assessment.consignment_id,
        reference=assessment.consignment.reference,
        when=_day(assessment.arrival_at or revision.known_at),
        roles=", ".join(word(ROLES, role) for role in roles),
        route=" → ".join(filter(None, places)),
        lane=assessment.lane,
        state=str(assessment.get_state_display()),
        outcome=str(assessment.get_outcome_display()) if examined else "",
        tone=_tone(assessment),
        seized=seized_in_words(assessment.seized),
        is_now=assessment.state in {State.WAITING, State.INFORMATION_REQUESTED, State.RELEASE_PROPOSED}
        or assessment.is_on_hold,
    )


def _tone(assessment: Assessment) -> str:
    if assessment.outcome in {Outcome.NOT_RECORDED, Outcome.INCONCLUSIVE}:
        return ""
    return "green" if assessment.outcome == Outcome.NIL else "red"


def _volume(volume: Volume, label: str) -> VolumeLine:
    return VolumeLine(label, volume.consignments, exact_mass(volume.kg))
