"""What a backtest found: plain values, so that a page, the API and the stored copy say the same."""

from dataclasses import dataclass, field
from datetime import date

from profiling.backtesting.counts import Counts, Listed
from profiling.backtesting.replay import Replay
from profiling.measuring import Baseline, Period

ENOUGH_EXAMINED = 30
SMALLEST_TOLD = 5  # of other units


@dataclass(frozen=True, slots=True)
class PostCounts:
    """A post's share. busiest_day: the version's most hits on one day; days_above: days with more than its capacity."""

    code: str
    name: str
    capacity_a_day: int | None
    counts: Counts
    busiest_day: int
    days_above: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another profile and how many of the version's hits it hit too, as recorded."""

    code: str
    title: str
    both: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Hits in another unit; None where they are fewer than SMALLEST_TOLD."""

    unit: str
    draft: int | None
    active: int | None


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to: what would this version have done?

    percent: its selection percentage. hit_by_no_other: hits that no other profile had on record. rebuilt: cases that
    were judged on reconstructed facts, rebuilt_hits: those of them that the version hit. replay: of the active version,
    None where there is none.
    """

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
    overlaps: list[Overlap] = field(default_factory=list)
    hit_by_no_other: int = 0
    elsewhere: list[Elsewhere] = field(default_factory=list)
    rebuilt: int = 0
    rebuilt_hits: int = 0
    replay: Replay | None = None

    @property
    def selections_a_day(self) -> float:
        """Expected selections a day: the hits that fall into the version's percentage."""
        return self.whole.draft * self.percent / 100 / self.period.days

    @property
    def share_not_evaluable(self) -> float | None:
        return self.whole.not_evaluable / self.whole.assessed if self.whole.assessed else None

    @property
    def share_rebuilt(self) -> float | None:
        return self.rebuilt / self.whole.assessed if self.whole.assessed else None

    @property
    def is_thin(self) -> bool:
        """Whether too little was examined among its hits for the rate to say much."""
        return self.whole.draft_rate.examined < ENOUGH_EXAMINED

    @property
    def is_trusted(self) -> bool:
        """Whether the past came out as it was recorded."""
        return self.replay is None or self.replay.passed


def told_elsewhere(rows: list[tuple[str, int, int]]) -> list[Elsewhere]:
    """Hide small counts of other units.

    >>> told_elsewhere([("OSH", 7, 4)])
    [Elsewhere(unit='OSH', draft=7, active=None)]
    """
    return [Elsewhere(unit, *(n if n >= SMALLEST_TOLD else None for n in counts)) for unit, *counts in rows]
