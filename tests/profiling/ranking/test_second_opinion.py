"""A stored ranker: trained or refused, switched on by two, and asking to look without touching what profiles said."""

import random
from datetime import timedelta
from itertools import product

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from consignments.models import Consignment
from consignments.refusing import Refused
from profiling.assessing import assess_due
from profiling.models import Assessment, ConsignmentFacts, ProfileSet, Ranker, RankerState, SecondOpinion
from profiling.ranking.storing import readiness_in, train_for
from profiling.recommending import HIT, NO_HIT, Rule, recommend
from tests import factories as make

pytestmark = pytest.mark.django_db

EXAMINED = 2_000


@pytest.fixture
def unit():
    return make.unit()


@pytest.fixture
def trained(unit) -> list[Ranker]:
    examined(unit, EXAMINED)
    return train_for(unit)


def examined(unit, count: int) -> None:
    """Examined consignments of the last year; a missing seal is found with something."""
    chance = random.Random(1)
    one = make.consignment(unit=unit)
    revision, officer = make.revision_of(one), make.officer()
    profile_set = ProfileSet.objects.create(key="none", version_ids=[])
    begin = timezone.now() - timedelta(days=365)
    moments = [begin + timedelta(hours=4 * n) for n in range(count)]
    consignments = Consignment.objects.bulk_create(
        Consignment(
            reference=f"KG-{n}", document_kind="json_manifest", document_number=f"R-{n}", unit=unit, source=one.source,
            first_known_at=known_at, latest_revision=1,
        )
        for n, known_at in enumerate(moments)
    )  # fmt: skip
    facts = ConsignmentFacts.objects.bulk_create(
        ConsignmentFacts(
            consignment=consignment, revision=revision, round=n + 2, unit_id=unit.pk, known_at=moments[n],
            seal_missing=chance.random() < 0.3, document_kind="json_manifest", evidence={},
        )
        for n, consignment in enumerate(consignments)
    )  # fmt: skip
    Assessment.objects.bulk_create(
        Assessment(
            consignment=each.consignment, revision=revision, round=1, trigger="revision", unit=unit, facts=each,
            profile_set=profile_set, points_low=[], points_high=[], code_version="test", lane="green", score=0,
            selected_by=["random"], is_drawn=True, state="selected", decided_by=officer, decided_at=each.known_at,
            decision_reason="drawn", outcome_recorded_at=each.known_at,
            outcome="revenue" if chance.random() < (0.6 if each.seal_missing else 0.02) else "nil",
        )
        for each in facts
    )  # fmt: skip


def fresh(unit) -> None:
    of = make.consignment(unit=unit)
    type(make.revision_of(of)).objects.filter(consignment=of).update(round_due="revision")


def switched_on(ranker: Ranker) -> Ranker:
    ranker.propose(make.officer("supervisor"), "It found more of the drawn ones.")
    ranker.switch_on(make.officer("supervisor"), "Seen, agreed.")
    return ranker


def test_a_trained_ranker_is_off_and_says_how_it_did(trained):
    for ranker in trained:
        assert ranker.state == RankerState.OFF and ranker.is_as_stored
        assert ranker.metrics["is_no_worse"]
        found, capacity = ranker.metrics["by_ranker"]
        assert 0 < found <= capacity == ranker.metrics["capacity"]
    assert {ranker.kind for ranker in trained} == {"scorecard", "trees"}


def test_thin_outcomes_train_nothing_and_are_counted(unit, capsys):
    call_command("train_ranker", unit.code)
    assert "too few outcomes" in capsys.readouterr().out
    assert not Ranker.objects.exists() and not readiness_in(unit).is_ready


def test_one_officer_cannot_switch_it_on_alone(trained):
    officer = make.officer("supervisor")
    trained[0].propose(officer, "It found more.")
    with pytest.raises(Refused) as refused:
        trained[0].switch_on(officer, "Agreed with myself.")
    assert refused.value.code == "second_officer_needed"


def test_the_database_wants_two_officers_and_one_ranker(trained):
    one, other = trained
    with pytest.raises(IntegrityError, match="a_ranker_is_switched_on_by_two_officers"), transaction.atomic():
        officer = make.officer()
        Ranker.objects.filter(pk=one.pk).update(state="on", proposed_by=officer, switched_on_by=officer)
    switched_on(one)
    with pytest.raises(IntegrityError, match="one_ranker_is_on_per_unit"), transaction.atomic():
        Ranker.objects.filter(pk=other.pk).update(
            state="on", proposed_by=make.officer(), switched_on_by=make.officer("supervisor")
        )


def test_the_newer_one_replaces_the_one_that_was_on(trained):
    switched_on(trained[0])
    switched_on(trained[1])
    assert [each.state for each in Ranker.objects.order_by("kind")] == ["off", "on"]


def test_one_worse_than_the_profiles_is_refused(trained):
    trained[0].metrics["is_no_worse"] = False
    with pytest.raises(Refused) as refused:
        trained[0].propose(make.officer("supervisor"), "Please.")
    assert refused.value.code == "worse_than_profiles"


def test_changed_bytes_are_not_switched_on(trained):
    Ranker.objects.filter(pk=trained[0].pk).update(stored=b"{}")
    ranker = Ranker.objects.get(pk=trained[0].pk)
    ranker.propose(make.officer("supervisor"), "It found more.")
    with pytest.raises(Refused) as refused:
        ranker.switch_on(make.officer("supervisor"), "Agreed.")
    assert refused.value.code == "not_as_stored"


@pytest.mark.parametrize("place", [0, 1])
def test_it_is_asked_only_while_it_is_on(trained, unit, place):
    ranker = switched_on(trained[place])
    fresh(unit)
    assert assess_due()
    assert SecondOpinion.objects.filter(ranker=ranker).count() > 0
    SecondOpinion.objects.all().delete()
    ranker.switch_off(make.officer("supervisor"), "Enough.")
    fresh(unit)
    assert assess_due() and not SecondOpinion.objects.exists()


def test_one_that_was_changed_while_on_says_nothing_and_stops_nothing(trained, unit):
    ranker = switched_on(trained[0])
    Ranker.objects.filter(pk=ranker.pk).update(stored=b"{}")
    fresh(unit)
    assert assess_due() > 0
    assert not SecondOpinion.objects.exists()


RULE = Rule("version", "red", "ignore", 100.0)


@pytest.mark.parametrize(
    ("answer", "list_lanes", "warned", "drawn"), product([HIT, NO_HIT], [[], ["yellow"]], [True, False], [True, False])
)
def test_it_never_lowers_nor_sets_a_lane(answer, list_lanes, warned, drawn):
    about = {"list_lanes": list_lanes, "has_warning": warned, "is_drawn": drawn}
    before = recommend([RULE], [answer], **about)
    after = recommend([RULE], [answer], **about, asks_to_look=True)
    assert after.lane == before.lane and after.attention == before.attention
    assert set(after.selected_by) == {*before.selected_by, "ranker"} and after.state == "waiting"
