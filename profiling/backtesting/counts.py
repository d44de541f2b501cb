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
MOST_OVERLAPS = 10


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


_ROUNDS = """
CREATE TEMPORARY TABLE backtest_round (
    assessment_id uuid, consignment_id uuid, unit_id uuid, post_id uuid, known_at timestamptz, created_at timestamptz,
    outcome varchar, draft boolean, active boolean, not_evaluable boolean, rebuilt boolean
)
"""
_CASES = """
CREATE TEMPORARY TABLE backtest_case AS
SELECT consignment_id, (min(known_at) AT TIME ZONE %(zone)s)::date AS day,
    (array_agg(post_id ORDER BY created_at DESC))[1] AS post_id,
    bool_or(draft) AS draft, bool_or(active) AS active, bool_or(not_evaluable) AND NOT bool_or(draft) AS not_evaluable,
    bool_or(rebuilt) AS rebuilt,
    bool_or(outcome = ANY(%(with_result)s)) AS examined, bool_or(outcome = ANY(%(positive)s)) AS positive,
    COALESCE(max(outcome) FILTER (WHERE outcome <> 'not_recorded'), 'not_recorded') AS outcome
FROM backtest_round WHERE %(unit)s::uuid IS NULL OR unit_id = %(unit)s GROUP BY consignment_id
"""


def make_rounds(cursor) -> None:
    """Make the empty table of rounds; it is this connection's own."""
    remove_tables(cursor)
    cursor.execute(_ROUNDS)


def remove_tables(cursor) -> None:
    cursor.execute("DROP TABLE IF EXISTS pg_temp.backtest_round, pg_temp.backtest_case")


def add_rounds(cursor, plan: Plan, period: Period, unit, rebuilt_columns: list[str] | None) -> None:
    """Ask the plan's first version (draft) and second (active) about every round that became known in the period.

    rebuilt_columns: read reconstructed facts, and mark the rounds for which one of these columns was reconstructed.
    """
    where = Sql("f.known_at >= %s AND f.known_at < %s", period.bounds)
    if unit is not None:
        where = where + Sql(" AND f.unit_id = %s", (unit.pk,))
    mark = (
        Sql("false")
        if rebuilt_columns is None
        else Sql("COALESCE(r.columns && %s::varchar[], false)", (rebuilt_columns,))
    )
    query = (
        "INSERT INTO backtest_round SELECT a.id, a.consignment_id, a.unit_id, a.post_id, f.known_at, a.created_at,"
        " a.outcome, 1 = ANY(v.hits), 2 = ANY(v.hits), 1 = ANY(v.not_evaluable), "
        + mark
        + " FROM ("
        + plan.verdicts(where, on_rebuilt=rebuilt_columns is not None)
        + ") v JOIN profiling_assessment a ON a.facts_id = v.id JOIN profiling_consignmentfacts f ON f.id = v.id"
        " LEFT JOIN profiling_reconstructedfacts r ON r.facts_id = v.id"
    )
    cursor.execute(query.text, query.params)


def make_cases(cursor, unit) -> None:
    """Bring the rounds of a unit together: a consignment is hit when one of its rounds is.

    Its day (local) is that on which it was first known, its post that of its newest round.
    """
    asked = {"with_result": [str(o) for o in WITH_RESULT], "positive": [str(o) for o in POSITIVE]}
    cursor.execute(_CASES, {**asked, "zone": timezone.get_default_timezone_name(), "unit": unit.pk if unit else None})


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


_OVERLAPS = """
SELECT p.code, p.title, count(DISTINCT r.consignment_id)
FROM backtest_round r JOIN profiling_profilehit h ON h.assessment_id = r.assessment_id AND h.answer = 'hit'
    JOIN profiling_profileversion v ON v.id = h.version_id JOIN profiling_riskprofile p ON p.id = v.profile_id
WHERE r.draft AND p.id <> %(profile)s AND (%(unit)s::uuid IS NULL OR r.unit_id = %(unit)s)
    AND (%(unit)s::uuid IS NULL OR p.owner_unit_id IS NULL OR p.owner_unit_id = %(unit)s)
GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT %(most)s
"""
_ALONE = """
SELECT count(*) FROM backtest_case c WHERE c.draft AND NOT EXISTS (
    SELECT FROM backtest_round r JOIN profiling_profilehit h ON h.assessment_id = r.assessment_id AND h.answer = 'hit'
        JOIN profiling_profileversion v ON v.id = h.version_id
    WHERE r.consignment_id = c.consignment_id AND v.profile_id <> %s
)
"""
_ELSEWHERE = """
SELECT u.code, count(DISTINCT r.consignment_id) FILTER (WHERE r.draft),
    count(DISTINCT r.consignment_id) FILTER (WHERE r.active)
FROM backtest_round r JOIN consignments_portcontrolunit u ON u.id = r.unit_id WHERE u.id <> %s GROUP BY 1 ORDER BY 1
"""


def overlaps(cursor, profile_id: UUID, unit) -> tuple[list[tuple[str, str, int]], int]:
    """Return (code, title, how many) of the profiles that hit the same, and how many no other profile hit."""
    asked = {"profile": profile_id, "unit": unit.pk if unit else None, "most": MOST_OVERLAPS}
    cursor.execute(_OVERLAPS, asked)
    others = cursor.fetchall()
    cursor.execute(_ALONE, [profile_id])
    return others, cursor.fetchone()[0]


def elsewhere(cursor, unit) -> list[tuple[str, int, int]]:
    """Return (unit, hits of the draft, hits of the active version) of every other unit, uncut."""
    cursor.execute(_ELSEWHERE, [unit.pk])
    return cursor.fetchall()


def rebuilt(cursor) -> tuple[int, int]:
    """Return how many cases rest on reconstructed facts, and how many of these the draft hits."""
    cursor.execute(
        "SELECT count(*) FILTER (WHERE rebuilt), count(*) FILTER (WHERE rebuilt AND draft) FROM backtest_case"
    )
    return cursor.fetchone()
