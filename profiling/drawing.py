"""The random draw: first, independent of everything, once per consignment; verifiable after its period.

A consignment's draw number is HMAC-SHA256(seed of the period, its id as 36 lower-case characters), the first 52 bits as
a fraction in [0, 1). It is drawn when the number lies below the period's percentage. The seed's SHA-256 is published
when the period begins, the seed when it has ended.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from consignments.copying import copy_records
from profiling.draw_numbers import commitment, draw_number
from profiling.models import Draw, DrawPeriod
from profiling.reading.among import among

FIRST_PERIOD_BEGINS = "2024-01-01T00:00:00+00:00"


def period_at(moment: datetime) -> DrawPeriod:
    """Return the period that `moment` falls into, opening it if it is the first to ask.

    Periods are DRAW_PERIOD_DAYS long and begin at fixed moments, so that two workers open the same one.
    """
    found = DrawPeriod.objects.filter(starts_at__lte=moment, ends_at__gt=moment).first()
    if found is not None:
        return found
    length = timedelta(days=settings.DRAW_PERIOD_DAYS)
    first = datetime.fromisoformat(FIRST_PERIOD_BEGINS)
    starts_at = first + length * ((moment - first) // length)
    seed = secrets.token_hex(32)
    period, _opened = DrawPeriod.objects.get_or_create(
        starts_at=starts_at,
        defaults={
            "ends_at": starts_at + length,
            "percent": settings.RANDOM_DRAW_PERCENT,
            "seed": seed,
            "seed_sha256": commitment(seed),
        },
    )
    return period


def draw(consignments: Iterable[tuple[UUID, datetime]]) -> dict[UUID, Draw]:
    """Draw each (consignment id, first known at) that was not drawn before; return all draws by consignment id.

    The caller holds the locks on the identities, so nobody else draws them meanwhile.
    """
    known_at = dict(consignments)
    draws = {d.consignment_id: d for d in Draw.objects.filter(consignment__in=among(known_at)).select_related("period")}
    periods: list[DrawPeriod] = []
    new = []
    for consignment_id, moment in known_at.items():
        if consignment_id in draws:
            continue
        period = next((known for known in periods if known.starts_at <= moment < known.ends_at), None)
        if period is None:
            period = period_at(moment)
            periods.append(period)
        number = draw_number(period.seed, str(consignment_id))
        new.append(
            Draw(consignment_id=consignment_id, period=period, number=number, is_drawn=number < period.percent / 100)
        )
    copy_records(Draw, new)
    return draws | {d.consignment_id: d for d in new}


@transaction.atomic
def publish_ended(now: datetime) -> int:
    """Publish the seeds of periods that have ended, open the present one, and return how many were published."""
    period_at(now)
    return DrawPeriod.objects.filter(ends_at__lte=now, published_at__isnull=True).update(published_at=now)
