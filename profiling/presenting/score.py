"""A score as a bar: one segment an indicator, darkest the heaviest, and a dashed length for what is not evaluable."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

SHADES = ("s1", "s2", "s3", "s4")
FULL_LENGTH = 100  # points a bar has room for; a higher score makes the bar longer
GAP = 0.9


@dataclass(frozen=True, slots=True)
class Segment:
    """start and width in points; shade is a class of the style sheet."""

    shade: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class ScoreBar:
    length: int
    segments: tuple[Segment, ...]
    maybe: Segment | None = None
    threshold: int | None = None
    sentence: str = ""


def bar_of_score(points: Sequence[int], score: int, possible_more: int = 0, full: int = FULL_LENGTH) -> ScoreBar:
    """Return the bar of a score made of `points`, heaviest first; the lightest share the last shade.

    Points that lower the score have no segment; what `points` leaves out of the score is added to the last shade.
    """
    heavy = [value for value in points if value > 0][: len(SHADES)]
    rest = max(score, 0) - sum(heavy)
    if rest > 0:
        heavy = [*heavy[: len(SHADES) - 1], sum(heavy[len(SHADES) - 1 :]) + rest]
    segments, start = [], 0
    for shade, value in zip(SHADES, heavy, strict=False):
        segments.append(Segment(shade, start, round(max(value - GAP, 0.1), 1)))
        start += value
    maybe = Segment("maybe", start, possible_more) if possible_more > 0 else None
    return ScoreBar(max(full, start + max(possible_more, 0)), tuple(segments), maybe)


def bar_of_profile(points_low: int, points_high: int, threshold: int) -> ScoreBar:
    """Return the bar of a profile: solid to the lower end, dashed to the upper, a tick at the threshold."""
    low, high = max(points_low, 0), max(points_high, 0)
    length = max(high, threshold) + max(2, threshold // 4)
    sentence = (
        _("%(low)d points, threshold %(threshold)d")
        if low == high
        else _("%(low)d to %(high)d points, threshold %(threshold)d")
    ) % {"low": points_low, "high": points_high, "threshold": threshold}
    segments = (Segment("s2", 0, low),) if low else ()
    maybe = Segment("maybe", low, high - low) if high > low else None
    return ScoreBar(length, segments, maybe, threshold, sentence)
