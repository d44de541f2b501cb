"""The interval of a rate: a table against published values, and what must hold for every count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.measuring.rates import Rate, wilson

# name, positive, examined, low, high; the first four from Wilson's formula worked by hand, cf. Newcombe (1998), table I
CASES = [
    ("nothing examined: anything is possible", 0, 0, 0.0, 1.0),
    ("none of ten", 0, 10, 0.0, 0.2775),
    ("all of ten", 10, 10, 0.7225, 1.0),
    ("81 of 263", 81, 263, 0.2553, 0.3662),
    ("15 of 148", 15, 148, 0.0624, 0.1605),
    ("0 of 20", 0, 20, 0.0, 0.1611),
    ("1 of 29", 1, 29, 0.0061, 0.1718),
    ("one of one", 1, 1, 0.2065, 1.0),
]


@pytest.mark.parametrize(
    ("positive", "examined", "low", "high"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_wilson(positive, examined, low, high):
    assert wilson(positive, examined) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("positive", "examined"), [(-1, 5), (6, 5), (1, 0)])
def test_wilson_refuses_what_is_no_rate(positive, examined):
    with pytest.raises(ValueError, match="no rate"):
        wilson(positive, examined)


@st.composite
def counts(draw, at_least=0):
    examined = draw(st.integers(at_least, 100_000))
    return draw(st.integers(0, examined)), examined


@given(counts(at_least=1))
def test_the_interval_holds_the_rate_and_stays_within_0_and_1(count):
    low, high = wilson(*count)
    assert 0 <= low <= count[0] / count[1] <= high <= 1
    assert low < high


@given(counts(at_least=1))
def test_the_interval_of_the_opposite_is_its_mirror(count):
    positive, examined = count
    low, high = wilson(positive, examined)
    assert wilson(examined - positive, examined) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(counts(at_least=1))
def test_more_examinations_at_the_same_rate_narrow_the_interval(count):
    positive, examined = count
    low, high = wilson(positive, examined)
    narrower_low, narrower_high = wilson(positive * 4, examined * 4)
    assert narrower_high - narrower_low < high - low


def test_no_examination_is_no_rate_of_zero():
    assert Rate(0, 0).share is None
    assert Rate(0, 9).share == 0


# name, rate, other, lift, overlaps
PAIRS = [
    ("five times chance", Rate(16, 160), Rate(2, 100), 5.0, True),
    ("clearly better", Rate(60, 160), Rate(11, 612), pytest.approx(20.86, abs=0.01), False),
    ("chance found nothing", Rate(3, 10), Rate(0, 10), None, True),
    ("nothing examined", Rate(0, 0), Rate(5, 10), None, True),
    ("chance was not examined", Rate(3, 10), Rate(0, 0), None, True),
    ("found nothing itself, of few", Rate(0, 10), Rate(5, 10), 0.0, True),
    ("found nothing itself, of many", Rate(0, 40), Rate(20, 40), 0.0, False),
]


@pytest.mark.parametrize(("rate", "other", "lift", "overlaps"), [pair[1:] for pair in PAIRS], ids=[p[0] for p in PAIRS])
def test_lift(rate, other, lift, overlaps):
    assert rate.lift_over(other) == lift
    assert rate.overlaps(other) is overlaps
