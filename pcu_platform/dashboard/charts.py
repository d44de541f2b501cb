"""The drawing of the days: a bar of selections for each day against the capacity, in the units of an SVG's view box."""

from dataclasses import dataclass
from datetime import date, timedelta

from .figures import Figures
from .work_tables import by_day

LEFT, RIGHT, TOP, BOTTOM = 30.0, 640.0, 16.0, 104.0


@dataclass(frozen=True, slots=True)
class DayBar:
    """above: its count is more than the capacity; then `mark` is the x of its sign."""

    x: float
    y: float
    width: float
    height: float
    above: bool
    mark: float


@dataclass(frozen=True, slots=True)
class DaysChart:
    """limit: y of the capacity; None where no post says one. days_above: how many bars stand above it."""

    bars: list[DayBar]
    days: int
    most: int
    capacity: int
    limit: float | None
    days_above: int
    first: date
    last: date


def days_chart(figures: Figures) -> DaysChart:
    """Place the days begun of the period side by side; a day without selections has no bar."""
    days, count = figures.scope.days, max(figures.days_begun, 1)
    capacity = sum(post.capacity or 0 for post in figures.posts)
    counts = {day: n for day, n in by_day(figures.posts) if (day - days.first).days < count}
    top = max([capacity, *counts.values(), 1])
    step = (RIGHT - LEFT) / count

    def height(n: float) -> float:
        return round((BOTTOM - TOP) * n / top, 1)

    bars = []
    for day, n in sorted(counts.items()):
        x = round(LEFT + (day - days.first).days * step, 2)
        width = round(step * 0.72, 2)
        above = 0 < capacity < n
        bars.append(DayBar(x, round(BOTTOM - height(n), 1), width, height(n), above, round(x + width / 2, 2)))
    return DaysChart(
        bars=bars,
        days=count,
        most=max(counts.values(), default=0),
        capacity=capacity,
        limit=round(BOTTOM - height(capacity), 1) if capacity else None,
        days_above=sum(bar.above for bar in bars),
        first=days.first,
        last=days.first + timedelta(days=count - 1),
    )
