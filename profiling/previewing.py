"""What a draft would have selected lately, counted while it is being written: one statement, bounded in time."""

from dataclasses import dataclass
from datetime import date, datetime
from time import perf_counter
from typing import Any
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.drafting import draft_parts
from profiling.conditions.sql import Sql
from profiling.measuring import Period, Rate
from profiling.models import POSITIVE, WITH_RESULT, Outcome

MOST_LISTED = 20
MOST_RATED = 20_000  # hits whose outcomes are looked up, the latest first
MOST_ASKED = 60_000  # rows whose goods items are read; of more, one in so many
SMALLEST_TOLD = 5  # of other units
LONGEST_MS = 4_000

# The planner takes the sums of points for as many as there are rows and would sort by them, in one process. Compiling
# the expression takes longer than running it, and no row of facts is asked twice for its goods items.
_SETTINGS = {
    "enable_sort": "off",
    "enable_memoize": "off",
    "jit": "off",
    "parallel_setup_cost": "0",
    "parallel_tuple_cost": "0",
    "cpu_operator_cost": "0.05",
    "work_mem": "128MB",
}
PLANNING = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in _SETTINGS.items())
# SQLSTATE of a statement that was cancelled, by its time limit or by another connection.
CANCELLED = "57014"


class TookTooLong(Exception):
    """The draft was not counted within LONGEST_MS."""


class Superseded(Exception):
    """A later question of the same page has come: nobody waits for this answer."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A consignment of the officer's own unit that the draft would have selected."""

    consignment_id: UUID
    reference: str
    known_at: datetime
    outcome: str

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label)


@dataclass(frozen=True, slots=True)
class Preview:
    """assessed and not_evaluable: rounds of assessment; hits: consignments; rounds_hit: rounds of them.

    rate: among those of the latest MOST_RATED hits that were examined with a result. days: consignments hit by local
    day. pace: where above 1, one in so many of the rows that depend on their goods items was looked at and counts for
    all of them. others: hits in other units, None when not asked for; fewer than SMALLEST_TOLD are told as 0.
    """

    period: Period
    percent: float
    assessed: int
    not_evaluable: int
    hits: int
    rounds_hit: int
    pace: int
    rate: Rate
    days: dict[date, int]
    recent: list[Recent]
    others: int | None
    seconds: float

    @property
    def a_day(self) -> float:
        """Expected selections a day: the hits that fall into the percentage."""
        return self.hits * self.percent / 100 / self.period.days

    @property
    def share_not_evaluable(self) -> float | None:
        return self.not_evaluable / self.assessed if self.assessed else None

    @property
    def is_rated_in_part(self) -> bool:
        return self.rounds_hit > MOST_RATED


def preview(
    definition: ProfileDefinition,
    period: Period,
    unit,
    *,
    asker: str,
    with_others: bool = False,
    limit_ms: int | None = None,
) -> Preview:
    """Count the draft over the unit's history in the period.

    asker: names the page that asks (ASCII, at most 50 letters); an earlier question of it that still runs is
    cancelled. Raises TookTooLong, or Superseded when that befell this one.
    """
    query = counting(definition, period, unit, with_others)
    started = perf_counter()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = %s AND pid <> pg_backend_pid() AND datname = current_database()",
                [name := f"preview {asker}"],
            )
            cursor.execute(
                "SELECT set_config('application_name', %s, true), set_config('statement_timeout', %s, true),"
                f" {PLANNING}",
                [name, str(limit_ms or LONGEST_MS)],
            )
            cursor.execute(query.text, query.params)
            row = cursor.fetchone()
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", "") != CANCELLED:
            raise
        if "statement timeout" in str(error):
            raise TookTooLong from error
        raise Superseded from error
    return _told(row, definition, period, perf_counter() - started, with_others)


