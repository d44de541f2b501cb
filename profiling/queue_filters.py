"""What an address of the queue asks for: which open assessments, in what order."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.http import QueryDict

from consignments.models import Movement
from profiling.deadlines import Targets
from profiling.models import NEEDS_DECISION, Assessment, Lane, State
from profiling.querysets import AssessmentQuerySet

WINDOWS = {"2h": timedelta(hours=2), "12h": timedelta(hours=12), "24h": timedelta(hours=24)}
ARRIVALS = ("", "here", *WINDOWS, "unknown")
ASSIGNED = ("", "me", "nobody")  # or the id of an officer
SORTS = ("arrival", "lane", "score", "waiting", "post", "officer")
ROWS = ("60", "30", "120")  # a page
ASKED_FOR_STATES = {str(State.NOT_SELECTED), *(str(state) for state in NEEDS_DECISION)}
# What nobody need decide leaves the queue so long after its arrival; nine in ten consignments end like this.
QUIET_FOR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class QueueFilters:
    """lanes and states empty: whatever needs a decision. A blue or green lane shows those that nobody need decide."""

    lanes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    drawn: bool = False
    overdue: bool = False
    arrives: str = ""
    assigned: str = ""
    sort: str = "arrival"
    rows_a_page: str = "60"
    text: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "QueueFilters":
        """Read the address; what it does not know is ignored, so that an old bookmark still opens."""
        return cls(
            lanes=tuple(lane for lane in Lane.values if lane in query.getlist("lane")),
            states=tuple(sorted(ASKED_FOR_STATES.intersection(query.getlist("state")))),
            posts=tuple(post[:20] for post in query.getlist("post")[:20] if post),
            drawn="drawn" in query,
            overdue="overdue" in query,
            arrives=_one_of(ARRIVALS, query.get("arrives")),
            assigned=_assigned(query.get("assigned", "")),
            sort=_one_of(SORTS, query.get("sort")),
            rows_a_page=_one_of(ROWS, query.get("rows")),
            text=query.get("q", "").strip()[:100],
        )

    @classmethod
    def from_address(cls, address: str) -> "QueueFilters":
        return cls.from_query(QueryDict(address))

    @property
    def address(self) -> str:
        """The query string of these filters, the same for the same filters; "" for none."""
        query = QueryDict(mutable=True)
        query.setlist("lane", self.lanes)
        query.setlist("state", self.states)
        query.setlist("post", self.posts)
        for key, is_on in [("drawn", self.drawn), ("overdue", self.overdue)]:
            if is_on:
                query[key] = "1"
        for key, value in [("arrives", self.arrives), ("assigned", self.assigned), ("q", self.text)]:
            if value:
                query[key] = value
        for key, value, usual in [("sort", self.sort, SORTS[0]), ("rows", self.rows_a_page, ROWS[0])]:
            if value != usual:
                query[key] = value
        return query.urlencode()

    def toggled(self, lane: str) -> "QueueFilters":
        """The same filters with one lane more or less."""
        return replace(self, lanes=tuple(other for other in Lane.values if (other in self.lanes) != (other == lane)))

    @property
    def shown_states(self) -> tuple[str, ...]:
        """The states asked for; of a lane, whatever is open in it."""
        if self.states:
            return self.states
        return tuple(str(state) for state in NEEDS_DECISION) + ((str(State.NOT_SELECTED),) if self.lanes else ())

    def condition(self, officer, now: datetime, found: Collection[UUID] | None = None) -> Q:
        """Everything but lanes and states. found: ids of consignments that the text names."""
        wanted = Q()
        if self.posts:
            wanted &= Q(post__code__in=self.posts)
        if self.drawn:
            wanted &= Q(is_drawn=True)
        if self.overdue:
            wanted &= Q(state__in=NEEDS_DECISION) & Targets.of_unit(officer.unit.code).overdue(now)
        if self.arrives == "here":
            wanted &= Q(arrival_at__lte=now) | Q(consignment__movement=Movement.ARRIVED)
        elif self.arrives == "unknown":
            wanted &= Q(arrival_at__isnull=True)
        elif self.arrives:
            wanted &= Q(arrival_at__gt=now, arrival_at__lte=now + WINDOWS[self.arrives])
        if self.assigned == "me":
            wanted &= Q(assigned_to=officer.pk)
        elif self.assigned == "nobody":
            wanted &= Q(assigned_to__isnull=True)
        elif self.assigned:
            wanted &= Q(assigned_to=UUID(self.assigned))
        if found is not None:
            wanted &= Q(consignment__in=found)
        return wanted

    def rows(self, officer, now: datetime, found: Collection[UUID] | None = None) -> AssessmentQuerySet:
        """The assessments asked for, in no order yet: `queue_paging` has the orders."""
        wanted = Assessment.objects.visible_to(officer).filter(in_states(self.shown_states, now))
        if self.lanes:
            wanted = wanted.filter(lane__in=self.lanes)
        return wanted.filter(self.condition(officer, now, found))


def in_states(states: Collection[str], now: datetime) -> Q:
    """Open assessments of the states; those that nobody need decide for QUIET_FOR only."""
    deciding = [state for state in states if state != State.NOT_SELECTED]
    if len(deciding) == len(states):
        return Q(state__in=deciding)
    recent = Q(arrival_at__gte=now - QUIET_FOR) | Q(arrival_at__isnull=True, created_at__gte=now - QUIET_FOR)
    return Q(state__in=deciding) | (Q(state=State.NOT_SELECTED) & recent)


def _one_of(allowed: tuple[str, ...], value: str | None) -> str:
    return value if value in allowed else allowed[0]


def _assigned(value: str) -> str:
    if value in ASSIGNED:
        return value
    try:
        return str(UUID(value))
    except ValueError:
        return ""
