"""The script in docs/draws.md recomputes drawn and undrawn from an export, and finds a forged draw."""

import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from profiling import drawing
from profiling.models import Draw
from tests import factories as make

pytestmark = pytest.mark.django_db
SCRIPT = re.search(r"```python\n(.*?)```", (Path(__file__).parents[2] / "docs/draws.md").read_text(), re.DOTALL)[1]


def export() -> str:
    out = StringIO()
    call_command("export_draws", stdout=out)
    return out.getvalue()


def verify(exported: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", SCRIPT], input=exported, capture_output=True, text=True, check=False)


@pytest.fixture
def an_ended_period(settings):
    settings.RANDOM_DRAW_PERCENT = 40
    moment = timezone.now() - timedelta(days=60)
    drawing.draw((make.consignment().pk, moment) for _ in range(12))
    drawing.publish_ended(timezone.now())


def test_an_honest_export_is_confirmed(an_ended_period):
    done = verify(export())
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("12 consignments") and "0 differ" in done.stdout


def test_a_forged_draw_is_found(an_ended_period):
    forged = Draw.objects.first()
    Draw.objects.filter(pk=forged.pk).update(is_drawn=not forged.is_drawn)
    done = verify(export())
    assert done.returncode == 1
    assert str(forged.pk) in done.stdout


def test_an_exchanged_seed_is_found(an_ended_period):
    exported = export()
    seed = Draw.objects.first().period.seed
    done = verify(exported.replace(seed, "00" * 32))
    assert done.returncode == 1 and "committed" in done.stderr


def test_a_period_that_is_not_over_keeps_its_secret(settings):
    settings.RANDOM_DRAW_PERCENT = 40
    drawing.draw([(make.consignment().pk, timezone.now())])
    assert len(export().splitlines()) == 1
