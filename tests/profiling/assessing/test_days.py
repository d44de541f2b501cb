"""The days between which a profile is valid are those of the post, not of Greenwich."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from profiling.assessing import assess_due
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

BISHKEK = ZoneInfo("Asia/Bishkek")


@pytest.mark.parametrize(
    ("assessed_at", "lane"),
    [
        (datetime(2026, 11, 24, 23, 30, tzinfo=BISHKEK), "green"),
        (datetime(2026, 11, 25, 0, 30, tzinfo=BISHKEK), "red"),
        (datetime(2026, 11, 26, 23, 30, tzinfo=BISHKEK), "red"),
        (datetime(2026, 11, 27, 0, 30, tzinfo=BISHKEK), "green"),
    ],
)
def test_a_profile_begins_and_ends_at_local_midnight(settings, assessed_at, lane):
    settings.RANDOM_DRAW_PERCENT = 0
    making.version(state="active", valid_from=date(2026, 11, 25), valid_until=date(2026, 11, 26))
    made = make.consignment(round_due="revision", equipment=[{"number": "MSKU1234560", "seals": ["S1"]}])
    assess_due(now=assessed_at.astimezone(UTC))  # as the clock of the platform tells it
    assert made.assessments.get().lane == lane