def counting(definition: ProfileDefinition, period: Period, unit, with_others: bool) -> Sql:
    """Return the statement that counts, and lists what is of the unit itself."""
    where = Sql("f.known_at >= %s AND f.known_at < %s", period.bounds)
    if unit is not None and not with_others:
        where = where + Sql(" AND f.unit_id = %s", (unit.pk,))
    own = Sql("(f.unit_id = %s)", (unit.pk,)) if with_others else Sql("true")
    rest = (
        timezone.get_default_timezone_name(),
        [str(outcome) for outcome in WITH_RESULT],
        [str(outcome) for outcome in POSITIVE],
        MOST_RATED,
        MOST_LISTED,
    )
    return "WITH " + draft_parts(definition, where, own, MOST_ASKED) + Sql(_REST, rest)


# A consignment counts once, however many of its rounds hit; its day is that of the first of them.
_REST = """,
own_hit AS MATERIALIZED (
    SELECT h.weight, f.* FROM (SELECT id, weight FROM hit WHERE own ORDER BY id) h CROSS JOIN LATERAL (
        SELECT id, consignment_id, known_at FROM profiling_consignmentfacts WHERE id = h.id OFFSET 0
    ) f
),
case_hit AS MATERIALIZED (
    SELECT consignment_id, (min(known_at) AT TIME ZONE %s)::date AS day, max(known_at) AS latest, max(weight) AS weight
    FROM own_hit GROUP BY consignment_id
),
rated AS (
    SELECT a.consignment_id, bool_or(a.outcome = ANY(%s)) AS examined, bool_or(a.outcome = ANY(%s)) AS positive
    FROM (SELECT id FROM own_hit ORDER BY known_at DESC LIMIT %s) h CROSS JOIN LATERAL (
        SELECT consignment_id, outcome FROM profiling_assessment WHERE facts_id = h.id OFFSET 0
    ) a GROUP BY a.consignment_id
),
by_day AS (SELECT day, sum(weight)::int AS hits FROM case_hit GROUP BY day),
recent AS (SELECT * FROM case_hit ORDER BY latest DESC, consignment_id LIMIT %s)
SELECT COALESCE((SELECT rounds FROM tally WHERE own), 0), COALESCE((SELECT not_evaluable FROM tally WHERE own), 0),
    COALESCE((SELECT sum(weight)::bigint FROM hit WHERE NOT own), 0), (SELECT count(*) FROM own_hit),
    COALESCE((SELECT sum(weight)::bigint FROM case_hit), 0), (SELECT n FROM pace),
    (SELECT count(*) FROM rated WHERE examined), (SELECT count(*) FROM rated WHERE positive),
    (SELECT array_agg(day ORDER BY day) FROM by_day), (SELECT array_agg(hits ORDER BY day) FROM by_day),
    (SELECT array_agg(row_to_json(r) ORDER BY r.latest DESC) FROM (
        SELECT recent.consignment_id, c.reference, recent.latest, (
            SELECT COALESCE(max(a.outcome) FILTER (WHERE a.outcome <> 'not_recorded'), 'not_recorded')
            FROM profiling_assessment a WHERE a.consignment_id = recent.consignment_id
        ) AS outcome
        FROM recent JOIN consignments_consignment c ON c.id = recent.consignment_id
    ) r)
"""


def _told(
    row: tuple[Any, ...], definition: ProfileDefinition, period: Period, seconds: float, with_others: bool
) -> Preview:
    assessed, not_evaluable, others, rounds_hit, hits, pace, examined, positive, days, counts, recent = row
    return Preview(
        period=period,
        percent=float(definition.selection_percent),
        assessed=assessed,
        not_evaluable=not_evaluable,
        hits=hits,
        rounds_hit=rounds_hit,
        pace=pace,
        rate=Rate(positive, examined),
        days=dict(zip(days or [], counts or [], strict=True)),
        recent=[
            Recent(
                UUID(each["consignment_id"]), each["reference"], datetime.fromisoformat(each["latest"]), each["outcome"]
            )
            for each in recent or []
        ],
        others=(others if others >= SMALLEST_TOLD else 0) if with_others else None,
        seconds=seconds,
    )
