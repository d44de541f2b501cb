"""What an address of the queue asks for: which open assessments, in what order."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.http import QueryDict

from consignments.models import Movement
from profiling.models import NEEDS_DECISION, Assessment, Lane, State
from profiling.querysets import LANE_ORDER, AssessmentQuerySet

WINDOWS = {"2h": timedelta(hours=2), "12h": timedelta(hours=12), "24h": timedelta(hours=24)}
ARRIVALS = ("", "here", *WINDOWS, "unknown")
ASSIGNED = ("", "me", "nobody")
SORTS = ("arrival", "lane", "score")
ASKED_FOR_STATES = {str(State.NOT_SELECTED), *(str(state) for state in NEEDS_DECISION)}


@dataclass(frozen=True, slots=True)
class QueueFilters:
    """lanes and states empty: whatever needs a decision. A blue or green lane shows those that nobody need decide."""

    lanes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    drawn: bool = False
    arrives: str = ""
    assigned: str = ""
    sort: str = "arrival"
    text: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "QueueFilters":
        """Read the address; what it does not know is ignored, so that an old bookmark still opens."""
        return cls(
            lanes=tuple(lane for lane in Lane.values if lane in query.getlist("lane")),
            states=tuple(sorted(ASKED_FOR_STATES.intersection(query.getlist("state")))),
            posts=tuple(post for post in query.getlist("post") if post),
            drawn="drawn" in query,
            arrives=_one_of(ARRIVALS, query.get("arrives")),
            assigned=_one_of(ASSIGNED, query.get("assigned")),
            sort=_one_of(SORTS, query.get("sort")),
            text=query.get("q", "").strip()[:100],
        )

    @property
    def address(self) -> str:
        """The query string of these filters, the same for the same filters; "" for none."""
        query = QueryDict(mutable=True)
        query.setlist("lane", self.lanes)
        query.setlist("state", self.states)
        query.setlist("post", self.posts)
        if self.drawn:
            query["drawn"] = "1"
        for key, value in [("arrives", self.arrives), ("assigned", self.assigned), ("q", self.text)]:
            if value:
                query[key] = value
        if self.sort != SORTS[0]:
            query["sort"] = self.sort
        return query.urlencode()

    def toggled(self, lane: str) -> "QueueFilters":
        """The same filters with one lane more or less."""
        return replace(self, lanes=tuple(other for other in Lane.values if (other in self.lanes) != (other == lane)))

    def condition(self, officer, now: datetime, found: Collection[UUID] | None = None) -> Q:
        """Everything but the lanes, over open assessments. found: ids of consignments that the text names."""
        wanted = Q()
        if self.posts:
            wanted &= Q(post__code__in=self.posts)
        if self.drawn:
            wanted &= Q(is_drawn=True)
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
        if found is not None:
            wanted &= Q(consignment__in=found)
        return wanted

    def of_lane(self, lane: str) -> Q:
        """What pressing this lane alone shows: of the states asked for, else everything open in it."""
        return Q(lane=lane, state__in=self.states) if self.states else Q(lane=lane)

    def of_lanes(self) -> Q:
        """The lanes and states asked for."""
        if self.lanes:
            wanted = Q(lane__in=self.lanes)
            return wanted & Q(state__in=self.states) if self.states else wanted
        return Q(state__in=self.states or NEEDS_DECISION)

    def rows(self, officer, now: datetime, found: Collection[UUID] | None = None) -> AssessmentQuerySet:
        """The assessments asked for, in the order asked for."""
        wanted = Assessment.objects.visible_to(officer).open()
        wanted = wanted.filter(self.condition(officer, now, found), self.of_lanes())
        soonest = F("arrival_at").asc(nulls_last=True)
        if self.sort == "lane":
            return wanted.most_risky_first()
        if self.sort == "score":
            return wanted.order_by("-score", LANE_ORDER, soonest, "id")
        return wanted.order_by(soonest, "id")


def _one_of(allowed: tuple[str, ...], value: str | None) -> str:
    return value if value in allowed else allowed[0]
