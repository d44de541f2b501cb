"""Runs a version over frozen facts of a past period beside the version that is active, and counts what would differ.

An outcome exists only for what was examined: a rate says what was found among the hits that somebody did examine, and
what neither version selected stays unknown but for the random draw.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import ceil
from uuid import UUID

from django.db import connection

from consignments.models import CustomsPost
from profiling.backtesting.counts import (
    LOST,
    NEWLY,
    NO_LONGER,
    Counts,
    add_rounds,
    counted,
    elsewhere,
    listed,
    make_cases,
    make_rounds,
    overlaps,
    rebuilt,
    remove_tables,
)
from profiling.backtesting.findings import Findings, Overlap, PostCounts, told_elsewhere
from profiling.backtesting.replay import replay
from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.planning import Candidate, Plan
from profiling.conditions.tree import fact_names
from profiling.measuring import Period, random_baseline
from profiling.models import ProfileVersion

MOST_SLICES = 12
REPLAYED_DAYS = 30

Counted = tuple[date | None, UUID | None, bool, Counts]
OnStep = Callable[[int, int], None]


def backtest(
    version: ProfileVersion,
    period: Period,
    unit=None,
    *,
    definition: dict | None = None,
    on_rebuilt: bool = False,
    on_step: OnStep = lambda done, in_all: None,
) -> Findings:
    """Run `version` over what was known of consignments in the period, of one unit or (None) of all.

    definition: what the version said when it was asked, if it may have changed since. on_rebuilt: read reconstructed
    facts where there are any. on_step(done, in all) is called after each step and may raise to stop. For a profile of
    all units the hits of other units are counted beside, small counts left out.
    """
    active = version.profile.versions.active().exclude(pk=version.pk).first()
    candidates = [Candidate.stored("draft", definition or version.definition)]
    if active is not None:
        candidates.append(Candidate.stored("active", active.definition))
    plan, needed = Plan.of(candidates), _facts_of(candidates[0].definition)
    everywhere = unit is not None and version.profile.owner_unit_id is None
    slices = list(_slices(period))
    in_all = len(slices) + 2
    # The version that is active is asked first: if its own past does not come out again, nothing here can be trusted.
    replayed = _replay(version, active, period, unit)
    on_step(1, in_all)
    with connection.cursor() as cursor:
        make_rounds(cursor)
        for number, part in enumerate(slices, 2):
            add_rounds(cursor, plan, part, None if everywhere else unit, needed if on_rebuilt else None)
            on_step(number, in_all)
        make_cases(cursor, unit)
        found = list(counted(cursor))
        newly, no_longer, lost = (listed(cursor, where) for where in (NEWLY, NO_LONGER, LOST))
        others, alone = overlaps(cursor, version.profile_id, unit)
        beside = told_elsewhere(elsewhere(cursor, unit)) if everywhere else []
        on_rebuilt_facts = rebuilt(cursor)
        remove_tables(cursor)
    return Findings(
        period=period,
        percent=float(candidates[0].definition.selection_percent),
        has_active=active is not None,
        whole=next(counts for day, _post, of_a_post, counts in found if day is None and not of_a_post),
        baseline=random_baseline(unit, period),
        days=sorted(((day, counts) for day, _post, of_a_post, counts in found if day and not of_a_post), key=_by_day),
        posts=_posts(found),
        newly_selected=newly,
        no_longer_selected=no_longer,
        lost=lost,
        overlaps=[Overlap(*row) for row in others],
        hit_by_no_other=alone,
        elsewhere=beside,
        rebuilt=on_rebuilt_facts[0],
        rebuilt_hits=on_rebuilt_facts[1],
        replay=replayed,
    )


def _replay(version: ProfileVersion, active: ProfileVersion | None, period: Period, unit):
    replayed = active or (version if version.state == "active" else None)
    return replay(replayed, Period.last_days(REPLAYED_DAYS, until=period.ends_at), unit) if replayed else None


def _slices(period: Period) -> Iterator[Period]:
    """The period in parts of a day or more, so that one can see how far it is and stop it."""
    parts = min(MOST_SLICES, max(1, ceil(period.days)))
    step = (period.ends_at - period.starts_at) / parts
    ends = [period.starts_at + step * n for n in range(parts)] + [period.ends_at]
    return (Period(*both) for both in pairwise(ends))


def _facts_of(definition: ProfileDefinition) -> list[str]:
    conditions = [*([definition.gate] if definition.gate else []), *(each.when for each in definition.indicators)]
    return list(dict.fromkeys(name for condition in conditions for name in fact_names(condition)))


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
            named = (post.code, str(post)) if post else ("", "")
            rows.append(PostCounts(*named, capacity, counts, max(a_day[post_id]), above))
    return sorted(rows, key=lambda row: -row.counts.draft)


def _by_day(row: tuple[date, Counts]) -> date:
    return row[0]
