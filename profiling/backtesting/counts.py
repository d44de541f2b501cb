"""What a backtest counts, and the SQL that counts it: one row per consignment, then whole, days and posts at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from profiling.conditions.planning import Plan
from profiling.conditions.sql import Sql
from profiling.measuring import Period, Rate
from profiling.measuring.rates import NOTHING_EXAMINED
from profiling.models import POSITIVE, WITH_RESULT, Outcome

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """Consignments of a period, a day or a post. draft: hit by the version; active: hit by the active one.

    positives: known positive results, whatever selected them; of these caught: hit by the version; newly_caught: not by
    the active one; lost: hit by the active one alone; missed: by neither.
    """

    assessed: int = 0
    draft: int = 0
    active: int = 0
    not_evaluable: int = 0
    newly: int = 0
    no_longer: int = 0
    draft_rate: Rate = NOTHING_EXAMINED
    active_rate: Rate = NOTHING_EXAMINED
    positives: int = 0
    caught: int = 0
    newly_caught: int = 0
    lost: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A consignment that would change sides; `outcome` is "not_recorded" where nobody examined it."""

    consignment_id: UUID
    reference: str
    day: date
    outcome: str

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label)


def cases(plan: Plan, period: Period, unit) -> Sql:
    """Return the query of one row per consignment: what the plan's first version (draft) and second (active) say of it.

    A consignment is hit when one of its rounds is. Its day (local) is that on which it was first known.
    """
    where = Sql("f.known_at >= %s AND f.known_at < %s", period.bounds)
    if unit is not None:
        where = where + Sql(" AND f.unit_id = %s", (unit.pk,))
    return (
        Sql(
            "SELECT a.consignment_id, (min(f.known_at) AT TIME ZONE %s)::date AS day,"
            " (array_agg(a.post_id ORDER BY a.created_at DESC))[1] AS post_id,"
            " bool_or(1 = ANY(v.hits)) AS draft, bool_or(2 = ANY(v.hits)) AS active,"
            " bool_or(1 = ANY(v.not_evaluable)) AND NOT bool_or(1 = ANY(v.hits)) AS not_evaluable,"
            " bool_or(a.outcome = ANY(%s)) AS examined, bool_or(a.outcome = ANY(%s)) AS positive,"
            " COALESCE(max(a.outcome) FILTER (WHERE a.outcome <> 'not_recorded'), 'not_recorded') AS outcome FROM (",
            (timezone.get_default_timezone_name(), [str(o) for o in WITH_RESULT], [str(o) for o in POSITIVE]),
        )
        + plan.verdicts(where)
        + ") v JOIN profiling_assessment a ON a.facts_id = v.id"
        " JOIN profiling_consignmentfacts f ON f.id = v.id GROUP BY a.consignment_id"
    )


# In the order of the fields of Counts; the two rates take two columns each.
_COUNTED = """
SELECT grouping(day), grouping(post_id), day, post_id, count(*),
    count(*) FILTER (WHERE draft), count(*) FILTER (WHERE active), count(*) FILTER (WHERE not_evaluable),
    count(*) FILTER (WHERE draft AND NOT active), count(*) FILTER (WHERE active AND NOT draft),
    count(*) FILTER (WHERE draft AND positive), count(*) FILTER (WHERE draft AND examined),
    count(*) FILTER (WHERE active AND positive), count(*) FILTER (WHERE active AND examined),
    count(*) FILTER (WHERE positive), count(*) FILTER (WHERE positive AND draft),
    count(*) FILTER (WHERE positive AND draft AND NOT active),
    count(*) FILTER (WHERE positive AND active AND NOT draft),
    count(*) FILTER (WHERE positive AND NOT active AND NOT draft)
FROM backtest_case GROUP BY GROUPING SETS ((), (day), (post_id), (day, post_id))
"""
_LISTED = """
SELECT b.consignment_id, c.reference, b.day, b.outcome
FROM backtest_case b JOIN consignments_consignment c ON c.id = b.consignment_id
WHERE {where} ORDER BY b.examined DESC, b.positive DESC, b.day DESC, c.reference LIMIT %s
"""
NEWLY, NO_LONGER, LOST = "draft AND NOT active", "active AND NOT draft", "active AND NOT draft AND positive"


def counted(cursor) -> Iterator[tuple[date | None, UUID | None, bool, Counts]]:
    """Yield (day or None, post or None, whether it is of one post, counts) from the cases in `backtest_case`."""
    cursor.execute(_COUNTED)
    for _all_days, all_posts, day, post, *n in cursor.fetchall():
        counts = Counts(n[0], n[1], n[2], n[3], n[4], n[5], Rate(n[6], n[7]), Rate(n[8], n[9]), *n[10:15])
        yield day, post, not all_posts, counts


def listed(cursor, where: str) -> list[Listed]:
    """Return the first consignments of a kind (NEWLY, NO_LONGER, LOST), examined ones first."""
    cursor.execute(_LISTED.format(where=where), [MOST_LISTED])
    return [Listed(*row) for row in cursor.fetchall()]
