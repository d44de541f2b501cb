"""The random draw: a fraction from an HMAC, committed to before and verifiable after its period."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling import drawing
from profiling.models import DrawPeriod

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seed", "name", "hex_digits"),
    [  # the first 13 hex digits, worked out with `openssl dgst -sha256 -mac HMAC`
        ("00" * 32, "a", "9615a95d4a336"),
        ("ab" * 32, "9f0c1d52-6b1e-4c53-9a41-0d5f7c2a1b01", "6b9b6e3f1efde"),
    ],
)
def test_a_draw_number_is_the_head_of_an_hmac(seed, name, hex_digits):
    assert drawing.draw_number(seed, name) == int(hex_digits, 16) / 16**13


@given(st.binary(min_size=32, max_size=32), st.uuids())
def test_every_draw_number_is_in_range(seed, name):
    assert 0 <= drawing.draw_number(seed.hex(), str(name)) < 1


def test_two_in_a_hundred_are_drawn():
    numbers = [drawing.draw_number("5a" * 32, str(uuid4())) for _ in range(20_000)]
    assert 0.015 < sum(number < 0.02 for number in numbers) / len(numbers) < 0.025


@pytest.mark.django_db
def test_two_who_ask_at_once_open_one_period():
    first, second = drawing.period_at(NOW), drawing.period_at(NOW + timedelta(minutes=1))
    assert first == second
    assert DrawPeriod.objects.count() == 1
    assert first.seed_sha256 == drawing.commitment(first.seed)
    assert first.published_at is None


@pytest.mark.django_db
def test_the_seed_is_published_only_when_its_period_has_ended():
    period = drawing.period_at(NOW)
    assert drawing.publish_ended(period.ends_at - timedelta(seconds=1)) == 0
    assert drawing.publish_ended(period.ends_at) == 1
    period.refresh_from_db()
    assert period.published_at == period.ends_at
