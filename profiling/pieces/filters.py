"""What an address of the page of containers and trucks asks for: which flagged consignments, in what order."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Q
from django.http import QueryDict

from consignments.models import Mode, Movement
from profiling.models import Lane

WINDOWS = {"2h": timedelta(hours=2), "12h": timedelta(hours=12), "24h": timedelta(hours=24)}
ARRIVALS = ("", "here", *WINDOWS, "unknown")
SORTS = ("arrival", "lane")


@dataclass(frozen=True, slots=True)
class PieceFilters:
    """Nothing given: every piece with something to decide or to stop."""

    lanes: tuple[str, ...] = ()
    post: str = ""
    mode: str = ""
    arrives: str = ""
    sort: str = "arrival"

    @classmethod
    def from_query(cls, query: QueryDict) -> "PieceFilters":
        """Read the address; what it does not know is ignored, so that an old bookmark still opens."""
        return cls(
            lanes=tuple(lane for lane in Lane.values if lane in query.getlist("lane")),
            post=query.get("post", "")[:40],
            mode=_one_of(("", *Mode.values), query.get("mode")),
            arrives=_one_of(ARRIVALS, query.get("arrives")),
            sort=_one_of(SORTS, query.get("sort")),
        )

    @property
    def address(self) -> str:
        """The query string of these filters, the same for the same filters; "" for none."""
        query = QueryDict(mutable=True)
        query.setlist("lane", self.lanes)
        for key, value in [("post", self.post), ("mode", self.mode), ("arrives", self.arrives)]:
            if value:
                query[key] = value
        if self.sort != SORTS[0]:
            query["sort"] = self.sort
        return query.urlencode()

    def toggled(self, lane: str) -> "PieceFilters":
        """The same filters with one lane more or less."""
        return replace(self, lanes=tuple(other for other in Lane.values if (other in self.lanes) != (other == lane)))

    def condition(self, now: datetime) -> Q:
        """What is asked of a flagged consignment for its piece to be shown."""
        wanted = Q(lane__in=self.lanes) if self.lanes else Q()
        if self.post:
            wanted &= Q(post__code=self.post)
        if self.mode:
            wanted &= Q(revision__manifest__mode=self.mode)
        if self.arrives == "here":
            wanted &= Q(arrival_at__lte=now) | Q(consignment__movement=Movement.ARRIVED)
        elif self.arrives == "unknown":
            wanted &= Q(arrival_at__isnull=True)
        elif self.arrives:
            wanted &= Q(arrival_at__gt=now, arrival_at__lte=now + WINDOWS[self.arrives])
        return wanted


def _one_of(allowed: tuple[str, ...], value: str | None) -> str:
    return value if value in allowed else allowed[0]
