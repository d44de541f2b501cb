"""What was seized goes down to the assessment as totals by category and unit, and follows every correction."""

from decimal import Decimal

import pytest

from seizures.models import Examination
from tests import factories as make
from tests.seizures import making

pytestmark = pytest.mark.django_db


def kept(of) -> list[tuple]:
    of.refresh_from_db()
    return [(row["category"], row["quantity_unit"], Decimal(row["quantity"]), row["lines"]) for row in of.seized]


def test_totals_stand_apart_by_category_and_unit():
    case = making.selected()
    lines = [
        making.goods(case, quantity=Decimal(500)),
        making.goods(case, quantity=Decimal("0.5")),
        making.goods(case, quantity=Decimal("2.25"), quantity_unit="kg"),
        making.goods(case, category="drugs", commodity="Heroin", quantity=Decimal(3), quantity_unit="kg"),
    ]
    making.closed(case, "seizure", *lines)
    assert kept(case) == [
        ("drugs", "kg", Decimal(3), 1),
        ("revenue", "pack", Decimal("500.5"), 2),
        ("revenue", "kg", Decimal("2.25"), 1),
    ]


def test_each_consignment_of_a_box_keeps_its_own():
    first, officer = making.selected(), make.officer("examiner")
    second = making.neighbour(first)
    examination = making.begun(first, officer, also=[second])
    examination.close(officer, "documents", {first: "seizure", second: "nil"}, [making.goods(first)])
    assert kept(first) == [("revenue", "pack", Decimal(18600), 1)]
    assert kept(second) == []


def test_a_corrected_line_corrects_the_total():
    case = making.selected()
    line = making.seizure_line(case)
    line.correct(line.recorded_by, "Counted again", quantity=Decimal(18000))
    assert kept(case) == [("revenue", "pack", Decimal(18000), 1)]


def test_what_was_no_seizure_after_all_has_no_total():
    case = making.selected()
    line = making.seizure_line(case)
    line.correct(line.recorded_by, "They were declared", quantity=Decimal(0))
    assert kept(case) == []
    examination = Examination.objects.of(case).get()
    examination.correct_result(line.recorded_by, case, "nil", "They were declared")
    assert kept(case) == []


def test_goods_found_later_are_added():
    case = making.selected()
    examination = making.closed(case, "nil")
    examination.correct_result(examination.examiner, case, "seizure", "Behind the wall", [making.goods(case)])
    assert kept(case) == [("revenue", "pack", Decimal(18600), 1)]
