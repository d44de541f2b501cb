"""An act is given out once for each content; its code tells whether a paper is genuine, superseded or unknown."""

from decimal import Decimal

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import Outcome
from seizures.acts.issuing import LETTERS, Verdict, in_groups, issue, normalised, verify
from seizures.models import Examination, InspectionAct
from tests import factories as make
from tests.seizures.making import begun, closed, goods, selected

pytestmark = pytest.mark.django_db


def test_the_same_content_is_the_same_act():
    examination = closed()
    first = issue(examination.examiner, examination)
    again = issue(make.officer("supervisor"), Examination.objects.get(pk=examination.pk))
    assert (again.pk, again.number) == (first.pk, 1)
    assert CaseEvent.objects.filter(verb="act_issued").count() == 1


def test_a_correction_makes_the_next_act_and_supersedes_the_paper():
    case = selected()
    examination = closed(case)
    first = issue(examination.examiner, examination)
    assert verify(first.code).verdict == Verdict.GENUINE
    examination.correct_result(make.officer("supervisor"), case, Outcome.DOCUMENTARY, "The invoice was missing")
    assert verify(first.code).verdict == Verdict.SUPERSEDED, "before the new one is printed already"
    second = issue(examination.examiner, examination)
    assert second.number == 2
    assert second.code != first.code
    assert verify(second.code).verdict == Verdict.GENUINE
    assert verify(first.code).verdict == Verdict.SUPERSEDED


def test_a_corrected_line_of_goods_supersedes_it_too():
    case = selected()
    examination = closed(case, "seizure", goods(case))
    first = issue(examination.examiner, examination)
    examination.seizure_lines.get().correct(make.officer("supervisor"), "Counted again", quantity=Decimal(5))
    assert verify(first.code).verdict == Verdict.SUPERSEDED


def test_what_happens_to_the_goods_later_is_not_in_the_act():
    case = selected()
    examination = closed(case, "seizure", goods(case))
    first = issue(examination.examiner, examination)
    examination.seizure_lines.get().report_arrests(examination.examiner, 2)
    assert verify(first.code).verdict == Verdict.GENUINE


def test_an_open_examination_has_no_act():
    examination = begun()
    with pytest.raises(Refused) as caught:
        issue(examination.examiner, examination)
    assert caught.value.code == "still_open"


@pytest.mark.parametrize("spelled", [str.lower, in_groups, lambda c: " ".join(c), lambda c: c.replace("0", "O")])
def test_a_code_is_found_in_any_spelling(spelled):
    act = issue(make.officer("examiner"), closed())
    assert verify(spelled(act.code)).act == act


@pytest.mark.parametrize("typed", ["", "7K3M", "0" * 16, "' OR 1=1 --", "Ы" * 16, "A" * 500])
def test_what_is_no_code_is_unknown(typed):
    issue(make.officer("examiner"), closed())
    assert verify(typed).verdict == Verdict.UNKNOWN


def test_a_row_written_by_hand_does_not_verify():
    examination = closed()
    InspectionAct.objects.create(
        examination=examination, number=1, content_sha256="0" * 64, code="A" * 16, issued_by=examination.examiner
    )
    assert verify("A" * 16).verdict == Verdict.UNKNOWN


def test_an_old_secret_still_verifies_while_it_is_kept_as_a_fallback():
    with override_settings(SECRET_KEY="the old one"):
        act = issue(make.officer("examiner"), closed())
    assert verify(act.code).verdict == Verdict.UNKNOWN
    with override_settings(SECRET_KEY_FALLBACKS=["the old one"]):
        assert verify(act.code).verdict == Verdict.GENUINE


@given(st.text(alphabet=LETTERS, min_size=16, max_size=16))
def test_a_code_survives_being_written_in_groups(code):
    assert normalised(in_groups(code)) == code
