"""A seizure line stays as it was written; a correction is a new line, and figures use only what is in force."""

from decimal import Decimal

import pytest

from consignments.models import CaseEvent
from consignments.refusing import Refused
from seizures.models import SeizureLine
from tests import factories as make

from .making import seizure_line

pytestmark = pytest.mark.django_db


def test_a_correction_is_a_new_line_in_force():
    line = seizure_line(quantity=Decimal("18600"))
    supervisor = make.officer("supervisor")
    newer = line.correct(supervisor, "Counted again", quantity=Decimal("18060"))
    line.refresh_from_db()
    assert line.quantity == Decimal("18600")
    assert (newer.quantity, newer.commodity, newer.corrects) == (Decimal("18060"), line.commodity, line)
    assert list(SeizureLine.objects.in_force()) == [newer]
    assert (line.is_in_force, newer.is_in_force) == (False, True)
    event = CaseEvent.objects.get(verb="corrected")
    assert (event.before["quantity"], event.after["quantity"]) == ("18600.000", "18060")
    assert (event.reason, event.actor) == ("Counted again", supervisor)


def test_a_correction_can_be_corrected_but_not_a_corrected_line():
    line = seizure_line()
    officer = make.officer("supervisor")
    newer = line.correct(officer, "Counted again", quantity=Decimal(5))
    newest = newer.correct(officer, "And again", quantity=Decimal(6))
    assert list(SeizureLine.objects.in_force()) == [newest]
    with pytest.raises(Refused) as caught:
        line.correct(officer, "Third time", quantity=Decimal(7))
    assert caught.value.code == "already_corrected"


def test_corrected_to_nothing_counts_nowhere():
    line = seizure_line()
    voided = line.correct(make.officer("supervisor"), "It was tea", quantity=Decimal(0))
    assert not SeizureLine.objects.in_force().exists()
    assert not voided.is_in_force


@pytest.mark.parametrize(
    ("reason", "changes", "code"),
    [
        ("", {"quantity": Decimal(5)}, "reason_missing"),
        ("  ", {"quantity": Decimal(5)}, "reason_missing"),
        ("Because", {}, "unchanged"),
        ("Because", {"quantity": Decimal("18600.000")}, "unchanged"),
    ],
)
def test_it_refuses_a_correction(reason, changes, code):
    line = seizure_line(quantity=Decimal("18600"))
    with pytest.raises(Refused) as caught:
        line.correct(make.officer("supervisor"), reason, **changes)
    assert caught.value.code == code
    assert SeizureLine.objects.count() == 1
