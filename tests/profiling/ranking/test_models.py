"""Both models learn what is planted, follow the direction of each fact, and come back from their bytes as they were."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profiling.ranking.boosting import LEAVES_AT_MOST, TREES_AT_MOST, Trees
from profiling.ranking.examples import matrix, outcomes, split_in_time
from profiling.ranking.readiness import random_arm
from profiling.ranking.scorecard import Scorecard
from profiling.ranking.training import train

from .invented import BEGIN, FEATURES, outcomes_of

SPLIT = split_in_time(outcomes_of(6_000), BEGIN + timedelta(hours=2_400))
ROWS, FOUND = matrix(SPLIT.learnt, len(FEATURES)), outcomes(SPLIT.learnt)
MODELS = [Scorecard.fit(ROWS, FOUND, FEATURES), Trees.fit(ROWS, FOUND, FEATURES)]
both = pytest.mark.parametrize("model", MODELS, ids=["scorecard", "trees"])
known = st.one_of(st.just(float("nan")), st.floats(0, 60))


@both
def test_the_planted_pattern_is_learnt(model):
    planted, harmless = model.probabilities(np.array([[1.0, 0.0, 0.5, 10], [0.0, 25.0, 0.5, 10]]))
    assert planted > 0.35 and harmless < 0.1


def test_what_is_found_at_capacity_beats_an_order_without_it():
    for trained in train(SPLIT, FEATURES, share_of_traffic=0.1):
        comparison = trained.comparison
        assert comparison.by_ranker.share > 2 * comparison.by_chance.share
        assert comparison.by_ranker.low > comparison.by_profiles.high
        assert comparison.by_ranker.examined == comparison.by_profiles.examined == comparison.capacity
        assert comparison.by_chance.examined == len(random_arm(SPLIT))


def test_what_is_expected_is_what_is_found():
    for trained in train(SPLIT, FEATURES, share_of_traffic=0.1):
        for band in trained.bands:
            assert band.found.low - 0.05 <= band.expected <= band.found.high + 0.05


@both
@given(noise=known, score=known, seen=known, low=st.floats(0, 60), high=st.floats(0, 60))
@settings(max_examples=150, deadline=None)
def test_no_fact_works_against_its_direction(model, noise, score, seen, low, high):
    low, high = sorted((low, high))
    riskier = model.probabilities(np.array([[low, seen, noise, score], [high, seen, noise, score]]))
    assert riskier[0] <= riskier[1] + 1e-12
    safer = model.probabilities(np.array([[0.0, low, noise, score], [0.0, high, noise, score]]))
    assert safer[0] >= safer[1] - 1e-12


@both
def test_it_comes_back_from_its_bytes(model):
    again = type(model).of_bytes(model.as_bytes())
    assert np.array_equal(again.probabilities(ROWS[:50]), model.probabilities(ROWS[:50]))


def test_points_add_up_to_the_log_odds():
    card = MODELS[0]
    odds = card.intercept + card.points(ROWS[:20]).sum(axis=1) * np.log(2) / 20
    assert np.allclose(1 / (1 + np.exp(-odds)), card.probabilities(ROWS[:20]))


def test_contributions_name_the_planted_fact():
    parts = MODELS[1].contributions(np.array([[1.0, 20.0, 0.5, 10]]))[0]
    assert parts.argmax() == 0 and len(parts) == len(FEATURES)


def test_the_trees_stay_small():
    trees = MODELS[1].booster.dump_model()["tree_info"]
    assert len(trees) <= TREES_AT_MOST and max(tree["num_leaves"] for tree in trees) <= LEAVES_AT_MOST


def test_a_bin_without_outcomes_says_nothing():
    never = np.column_stack([np.full(len(ROWS), np.nan)] * len(FEATURES))
    card = Scorecard.fit(never, FOUND, FEATURES)
    assert np.allclose(card.probabilities(never), FOUND.mean(), atol=0.01)
