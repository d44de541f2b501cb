"""What is learnt from and judged by: once for each consignment, never later than the split, enough or refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from profiling.ranking.examples import counted_once, split_in_time
from profiling.ranking.features import SCORE, features
from profiling.ranking.readiness import TooFewOutcomes, random_arm, readiness_of
from profiling.ranking.training import train

from .invented import BEGIN, FEATURES, outcomes_of

AT = BEGIN + timedelta(hours=2_400)


def test_a_consignment_counts_once_however_often_it_was_assessed():
    one = outcomes_of(1)[0]
    later = replace(one, known_at=one.known_at + timedelta(days=3), is_positive=not one.is_positive)
    assert counted_once([later, one]) == [one]


def test_an_outcome_recorded_after_the_split_is_not_learnt():
    early = replace(outcomes_of(1)[0], known_at=AT - timedelta(hours=1), recorded_at=AT + timedelta(hours=1))
    split = split_in_time([early], AT)
    assert split.learnt == [] and split.held_back == []


def test_a_later_round_of_what_was_learnt_is_not_judged_by():
    one = replace(outcomes_of(1)[0], known_at=AT - timedelta(days=9), recorded_at=AT - timedelta(days=8))
    again = replace(one, known_at=AT + timedelta(days=1), recorded_at=AT + timedelta(days=2))
    split = split_in_time([one, again], AT)
    assert split.learnt == [one] and split.held_back == []


def test_outcomes_after_the_split_change_no_model():
    """Turn every later outcome round: what was learnt before must stay the same, byte for byte."""
    examples = outcomes_of(3_000)
    turned = [replace(each, is_positive=not each.is_positive) if each.recorded_at >= AT else each for each in examples]
    before, after = (train(split_in_time(side, AT), FEATURES, 0.1) for side in (examples, turned))
    assert [model.sha256 for model in before] == [model.sha256 for model in after]


def test_thin_data_is_refused_with_the_numbers():
    split = split_in_time(outcomes_of(300), AT)
    with pytest.raises(TooFewOutcomes, match="learn_from: ") as refused:
        train(split, FEATURES, 0.1)
    missing = {need.name: need.missing for need in refused.value.readiness.needs}
    assert missing["learn_from"] == 500 - len(split.learnt)
    assert missing["judge_by_drawn"] == 300 - len(random_arm(split))


def test_only_what_chance_chose_is_judged_by():
    split = split_in_time([replace(each, is_drawn=False) for each in outcomes_of(3_000)], AT)
    assert not readiness_of(split).is_ready and random_arm(split) == []


def test_the_catalogue_says_the_directions():
    directions = {each.name: each.direction for each in features()}
    assert directions["container_number_invalid"] == 1
    assert directions["consignee_seen_365d"] == -1
    assert directions["trader_is_trusted"] == -1
    assert directions[SCORE] == 1
    assert "is_drawn" not in directions
