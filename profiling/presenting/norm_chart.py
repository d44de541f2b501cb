"""A value against its norm as a small picture: the usual range, the median, and this one, on a logarithmic scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10
from typing import Any

from django.utils.translation import gettext as _

from profiling.presenting.quantities import number

LENGTH, EDGE = 620, 60
# The cut of indicator C07: 3.5 robust deviations, each 1.4826 times the median absolute deviation.
USUAL = 3.5 * 1.4826


@dataclass(frozen=True, slots=True)
class NormChart:
    """Places on the strip in its own units; texts ready to be shown."""

    length: int
    area_start: float
    area_width: float
    median: float
    this: float
    usual_text: str
    this_text: str
    sentence: str


def norm_chart(norm: Mapping[str, Any]) -> NormChart | None:
    """Draw evidence that carries value, median, mad and n; None for any other."""
    try:
        value, median, mad, n = float(norm["value"]), float(norm["median"]), float(norm["mad"]), int(norm["n"])
    except (KeyError, TypeError, ValueError):
        return None
    if value <= 0 or median <= 0 or mad <= 0:
        return None
    low, high = max(median - USUAL * mad, median / 20), median + USUAL * mad
    start, end = log10(min(low, value) / 1.3), log10(max(high, value) * 1.3)

    def place(amount: float) -> float:
        return round(EDGE + (log10(amount) - start) / (end - start) * (LENGTH - 2 * EDGE), 1)

    figures = {"low": number(low, 2), "high": number(high, 2), "value": number(value, 2), "n": number(n)}
    return NormChart(
        length=LENGTH,
        area_start=place(low),
        area_width=round(place(high) - place(low), 1),
        median=place(median),
        this=place(value),
        usual_text=_("usual %(low)s to %(high)s") % figures,
        this_text=_("this one, %(value)s") % figures,
        sentence=_("Value per kg, %(n)s consignments: usual %(low)s to %(high)s USD, this one %(value)s.") % figures,
    )
