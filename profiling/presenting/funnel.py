"""From received to result as a row of bars, each with its share of the step before."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.measuring.formulas import FORMULAS
from profiling.measuring.steps import Steps

LABELS = {
    "received": _("Received"),
    "assessed": _("Assessed"),
    "selected": _("Selected"),
    "examined": _("Examined with a result"),
    "positive": _("Positive"),
}
TALLEST, BOTTOM, STRIDE = 84.0, 110.0, 272


@dataclass(frozen=True, slots=True)
class FunnelBar:
    """x, y and height in the chart's units. share: of the step before, 0-1; None for the first and where that is 0."""

    name: str
    label: Promise
    formula: Promise
    count: int
    share: float | None
    x: int
    y: float
    height: float

    @property
    def label_y(self) -> float:
        return round(self.y - 7, 1)

    @property
    def share_x(self) -> int:
        return self.x - 60


def funnel(steps: Steps) -> list[FunnelBar]:
    """Return the five bars; one that counted something is never thinner than can be seen."""
    bars: list[FunnelBar] = []
    for place, (name, label) in enumerate(LABELS.items()):
        count = getattr(steps, name)
        before = bars[-1].count if bars else 0
        height = max(round(TALLEST * count / steps.received, 1), 3.0) if count else 0.0
        share = count / before if before else None
        bars.append(
            FunnelBar(name, label, FORMULAS[name], count, share, place * STRIDE, round(BOTTOM - height, 1), height)
        )
    return bars
