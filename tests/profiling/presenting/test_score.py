"""The score as a bar: what it is made of, how much is not known, where the threshold stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.presenting.score import bar_of_profile, bar_of_score


def widths(bar) -> list[float]:
    return [segment.width for segment in bar.segments]


SCORES = [
    ("nothing hit", [], 0, 0, []),
    ("one reason", [30], 30, 0, [29.1]),
    ("heaviest first", [30, 20], 50, 0, [29.1, 19.1]),
    ("the lightest share the last shade", [30, 20, 10, 5, 5], 70, 0, [29.1, 19.1, 9.1, 9.1]),
    ("points that lower have no segment", [30, -10], 20, 0, [29.1]),
    ("reasons that the row does not keep", [30, 20, 10, 5], 75, 0, [29.1, 19.1, 9.1, 14.1]),
]


@pytest.mark.parametrize(("name", "points", "score", "possible", "expected"), SCORES)
def test_segments(name, points, score, possible, expected):
    assert widths(bar_of_score(points, score, possible)) == expected


def test_what_is_not_evaluable_is_a_dashed_length_after_the_rest():
    bar = bar_of_score([30], 30, 15)
    assert (bar.maybe.start, bar.maybe.width) == (30, 15)


@given(st.lists(st.integers(-50, 90), max_size=8), st.integers(0, 400))
def test_nothing_reaches_beyond_the_bar(points, possible):
    bar = bar_of_score(sorted(points, reverse=True), sum(points), possible)
    drawn = [*bar.segments, *([bar.maybe] if bar.maybe else [])]
    assert all(part.start >= 0 and part.start + part.width <= bar.length for part in drawn)


PROFILES = [
    ("certain", (58, 58, 42), 58, None, "58 points, threshold 42"),
    ("interval", (20, 35, 20), 20, (20, 15), "20 to 35 points, threshold 20"),
    ("nothing certain", (0, 54, 30), None, (0, 54), "0 to 54 points, threshold 30"),
    ("below nought", (-10, 5, 20), None, (0, 5), "-10 to 5 points, threshold 20"),
]


@pytest.mark.parametrize(("name", "given_points", "solid", "dashed", "sentence"), PROFILES)
def test_a_profiles_points_are_an_interval(name, given_points, solid, dashed, sentence):
    bar = bar_of_profile(*given_points)
    assert (bar.segments[0].width if bar.segments else None) == solid
    assert ((bar.maybe.start, bar.maybe.width) if bar.maybe else None) == dashed
    assert bar.sentence == sentence
    assert 0 < bar.threshold < bar.length
