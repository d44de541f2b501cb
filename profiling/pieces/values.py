"""A piece of transport equipment, the consignments aboard, and one journey of it: plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from profiling.models import NEEDS_DECISION, Lane, Outcome, State

# Documents whose arrivals differ by no more tell of one journey: a box waits for its train or ship, a truck does not.
ONE_JOURNEY = {"container": timedelta(days=7), "wagon": timedelta(days=7)}
ONE_JOURNEY_OF_A_TRUCK = timedelta(days=1)
STRICTEST_FIRST = [Lane.RED, Lane.YELLOW, Lane.BLUE, Lane.GREEN]


@dataclass(frozen=True, slots=True)
class Piece:
    """kind: container, trailer, wagon or vehicle. number: as stated. key: canonical, as in every table."""

    kind: str
    key: str
    number: str

    @property
    def span(self) -> timedelta:
        return ONE_JOURNEY.get(self.kind, ONE_JOURNEY_OF_A_TRUCK)


@dataclass(frozen=True, slots=True)
class Aboard:
    """A consignment that travels in a piece, with its newest round. at: its arrival, else when it was known."""

    assessment_id: UUID
    consignment_id: UUID
    revision_id: UUID
    manifest_id: UUID
    unit_id: UUID
    at: datetime
    lane: str
    state: str
    outcome: str
    is_begun: bool

    @property
    def needs_decision(self) -> bool:
        return self.state in NEEDS_DECISION

    @property
    def is_on_hold(self) -> bool:
        return self.state == State.SELECTED and self.outcome == Outcome.NOT_RECORDED

    @property
    def is_flagged(self) -> bool:
        return self.needs_decision or self.is_on_hold


@dataclass(frozen=True, slots=True)
class Call:
    """One journey of a piece. leader: the consignment it is found by; aboard: all that the reader may see, strictest
    lane first; elsewhere: how many of other units travel with them."""

    piece: Piece
    leader: Aboard
    aboard: tuple[Aboard, ...]
    elsewhere: int

    @property
    def lane(self) -> str:
        """A box is as risky as its riskiest consignment."""
        return self.aboard[0].lane

    @property
    def waiting(self) -> int:
        return sum(one.needs_decision for one in self.aboard)

    @property
    def on_hold(self) -> int:
        return sum(one.is_on_hold for one in self.aboard)


def call_of(piece: Piece, leader: Aboard, aboard: Iterable[Aboard], unit_id: UUID | None) -> Call:
    """Return the journey that `leader` tells of; unit_id: whose consignments the reader may see, None for all."""
    together = [one for one in aboard if is_one_journey(piece, leader, one)]
    ours = [one for one in together if unit_id is None or one.unit_id == unit_id]
    ours.sort(key=lambda one: (STRICTEST_FIRST.index(Lane(one.lane)), one.at, str(one.consignment_id)))
    return Call(piece, leader, tuple(ours), len(together) - len(ours))


def is_one_journey(piece: Piece, one: Aboard, other: Aboard) -> bool:
    """Whether two consignments of a piece travel together: in one manifest, or arriving at about the same time."""
    return one.manifest_id == other.manifest_id or abs(one.at - other.at) <= piece.span


def leaders(piece: Piece, candidates: Sequence[Aboard]) -> list[Aboard]:
    """Return those of `candidates`, in the order given, that no earlier leader has on its journey."""
    found: list[Aboard] = []
    for one in candidates:
        if not any(is_one_journey(piece, leader, one) for leader in found):
            found.append(one)
    return found
