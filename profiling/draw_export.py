"""The draws of ended periods as rows that anyone can recompute (docs/draws.md)."""

from collections.abc import Iterator

from profiling.models import Draw

COLUMNS = ["period_starts_at", "seed_sha256", "seed", "percent", "consignment_id", "drawn"]


def draw_rows() -> Iterator[list]:
    """Yield one row per draw of the periods whose seed is published, in the order of COLUMNS."""
    draws = Draw.objects.filter(period__published_at__isnull=False).select_related("period")
    for draw in draws.order_by("period__starts_at", "pk").iterator(chunk_size=5000):
        period = draw.period
        yield [
            period.starts_at.isoformat(),
            period.seed_sha256,
            period.seed,
            period.percent,
            draw.pk,
            int(draw.is_drawn),
        ]
