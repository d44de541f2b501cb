"""The rule for pairs: interleaved after a warm-up, the median against the bar, inconclusive when that lies between."""

import pytest

from benchmarks.pairs import Row, at_least, at_most, percentile, times_as_fast, times_as_long

VERDICTS = [
    ("above the bar in every round", at_least(50), 60, 55, 70, "holds"),
    ("below it in every round", at_least(50), 40, 30, 45, "fails"),
    ("on both sides", at_least(50), 60, 45, 70, "inconclusive"),
    ("the worst round just reaches it", at_least(50), 60, 50, 70, "holds"),
    ("under the ceiling", at_most(15), 10, 8, 14, "holds"),
    ("over the ceiling", at_most(15), 20, 16, 30, "fails"),
    ("around the ceiling", at_most(15), 14, 10, 16, "inconclusive"),
    ("taken once", at_most(2), 1.5, None, None, "holds"),
    ("no bar", None, 3, 1, 9, "reported"),
]


@pytest.mark.parametrize(
    ("name", "bar", "figure", "lowest", "highest", "verdict"), VERDICTS, ids=[row[0] for row in VERDICTS]
)
def test_verdicts(name, bar, figure, lowest, highest, verdict):
    row = Row(name, figure, "times", bar, lowest, highest)
    assert row.verdict == verdict
    assert verdict in str(row)


def contestant(letter: str, seconds: list[float], calls: list[str]):
    left = iter(seconds)

    def run() -> float:
        calls.append(letter)
        return next(left)

    return run


def test_rounds_alternate_and_the_warm_up_does_not_count():
    calls: list[str] = []
    ours = contestant("A", [99, 1, 1, 1, 1, 1], calls)
    theirs = contestant("B", [1, 10, 20, 30, 40, 50], calls)
    row = times_as_fast("pair", ours, theirs, at_least(5))
    assert "".join(calls) == "AB" * 6
    assert (row.figure, row.lowest, row.highest, row.verdict) == (30, 10, 50, "holds")


def test_times_as_long_turns_the_ratio_round():
    row = times_as_long("pair", contestant("A", [30.0] * 6, []), contestant("B", [2.0] * 6, []), at_most(15))
    assert (row.figure, row.verdict) == (15, "holds")


def test_a_contestant_that_returns_nothing_is_timed():
    row = times_as_long("pair", lambda: None, contestant("B", [1.0] * 6, []))
    assert 0 < row.figure < 0.1


@pytest.mark.parametrize(("percent", "expected"), [(0, 1), (50, 50), (95, 95), (99.5, 100), (100, 100)])
def test_percentile_of_one_to_a_hundred(percent, expected):
    assert percentile(range(100, 0, -1), percent) == expected
