"""Moments and spans in an officer's words; the clock of the tests stands at 24 November 2026, 14:32 in Bishkek."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from profiling.presenting.moments import clock, distance, span

HERE = ZoneInfo("Asia/Bishkek")
NOW = datetime(2026, 11, 24, 14, 32, tzinfo=HERE)

CLOCKS = [
    ("later today", datetime(2026, 11, 24, 14, 55, tzinfo=HERE), "14:55"),
    ("stated in another zone", datetime(2026, 11, 24, 8, 55, tzinfo=ZoneInfo("UTC")), "14:55"),
    ("today here, yesterday in UTC", datetime(2026, 11, 23, 20, 5, tzinfo=ZoneInfo("UTC")), "02:05"),
    ("tomorrow", datetime(2026, 11, 25, 1, 14, tzinfo=HERE), "25 Nov 01:14"),
    ("last year", datetime(2025, 3, 13, 9, 0, tzinfo=HERE), "13 Mar 2025, 09:00"),
    ("not stated", None, ""),
]


@pytest.mark.parametrize(("name", "at", "expected"), CLOCKS)
def test_clock(name, at, expected):
    assert clock(at, NOW) == expected


def test_a_day_without_a_time_gets_none():
    noon = NOW.replace(hour=12, minute=0)
    assert clock(noon, NOW, only_the_day=True) == "today"
    assert clock(noon + timedelta(days=1), NOW, only_the_day=True) == "25 Nov"


SPANS = [
    (timedelta(), "0 min"),
    (timedelta(minutes=23, seconds=59), "23 min"),
    (timedelta(minutes=-27), "27 min"),
    (timedelta(hours=1, minutes=8), "1 h 08"),
    (timedelta(days=3, hours=4, minutes=50), "3 d 4 h"),
    (timedelta(days=40, hours=4), "40 d"),
]


@pytest.mark.parametrize(("length", "expected"), SPANS)
def test_span(length, expected):
    assert span(length) == expected


def test_distance():
    assert distance(NOW + timedelta(minutes=23), NOW) == "in 23 min"
    assert distance(NOW - timedelta(minutes=12), NOW) == "12 min ago"
    assert distance(None, NOW) == ""


def test_days_are_named_in_the_readers_language():
    with translation.override("ru"):
        assert clock(NOW + timedelta(days=1), NOW).startswith("25 ")
        assert "Nov" not in clock(NOW + timedelta(days=1), NOW)
