"""How figures are taken and judged, the same for every benchmark.

A pair runs interleaved (A B A B): one warm-up, five rounds. The verdict is the median of the rounds' ratios against the
bar; when the bar lies between the smallest and the largest ratio, it is "inconclusive".
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ROUNDS = 5
# Does the work once. It may return its own seconds, when part of a call is preparation that does not count.
Contestant = Callable[[], float | None]


@dataclass(frozen=True)
class Bar:
    """What a figure has to reach, or may not exceed."""

    limit: float
    at_least: bool

    def is_met_by(self, figure: float) -> bool:
        return figure >= self.limit if self.at_least else figure <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True)
class Row:
    """One line of the report; `lowest` and `highest` are the rounds' extremes, None for a figure taken once."""

    name: str
    figure: float
    unit: str
    bar: Bar | None = None
    lowest: float | None = None
    highest: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """holds, fails, inconclusive, or reported when there is no bar."""
        if self.bar is None:
            return "reported"
        if self.lowest is not None and self.highest is not None and self.lowest < self.bar.limit < self.highest:
            return "inconclusive"
        return "holds" if self.bar.is_met_by(self.figure) else "fails"

    def __str__(self) -> str:
        spread = "" if self.lowest is None else f" (min {self.lowest:.3g}, max {self.highest:.3g})"
        bar = "" if self.bar is None else f", bar {self.bar}"
        note = f"; {self.note}" if self.note else ""
        return f"{self.name}: {self.figure:.3g} {self.unit}{spread}{bar}: {self.verdict}{note}"


def at_least(limit: float) -> Bar:
    return Bar(limit, at_least=True)


def at_most(limit: float) -> Bar:
    return Bar(limit, at_least=False)


def times_as_fast(name: str, ours: Contestant, theirs: Contestant, bar: Bar | None = None, note: str = "") -> Row:
    """How many times as fast ours is: the ratio of their seconds to ours."""
    return row_of_ratios(name, [b / a for a, b in interleaved(ours, theirs)], "times as fast", bar, note)


def times_as_long(name: str, ours: Contestant, theirs: Contestant, bar: Bar | None = None, note: str = "") -> Row:
    """How many times as long ours takes: the ratio of our seconds to theirs."""
    return row_of_ratios(name, [a / b for a, b in interleaved(ours, theirs)], "times as long", bar, note)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -int(-len(ranked) * percent // 100) - 1)]


def interleaved(ours: Contestant, theirs: Contestant) -> list[tuple[float, float]]:
    """The seconds of both in each round; the warm-up is thrown away."""
    rounds = [(seconds_of(ours), seconds_of(theirs)) for _ in range(1 + ROUNDS)]
    return rounds[1:]


def seconds_of(contestant: Contestant) -> float:
    started = time.perf_counter()
    own_count = contestant()
    return time.perf_counter() - started if own_count is None else own_count


def row_of_ratios(name: str, ratios: Sequence[float], unit: str, bar: Bar | None, note: str) -> Row:
    return Row(name, statistics.median(ratios), unit, bar, min(ratios), max(ratios), note)
