"""The active profiles of a unit as one compiled plan, kept in memory until the set of versions changes."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.planning import Candidate, Plan
from profiling.models import ProfileSet, ProfileVersion, VersionState
from profiling.recommending import Rule


@dataclass(frozen=True, slots=True)
class ActiveProfiles:
    """Versions in the order of the points arrays, their plan, and what selection needs of them."""

    version_ids: tuple[UUID, ...]
    rules: tuple[Rule, ...]
    plan: Plan
    set_id: int

    @property
    def definitions(self) -> list[ProfileDefinition]:
        return [version.definition for version in self.plan.versions]


def active_profiles(unit_id: UUID | None, day: date) -> ActiveProfiles:
    """Return the profiles that apply to consignments of a unit on a day: its own and those of all units."""
    ids = (
        ProfileVersion.objects.filter(state=VersionState.ACTIVE, valid_from__lte=day, valid_until__gte=day)
        .filter(Q(profile__owner_unit__isnull=True) | Q(profile__owner_unit=unit_id))
        .order_by("profile__code", "number")
        .values_list("pk", flat=True)
    )
    return profiles_of(tuple(ids))


def profiles_of(version_ids: tuple[UUID, ...]) -> ActiveProfiles:
    """Return the plan of these versions, in this order; versions that were active are frozen, so it can be kept."""
    rules, plan = _compiled(version_ids)
    return ActiveProfiles(version_ids, rules, plan, _set_id(version_ids))


@lru_cache(maxsize=64)
def _compiled(version_ids: tuple[UUID, ...]) -> tuple[tuple[Rule, ...], Plan]:
    versions = ProfileVersion.objects.in_bulk(version_ids)
    ordered = [versions[pk] for pk in version_ids]
    rules = tuple(
        Rule(
            version_id=version.pk,
            lane=version.definition["lane"],
            when_not_evaluable=version.definition["when_not_evaluable"],
            selection_percent=float(version.definition.get("selection_percent", 100)),
        )
        for version in ordered
    )
    return rules, Plan.of([Candidate.stored(version.pk, version.definition) for version in ordered])


def _set_id(version_ids: tuple[UUID, ...]) -> int:
    key = hashlib.sha256(",".join(str(pk) for pk in version_ids).encode()).hexdigest()
    found, _new = ProfileSet.objects.get_or_create(key=key, defaults={"version_ids": list(version_ids)})
    return found.pk
