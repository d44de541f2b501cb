"""Bars of a count per day, in the units of an SVG's view box; days are taken together where there are too many."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, TOP, BOTTOM = 336.0, 8.0, 72.0
LEFT = 24.0
MOST_BARS = 92


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DayChart:
    """top: the count at the upper end of the axis; days_a_bar: 1 unless the period is long."""

    bars: list[Bar]
    top: int
    days_a_bar: int
    first: date
    last: date


def day_chart(counts: Mapping[date, int], first: date, last: date) -> DayChart:
    """Place the counts of the days from first to last, both included."""
    days = (last - first).days + 1
    together = -(-days // MOST_BARS)
    sums = [0] * -(-days // together)
    for day, count in counts.items():
        if first <= day <= last:
            sums[(day - first) // timedelta(days=together)] += count
    top, step = max([1, *sums]), WIDTH / len(sums)
    bars = [
        Bar(
            round(LEFT + number * step, 1),
            round(BOTTOM - (BOTTOM - TOP) * count / top, 1),
            round(step * 0.8, 2),
            round((BOTTOM - TOP) * count / top, 1),
        )
        for number, count in enumerate(sums)
        if count
    ]
    return DayChart(bars, top, together, first, last)
