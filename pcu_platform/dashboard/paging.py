"""Pages of rows by key: the next page begins after the last row shown, however far down that is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from .rows import Behind, Kind

ROWS_A_PAGE = 60
MOMENT = {
    Kind.CONSIGNMENTS: "first_known_at",
    Kind.ROUNDS: "created_at",
    Kind.LINES: "recorded_at",
    Kind.ACTS: "closed_at",
}


@dataclass(frozen=True, slots=True)
class Page:
    """count: of all rows. following: what asks for the next page; "" on the last one."""

    rows: list[Any]
    count: int
    following: str = ""
    is_first: bool = True


def page_of(behind: Behind, after: str = "") -> Page:
    """Return the rows after the one that `after` names; the first page where it names none."""
    if behind.kind == Kind.DAYS:
        return Page(list(behind.rows), len(behind.rows))
    moment = MOMENT[behind.kind]
    begun_after = _read(after)
    rows = list(_from(behind.rows, moment, begun_after)[: ROWS_A_PAGE + 1])
    shown, more = rows[:ROWS_A_PAGE], rows[ROWS_A_PAGE:]
    following = f"{getattr(shown[-1], moment).isoformat()},{shown[-1].pk}" if more else ""
    return Page(shown, behind.rows.order_by().count(), following, begun_after is None)


def _from(rows: QuerySet, moment: str, after: tuple[datetime, UUID] | None) -> QuerySet:
    if after is None:
        return rows
    at, pk = after
    # The first condition alone follows from the second; it is what an index can serve.
    return rows.filter(Q(**{f"{moment}__lte": at}), Q(**{f"{moment}__lt": at}) | Q(pk__gt=pk))


def _read(after: str) -> tuple[datetime, UUID] | None:
    at, _comma, pk = after.partition(",")
    try:
        moment = datetime.fromisoformat(at)
        return (moment, UUID(pk)) if moment.tzinfo is not None else None
    except ValueError:
        return None
