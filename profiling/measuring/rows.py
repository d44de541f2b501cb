"""The consignments behind a number: as many rows as the number says, each consignment once."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from profiling.measuring.baseline import all_drawn, drawn_alone
from profiling.measuring.overriding import taken_up, waved_through
from profiling.measuring.performance import hits_that_count
from profiling.measuring.periods import Period
from profiling.models import POSITIVE, WITH_RESULT, Assessment, ProfileVersion, RiskProfile


class Shown(StrEnum):
    """Which of them: all, those examined with a recorded result, or the positive ones."""

    ALL = "all"
    EXAMINED = "examined"
    POSITIVE = "positive"


class Source(StrEnum):
    """Numbers that are not of a profile or an indicator."""

    DRAWN = "drawn"
    MISSED = "missed"
    WAVED_THROUGH = "waved_through"
    TAKEN_UP = "taken_up"


@dataclass(frozen=True, slots=True)
class Behind:
    """Of what the number is: a profile, one version of it, an indicator (of these, or of all), or a source."""

    profile: RiskProfile | None = None
    version: ProfileVersion | None = None
    indicator: str = ""
    source: Source | None = None
    shown: Shown = Shown.ALL


def rows_behind(number: Behind, period: Period, unit=None) -> QuerySet[Assessment]:
    """Return the assessments, newest first; of a consignment with several rounds the newest one that counts."""
    found = _all(number, period, unit)
    if number.shown != Shown.ALL:
        found = found.filter(outcome__in=WITH_RESULT if number.shown == Shown.EXAMINED else POSITIVE)
    return each_consignment_once(found)


def each_consignment_once(rounds: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Keep the newest of the rounds of each consignment; newest first, with what a row shows."""
    once = rounds.order_by("consignment", "-created_at", "-pk").distinct("consignment")
    return as_rows(Assessment.objects.filter(pk__in=once.values("pk")))


def as_rows(rounds: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Newest first, with what a row shows."""
    return rounds.select_related("consignment", "post", "decided_by").order_by("-created_at", "pk")


def _all(number: Behind, period: Period, unit) -> QuerySet[Assessment]:
    match number.source:
        case Source.WAVED_THROUGH:
            return waved_through(period, unit)
        case Source.TAKEN_UP:
            return taken_up(period, unit)
        case Source.DRAWN:
            return all_drawn(period, unit)
        case Source.MISSED:
            return drawn_alone(period, unit)
    hits = hits_that_count(period, unit)
    if number.profile is not None:
        hits = hits.filter(version__profile=number.profile)
    if number.version is not None:
        hits = hits.filter(version=number.version)
    if number.indicator:
        hits = hits.filter(indicators__contains=[{"code": number.indicator, "answer": "hit"}])
    return Assessment.objects.filter(pk__in=hits.values("assessment"))
