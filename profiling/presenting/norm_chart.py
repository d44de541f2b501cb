"""A value against its norm as a small picture: how the others are spread, what is usual, this one; logarithmic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from profiling.presenting.quantities import number
from profiling.reading.norms import SHARES, Shape

LENGTH, EDGE = 620, 60
TOP, GROUND = 14, 70
# The cut of indicator C07: 3.5 robust deviations, each 1.4826 times the median absolute deviation.
USUAL = 3.5 * 1.4826


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the sample: as wide as its values are apart, as high as they lie dense."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class NormChart:
    """Places on the strip in its own units; texts ready to be shown. bars: none where only the median is known."""

    length: int
    area_start: float
    area_width: float
    median: float
    this: float
    this_anchor: str
    bars: list[Bar]
    usual_text: str
    this_text: str
    as_of: str
    sentence: str


def norm_chart(norm: Mapping[str, Any], shape: Shape | None = None) -> NormChart | None:
    """Draw evidence that carries value, median, mad and n; None for any other.

    The usual range is that of the evidence, as it was frozen; shape, the spread of the sample, is of the last refresh.
    """
    try:
        value, median, mad, n = float(norm["value"]), float(norm["median"]), float(norm["mad"]), int(norm["n"])
    except (KeyError, TypeError, ValueError):
        return None
    if value <= 0 or median <= 0 or mad <= 0:
        return None
    quantiles = [amount for amount in shape.quantiles if amount > 0] if shape else []
    if shape and len(quantiles) != len(SHARES):
        quantiles = []
    low, high = max(median - USUAL * mad, median / 20), median + USUAL * mad
    ends = [low, high, value, *quantiles[1:-1]]
    start, end = log10(min(ends) / 1.3), log10(max(ends) * 1.3)

    def place(amount: float) -> float:
        share = (log10(amount) - start) / (end - start)
        return round(EDGE + min(max(share, 0.0), 1.0) * (LENGTH - 2 * EDGE), 1)

    figures = {"low": number(low, 2), "high": number(high, 2), "value": number(value, 2), "n": number(n)}
    this = place(value)
    return NormChart(
        length=LENGTH,
        area_start=place(low),
        area_width=round(place(high) - place(low), 1),
        median=place(median),
        this=this,
        this_anchor="end" if this > LENGTH - 2 * EDGE else "" if this < 2 * EDGE else "mid",
        bars=_bars([place(amount) for amount in quantiles]),
        usual_text=_("usual %(low)s to %(high)s") % figures,
        this_text=_("this one, %(value)s USD/kg") % figures,
        as_of=_as_of(shape) if shape and quantiles else "",
        sentence=_("Value per kg, %(n)s consignments: usual %(low)s to %(high)s USD, this one %(value)s.") % figures,
    )


def _bars(places: Sequence[float]) -> list[Bar]:
    parts = [
        (left, max(right - left, 1.0), more - less)
        for (left, right), (less, more) in zip(pairwise(places), pairwise(SHARES), strict=True)
    ] if places else []  # fmt: skip
    densest = max((share / width for _left, width, share in parts), default=1.0)
    bars = []
    for left, width, share in parts:
        # The square root keeps the thin ends visible beside a sharp middle.
        height = round((share / width / densest) ** 0.5 * (GROUND - TOP - 6), 1)
        bars.append(Bar(left, round(GROUND - height, 1), round(max(width - 0.6, 0.6), 1), height))
    return bars


def _as_of(shape: Shape) -> str:
    day = date_format(localtime(shape.computed_at), "DATE_FORMAT")
    told = {"n": number(shape.count), "day": day}
    return _("How %(n)s consignments of two years are spread, as of %(day)s; the scale is logarithmic.") % told
