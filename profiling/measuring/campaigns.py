"""What a campaign brought: its selections, each consignment once, what was examined and found of them, day by day."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from profiling.measuring.baseline import Baseline, random_baseline
from profiling.measuring.counting import consignments, positive, with_a_result
from profiling.measuring.performance import Performance, performances_of_versions
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import Campaign, Outcome, ProfileHit, ProfileVersion, SelectedBy


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """seizures: consignments with one. baseline: the random draw of the unit in the same time."""

    selections: int
    rate: Rate
    seizures: int
    baseline: Baseline
    days: list[tuple[date, int]]
    versions: list[tuple[ProfileVersion, Performance]]


def campaign_result(campaign: Campaign, now: datetime | None = None) -> CampaignResult:
    """Measure from its beginning to its end, or to now."""
    begun = campaign.started_at or campaign.starts_at
    period = Period(begun, max(campaign.ended_at or now or timezone.now(), begun))
    hits = _selections(campaign)
    whole = hits.aggregate(
        selections=consignments("assessment__"),
        examined=with_a_result("assessment__"),
        positive=positive("assessment__"),
        seizures=consignments("assessment__", outcome=Outcome.SEIZURE),
    )
    by_day = hits.annotate(day=TruncDate("assessed_at")).values("day").annotate(n=consignments("assessment__"))
    versions = list(campaign.versions.select_related("profile").order_by("profile__code"))
    figures = performances_of_versions(versions, period, campaign.unit)
    return CampaignResult(
        selections=whole["selections"],
        rate=Rate(whole["positive"], whole["examined"]),
        seizures=whole["seizures"],
        baseline=random_baseline(campaign.unit, period),
        days=[(row["day"], row["n"]) for row in by_day.order_by("day")],
        versions=[(version, figures[version.pk]) for version in versions],
    )


def _selections(campaign: Campaign) -> QuerySet[ProfileHit]:
    """As for a profile: neither what only the draw or an officer chose, nor what its percentage left out."""
    return ProfileHit.objects.filter(
        version__campaign=campaign,
        answer="hit",
        was_sampled_out=False,
        assessment__selected_by__contains=[SelectedBy.PROFILE],
    ).order_by()
