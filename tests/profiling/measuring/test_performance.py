"""What counts for a profile and what does not; what the draw measures."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.measuring import Period, Rate, performance, performances, random_baseline
from profiling.measuring.months import rates_by_month
from profiling.measuring.performance import performances_of_versions
from profiling.measuring.steps import origins_of_selection, steps_of
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def month():
    return Period.last_days(30, until=timezone.now() + timedelta(minutes=1))


def selected(version, outcome=None, by=("profile",), **fields):
    """A consignment that the version hit, put up for selection by these reasons, examined if an outcome is given."""
    found = {"outcome": outcome} if outcome else {}
    made = making.assessment(lane="red", selected_by=list(by), is_drawn="random" in by, **found, **fields)
    making.hit(made, version)
    return made


def test_a_profiles_rate_is_positive_of_examined_with_a_result(month):
    version = making.version()
    for outcome in ["seizure", "revenue", "nil", "nil", "inconclusive", None]:
        selected(version, outcome)
    measured = performance(version, month)
    assert (measured.selections, measured.rate) == (6, Rate(2, 4))


def test_a_recorded_result_moves_the_rate_by_one(month):
    version = making.version()
    selected(version, "nil")
    waiting = selected(version, state="selected")
    assert performance(version, month).rate == Rate(0, 1)
    waiting.record_outcome("seizure", make.officer("examiner"))
    assert performance(version, month).rate == Rate(1, 2)


# what did not come from the profile, fields of the assessment, fields of the hit
NOT_THE_PROFILES = [
    ("the random draw alone chose it", {"selected_by": ["random"], "is_drawn": True}, {}),
    ("an officer chose it", {"selected_by": ["officer"]}, {}),
    (
        "another profile chose it; this one could not be evaluated",
        {"selected_by": ["profile"]},
        {"answer": "not_evaluable"},
    ),
    (
        "another profile chose it; this one's percentage left it out",
        {"selected_by": ["profile"]},
        {"was_sampled_out": True},
    ),
]


@pytest.mark.parametrize(
    ("fields", "hit"), [row[1:] for row in NOT_THE_PROFILES], ids=[row[0] for row in NOT_THE_PROFILES]
)
def test_an_examination_others_chose_does_not_move_a_profiles_rate(month, fields, hit):
    version = making.version()
    selected(version, "nil")
    making.hit(making.assessment(lane="red", outcome="seizure", **fields), version, **hit)
    assert performance(version, month).rate == Rate(0, 1)
    assert performance(version.profile, month).selections == 1


def test_one_that_the_draw_chose_too_counts_for_the_profile(month):
    version = making.version()
    selected(version, "seizure", by=("profile", "random"))
    assert performance(version, month).rate == Rate(1, 1)


def test_the_rounds_of_a_consignment_count_once(month):
    version = making.version()
    made = make.consignment()
    selected(version, of=made, round=1, state="superseded")
    selected(version, "seizure", of=made, round=2)
    measured = performance(version, month)
    assert (measured.selections, measured.rate) == (1, Rate(1, 1))


def test_a_profile_adds_up_its_versions_and_each_version_keeps_its_own(month):
    profile = making.profile()
    first, second = making.version(profile, "suspended"), making.version(profile)
    selected(first, "nil")
    selected(second, "seizure")
    assert performance(profile, month).rate == Rate(1, 2)
    each = performances_of_versions([first, second], month)
    assert (each[first.pk].rate, each[second.pk].rate) == (Rate(0, 1), Rate(1, 1))


def test_only_the_period_and_the_unit_asked_for_are_counted(month):
    version = making.version()
    selected(version, "nil")
    making.hit(
        making.assessment(lane="red", selected_by=["profile"], outcome="seizure"),
        version,
        assessed_at=timezone.now() - timedelta(days=31),
    )
    elsewhere = make.consignment(unit=make.unit("OSH"))
    selected(version, "seizure", of=elsewhere)
    assert performance(version, month).rate == Rate(1, 2)
    assert performance(version, month, make.unit("BATKEN")).rate == Rate(0, 1)


def test_many_profiles_are_measured_in_one_query(month, django_assert_num_queries):
    profiles = [making.version().profile for _ in range(3)]
    selected(profiles[0].versions.get(), "seizure")
    with django_assert_num_queries(1):
        found = performances(profiles, month)
    assert [found[profile.pk].rate for profile in profiles] == [Rate(1, 1), Rate(0, 0), Rate(0, 0)]


def test_the_baseline_counts_all_drawn_and_what_nothing_else_selected(month):
    making.assessment(is_drawn=True, selected_by=["random"], outcome="seizure")
    making.assessment(is_drawn=True, selected_by=["random"], outcome="nil")
    making.assessment(is_drawn=True, selected_by=["random"])  # drawn, not yet examined
    making.assessment(is_drawn=True, selected_by=["random", "profile"], lane="red", outcome="documentary")
    making.assessment(selected_by=["profile"], lane="red", outcome="seizure")  # not drawn
    baseline = random_baseline(make.unit("BATKEN"), month)
    assert (baseline.drawn, baseline.rate) == (4, Rate(2, 3))
    assert (baseline.drawn_alone, baseline.missed) == (3, Rate(1, 2))


def test_the_baseline_of_another_unit_is_its_own(month):
    making.assessment(is_drawn=True, selected_by=["random"], outcome="seizure")
    assert random_baseline(make.unit("OSH"), month).rate == Rate(0, 0)
    assert random_baseline(None, month).rate == Rate(1, 1)


def test_months_stand_in_order_with_their_rates(month):
    version = making.version()
    for days, outcome in [(70, "nil"), (40, "seizure"), (40, "nil")]:
        made = making.assessment(lane="red", selected_by=["profile"], outcome=outcome)
        making.hit(made, version, assessed_at=timezone.now() - timedelta(days=days))
    found = rates_by_month(version.profile, Period.last_days(200))
    assert sum(month.rate.examined for month in found) == 3
    assert [month.starts_at.day for month in found] == [1] * len(found)
    assert found == sorted(found, key=lambda month: month.starts_at)


def test_the_steps_from_received_to_result(month):
    making.assessment()
    making.assessment(lane="red", selected_by=["profile"], outcome="nil")
    making.assessment(lane="red", selected_by=["profile"], outcome="revenue")
    making.assessment(lane="red", selected_by=["profile"], outcome="inconclusive")
    make.consignment()
    steps = steps_of(make.unit("BATKEN"), month)
    assert (steps.received, steps.assessed, steps.selected, steps.examined, steps.positive) == (5, 4, 3, 2, 1)


def test_a_consignment_that_two_reasons_chose_stands_in_both_rows(month):
    making.assessment(lane="red", selected_by=["profile", "watch_list"], outcome="seizure")
    making.assessment(selected_by=["officer"], outcome="nil")
    found = {origin.reason: origin for origin in origins_of_selection(None, month)}
    assert found["profile"].rate == found["watch_list"].rate == Rate(1, 1)
    assert (found["officer"].rate, found["random"].selections) == (Rate(0, 1), 0)
