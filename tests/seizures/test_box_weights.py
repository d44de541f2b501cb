"""Masses of a box against each other: a sum is compared only where nothing in it is unknown."""

from decimal import Decimal

import pytest

from seizures.boxes.weights import weights

TARE = Decimal(3900)


@pytest.mark.parametrize(
    ("name", "masses", "tares", "weighed", "expected", "difference", "percent"),
    [
        ("as declared", [11300, 3120], [TARE], 18320, 18320, 0, 0.0),
        ("more than declared", [21740], [TARE, None], 27910, 25640, 2270, 8.9),
        ("less than declared", [21740], [TARE], 20000, 25640, -5640, -22.0),
        ("one mass is not stated", [11300, None], [TARE], 18320, None, None, None),
        ("no tare", [11300], [None], 18320, None, None, None),
        ("not weighed", [11300], [TARE], None, 15200, None, None),
        ("nothing is stated", [None], [], 18320, None, None, None),
    ],
)
def test_weights(name, masses, tares, weighed, expected, difference, percent):
    found = weights([mass and Decimal(mass) for mass in masses], tares, weighed and Decimal(weighed))
    assert (found.expected_kg, found.difference_kg, found.difference_percent) == (expected, difference, percent), name


def test_two_tares_count_as_the_heavier_one():
    assert weights([Decimal(1)], [TARE, Decimal(4000)], None).tare_kg == 4000
