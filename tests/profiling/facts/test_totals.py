"""Totals are sums of the goods where all are known, else what the document states."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from tests.profiling.facts.stating import BOX, SHIRTS, answer

BARE = replace(SHIRTS, number=2, gross_mass_kg=None, net_mass_kg=None, packages=None, value=None)
TOTALS = {"total_gross_mass_kg": D(9000), "total_packages": 7, "total_value": D(100), "total_currency": "CNY"}
TRAILER = replace(BOX, kind="trailer", number="01KG1234AB")

CASES = [
    ("gross_mass_kg", {}, 1210.0),
    ("gross_mass_kg", {"goods": (SHIRTS, SHIRTS)} | TOTALS, 2420.0),
    ("gross_mass_kg", {"goods": (SHIRTS, BARE)} | TOTALS, 9000.0),
    ("gross_mass_kg", {"goods": (SHIRTS, BARE)}, None),
    ("gross_mass_kg", {"goods": ()} | TOTALS, 9000.0),
    ("net_mass_kg", {"goods": (SHIRTS, SHIRTS)}, 2200.0),
    ("net_mass_kg", {"goods": (SHIRTS, BARE)}, None),
    ("packages", {"goods": (SHIRTS, BARE)} | TOTALS, 7),
    ("packages", {"goods": (SHIRTS, SHIRTS)}, 200),
    ("value_usd", {}, 5500.0),
    ("value_usd", {"goods": (SHIRTS, BARE)} | TOTALS, 14.0),
    ("value_usd", {"goods": (BARE,)}, None),
    ("value_per_kg_usd", {}, 5.0),
    ("value_per_kg_usd", {"goods": (replace(SHIRTS, net_mass_kg=None),)}, 5500 / 1210),
    ("goods_items", {"goods": (SHIRTS, BARE)}, 2),
    ("goods_items", {"goods": ()}, None),
    ("containers", {"equipment": (BOX, BOX, TRAILER)}, 2),
    ("containers", {"equipment": (TRAILER,)}, 0),
    ("containers", {"equipment": ()}, None),
]


@pytest.mark.parametrize(("column", "changes", "expected"), CASES)
def test_totals(column, changes, expected):
    assert answer(column, **changes) == expected
