"""What is usual between two countries: time on the way, freight per kg, and freight in cash, over what was stated."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from profiling.models import LaneNorm
from profiling.reading.norms import DEVIATION_AT_LEAST_SHARE, SAMPLE_AT_LEAST, YEARS

Lane = tuple[str, str, str]  # dispatch country, destination country, mode
# A day is what dates are counted in: two journeys that differ by one do not differ.
TIME_DEVIATION_AT_LEAST_DAYS = 1.0

_REFRESH = f"""
WITH stated AS (
    SELECT DISTINCT ON (consignment_id) dispatch_country, destination_country, mode, transit_days, freight_per_kg_usd,
        freight_in_cash
    FROM profiling_consignmentfacts
    WHERE dispatch_country IS NOT NULL AND destination_country IS NOT NULL AND mode IS NOT NULL
        AND known_at >= %(as_of)s - interval '{YEARS} years' AND known_at < %(as_of)s
    ORDER BY consignment_id, known_at DESC
), medians AS (
    SELECT dispatch_country, destination_country, mode,
        count(transit_days) AS transit_n, percentile_cont(0.5) WITHIN GROUP (ORDER BY transit_days) AS days,
        count(freight_per_kg_usd) AS freight_n,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY freight_per_kg_usd) AS freight,
        count(freight_in_cash) AS paid_n, avg(freight_in_cash::int) AS cash
    FROM stated GROUP BY 1, 2, 3
    HAVING greatest(count(transit_days), count(freight_per_kg_usd), count(freight_in_cash)) >= {SAMPLE_AT_LEAST}
), deviations AS (
    SELECT m.*, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(s.transit_days - m.days)) AS days_mad,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(s.freight_per_kg_usd - m.freight)) AS freight_mad
    FROM medians m JOIN stated s USING (dispatch_country, destination_country, mode)
    GROUP BY 1, 2, 3, transit_n, days, freight_n, freight, paid_n, cash
)
INSERT INTO profiling_lanenorm (dispatch_country, destination_country, mode, transit_count, transit_median_days,
    transit_mad_days, freight_count, freight_median_usd_per_kg, freight_mad_usd_per_kg, paid_count, cash_share,
    computed_at)
SELECT dispatch_country, destination_country, mode,
    transit_n, CASE WHEN transit_n >= {SAMPLE_AT_LEAST} THEN days END,
    CASE WHEN transit_n >= {SAMPLE_AT_LEAST} THEN greatest(days_mad, {TIME_DEVIATION_AT_LEAST_DAYS}) END,
    freight_n, CASE WHEN freight_n >= {SAMPLE_AT_LEAST} THEN freight END,
    CASE WHEN freight_n >= {SAMPLE_AT_LEAST} THEN greatest(freight_mad, freight * {DEVIATION_AT_LEAST_SHARE}) END,
    paid_n, CASE WHEN paid_n >= {SAMPLE_AT_LEAST} THEN cash END, %(as_of)s
FROM deviations
ON CONFLICT (dispatch_country, destination_country, mode) DO UPDATE SET
    transit_count = excluded.transit_count, transit_median_days = excluded.transit_median_days,
    transit_mad_days = excluded.transit_mad_days, freight_count = excluded.freight_count,
    freight_median_usd_per_kg = excluded.freight_median_usd_per_kg,
    freight_mad_usd_per_kg = excluded.freight_mad_usd_per_kg, paid_count = excluded.paid_count,
    cash_share = excluded.cash_share, computed_at = excluded.computed_at
"""


@transaction.atomic
def refresh_lane_norms(as_of: datetime) -> int:
    """Recompute the norms of the lanes from what was stated before `as_of`; return how many there are."""
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH, {"as_of": as_of})
        return cursor.rowcount


def lane_norms(lanes: set[Lane]) -> dict[Lane, LaneNorm]:
    """Return the norms of those of the lanes that have any; there are few lanes, and a batch has fewer."""
    if not lanes:
        return {}
    wanted = Q(
        dispatch_country__in={dispatch for dispatch, _destination, _mode in lanes},
        destination_country__in={destination for _dispatch, destination, _mode in lanes},
    )
    found = {
        (norm.dispatch_country, norm.destination_country, norm.mode): norm for norm in LaneNorm.objects.filter(wanted)
    }
    return {lane: found[lane] for lane in lanes if lane in found}
