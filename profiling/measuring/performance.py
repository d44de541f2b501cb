"""How well profiles and their versions do: what they selected, what was examined of it, what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from profiling.measuring.counting import consignments, positive, with_a_result, within
from profiling.measuring.periods import Period
from profiling.measuring.rates import NOTHING_EXAMINED, Rate
from profiling.models import ProfileHit, ProfileVersion, RiskProfile, SelectedBy


@dataclass(frozen=True, slots=True)
class Performance:
    """selections: consignments it put up for selection; rate: positive / examined with a recorded result of these."""

    selections: int = 0
    rate: Rate = NOTHING_EXAMINED
    last_hit_at: datetime | None = None


def performance(of: RiskProfile | ProfileVersion, period: Period, unit=None) -> Performance:
    """Measure a profile, or one version of it, over what was assessed in the period (in one unit, or in all)."""
    by = "version" if isinstance(of, ProfileVersion) else "version__profile"
    return _measure(hits_that_count(period, unit).filter(**{by: of}), by).get(of.pk, Performance())


def performances(profiles: Iterable[RiskProfile], period: Period, unit=None) -> dict[object, Performance]:
    """Measure many profiles in one query; id of the profile -> its performance."""
    return _of_each(profiles, "version__profile", period, unit)


def performances_of_versions(
    versions: Iterable[ProfileVersion], period: Period, unit=None
) -> dict[object, Performance]:
    """Measure many versions in one query; id of the version -> its performance."""
    return _of_each(versions, "version", period, unit)


def selections_of(profile: RiskProfile, period: Period, unit=None) -> QuerySet[ProfileHit]:
    """The hits by which this profile put consignments up for selection, newest first."""
    return hits_that_count(period, unit).filter(version__profile=profile).order_by("-assessed_at")


def hits_that_count(period: Period, unit) -> QuerySet[ProfileHit]:
    """Hits that count for a profile.

    Not those whose consignment only the draw or an officer chose, nor those outside the profile's own percentage: a
    profile is neither praised nor blamed for the choices of others.
    """
    hits = ProfileHit.objects.filter(
        answer="hit",
        was_sampled_out=False,
        assessment__selected_by__contains=[SelectedBy.PROFILE],
        **within(period, "assessed_at"),
    )
    return hits if unit is None else hits.filter(assessment__unit=unit)


def _of_each(things: Iterable, by: str, period: Period, unit) -> dict[object, Performance]:
    things = list(things)
    found = _measure(hits_that_count(period, unit).filter(**{f"{by}__in": things}), by)
    return {thing.pk: found.get(thing.pk, Performance()) for thing in things}


def _measure(hits: QuerySet[ProfileHit], by: str) -> dict[object, Performance]:
    counted = (
        hits.order_by()
        .values(by)
        .annotate(
            selections=consignments("assessment__"),
            examined=with_a_result("assessment__"),
            positive=positive("assessment__"),
            last_hit_at=Max("assessed_at"),
        )
    )
    return {
        row[by]: Performance(row["selections"], Rate(row["positive"], row["examined"]), row["last_hit_at"])
        for row in counted
    }
