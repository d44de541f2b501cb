"""Masses, amounts and codes as pages show them."""

from decimal import Decimal

import pytest
from django.utils import translation

from profiling.presenting.quantities import dotted_code, exact_mass, money, number, percent, short_mass

THIN = "\u202f"  # between thousands

SHOWN = [
    ("tonnes from one on", short_mass(Decimal("21600")), "21.6 t"),
    ("just below a tonne", short_mass(Decimal("999.5")), "999.5 kg"),
    ("no mass stated", short_mass(None), ""),
    ("nought is not nothing", exact_mass(Decimal("0")), "0 kg"),
    ("exact, without trailing noughts", exact_mass(Decimal("14820.500")), f"14{THIN}820.5 kg"),
    ("whole amounts", money(Decimal("31150.00"), "USD"), f"31{THIN}150 USD"),
    ("cents", money(Decimal("12.50"), "USD"), "12.50 USD"),
    ("no currency", money(Decimal("12"), ""), "12"),
    ("no amount", money(None, "USD"), ""),
    ("packages", number(1000), f"1{THIN}000"),
    ("ten digits", dotted_code("6203423500"), "6203.42"),
    ("six digits", dotted_code("620342"), "6203.42"),
    ("too short", dotted_code("6203"), "6203"),
    ("no code at all", dotted_code("see invoice"), "see invoice"),
    ("a rate", percent(0.0936), "9 %"),
    ("rounded, not cut off", number(66.67, 1), "66.7"),
    ("rounded at the half", number(Decimal("2.345"), 2), "2.35"),
]


@pytest.mark.parametrize(("name", "shown", "expected"), SHOWN)
def test_shown(name, shown, expected):
    assert shown == expected


def test_numbers_follow_the_language():
    with translation.override("ru"):
        assert number(Decimal("2.10"), 2) == "2,10"
