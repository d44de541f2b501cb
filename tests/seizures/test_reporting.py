"""Totals never cross units of quantity or currencies, and count only what is in force."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from seizures.models import Category, QuantityUnit, SeizureLine
from seizures.reporting import quantities, values
from tests import factories as make

from .making import closed, goods, selected


@pytest.mark.django_db
def test_each_category_and_unit_has_its_own_total():
    case = selected()
    closed(
        case,
        "seizure",
        goods(case, category="revenue", quantity=Decimal(100), quantity_unit="pack"),
        goods(case, category="revenue", quantity=Decimal(50), quantity_unit="pack"),
        goods(case, category="revenue", quantity=Decimal("2.5"), quantity_unit="kg"),
        goods(case, category="drugs", quantity=Decimal("12.4"), quantity_unit="kg"),
    )
    totals = [(t.category, t.quantity_unit, t.quantity, t.lines) for t in quantities(SeizureLine.objects.all())]
    assert totals == [
        ("drugs", "kg", Decimal("12.4"), 1),
        ("revenue", "pack", Decimal(150), 2),
        ("revenue", "kg", Decimal("2.5"), 1),
    ]


@pytest.mark.django_db
def test_a_corrected_line_is_counted_once_and_as_corrected():
    case = selected()
    line = closed(case, "seizure", goods(case, quantity=Decimal(100))).seizure_lines.get()
    line.correct(make.officer("supervisor"), "Counted again", quantity=Decimal(90))
    (total,) = quantities(SeizureLine.objects.all())
    assert (total.quantity, total.lines) == (Decimal(90), 1)


@pytest.mark.django_db
def test_values_are_added_within_a_currency_only():
    case = selected()
    closed(
        case,
        "seizure",
        goods(case, value=Decimal(100), currency="USD"),
        goods(case, value=Decimal("0.50"), currency="USD"),
        goods(case, value=Decimal(9000), currency="KGS"),
        goods(case),
    )
    totals = [(t.currency, t.value, t.lines) for t in values(SeizureLine.objects.all())]
    assert totals == [("KGS", Decimal(9000), 1), ("USD", Decimal("100.50"), 2)]


line = st.tuples(
    st.sampled_from(Category.values),
    st.sampled_from(QuantityUnit.values),
    st.decimals(min_value="0.001", max_value="99999", places=3),
)


class TestTotals(TestCase):
    @settings(max_examples=20, deadline=None)
    @given(lines=st.lists(line, min_size=1, max_size=6))
    def test_the_totals_of_a_unit_are_what_was_taken_in_that_unit(self, lines):
        case = selected()
        closed(case, "seizure", *[goods(case, category=c, quantity_unit=u, quantity=q) for c, u, q in lines])
        expected: dict = {}
        for category, unit, quantity in lines:
            expected[category, unit] = expected.get((category, unit), 0) + quantity
        assert {(t.category, t.quantity_unit): t.quantity for t in quantities(SeizureLine.objects.all())} == expected
