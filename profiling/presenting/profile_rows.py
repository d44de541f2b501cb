"""A profile as a row of the list, and the alerts of one profile."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from profiling.measuring import Performance, Rate
from profiling.measuring.alerts import Alert, alerts_of
from profiling.measuring.formulas import FORMULAS
from profiling.models import ProfileVersion, RiskProfile, VersionState

IN_WORK = [VersionState.DRAFT, VersionState.SUBMITTED, VersionState.APPROVED]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """`shown` is the active version, else the newest; `in_work` those on their way to become active."""

    profile: RiskProfile
    shown: ProfileVersion | None
    in_work: list[ProfileVersion]
    whole: Performance
    month: Performance
    alerts: list[tuple[Alert, str]]

    @property
    def rate(self) -> Rate:
        return self.whole.rate

    @property
    def is_review_due(self) -> bool:
        return self.shown is not None and self.shown.is_review_due(timezone.localdate())

    @property
    def lane(self) -> str:
        return self.shown.definition["lane"] if self.shown else ""


def profile_row(
    profile: RiskProfile, whole: Performance, month: Performance, baseline: Rate, today: date
) -> ProfileRow:
    """Make the row of a profile whose versions are prefetched, newest first."""
    versions = list(profile.versions.all())
    active = next((version for version in versions if version.state == VersionState.ACTIVE), None)
    return ProfileRow(
        profile=profile,
        shown=active or next(iter(versions), None),
        in_work=[version for version in versions if version.state in IN_WORK],
        whole=whole,
        month=month,
        alerts=told_alerts(active, whole, baseline, today),
    )


def told_alerts(
    active: ProfileVersion | None, whole: Performance, baseline: Rate, today: date
) -> list[tuple[Alert, str]]:
    """Return the alerts of the active version with the sentence of each; none where nothing is active."""
    if active is None or active.activated_at is None:
        return []
    raised = alerts_of(
        whole=whole,
        baseline=baseline,
        active_since=timezone.localtime(active.activated_at).date(),
        valid_until=active.valid_until,
        today=today,
    )
    return [(alert, str(FORMULAS[alert])) for alert in raised]
