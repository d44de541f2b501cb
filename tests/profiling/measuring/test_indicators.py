"""Indicators measured on what profiles selected: how often, alone, with which others, how rightly."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.measuring import Period, Rate
from profiling.measuring.indicators import companions_of, indicators_measured
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def month():
    return Period.last_days(30, until=timezone.now() + timedelta(minutes=1))


def selected(*codes: str, outcome=None, of=None, not_known=(), by="profile", **fields):
    """A consignment selected by a version of its own, on which these indicators hit."""
    found = {"outcome": outcome} if outcome else {}
    made = making.assessment(of, lane="red", selected_by=[by], **found, **fields)
    told = [{"code": code, "answer": "hit", "points": 10} for code in codes]
    told += [{"code": code, "answer": "not_evaluable", "points": 10} for code in not_known]
    making.hit(made, making.version(), indicators=told)
    return made


def test_each_indicator_has_its_hits_and_its_rate(month):
    selected("A01", "C07", outcome="seizure")
    selected("A01", outcome="nil")
    selected("A01")
    found = indicators_measured(month)
    a01, c07 = found["A01"], found["C07"]
    assert (a01.hits, a01.rate, a01.alone, a01.rate_alone) == (3, Rate(1, 2), 2, Rate(0, 1))
    assert (c07.hits, c07.rate, c07.alone, c07.rate_alone) == (1, Rate(1, 1), 0, Rate(0, 0))
    assert a01.last_hit_at is not None


def test_two_rounds_and_two_profiles_are_one_consignment(month):
    of = make.consignment()
    selected("A01", of=of, round=1, state="superseded")
    second = selected("A01", of=of, round=2, outcome="revenue")
    making.hit(second, making.version(), indicators=[{"code": "E01", "answer": "hit", "points": 5}])
    found = indicators_measured(month)
    assert (found["A01"].hits, found["A01"].rate, found["A01"].alone) == (1, Rate(1, 1), 0)
    assert found["E01"].hits == 1


def test_what_could_not_be_evaluated_is_no_hit(month):
    selected("A01", not_known=["E01"])
    assert indicators_measured(month).keys() == {"A01"}
    assert indicators_measured(month)["A01"].alone == 1


def test_what_others_chose_is_not_counted(month):
    selected("A01", by="officer", outcome="seizure")
    assert indicators_measured(month) == {}


def test_units_are_measured_apart(month):
    selected("A01", of=make.consignment(unit=make.unit("OSH")))
    assert indicators_measured(month, make.unit("BATKEN")) == {}
    assert indicators_measured(month, make.unit("OSH"))["A01"].hits == 1


def test_companions_stand_with_the_most_frequent_first(month):
    selected("A01", "C07", "E01", outcome="seizure")
    selected("A01", "C07", outcome="nil")
    selected("C07", "E01")
    found = companions_of("A01", month)
    assert [(one.code, one.together, one.rate) for one in found] == [("C07", 2, Rate(1, 2)), ("E01", 1, Rate(1, 1))]
    assert companions_of("Z99", month) == []
