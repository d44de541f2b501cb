"""A shadow run beside the active version: what both hit, what one of them hit alone, and what was found there."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from profiling.measuring.rates import NOTHING_EXAMINED, Rate
from profiling.models import POSITIVE, WITH_RESULT, Outcome, ShadowRun

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Sides:
    """Consignments, each once. met: assessed while the run lasted. Each side with the rate of those examined."""

    met: int = 0
    both: int = 0
    only_active: int = 0
    only_shadow: int = 0
    both_rate: Rate = NOTHING_EXAMINED
    only_active_rate: Rate = NOTHING_EXAMINED
    only_shadow_rate: Rate = NOTHING_EXAMINED


@dataclass(frozen=True, slots=True)
class Differing:
    """A consignment that one side hit alone."""

    consignment_id: UUID
    reference: str
    day: date
    is_of_shadow: bool
    outcome: str

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label)


@dataclass(frozen=True, slots=True)
class Comparison:
    whole: Sides
    days: list[tuple[date, Sides]]
    differing: list[Differing]


_MET = """
WITH met AS (
    SELECT a.consignment_id, (min(a.created_at) AT TIME ZONE %(zone)s)::date AS day,
        bool_or(s.id IS NOT NULL) AS shadow, bool_or(h.id IS NOT NULL) AS active
    FROM profiling_assessment a
    LEFT JOIN profiling_shadowhit s ON s.assessment_id = a.id AND s.run_id = %(run)s AND s.answer = 'hit'
    LEFT JOIN (profiling_profilehit h JOIN profiling_profileversion v
        ON v.id = h.version_id AND v.profile_id = %(profile)s) ON h.assessment_id = a.id AND h.answer = 'hit'
    WHERE a.created_at >= %(starts_at)s AND a.created_at < %(ends_at)s
        AND (%(unit)s::uuid IS NULL OR a.unit_id = %(unit)s)
    GROUP BY a.consignment_id
), judged AS (
    SELECT m.*, COALESCE(o.examined, false) AS examined, COALESCE(o.positive, false) AS positive,
        COALESCE(o.outcome, 'not_recorded') AS outcome
    FROM met m LEFT JOIN LATERAL (
        SELECT bool_or(x.outcome = ANY(%(with_result)s)) AS examined,
            bool_or(x.outcome = ANY(%(positive)s)) AS positive,
            max(x.outcome) FILTER (WHERE x.outcome <> 'not_recorded') AS outcome
        FROM profiling_assessment x WHERE x.consignment_id = m.consignment_id AND (m.shadow OR m.active)
    ) o ON true
)
"""
_SIDES = ("shadow AND active", "active AND NOT shadow", "shadow AND NOT active")
_COUNTED = (
    "SELECT grouping(day), day, count(*), "
    + ", ".join(f"count(*) FILTER (WHERE {side})" for side in _SIDES)
    + ", "
    + ", ".join(
        f"count(*) FILTER (WHERE {side} AND positive), count(*) FILTER (WHERE {side} AND examined)" for side in _SIDES
    )
    + " FROM judged GROUP BY GROUPING SETS ((), (day)) ORDER BY day"
)
_DIFFERING = """
SELECT j.consignment_id, c.reference, j.day, j.shadow, j.outcome
FROM judged j JOIN consignments_consignment c ON c.id = j.consignment_id
WHERE j.shadow <> j.active ORDER BY j.examined DESC, j.day DESC, c.reference LIMIT %(most)s
"""


def compare(run: ShadowRun, unit=None, now: datetime | None = None) -> Comparison:
    """Compare over what was assessed while the run lasted, in one unit or (None) in all."""
    asked = {
        "run": run.pk,
        "profile": run.version.profile_id,
        "starts_at": run.starts_at,
        "ends_at": run.ended_at or now or timezone.now(),
        "unit": unit.pk if unit else None,
        "zone": timezone.get_default_timezone_name(),
        "with_result": [str(outcome) for outcome in WITH_RESULT],
        "positive": [str(outcome) for outcome in POSITIVE],
        "most": MOST_LISTED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MET + _COUNTED, asked)
        counted = [(is_whole, day, _sides(counts)) for is_whole, day, *counts in cursor.fetchall()]
        cursor.execute(_MET + _DIFFERING, asked)
        differing = [Differing(*row) for row in cursor.fetchall()]
    whole = next(sides for is_whole, _day, sides in counted if is_whole)
    return Comparison(whole, [(day, sides) for is_whole, day, sides in counted if not is_whole], differing)


def _sides(n: list[int]) -> Sides:
    return Sides(n[0], n[1], n[2], n[3], Rate(n[4], n[5]), Rate(n[6], n[7]), Rate(n[8], n[9]))
