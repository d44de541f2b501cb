"""Where the dots and lines of rates stand in a chart: numbers only, in the units of the SVG's view box."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from profiling.measuring import Rate

LEFT, TOP_OF_MONTHS, BOTTOM, WIDTH = 38.0, 34.0, 232.0, 792.0
ROW_WIDTH = 220.0
TELLING = 10  # below so many examined the interval reaches over most of the axis, and says nothing by its end


@dataclass(frozen=True, slots=True)
class RateLine:
    """One rate in a row: dot, interval, and the baseline's dot and band; None where nothing was examined."""

    low: float
    high: float
    point: float | None
    base: float | None
    base_low: float
    base_width: float


@dataclass(frozen=True, slots=True)
class MonthDot:
    x: float
    y: float | None
    y_low: float
    y_high: float


@dataclass(frozen=True, slots=True)
class GridLine:
    y: float
    percent: int


@dataclass(frozen=True, slots=True)
class MonthChart:
    """`dots` in the order of the rates given; `base` and its band from the baseline."""

    dots: list[MonthDot]
    grid: list[GridLine]
    base: float | None
    base_top: float
    base_height: float


def top_of(rates: Iterable[Rate]) -> float:
    """Return the highest share a common axis needs: a multiple of 0.1 above every dot and every telling interval."""
    reach = [rate.high if rate.examined >= TELLING else rate.share for rate in rates if rate.share is not None]
    highest = max(reach, default=0.5)
    return min(1.0, max(0.1, ceil(highest * 10) / 10))


def rate_line(rate: Rate, baseline: Rate, top: float) -> RateLine:
    """Place a rate and the baseline on a row whose right end is `top`; what lies beyond is cut at the end."""

    def at(share: float) -> float:
        return round(4 + min(share / top, 1) * (ROW_WIDTH - 8), 1)

    known = baseline.share is not None
    return RateLine(
        low=at(rate.low),
        high=at(rate.high),
        point=at(rate.share) if rate.share is not None else None,
        base=at(baseline.share) if baseline.share is not None else None,
        base_low=at(baseline.low) if known else 0.0,
        base_width=round(at(baseline.high) - at(baseline.low), 1) if known else 0.0,
    )


def month_chart(rates: Sequence[Rate], baseline: Rate) -> MonthChart:
    """Place rates side by side, oldest at the left, above a common axis that begins at zero."""
    top = top_of([*rates, baseline])

    def at(share: float) -> float:
        return round(BOTTOM - min(share / top, 1) * (BOTTOM - TOP_OF_MONTHS), 1)

    step = WIDTH / max(len(rates), 1)
    known = baseline.share is not None
    return MonthChart(
        dots=[
            MonthDot(
                round(LEFT + (number + 0.5) * step, 1),
                at(rate.share) if rate.share is not None else None,
                at(rate.low),
                at(rate.high),
            )
            for number, rate in enumerate(rates)
        ],
        grid=[GridLine(at(share), round(share * 100)) for share in (0.0, top / 2, top)],
        base=at(baseline.share) if baseline.share is not None else None,
        base_top=at(baseline.high) if known else 0.0,
        base_height=round(at(baseline.low) - at(baseline.high), 1) if known else 0.0,
    )
