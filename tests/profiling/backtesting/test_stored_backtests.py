"""A backtest that is asked for, waits, runs, is stored, and stands with the submission of exactly what it tested."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.refusing import Refused
from profiling.backtesting import asking, backtest
from profiling.backtesting.storing import SCHEMA, UnknownSchema, from_json, to_json
from profiling.measuring import Period
from profiling.models import Backtest, ReconstructedFacts
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

NO_SEAL = {"container_number_invalid": False, "seal_missing": True}
INVALID_BOX = {"container_number_invalid": True, "seal_missing": False}


def definition(code: str) -> dict:
    return making.DEFINITION | {"indicators": [{"code": code, "points": 50}]}


@pytest.fixture
def author():
    return make.officer("supervisor")


@pytest.fixture
def draft(author):
    active = making.version(definition=definition("E01"))
    return making.version(active.profile, "draft", author=author, definition=definition("E04"))


def quarter() -> Period:
    return Period.last_days(90, until=timezone.now() + timedelta(minutes=1))


def case(values, **fields):
    return making.assessment(facts_values=values, **fields)


def stored(draft, author) -> Backtest:
    asked = asking.ask(draft, author, quarter())
    asking.run_waiting()
    asked.refresh_from_db()
    return asked


def test_it_waits_runs_and_is_stored_with_what_it_found(draft, author):
    case(NO_SEAL, outcome="seizure")
    lost = case(INVALID_BOX, outcome="seizure")
    asked = asking.ask(draft, author, quarter())
    assert (asked.state, asked.result) == ("waiting", None)
    assert asking.run_waiting() == 1
    asked.refresh_from_db()
    assert (asked.state, asked.steps_done, asked.result_schema) == ("done", asked.steps_in_all - 1, SCHEMA)
    found = from_json(asked.result, asked.result_schema)
    assert (found.whole.draft, found.whole.lost, found.whole.caught) == (1, 1, 1)
    assert [row.reference for row in found.lost] == [lost.consignment.reference]
    assert [event.verb for event in draft.events()] == ["backtest_asked", "backtested"]
    assert asking.run_waiting() == 0


def test_what_is_stored_reads_as_what_was_found(draft):
    case(NO_SEAL, outcome="seizure", post=make.post(daily_capacity=3))
    case(INVALID_BOX)
    case(NO_SEAL, is_drawn=True, selected_by=["random"])
    found = backtest(draft, quarter(), make.unit())
    assert from_json(to_json(found), SCHEMA) == found
    with pytest.raises(UnknownSchema):
        from_json(to_json(found), SCHEMA + 1)


def test_a_second_one_while_one_is_under_way_is_refused(draft, author):
    asking.ask(draft, author, quarter())
    with pytest.raises(Refused) as refused:
        asking.ask(draft, author, quarter())
    assert refused.value.code == "backtest_runs"


@pytest.mark.parametrize("days", [0, 367])
def test_a_period_of_nothing_or_of_years_is_refused(draft, author, days):
    with pytest.raises(Refused) as refused:
        asking.ask(draft, author, Period.last_days(days))
    assert refused.value.code == "period_wrong"


def test_what_is_cancelled_never_runs_and_can_be_asked_again(draft, author):
    asked = asking.ask(draft, author, quarter())
    asking.cancel(asked, author)
    assert asking.run_waiting() == 0
    with pytest.raises(Refused):
        asking.cancel(asked, author)
    again = asking.ask_again(asked, author)
    assert (again.starts_at, again.ends_at) == (asked.starts_at, asked.ends_at)


def test_what_is_cancelled_while_it_runs_keeps_no_result(draft, author, monkeypatch):
    asked, progress = asking.ask(draft, author, quarter()), Backtest.note_progress

    def cancelled_meanwhile(self, done, in_all):
        if done == 3:
            Backtest.objects.get(pk=self.pk).cancel(author)
        return progress(self, done, in_all)

    monkeypatch.setattr(Backtest, "note_progress", cancelled_meanwhile)
    asking.run_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.result, asked.steps_done) == ("cancelled", None, 2)


def test_what_a_lost_worker_left_is_taken_up_and_given_up_after_three_times(draft, author):
    asked = asking.ask(draft, author, quarter())
    long_ago = timezone.now() - timedelta(hours=1)
    Backtest.objects.update(state="running", progressed_at=long_ago, attempts=1)
    assert asking.run_waiting() == 1
    asked.refresh_from_db()
    assert (asked.state, asked.attempts) == ("done", 2)
    other = asking.ask(draft, author, quarter())
    Backtest.objects.filter(pk=other.pk).update(state="running", progressed_at=long_ago, attempts=3)
    assert asking.run_waiting() == 0
    other.refresh_from_db()
    assert (other.state, other.failure) == ("failed", "stopped_its_worker")


def test_one_that_runs_is_left_to_its_worker(draft, author):
    asking.ask(draft, author, quarter())
    Backtest.objects.update(state="running", progressed_at=timezone.now())
    assert asking.run_waiting() == 0


def test_a_draft_is_submitted_with_its_current_backtest_or_a_reason(draft, author):
    with pytest.raises(Refused) as refused:
        draft.submit(author)
    assert refused.value.code == "backtest_missing"
    shown = stored(draft, author)
    draft.submit(author, no_backtest_because="Not needed then.")
    assert (draft.submitted_backtest, draft.no_backtest_because) == (shown, "")
    assert draft.events().last().after["backtest"] == str(shown.pk)


def test_a_backtest_of_other_words_or_of_long_ago_is_not_current(draft, author):
    draft.edit(author, definition=definition("E04"))
    stored(draft, author)
    draft.edit(author, definition=definition("E04") | {"threshold": 40})
    assert draft.current_backtest() is None
    draft.edit(author, definition=definition("E04"))
    assert draft.current_backtest() is not None
    assert not Backtest.objects.of_definition(
        draft.current_backtest().definition_key, timezone.now() + timedelta(days=31)
    )


def test_an_edit_takes_the_backtest_from_the_submission(draft, author):
    stored(draft, author)
    draft.submit(author)
    draft.edit(author, definition=definition("E04") | {"threshold": 40})
    draft.refresh_from_db()
    assert (draft.state, draft.submitted_backtest) == ("draft", None)


def test_it_is_not_trusted_when_the_active_version_does_not_give_its_hits_again(draft, author):
    active = draft.profile.versions.active().get()
    evaluated = making.profile_set(active)
    made_up = case(NO_SEAL, profile_set=evaluated)
    making.hit(made_up, active)
    asked = stored(draft, author)
    found = from_json(asked.result, SCHEMA)
    assert not asked.is_trusted and not found.is_trusted
    assert [(row.reference, row.was_recorded) for row in found.replay.differing] == [
        (made_up.consignment.reference, True)
    ]


def test_other_profiles_that_hit_the_same_are_counted(draft, author):
    other = making.version()
    both, alone = case(NO_SEAL), case(NO_SEAL)
    making.hit(both, other)
    making.hit(alone, other, answer="not_evaluable", points_low=0)
    found = backtest(draft, quarter(), author.unit)
    assert [(row.code, row.both) for row in found.overlaps] == [(other.profile.code, 1)]
    assert found.hit_by_no_other == 1


def test_other_units_are_counts_of_five_or_more_and_never_rows(draft, author):
    osh, naryn = make.unit("OSH"), make.unit("NARYN")
    for unit, hits in [(osh, 5), (naryn, 4)]:
        for _ in range(hits):
            case(NO_SEAL, of=make.consignment(unit=unit))
    found = backtest(draft, quarter(), author.unit)
    assert [(row.unit, row.draft) for row in found.elsewhere] == [("NARYN", None), ("OSH", 5)]
    assert (found.whole.assessed, found.newly_selected) == (0, [])


def test_a_units_own_profile_reads_no_other_unit(author):
    own = making.version(making.profile(owner_unit=author.unit), "draft", author=author)
    case(INVALID_BOX, of=make.consignment(unit=make.unit("OSH")))
    assert backtest(own, quarter(), author.unit).elsewhere == []


def test_reconstructed_facts_are_read_only_when_asked_for_and_their_share_is_told(draft, author):
    old = case({"container_number_invalid": False})
    case(NO_SEAL)
    ReconstructedFacts.objects.create(
        facts=old.facts, columns=["seal_missing"], values={"seal_missing": True}, code_version="1"
    )
    frozen = backtest(draft, quarter(), author.unit)
    assert (frozen.whole.draft, frozen.whole.not_evaluable, frozen.share_rebuilt) == (1, 1, 0)
    rebuilt = backtest(draft, quarter(), author.unit, on_rebuilt=True)
    assert (rebuilt.whole.draft, rebuilt.whole.not_evaluable) == (2, 0)
    assert (rebuilt.share_rebuilt, rebuilt.rebuilt_hits) == (0.5, 1)


def test_reconstructed_facts_of_goods_are_read_by_number(author):
    both = {"any_item": {"all": [{"fact": "hs6", "op": "eq", "value": "610910"},
                                 {"fact": "used_or_scrap", "op": "is_true"}]}}  # fmt: skip
    told = [{"code": "X01", "label": "Used shirts", "points": 50, "when": both}]
    version = making.version(state="draft", author=author, definition=making.DEFINITION | {"indicators": told})
    old = case({})
    for number, hs6 in [(1, "610910"), (2, "870321")]:
        old.facts.items.create(number=number, hs6=hs6)
    assert backtest(version, quarter(), author.unit, on_rebuilt=True).whole.not_evaluable == 1
    kept = ReconstructedFacts.objects.create(
        facts=old.facts, columns=["used_or_scrap"], items={"2": {"used_or_scrap": True}, "1": {"used_or_scrap": False}},
        code_version="1",
    )  # fmt: skip
    assert backtest(version, quarter(), author.unit, on_rebuilt=True).whole.draft == 0
    kept.items["1"]["used_or_scrap"] = True
    kept.save()
    assert backtest(version, quarter(), author.unit, on_rebuilt=True).whole.draft == 1
