"""Every version that ever selected beside the others: which earned their work in a period."""

from dataclasses import dataclass

from profiling.measuring.performance import Performance, performances_of_versions
from profiling.measuring.periods import Period
from profiling.measuring.rates import Rate
from profiling.models import ProfileVersion, VersionState


@dataclass(frozen=True, slots=True)
class Placed:
    """A version with what it selected in the period."""

    version: ProfileVersion
    measured: Performance

    @property
    def rate(self) -> Rate:
        return self.measured.rate


def league(period: Period, unit=None) -> list[Placed]:
    """Return the versions that selected something in the period or are active now; best lower bound first."""
    ever_active = ProfileVersion.objects.filter(activated_at__isnull=False).select_related("profile")
    measured = performances_of_versions(ever_active, period, unit)
    placed = [Placed(version, measured[version.pk]) for version in ever_active]
    shown = [
        each
        for each in placed
        if each.measured.selections or (each.version.state == VersionState.ACTIVE and _is_of(each.version, unit))
    ]
    return sorted(shown, key=lambda each: (-each.rate.low, -each.rate.examined, each.version.profile.code))


def _is_of(version: ProfileVersion, unit) -> bool:
    """Whether the profile selects in this unit at all."""
    return unit is None or version.profile.owner_unit_id in (None, unit.pk)
