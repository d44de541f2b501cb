"""A version in the shadow: it meets live traffic, is counted beside the active one, and changes nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.refusing import Refused
from profiling import shadowing
from profiling.assessing import assess_due
from profiling.measuring import Rate
from profiling.measuring.shadows import compare
from profiling.models import ProfileHit, ShadowHit, ShadowRun
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

BAD_BOX = [{"number": "MSKU1234560", "seals": ["S1"]}]
GOOD_BOX = [{"number": "MSKU1234565", "seals": ["S2"]}]
NO_BOX = [{"number": "MSKU1234560", "seals": []}]
NO_SEAL = [{"number": "MSKU1234565", "seals": []}]
SEALS = making.DEFINITION | {"indicators": [{"code": "E04", "points": 50}]}


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


@pytest.fixture
def supervisor():
    return make.officer("supervisor")


@pytest.fixture
def draft(supervisor):
    active = making.version()
    return making.version(active.profile, "draft", author=supervisor, definition=SEALS)


def arriving(equipment, **fields):
    made = make.consignment(round_due="revision", movement="arrived", equipment=equipment, **fields)
    assess_due()
    return made.assessments.latest("created_at")


def refusal(verb, *args) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args)
    return refused.value.code


def test_it_hits_beside_the_active_version_and_selects_nothing(draft, supervisor):
    run = shadowing.start_shadow(draft, supervisor, 14, "Seals")
    seen = {name: arriving(box) for name, box in
            {"both": NO_BOX, "active": BAD_BOX, "shadow": NO_SEAL, "none": GOOD_BOX}.items()}  # fmt: skip
    assert {hit.assessment_id for hit in run.hits.all()} == {seen["both"].pk, seen["shadow"].pk}
    assert {hit.assessment_id for hit in ProfileHit.objects.all()} == {seen["both"].pk, seen["active"].pk}
    only = seen["shadow"]
    assert (only.lane, only.score, only.selected_by, only.state) == ("green", 0, [], "not_selected")
    sides = compare(run, supervisor.unit).whole
    assert (sides.met, sides.both, sides.only_active, sides.only_shadow) == (4, 1, 1, 1)


def test_an_assessment_reads_the_same_with_and_without_a_shadow(draft, supervisor):
    without = arriving(NO_SEAL)
    shadowing.start_shadow(draft, supervisor, 14, "")
    beside = arriving(NO_SEAL)
    told = ["lane", "score", "score_possible", "selected_by", "state", "reasons", "points_low", "profile_set_id"]
    assert [getattr(without, name) for name in told] == [getattr(beside, name) for name in told]
    assert ShadowHit.objects.count() == 1


def test_outcomes_count_only_where_somebody_examined(draft, supervisor):
    run = shadowing.start_shadow(draft, supervisor, 14, "")
    for equipment, outcome in [(NO_SEAL, "seizure"), (NO_SEAL, None), (NO_BOX, "nil"), (BAD_BOX, "revenue")]:
        case = arriving(equipment)
        if outcome:
            case.select(make.officer("analyst"), "To be seen")
            case.record_outcome(outcome, make.officer("examiner"))
    found = compare(run, supervisor.unit)
    assert found.whole.only_shadow_rate == Rate(1, 1)
    assert (found.whole.both_rate, found.whole.only_active_rate) == (Rate(0, 1), Rate(1, 1))
    assert [day.only_shadow for _day, day in found.days] == [2]
    assert [(row.is_of_shadow, row.outcome) for row in found.differing if row.is_of_shadow] == [
        (True, "seizure"),
        (True, "not_recorded"),
    ]


def test_it_runs_with_the_words_it_began_with(draft, supervisor):
    run = shadowing.start_shadow(draft, supervisor, 14, "")
    draft.edit(supervisor, definition=making.DEFINITION)
    arriving(NO_SEAL)
    assert run.hits.count() == 1


def test_a_units_own_version_meets_its_unit_only_and_others_rows_are_not_counted(supervisor):
    own = making.version(making.profile(owner_unit=supervisor.unit), "draft", definition=SEALS)
    shared = making.version(state="draft", definition=SEALS)
    runs = [shadowing.start_shadow(version, supervisor, 14, "") for version in (own, shared)]
    arriving(NO_SEAL, unit=make.unit("OSH"))
    assert [run.hits.count() for run in runs] == [0, 1]
    assert compare(runs[1], supervisor.unit).whole.met == 0
    assert compare(runs[1]).whole.only_shadow == 1


def test_what_cannot_be_evaluated_is_kept_as_such(supervisor):
    cash = making.DEFINITION | {"indicators": [{"code": "F01", "points": 50}]}
    draft = making.version(state="draft", author=supervisor, definition=cash)
    run = shadowing.start_shadow(draft, supervisor, 14, "")
    arriving(GOOD_BOX)
    assert [hit.answer for hit in run.hits.all()] == ["not_evaluable"]
    assert compare(run).whole.only_shadow == 0


def test_one_that_fails_ends_and_the_round_stands(draft, supervisor):
    run = shadowing.start_shadow(draft, supervisor, 14, "")
    ShadowRun.objects.filter(pk=run.pk).update(definition={"indicators": "none"})
    case = arriving(NO_BOX)
    run.refresh_from_db()
    assert (case.lane, run.state, run.hits.count()) == ("red", "ended", 0)
    assert "could not be evaluated" in run.ended_because


def test_it_ends_by_itself_with_its_time_or_when_the_version_goes_live(draft, supervisor):
    run = shadowing.start_shadow(draft, supervisor, 1, "")
    assert shadowing.end_due(timezone.now()) == 0
    assert shadowing.end_due(timezone.now() + timedelta(days=1, minutes=1)) == 1
    run.refresh_from_db()
    assert (run.state, draft.events().last().verb) == ("ended", "shadow_ended")
    again = shadowing.start_shadow(draft, supervisor, 14, "")
    draft.submit(supervisor, no_backtest_because="Seen in the shadow.")
    draft.approve(make.officer("unit_head"))
    draft.activate(make.officer("unit_head"))
    arriving(NO_SEAL)
    assert again.hits.count() == 0
    assert shadowing.end_due(timezone.now()) == 1


def test_refusals(draft, supervisor):
    assert refusal(shadowing.start_shadow, draft, supervisor, 0, "") == "period_wrong"
    assert refusal(shadowing.start_shadow, draft, supervisor, 91, "") == "period_wrong"
    active = draft.profile.versions.active().get()
    assert refusal(shadowing.start_shadow, active, supervisor, 7, "") == "wrong_state"
    run = shadowing.start_shadow(draft, supervisor, 90, "")
    assert refusal(shadowing.start_shadow, draft, supervisor, 7, "") == "shadow_runs"
    assert refusal(shadowing.stop_shadow, run, supervisor, " ") == "reason_missing"
    shadowing.stop_shadow(run, supervisor, "Enough seen.")
    assert refusal(shadowing.stop_shadow, run, supervisor, "Again.") == "wrong_state"
