"""A unit's year of documents: ordinary traffic day by day, with patterns planted in it, up to the present hour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pcu_platform.demo import posting
from pcu_platform.demo.documents import Document
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.traffic import Unit, groupage_trip, local_hour, train_trip, truck_trip
from pcu_platform.demo.truth import settle

ZONE = ZoneInfo("Asia/Bishkek")
UNIT_SHARE = {"BATKEN": 0.44, "OSH": 0.56}
# Traffic of a month against the year's mean: fruit in late summer, snow on the passes.
SEASON = (0.78, 0.80, 0.95, 1.0, 1.05, 1.08, 1.12, 1.2, 1.2, 1.12, 0.95, 0.8)
WEEKDAY = (1.05, 1.1, 1.1, 1.1, 1.1, 0.95, 0.6)
AHEAD = timedelta(hours=12)  # how far beyond the present hour arrivals are announced
# How trips of each form come: (weight of the trip, channel).
FORMS = {
    "truck": (0.82, posting.SHEET),
    "boxes": (0.09, posting.EDIFACT),
    "alone": (0.035, posting.XML),
    "announced": (0.025, posting.JSON),
    "groupage": (0.022, posting.JSON),
    "noted": (0.008, posting.NOTE),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make: so many consignments of both units over the months that end at `until`."""

    consignments: int
    seed: int
    months: int
    until: datetime

    @property
    def begins_at(self) -> datetime:
        return self.until - timedelta(days=round(self.months * 30.42))

    @property
    def profiles_from(self) -> datetime:
        """When the unit begins to work with profiles. Before, only the draw selects, and history gathers."""
        return self.begins_at + (self.until - self.begins_at) / 6


def year_of(code: str, plan: Plan) -> list[Document]:
    """Return a unit's documents, oldest first: the same for the same plan."""
    count = round(plan.consignments * UNIT_SHARE[code])
    unit = Unit.make(code, plan.seed, count)
    trips = list(_trips(unit, plan, count))
    for _, trip in trips:
        for load in trip.loads:
            settle(unit.rng, load)
    return posting.post(code, trips, unit.rng, plan.until)


def _trips(unit: Unit, plan: Plan, count: int) -> Iterator[tuple[str, Trip]]:
    first_day = plan.begins_at.astimezone(ZONE).date()
    days = [first_day + timedelta(days=n) for n in range((plan.until - plan.begins_at).days + 2)]
    weights = [SEASON[day.month - 1] * WEEKDAY[day.weekday()] for day in days]
    owed = 0.0
    for day, weight in zip(days, weights, strict=True):
        owed += count * weight / sum(weights)
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE)
        if unit.code == "OSH" and day.weekday() in (1, 4) and owed > 12:
            trip = train_trip(unit, midnight + timedelta(hours=unit.rng.uniform(5, 22)), unit.rng.randint(8, 14))
            yield posting.JSON, trip
            owed -= len(trip.loads)
        while owed >= 1:
            channel, trip = _ordinary(unit, midnight)
            if plan.begins_at <= trip.arrival_at <= plan.until + AHEAD:
                yield channel, trip
            owed -= len(trip.loads)


def _ordinary(unit: Unit, midnight: datetime) -> tuple[str, Trip]:
    rng = unit.rng
    form = rng.choices(list(FORMS), [weight for weight, _ in FORMS.values()])[0]
    channel = FORMS[form][1]
    trader = unit.trader()
    arrival_at = midnight + timedelta(minutes=round(60 * local_hour(rng, trader.hours)))
    match form:
        case "groupage":
            return channel, groupage_trip(unit, arrival_at, rng.randint(8, 22))
        case "boxes":
            trip = truck_trip(unit, arrival_at, trader)
            for load in trip.loads:
                load.boxes, load.seals = load.boxes or [unit.box()], []
            return channel, trip
        case "alone" | "announced":
            return channel, truck_trip(unit, arrival_at, trader, loads=rng.choice((1, 2, 3, 4)))
    loads = 1 if form == "noted" else rng.choice((1, 1, 1, 1, 2))
    return channel, truck_trip(unit, arrival_at, trader, loads=loads)
