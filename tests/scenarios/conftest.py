"""A unit with its posts, at a fixed hour, where nothing is drawn."""

import pytest

from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.reference.places import load_units_and_posts
from tests.scenarios.stage import TODAY, Stage


@pytest.fixture
def stage(db, settings):
    settings.RANDOM_DRAW_PERCENT = 0
    clock = Clock(TODAY.replace(year=TODAY.year - 3))
    with running_at(clock):
        load_units_and_posts()
        yield Stage(clock)
