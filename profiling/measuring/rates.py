"""A rate with its interval: plain arithmetic over counts."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054  # the 97.5 % quantile of the normal distribution: a two-sided interval of 95 %


def wilson(positive: int, examined: int) -> tuple[float, float]:
    """Return the 95 % interval (low, high) of a hit rate, both in 0-1; (0, 1) when nothing was examined.

    Raises ValueError unless 0 <= positive <= examined. Wilson (1927).

    >>> [round(end, 3) for end in wilson(16, 171)]
    [0.058, 0.147]
    """
    if not 0 <= positive <= examined:
        raise ValueError(f"{positive} positive of {examined} examined is no rate")
    if examined == 0:
        return 0.0, 1.0
    share, square = positive / examined, Z_95**2
    middle = (share + square / (2 * examined)) / (1 + square / examined)
    half = Z_95 / (1 + square / examined) * sqrt(share * (1 - share) / examined + square / (4 * examined**2))
    # At 0 and at all the end is exact; rounding would leave 1e-17 beside it.
    low = 0.0 if positive == 0 else max(0.0, middle - half)
    high = 1.0 if positive == examined else min(1.0, middle + half)
    return low, high


@dataclass(frozen=True, slots=True)
class Rate:
    """`positive` of `examined`; everything else follows from the two."""

    positive: int = 0
    examined: int = 0

    @property
    def share(self) -> float | None:
        """0-1; None when nothing was examined: no rate is not a rate of zero."""
        return self.positive / self.examined if self.examined else None

    @property
    def low(self) -> float:
        return wilson(self.positive, self.examined)[0]

    @property
    def high(self) -> float:
        return wilson(self.positive, self.examined)[1]

    def lift_over(self, other: "Rate") -> float | None:
        """How many times the other rate; None when one of them is unknown or the other is zero."""
        if self.share is None or not other.share:
            return None
        return self.share / other.share

    def overlaps(self, other: "Rate") -> bool:
        """Whether the intervals touch: then neither is shown to be better."""
        return self.low <= other.high and other.low <= self.high


NOTHING_EXAMINED = Rate()
