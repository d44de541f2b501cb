"""A unit's year of documents: ordinary traffic day by day, with patterns planted in it, up to the present hour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pcu_platform.demo import posting
from pcu_platform.demo.documents import Channel, Document
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.patterns import PATTERNS, plant
from pcu_platform.demo.traffic import groupage_trip, local_hour, train_trip, truck_trip
from pcu_platform.demo.truth import settle
from pcu_platform.demo.unit import Unit

ZONE = ZoneInfo("Asia/Bishkek")
UNIT_SHARE = {"BATKEN": 0.48, "OSH": 0.52}
# Traffic of a month against the year's mean: fruit in late summer, snow on the passes.
SEASON = (0.78, 0.80, 0.95, 1.0, 1.05, 1.08, 1.12, 1.2, 1.2, 1.12, 0.95, 0.8)
WEEKDAY = (1.05, 1.1, 1.1, 1.1, 1.1, 0.95, 0.6)
AHEAD = timedelta(hours=12)  # how far beyond the present hour arrivals are announced
LOADS_A_TRIP = 1.5
# How often trips come in each form, and how they are announced.
FORMS = {
    "truck": (0.81, Channel.SHEET),
    "boxes": (0.14, Channel.EDIFACT),
    "alone": (0.008, Channel.XML),
    "announced": (0.003, Channel.JSON),
    "groupage": (0.011, Channel.JSON),
    "noted": (0.004, Channel.NOTE),
}
WAGONS = 0.8  # of the weekly train, in consignments that a day's traffic has
PLANTED = {Channel.SHEET: 98, Channel.JSON: 1, Channel.XML: 1}
# In the last hours more comes that deserves a look than in the whole week before, so that the queue opens with it.
LAST_HOURS = (timedelta(hours=-1), timedelta(hours=12))
PLANTED_LAST = {"BATKEN": 90, "OSH": 60}
ORDINARY_LAST = 60
ANNOUNCED_LAST = {Channel.SHEET: 46, Channel.JSON: 34, Channel.XML: 14, Channel.NOTE: 6}
LAST_OF = 1 / 40  # of the consignments of a smaller demo, at most


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
        """When the units begin to work with profiles. Before, only the draw selects, and history gathers."""
        return self.begins_at + (self.until - self.begins_at) / 6


def year_of(code: str, plan: Plan) -> list[Document]:
    """Return a unit's documents, oldest first: the same for the same plan."""
    count = round(plan.consignments * UNIT_SHARE[code])
    unit = Unit.make(code, plan.seed, count)
    sent = [*_through_the_year(unit, plan, count), *_last_hours(unit, plan)]
    return posting.post(code, sent, unit.rng, plan.begins_at, plan.until)


def _through_the_year(unit: Unit, plan: Plan, count: int) -> Iterator[posting.Sent]:
    first_day = plan.begins_at.astimezone(ZONE).date()
    days = [first_day + timedelta(days=n) for n in range((plan.until - plan.begins_at).days + 2)]
    weights = [SEASON[day.month - 1] * WEEKDAY[day.weekday()] for day in days]
    owed = 0.0
    for day, weight in zip(days, weights, strict=True):
        owed += count * weight / sum(weights)
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE)
        if unit.code == "OSH" and day.weekday() == 1 and (wagons := round(WAGONS * owed)) > 0:
            trip = train_trip(unit, midnight + timedelta(hours=unit.rng.uniform(5, 22)), wagons)
            owed -= len(trip.loads)
            yield Channel.JSON, _settled(unit, trip)
        while owed >= 1:
            channel, trip = _planted(unit, midnight) or _ordinary(unit, midnight)
            owed -= len(trip.loads)
            if plan.begins_at <= trip.arrival_at <= plan.until + AHEAD:
                yield channel, trip


def _last_hours(unit: Unit, plan: Plan) -> Iterator[posting.Sent]:
    chances = [pattern.per_thousand[unit.code] for pattern in PATTERNS]
    earliest, latest = (plan.until + hours for hours in LAST_HOURS)
    midnight = earliest.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    most = round(plan.consignments * LAST_OF)
    trips = [
        *(
            plant(unit, unit.rng.choices(PATTERNS, chances)[0], midnight)
            for _ in range(min(PLANTED_LAST[unit.code], most))
        ),
        *(_settled(unit, truck_trip(unit, midnight)) for _ in range(min(ORDINARY_LAST, most))),
    ]
    for trip in trips:
        trip.arrival_at = earliest + (latest - earliest) * unit.rng.random()
        yield _channel_of(unit, trip, ANNOUNCED_LAST), trip


def _planted(unit: Unit, midnight: datetime) -> posting.Sent | None:
    """Return, as often as the patterns say, a trip that shows one."""
    chances = [pattern.per_thousand[unit.code] / 1000 for pattern in PATTERNS]
    # Drawn once a trip, though patterns are counted by consignments: a trip carries LOADS_A_TRIP of them.
    if unit.rng.random() >= sum(chances) * LOADS_A_TRIP:
        return None
    trip = plant(unit, unit.rng.choices(PATTERNS, chances)[0], midnight)
    return _channel_of(unit, trip, PLANTED), trip


def _channel_of(unit: Unit, trip: Trip, channels: dict[Channel, int]) -> Channel:
    return Channel.JSON if trip.announced else unit.rng.choices(list(channels), list(channels.values()))[0]


def _ordinary(unit: Unit, midnight: datetime) -> posting.Sent:
    form = unit.rng.choices(list(FORMS), [weight for weight, _ in FORMS.values()])[0]
    return FORMS[form][1], _settled(unit, _of_form(unit, form, midnight))


def _settled(unit: Unit, trip: Trip) -> Trip:
    for load in trip.loads:
        settle(unit.rng, load)
    return trip


def _of_form(unit: Unit, form: str, midnight: datetime) -> Trip:
    rng = unit.rng
    trader = unit.trader()
    arrival_at = midnight + timedelta(minutes=round(60 * local_hour(rng, trader.hours)))
    match form:
        case "groupage":
            return groupage_trip(unit, arrival_at, rng.randint(14, 40))
        case "boxes":
            trip = truck_trip(unit, arrival_at, trader)
            for load in trip.loads:
                load.boxes, load.seals = load.boxes or [unit.box()], []
            return trip
        case "alone" | "announced":
            return truck_trip(unit, arrival_at, trader, loads=rng.randint(1, 6))
    return truck_trip(unit, arrival_at, trader, loads=1 if form == "noted" else rng.choice((1, 1, 1, 1, 2)))
