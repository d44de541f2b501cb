"""What a draft would have done: counted on small histories whose every row is known."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from profiling.backtesting import backtest, replay
from profiling.measuring import Period, Rate
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

INVALID_BOX = {"container_number_invalid": True}
NO_SEAL = {"seal_missing": True}
BOTH = INVALID_BOX | NO_SEAL
NEITHER = {"container_number_invalid": False, "seal_missing": False}


def definition(code: str) -> dict:
    return making.DEFINITION | {"indicators": [{"code": code, "points": 50}]}


@pytest.fixture
def quarter():
    return Period.last_days(90, until=timezone.now() + timedelta(minutes=1))


@pytest.fixture
def versions():
    """The active version looks at box numbers, the draft at seals."""
    active = making.version(definition=definition("E01"))
    return active, making.version(active.profile, "draft", definition=definition("E04"))


def case(values, **fields):
    return making.assessment(facts_values=NEITHER | values, **fields)


def test_what_the_draft_would_catch_lose_and_miss(versions, quarter):
    case(BOTH, outcome="seizure")
    case(NO_SEAL, outcome="revenue")
    lost = case(INVALID_BOX, outcome="seizure")
    case(NEITHER, outcome="documentary")
    case(NO_SEAL, outcome="nil")
    case(NO_SEAL)
    found = backtest(versions[1], quarter, make.unit())
    whole = found.whole
    assert (whole.assessed, whole.draft, whole.active, whole.newly, whole.no_longer) == (6, 4, 2, 3, 1)
    assert (whole.draft_rate, whole.active_rate) == (Rate(2, 3), Rate(2, 2))
    assert (whole.positives, whole.caught, whole.newly_caught, whole.lost, whole.missed) == (4, 2, 1, 1, 1)
    assert [row.reference for row in found.lost] == [lost.consignment.reference]
    assert [row.outcome for row in found.newly_selected] == ["revenue", "nil", "not_recorded"]
    assert found.is_thin


def test_what_cannot_be_evaluated_is_neither_hit_nor_no_hit(versions, quarter):
    case({"seal_missing": None})
    case(NO_SEAL)
    found = backtest(versions[1], quarter)
    assert (found.whole.draft, found.whole.not_evaluable, found.share_not_evaluable) == (1, 1, 0.5)


def test_it_reads_what_was_known_in_the_period_in_the_unit(versions, quarter):
    case(NO_SEAL | {"known_at": timezone.now() - timedelta(days=91)})
    case(NO_SEAL, of=make.consignment(unit=make.unit("OSH")))
    assert backtest(versions[1], quarter, make.unit("BATKEN")).whole.assessed == 0
    assert backtest(versions[1], quarter).whole.assessed == 1


def test_a_consignment_counts_once_and_is_hit_when_a_round_of_it_is(versions, quarter):
    twice = make.consignment()
    case(NEITHER, of=twice, round=1, state="superseded")
    case(NO_SEAL, of=twice, round=2)
    found = backtest(versions[1], quarter).whole
    assert (found.assessed, found.draft) == (1, 1)


def test_days_are_local_and_posts_know_their_capacity(versions):
    post = make.post(daily_capacity=1)
    late_in_utc = datetime(2026, 10, 5, 20, tzinfo=UTC)  # the next day in Bishkek
    for moment in [late_in_utc, late_in_utc + timedelta(hours=1), late_in_utc + timedelta(days=3)]:
        case(NO_SEAL | {"known_at": moment})
    found = backtest(versions[1], Period(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 10, 31, tzinfo=UTC)))
    assert [(day.day, counts.draft) for day, counts in found.days] == [(6, 2), (9, 1)]
    (row,) = found.posts
    assert (row.code, row.counts.draft, row.busiest_day, row.days_above) == (post.code, 3, 2, 1)
    assert found.selections_a_day == pytest.approx(3 / 30)


def test_a_percentage_is_counted_in(quarter):
    draft = making.version(state="draft", definition=definition("E04") | {"selection_percent": 50})
    for _ in range(9):
        case(NO_SEAL)
    found = backtest(draft, quarter)
    assert found.selections_a_day == pytest.approx(9 / 2 / 90, rel=1e-3)
    assert not found.has_active and found.whole.newly == 9


def test_an_empty_history_answers_too(versions, quarter):
    found = backtest(versions[1], quarter)
    assert (found.whole.assessed, found.days, found.posts, found.share_not_evaluable) == (0, [], [], None)


def test_the_replay_reproduces_the_recorded_hits(versions, quarter):
    active = versions[0]
    evaluated = making.profile_set(active)
    making.hit(case(INVALID_BOX, profile_set=evaluated), active)
    case(NEITHER, profile_set=evaluated)
    case(INVALID_BOX)  # the version was not evaluated there
    assert replay(active, quarter).passed
    assert replay(active, quarter).recorded == 1


def test_the_replay_tells_what_it_cannot_reproduce(versions, quarter):
    active = versions[0]
    evaluated = making.profile_set(active)
    making.hit(case(NEITHER, profile_set=evaluated), active)
    case(INVALID_BOX, profile_set=evaluated)
    found = replay(active, quarter)
    assert (found.recorded, found.reproduced, found.additional, found.passed) == (1, 0, 1, False)
