"""Where dots and lines of rates stand."""

import pytest

from profiling.measuring import Rate
from profiling.presenting.rate_charts import month_chart, rate_line, top_of

# name, rates, end of the axis
TOPS = [
    ("nothing examined", [Rate(0, 0)], 0.5),
    ("no rates", [], 0.5),
    ("ten per cent and its interval", [Rate(16, 171)], 0.2),
    ("few examined: only the dot counts", [Rate(1, 3)], 0.4),
    ("everything positive", [Rate(30, 30)], 1.0),
    ("nothing found of many", [Rate(0, 1000)], 0.1),
]


@pytest.mark.parametrize(("rates", "top"), [case[1:] for case in TOPS], ids=[case[0] for case in TOPS])
def test_the_axis_reaches_as_far_as_it_says_something(rates, top):
    assert top_of(rates) == pytest.approx(top)


def test_a_row_stands_in_order_and_within_its_frame():
    line = rate_line(Rate(16, 171), Rate(11, 612), 0.2)
    assert 4 <= line.low < line.point < line.high <= 216
    assert line.base_low < line.base < line.base_low + line.base_width


def test_a_row_without_examinations_has_no_dot():
    line = rate_line(Rate(0, 0), Rate(0, 0), 0.5)
    assert (line.point, line.base) == (None, None)


def test_what_lies_beyond_the_axis_is_cut_at_its_end():
    assert rate_line(Rate(9, 10), Rate(1, 10), 0.5).point == 216


def test_months_stand_side_by_side_above_one_axis():
    chart = month_chart([Rate(0, 18), Rate(3, 38), Rate(0, 0)], Rate(11, 612))
    assert [dot.x for dot in chart.dots] == sorted(dot.x for dot in chart.dots)
    assert chart.dots[0].y == 232.0 and chart.dots[1].y < 232.0 and chart.dots[2].y is None
    assert [line.percent for line in chart.grid] == sorted(line.percent for line in chart.grid)
