"""A transit whose time is over is assessed once more, and only once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import ConsignmentFacts
from profiling.overdue import open_overdue_transits
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def transit(days: float, **fields):
    arrival = NOW - timedelta(days=days)
    fields = {"procedure": "transit"} | fields
    made = make.consignment(
        known_at=arrival - timedelta(days=1), manifest_fields={"arrival_at": arrival}, round_due="revision", **fields
    )
    assess_due(now=arrival - timedelta(hours=20))
    return made


def test_it_is_assessed_when_its_time_is_over_and_not_again():
    overdue = transit(12)
    assert open_overdue_transits(NOW) == 1
    assess_due(now=NOW)
    latest = ConsignmentFacts.objects.filter(consignment=overdue).latest("round")
    assert (latest.round, latest.transit_open_days) == (2, pytest.approx(12, abs=0.1))
    assert open_overdue_transits(NOW) == 0


@pytest.mark.parametrize(
    ("case", "days", "fields"),
    [
        ("its time is not over", 8, {}),
        ("an import", 12, {"procedure": "import"}),
        ("it left", 12, {"movement": "left"}),
        ("longer ago than is looked back", 70, {}),
    ],
)
def test_others_are_left_alone(case, days, fields):
    transit(days, **fields)
    assert open_overdue_transits(NOW) == 0
