"""A value against its norm: drawn in proportion, within the picture, with how the sample is spread where known."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.presenting.norm_chart import GROUND, LENGTH, TOP, norm_chart
from profiling.reading.norms import SHARES, Shape

NORM = {"value": 2.1, "median": 11.4, "mad": 1.2, "n": 214}
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
amounts = st.floats(0.01, 100_000)


def shape(*quantiles: float) -> Shape:
    return Shape(quantiles, 214, AS_OF)


USUAL = shape(1, 5, 7, 8, 9, 10, 11.4, 12, 13, 14, 16, 18, 30)


def test_what_lies_below_the_usual_is_drawn_left_of_it():
    chart = norm_chart(NORM, USUAL)
    assert chart.this < chart.area_start < chart.median < chart.area_start + chart.area_width
    assert len(chart.bars) == len(SHARES) - 1
    assert "214" in chart.as_of


def test_where_the_sample_lies_densest_the_bar_is_highest():
    chart = norm_chart(NORM, USUAL)
    highest = max(chart.bars, key=lambda bar: bar.height)
    assert abs(highest.x - chart.median) < 60


@given(amounts, amounts, amounts, st.lists(amounts, min_size=len(SHARES), max_size=len(SHARES)))
def test_nothing_leaves_the_picture(value, median, mad, quantiles):
    chart = norm_chart({"value": value, "median": median, "mad": mad, "n": 20}, shape(*sorted(quantiles)))
    assert all(0 <= x <= LENGTH for x in (chart.this, chart.median, chart.area_start))
    for bar in chart.bars:
        assert 0 <= bar.x <= LENGTH
        assert TOP <= bar.y <= GROUND + 0.1
        assert bar.width > 0


NO_SPREAD = [None, shape(), shape(1, 2), shape(0, *range(1, len(SHARES)))]


@pytest.mark.parametrize("unknown", NO_SPREAD, ids=["none", "empty", "short", "with nought"])
def test_without_a_spread_the_strip_stands_alone(unknown):
    chart = norm_chart(NORM, unknown)
    assert (chart.bars, chart.as_of) == ([], "")


@pytest.mark.parametrize("fault", [{"value": 0}, {"mad": 0}, {"median": -1}, {"n": None}, {"value": "?"}])
def test_what_is_no_norm_is_not_drawn(fault):
    assert norm_chart(NORM | fault, USUAL) is None
