"""What officers and examiners of the demo do, as plain values."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from pcu_platform.demo import desk, yard
from pcu_platform.demo.contraband import CONTRABAND
from profiling.models import Outcome
from seizures.completeness import Findings, what_stops_closing
from seizures.kinds import ExaminationKind
from seizures.seals import SealState

MANY = 2_000
NOW = datetime(2026, 5, 4, 8, tzinfo=UTC)


def seen(lane="yellow", selected_by=("profile",), is_wrong=False, hours=6):
    return desk.Seen(lane, selected_by, NOW + timedelta(hours=hours), is_wrong)


def share(verb, of, may_ask=False):
    rng = Random(1)
    return sum(desk.decide(rng, of, may_ask=may_ask).verb == verb for _ in range(MANY)) / MANY


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (seen("red"), desk.SELECTS["red"]),
        (seen("red", ("watch_list",)), desk.SELECTS["list"]),
        (seen("green", ("random",)), desk.SELECTS["random"]),
        (seen(), desk.SELECTS["profile"]),
        (seen(is_wrong=True), desk.SELECTS["profile"] + desk.FEEL),
        (seen(selected_by=()), desk.SELECTS["unclear"]),
    ],
    ids=["red", "listed", "drawn", "profile", "profile, something wrong", "not evaluable"],
)
def test_an_officer_selects_as_often_as_the_process_says(of, expected):
    assert share(desk.SELECT, of) == pytest.approx(expected, abs=0.03)


def test_a_red_is_never_asked_about_and_nobody_asks_twice():
    assert share(desk.ASK, seen("red"), may_ask=True) == 0
    assert share(desk.ASK, seen(), may_ask=True) == pytest.approx(desk.ASKS_FIRST, abs=0.03)
    assert share(desk.ASK, seen(), may_ask=False) == 0


def test_every_decision_has_a_reason():
    rng = Random(2)
    assert all(desk.decide(rng, seen(), may_ask=True).reason for _ in range(200))


def test_a_case_is_decided_after_it_was_assessed():
    rng = Random(3)
    assert all(desk.decides_at(rng, seen(hours=hours), NOW) > NOW for hours in range(-5, 60))


def test_an_examination_never_finds_what_is_not_there():
    rng = Random(4)
    outcomes = {yard.examine(rng, "red", "", "trailer").outcome for _ in range(MANY)}
    assert outcomes == {Outcome.NIL, Outcome.INCONCLUSIVE}


@pytest.mark.parametrize("contraband", CONTRABAND)
def test_each_kind_of_examination_finds_its_share(contraband):
    rng, hidden = Random(5), CONTRABAND[contraband]
    results = [yard.examine(rng, "yellow", contraband, "trailer") for _ in range(6 * MANY)]
    for kind in ExaminationKind:
        of_kind = [r for r in results if r.kind == kind and r.outcome != Outcome.INCONCLUSIVE]
        found = sum(result.outcome == hidden.outcome for result in of_kind)
        if of_kind:
            assert found / len(of_kind) == pytest.approx(hidden.found_by(kind), abs=0.06), kind


@pytest.mark.parametrize("piece_kind", ["container", "trailer", "vehicle", "wagon"])
@pytest.mark.parametrize("contraband", ["", "heroin", "undervalued"])
def test_what_the_yard_writes_can_be_closed(piece_kind, contraband):
    rng = Random(6)
    for _ in range(300):
        result = yard.examine(rng, "red", contraband, piece_kind)
        answers = yard.checklist(rng, result, piece_kind)
        findings = Findings(
            piece_kind=piece_kind,
            kind=result.kind,
            answers={point: {"answer": answer, "note": note} for point, (answer, note) in answers.items()},
            seal_state=SealState.INTACT,
            new_seal="KG700001",
            outcomes={"KG-26-000001": result.outcome},
            seized_in={"KG-26-000001"} if result.outcome == Outcome.SEIZURE else (),
        )
        assert what_stops_closing(findings) == []


def test_quantities_are_positive_and_skewed():
    rng, hidden = Random(7), CONTRABAND["heroin"]
    amounts = sorted(yard.amount_of(rng, hidden) for _ in range(MANY))
    assert amounts[0] >= hidden.least
    assert amounts[MANY // 2] < sum(amounts) / MANY
