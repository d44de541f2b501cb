"""Value norms: median and median absolute deviation of USD per kg for each HS6 and origin, over what was declared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from profiling.models import ValueNorm

# Fewer than this say nothing about what is usual.
SAMPLE_AT_LEAST = 20
# A norm whose values hardly differ would call every cent unusual.
DEVIATION_AT_LEAST_SHARE = 0.05
ROBUST = 1.4826  # makes the MAD comparable with a standard deviation
YEARS = 2
# The shares of the sample whose bounds are kept, so that a picture can show how it is spread.
SHARES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)

_REFRESH = f"""
WITH declared AS (
    SELECT DISTINCT ON (c.consignment_id, i.number) i.hs6, i.origin_country, i.item_value_per_kg_usd AS usd
    FROM profiling_goodsitemfacts i JOIN profiling_consignmentfacts c ON c.id = i.facts_id
    WHERE i.hs6 IS NOT NULL AND i.origin_country IS NOT NULL AND i.item_value_per_kg_usd > 0
        AND c.known_at >= %(as_of)s - interval '{YEARS} years' AND c.known_at < %(as_of)s
    ORDER BY c.consignment_id, i.number, c.known_at DESC
), medians AS (
    SELECT hs6, origin_country, count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY usd) AS median,
        percentile_cont(ARRAY[{", ".join(map(str, SHARES))}]::float8[]) WITHIN GROUP (ORDER BY usd) AS quantiles
    FROM declared GROUP BY 1, 2 HAVING count(*) >= {SAMPLE_AT_LEAST}
)
INSERT INTO profiling_valuenorm
    (hs6, origin_country, sample_count, median_usd_per_kg, quantiles_usd_per_kg, mad_usd_per_kg, computed_at)
SELECT m.hs6, m.origin_country, m.n, m.median, m.quantiles,
    greatest(percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(d.usd - m.median)), m.median * {DEVIATION_AT_LEAST_SHARE}),
    %(as_of)s
FROM medians m JOIN declared d USING (hs6, origin_country) GROUP BY 1, 2, 3, 4, 5
ON CONFLICT (hs6, origin_country) DO UPDATE SET sample_count = excluded.sample_count,
    median_usd_per_kg = excluded.median_usd_per_kg, quantiles_usd_per_kg = excluded.quantiles_usd_per_kg,
    mad_usd_per_kg = excluded.mad_usd_per_kg,
    computed_at = excluded.computed_at
"""


@transaction.atomic
def refresh_norms(as_of: datetime) -> int:
    """Recompute the norms from what was declared before `as_of`; return how many there are."""
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH, {"as_of": as_of})
        return cursor.rowcount


def norms_for(pairs: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[float, float, int]]:
    """Return {(hs6, origin): (median, deviation, sample count)} for those of `pairs` that have a norm."""
    if not pairs:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT hs6, origin_country, median_usd_per_kg, mad_usd_per_kg, sample_count FROM profiling_valuenorm"
            " JOIN unnest(%s::varchar[], %s::varchar[]) AS p(hs6, origin_country) USING (hs6, origin_country)",
            [[hs6 for hs6, _ in pairs], [origin for _, origin in pairs]],
        )
        return {(hs6, origin): (median, mad, n) for hs6, origin, median, mad, n in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class Shape:
    """How the values of a norm are spread: USD per kg at each of SHARES, of so many consignments until a moment."""

    quantiles: tuple[float, ...]
    count: int
    computed_at: datetime


def shapes_for(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Shape]:
    """Return {(hs6, origin): shape} as of the last refresh, for those of `pairs` that have one."""
    wanted = set(pairs)
    if not wanted:
        return {}
    known = ValueNorm.objects.filter(
        hs6__in={hs6 for hs6, _ in wanted},
        origin_country__in={origin for _, origin in wanted},
        quantiles_usd_per_kg__isnull=False,
    )
    return {
        (norm.hs6, norm.origin_country): Shape(
            tuple(norm.quantiles_usd_per_kg or ()), norm.sample_count, norm.computed_at
        )
        for norm in known
        if (norm.hs6, norm.origin_country) in wanted
    }


def deviations(value: float | None, norm: tuple[float, float, int] | None) -> float | None:
    """Return by how many robust deviations `value` lies off the norm (negative: below); None when not known."""
    if value is None or norm is None:
        return None
    median, mad, _count = norm
    return (value - median) / (ROBUST * mad) if mad else None
