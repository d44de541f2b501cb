"""Runs a version over frozen facts of a past period beside the version that is active, and counts what would differ.

An outcome exists only for what was examined: a rate says what was found among the hits that somebody did examine, and
what neither version selected stays unknown but for the random draw.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from consignments.models import CustomsPost
from profiling.backtesting.counts import LOST, NEWLY, NO_LONGER, Counts, Listed, cases, counted, listed
from profiling.conditions.planning import Candidate, Plan
from profiling.measuring import Baseline, Period, random_baseline
from profiling.models import ProfileVersion

ENOUGH_EXAMINED = 30
Counted = tuple[date | None, UUID | None, bool, Counts]


@dataclass(frozen=True, slots=True)
class PostCounts:
    """A post's share. busiest_day: the version's most hits on one day; days_above: days with more than its capacity."""

    post: CustomsPost | None
    counts: Counts
    busiest_day: int
    days_above: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """The answer to: what would this version have done? `percent` is its selection percentage."""

    period: Period
    percent: float
    has_active: bool
    whole: Counts
    baseline: Baseline
    days: list[tuple[date, Counts]]
    posts: list[PostCounts]
    newly_selected: list[Listed]
    no_longer_selected: list[Listed]
    lost: list[Listed]

    @property
    def selections_a_day(self) -> float:
        """Expected selections a day: the hits that fall into the version's percentage."""
        return self.whole.draft * self.percent / 100 / self.period.days

    @property
    def share_not_evaluable(self) -> float | None:
        return self.whole.not_evaluable / self.whole.assessed if self.whole.assessed else None

    @property
    def is_thin(self) -> bool:
        """Whether too little was examined among its hits for the rate to say much."""
        return self.whole.draft_rate.examined < ENOUGH_EXAMINED


def backtest(version: ProfileVersion, period: Period, unit=None) -> Backtest:
    """Run `version` over what was known of consignments in the period, of one unit or (None) of all."""
    active = version.profile.versions.active().exclude(pk=version.pk).first()
    candidates = [Candidate.stored("draft", version.definition)]
    if active is not None:
        candidates.append(Candidate.stored("active", active.definition))
    rows = cases(Plan.of(candidates), period, unit)
    # The cases stand in a table of this transaction, so that the plan runs once for all the questions.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE backtest_case ON COMMIT DROP AS {rows.text}", rows.params)
        found = list(counted(cursor))
        newly, no_longer, lost = (listed(cursor, where) for where in (NEWLY, NO_LONGER, LOST))
        cursor.execute("DROP TABLE backtest_case")
    return Backtest(
        period=period,
        percent=float(version.definition.get("selection_percent", 100)),
        has_active=active is not None,
        whole=next(counts for day, _post, of_a_post, counts in found if day is None and not of_a_post),
        baseline=random_baseline(unit, period),
        days=sorted(((day, counts) for day, _post, of_a_post, counts in found if day and not of_a_post), key=_by_day),
        posts=_posts(found),
        newly_selected=newly,
        no_longer_selected=no_longer,
        lost=lost,
    )


def _posts(found: Sequence[Counted]) -> list[PostCounts]:
    """The posts with most hits first."""
    a_day: dict[UUID | None, list[int]] = defaultdict(list)
    for day, post_id, of_a_post, counts in found:
        if day and of_a_post:
            a_day[post_id].append(counts.draft)
    posts = CustomsPost.objects.in_bulk([post_id for post_id in a_day if post_id])
    rows = []
    for day, post_id, of_a_post, counts in found:
        if day is None and of_a_post:
            post = posts.get(post_id) if post_id else None
            capacity = post.daily_capacity if post else None
            above = sum(hits > capacity for hits in a_day[post_id]) if capacity is not None else 0
            rows.append(PostCounts(post, counts, max(a_day[post_id]), above))
    return sorted(rows, key=lambda row: -row.counts.draft)


def _by_day(row: tuple[date, Counts]) -> date:
    return row[0]
