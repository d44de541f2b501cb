"""The draw laid open: a seed is shown only after its period, and the file is the one that the script checks."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from profiling import drawing
from profiling.models import DrawPeriod
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def periods():
    now = timezone.now()
    drawing.draw([(make.consignment().pk, now - timedelta(days=60)), (make.consignment().pk, now)])
    drawing.publish_ended(now)
    return DrawPeriod.objects.order_by("starts_at")


def test_a_seed_is_secret_until_its_period_has_ended(desk, periods):
    ended, present = periods
    page = desk.get("/figures/draws/").content.decode()
    assert ended.seed in page and ended.seed_sha256 in page
    assert present.seed_sha256 in page and present.seed not in page


def test_the_file_is_what_the_command_writes_and_holds_no_secret_seed(desk, periods):
    written = StringIO()
    call_command("export_draws", stdout=written)
    downloaded = b"".join(desk.get("/figures/draws/export/").streaming_content).decode()
    assert downloaded.splitlines() == written.getvalue().splitlines()
    assert periods[1].seed not in downloaded and len(downloaded.splitlines()) == 2
