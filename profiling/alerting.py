"""The daily look at profiles, posts and feeds: what is found is raised, what is found no more ends."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max
from django.db.models.functions import TruncDate
from django.utils import timezone

from consignments.locks import lock_until_commit
from consignments.models import CustomsPost, Observation, Source
from profiling.measuring import Period, performances, random_baseline
from profiling.measuring.alerts import alerts_of
from profiling.measuring.silence import GIVEN_UP, LOOKED_AT_DAYS, is_silent
from profiling.models import AlertKind, Assessment, ProfileVersion, RaisedAlert

MEASURED_DAYS = 365
CAPACITY_DAYS = 7


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to tell; `told` holds the numbers of its sentence as JSON."""

    kind: AlertKind
    told: dict[str, Any]
    unit_id: UUID | None = None
    profile_id: UUID | None = None
    post_id: UUID | None = None
    source_id: UUID | None = None

    @property
    def key(self) -> tuple:
        return (str(self.kind), self.unit_id, self.profile_id, self.post_id, self.source_id)


@transaction.atomic
def look(now: datetime) -> int:
    """Raise, keep and end alerts by what is so now; return how many were raised. Looking twice changes nothing."""
    lock_until_commit("alerts", "")
    standing = {key_of(alert): alert for alert in RaisedAlert.objects.standing()}
    raised = 0
    for found in [*of_profiles(now), *of_posts(now), *of_feeds(now)]:
        alert = standing.pop(found.key, None)
        if alert is None:
            about = {"profile_id": found.profile_id, "post_id": found.post_id, "source_id": found.source_id}
            RaisedAlert.objects.create(
                kind=found.kind, unit_id=found.unit_id, told=found.told, raised_at=now, found_at=now, **about
            )
            raised += 1
        else:
            alert.told, alert.found_at = found.told, now
            alert.save(update_fields=["told", "found_at"])
    RaisedAlert.objects.filter(pk__in=[alert.pk for alert in standing.values()]).update(ended_at=now)
    return raised


def key_of(alert: RaisedAlert) -> tuple:
    return (alert.kind, alert.unit_id, alert.profile_id, alert.post_id, alert.source_id)


def of_profiles(now: datetime) -> Iterator[Found]:
    """Active versions below the random draw, without a hit for long, or about to end; each measured in its unit."""
    period = Period.last_days(MEASURED_DAYS, until=now)
    of_unit: dict[Any, list[ProfileVersion]] = defaultdict(list)
    for version in ProfileVersion.objects.active().select_related("profile__owner_unit"):
        of_unit[version.profile.owner_unit].append(version)
    for unit, versions in of_unit.items():
        measured = performances([version.profile for version in versions], period, unit)
        baseline = random_baseline(unit, period).rate
        for version in versions:
            whole = measured[version.profile_id]
            alerts = alerts_of(
                whole=whole,
                baseline=baseline,
                active_since=timezone.localtime(version.activated_at).date(),
                valid_until=version.valid_until,
                today=timezone.localtime(now).date(),
            )
            told = {
                "version": version.number,
                "positive": whole.rate.positive,
                "examined": whole.rate.examined,
                "chance_positive": baseline.positive,
                "chance_examined": baseline.examined,
                "last_hit_at": whole.last_hit_at.isoformat() if whole.last_hit_at else None,
                "valid_until": version.valid_until.isoformat(),
            }
            for alert in alerts:
                yield Found(AlertKind(alert.value), told, getattr(unit, "pk", None), profile_id=version.profile_id)


def of_posts(now: datetime) -> Iterator[Found]:
    """Posts at which more was put up for selection a day than they can examine, over the last days."""
    put_up = Assessment.objects.filter(created_at__range=(now - timedelta(days=CAPACITY_DAYS), now))
    counts = dict(
        put_up.exclude(selected_by=[]).order_by().values_list("post").annotate(Count("consignment", distinct=True))
    )
    for post in CustomsPost.objects.filter(daily_capacity__isnull=False).order_by("code"):
        a_day = counts.get(post.pk, 0) / CAPACITY_DAYS
        if a_day > (post.daily_capacity or 0):
            told = {"a_day": round(a_day, 1), "capacity": post.daily_capacity, "days": CAPACITY_DAYS}
            yield Found(AlertKind.OVER_CAPACITY, told, post.unit_id, post_id=post.pk)


def of_feeds(now: datetime) -> Iterator[Found]:
    """Sources of readings that spoke regularly and have not spoken since."""
    read = Observation.objects.filter(known_at__lte=now, known_at__gt=now - GIVEN_UP - timedelta(days=LOOKED_AT_DAYS))
    last = dict(read.order_by().values_list("source").annotate(Max("known_at")))
    for source in Source.objects.filter(pk__in=last).order_by("name", "pk"):
        last_at = last[source.pk]
        lately = read.filter(source=source, known_at__gt=last_at - timedelta(days=LOOKED_AT_DAYS))
        days = lately.order_by().values(day=TruncDate("known_at")).distinct().count()
        if is_silent(last_at, days, now):
            told = {"last_at": last_at.isoformat(), "days": days, "of_days": LOOKED_AT_DAYS}
            yield Found(AlertKind.FEED_SILENT, told, source.unit_id, source_id=source.pk)
