"""How single indicators do on what profiles selected: how often they hit, alone, with which others, how rightly."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from profiling.measuring.performance import hits_that_count
from profiling.measuring.periods import Period
from profiling.measuring.rates import NOTHING_EXAMINED, Rate
from profiling.models import POSITIVE, WITH_RESULT

MOST_COMPANIONS = 12
# A row for each consignment and indicator that hit on it, whatever the rounds and profiles.
_HIT = """
WITH chosen (consignment, outcome, at, indicators) AS ({chosen}),
hit AS (
    SELECT consignment, i ->> 'code' AS code, bool_or(outcome = ANY(%s)) AS examined,
        bool_or(outcome = ANY(%s)) AS positive, max(at) AS last_at
    FROM chosen, jsonb_array_elements(indicators) i WHERE i ->> 'answer' = 'hit' GROUP BY 1, 2
)"""
_EACH = """
SELECT code, count(*), count(*) FILTER (WHERE examined), count(*) FILTER (WHERE positive),
    count(*) FILTER (WHERE codes = 1), count(*) FILTER (WHERE codes = 1 AND examined),
    count(*) FILTER (WHERE codes = 1 AND positive), max(last_at)
FROM (SELECT *, count(*) OVER (PARTITION BY consignment) AS codes FROM hit) counted GROUP BY code ORDER BY code
"""
_COMPANIONS = """
SELECT other.code, count(*), count(*) FILTER (WHERE other.examined), count(*) FILTER (WHERE other.positive)
FROM hit JOIN hit other USING (consignment) WHERE hit.code = %s AND other.code <> %s
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class IndicatorPerformance:
    """hits: selected consignments on which it hit; alone: those on which no other indicator did."""

    code: str
    hits: int = 0
    rate: Rate = NOTHING_EXAMINED
    alone: int = 0
    rate_alone: Rate = NOTHING_EXAMINED
    last_hit_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Companion:
    """Another indicator that hit on the same consignments."""

    code: str
    together: int
    rate: Rate


def indicators_measured(period: Period, unit=None) -> dict[str, IndicatorPerformance]:
    """Measure every indicator that hit on what profiles put up for selection in the period; by code."""
    return {
        code: IndicatorPerformance(code, hits, Rate(positive, examined), alone, Rate(alone_right, alone_seen), last)
        for code, hits, examined, positive, alone, alone_seen, alone_right, last in _ask(_EACH, period, unit, [])
    }


def companions_of(code: str, period: Period, unit=None) -> list[Companion]:
    """Return the indicators that hit most often together with this one."""
    rows = _ask(_COMPANIONS, period, unit, [code, code, MOST_COMPANIONS])
    return [Companion(other, together, Rate(positive, examined)) for other, together, examined, positive in rows]


def _ask(question: str, period: Period, unit, more: list) -> list[tuple]:
    hits = hits_that_count(period, unit).order_by()
    columns = hits.values_list("assessment__consignment", "assessment__outcome", "assessed_at", "indicators")
    chosen, parameters = columns.query.sql_with_params()
    outcomes = [[str(each) for each in which] for which in (WITH_RESULT, POSITIVE)]
    with connection.cursor() as cursor:
        cursor.execute(_HIT.format(chosen=chosen) + question, [*parameters, *outcomes, *more])
        return cursor.fetchall()
