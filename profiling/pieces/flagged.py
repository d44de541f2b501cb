"""A page of flagged pieces: walks flagged consignments along an index and shows each piece where its first one stands.

Nothing is counted and nothing is skipped over: a page costs the same with a thousand assessments behind it and with ten
million (`assessment_flagged`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from profiling.models import FLAGGED, Assessment, Lane
from profiling.pieces.aboard import loading_pieces, now_aboard
from profiling.pieces.filters import PieceFilters
from profiling.pieces.values import STRICTEST_FIRST, Aboard, Call, Piece, call_of, leaders

ROWS = 60
CHUNK = 90
CHUNKS_AT_MOST = 12  # a groupage truck with a thousand consignments ends a page, not the officer's patience


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the stretch of the walk, and arrival (None: not stated) and id of its last consignment."""

    stretch: int
    arrival_at: datetime | None
    pk: UUID

    @classmethod
    def from_text(cls, text: str) -> "Cursor | None":
        """Read what `text` of another cursor wrote; None for anything else."""
        try:
            stretch, moment, pk = text.split("_")
            arrival_at = parse_datetime(moment) if moment else None
            is_whole = bool(arrival_at and arrival_at.tzinfo) or not moment
            return cls(int(stretch), arrival_at, UUID(pk)) if is_whole else None
        except ValueError:
            return None

    @property
    def text(self) -> str:
        return f"{self.stretch}_{self.arrival_at.isoformat() if self.arrival_at else ''}_{self.pk}"


@dataclass(frozen=True, slots=True)
class FlaggedPage:
    """next: the cursor of the following page as text, "" where this one is the last."""

    calls: list[Call]
    next: str


@dataclass(slots=True)
class _Walk:
    """What was found so far. unit_id: whose consignments the officer may see; wanted: what makes a piece shown."""

    unit_id: UUID | None
    wanted: Q
    by_lane: bool
    calls: list[Call] = field(default_factory=list)

    def has(self, piece: Piece, assessment_id: UUID) -> bool:
        shown = (call for call in self.calls if call.piece.key == piece.key)
        return any(one.assessment_id == assessment_id for call in shown for one in call.aboard)


def flagged_page(filters: PieceFilters, officer: Any, now: datetime, after: Cursor | None = None) -> FlaggedPage:
    """Return the pieces of the officer's unit that hold something to decide or to stop, ROWS at a time."""
    everything = officer.may("read_all_units")
    walk = _Walk(None if everything else officer.unit_id, FLAGGED & filters.condition(now), filters.sort == "lane")
    last: Cursor | None = None
    for chunk, (stretch, rows) in enumerate(_chunks(filters, walk, officer, after)):
        if chunk == CHUNKS_AT_MOST:
            return FlaggedPage(walk.calls, last.text if last else "")
        for row in _add_pieces(walk, rows):
            last = Cursor(stretch, row["arrival_at"], row["pk"])
            if len(walk.calls) >= ROWS:
                return FlaggedPage(walk.calls, last.text)
    return FlaggedPage(walk.calls, "")


def _chunks(
    filters: PieceFilters, walk: _Walk, officer: Any, after: Cursor | None
) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield flagged consignments in the order asked for: (stretch, rows), without end marks between stretches."""
    base = Assessment.objects.visible_to(officer).filter(walk.wanted)
    for number, stretch in enumerate(_stretches(filters, base)):
        if after is not None and number < after.stretch:
            continue
        ended = after if after is not None and number == after.stretch else None
        while True:
            rows = list(_after(stretch, ended).values(*_COLUMNS)[:CHUNK])
            if rows:
                yield number, rows
            if len(rows) < CHUNK:
                break
            ended = Cursor(number, rows[-1]["arrival_at"], rows[-1]["pk"])


_COLUMNS = (
    "pk", "arrival_at", "revision_id", "revision__known_at",
    "revision__manifest__conveyance_id", "revision__manifest__conveyance_key", "revision__manifest__mode",
)  # fmt: skip


def _stretches(filters: PieceFilters, base: QuerySet) -> list[QuerySet]:
    """The parts of the order one after another: stated arrivals, then those not stated; by lane, four times so."""
    lanes = [lane for lane in STRICTEST_FIRST if not filters.lanes or lane in filters.lanes]
    parts = [base.filter(lane=lane) for lane in lanes] if filters.sort == "lane" else [base]
    by_arrival = [part.filter(arrival_at__isnull=False).order_by("arrival_at", "id") for part in parts]
    not_stated = [part.filter(arrival_at__isnull=True).order_by("id") for part in parts]
    return [stretch for pair in zip(by_arrival, not_stated, strict=True) for stretch in pair]


def _after(stretch: QuerySet, ended: Cursor | None) -> QuerySet:
    if ended is None:
        return stretch
    if ended.arrival_at is None:
        return stretch.filter(pk__gt=ended.pk)
    later = Q(arrival_at__gt=ended.arrival_at) | Q(arrival_at=ended.arrival_at, pk__gt=ended.pk)
    return stretch.filter(later, arrival_at__gte=ended.arrival_at)


def _add_pieces(walk: _Walk, rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Add the pieces of these rows that are not shown yet; yield each row when its pieces are in."""
    pieces = loading_pieces(
        (
            row["revision_id"],
            row["revision__manifest__conveyance_id"],
            row["revision__manifest__conveyance_key"],
            row["revision__manifest__mode"],
        )
        for row in rows
    )
    aboard = now_aboard(
        (piece, row["arrival_at"] or row["revision__known_at"]) for row in rows for piece in pieces[row["revision_id"]]
    )
    places = _places(walk, aboard.values())
    for row in rows:
        for piece in pieces[row["revision_id"]]:
            if not walk.has(piece, row["pk"]):
                here = aboard.get(piece.key, [])
                candidates = [one for one in here if one.assessment_id in places]
                candidates.sort(key=lambda one: places[one.assessment_id])
                # It stands where the first of its journey does: on this page or, of a later one, on that before.
                leader = next((one for one in leaders(piece, candidates) if one.assessment_id == row["pk"]), None)
                if leader is not None:
                    walk.calls.append(call_of(piece, leader, here, walk.unit_id))
        yield row


def _places(walk: _Walk, aboard: Iterable[list[Aboard]]) -> dict[UUID, tuple]:
    """Return by assessment where it stands in the order asked for; those that nobody asks for have no place."""
    ids = {one.assessment_id for group in aboard for one in group if one.is_flagged}
    ours = Assessment.objects.filter(walk.wanted, pk__in=ids)
    if walk.unit_id is not None:
        ours = ours.filter(unit=walk.unit_id)
    return {
        pk: (
            STRICTEST_FIRST.index(Lane(lane)) if walk.by_lane else 0,
            arrival_at is None,
            arrival_at.timestamp() if arrival_at else 0,
            pk,
        )
        for pk, arrival_at, lane in ours.values_list("pk", "arrival_at", "lane")
    }
