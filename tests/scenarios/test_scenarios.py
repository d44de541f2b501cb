"""Each scenario three ways: the guilty story hits, its innocent twin does not, and silence is said to be silence."""

from collections import Counter

import pytest

from tests.scenarios.goods_and_documents import GOODS_AND_DOCUMENTS
from tests.scenarios.journeys_and_the_past import JOURNEYS_AND_THE_PAST
from tests.scenarios.parties_and_places import PARTIES_AND_PLACES
from tests.scenarios.story import HIT, NO_HIT, NOT_EVALUABLE, Scenario

SCENARIOS: tuple[Scenario, ...] = (*PARTIES_AND_PLACES, *GOODS_AND_DOCUMENTS, *JOURNEYS_AND_THE_PAST)
SILENT = [scenario for scenario in SCENARIOS if scenario.silent]
LEAST = 30


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_the_guilty_story_hits(stage, scenario):
    read = stage.play(scenario.acts)[scenario.code]
    assert (read.answer, scenario.told in read.sentence) == (HIT, True), read


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: f"{scenario.code} {scenario.innocent}")
def test_its_innocent_twin_does_not(stage, scenario):
    read = stage.play(scenario.twin.made_in(scenario.acts))[scenario.code]
    assert read.answer == NO_HIT, read


@pytest.mark.parametrize("scenario", SILENT, ids=str)
def test_what_is_not_stated_is_not_known(stage, scenario):
    assert scenario.silent
    read = stage.play(scenario.silent.made_in(scenario.acts))[scenario.code]
    assert (read.answer, scenario.unknown in read.sentence) == (NOT_EVALUABLE, True), read


def test_there_are_enough_of_them_in_every_group():
    groups = Counter(scenario.code[0] for scenario in SCENARIOS)
    assert set(groups) == set("ABCDEFGHI") and len(SCENARIOS) >= LEAST
