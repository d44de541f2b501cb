"""The script in docs/draws.md, and `verify_draws`, recompute drawn and undrawn and find what was forged or left out."""

import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from profiling import drawing
from profiling.models import Draw
from tests import factories as make
from tests.profiling import making

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


def by_command(*arguments: str) -> str:
    """Return what `verify_draws` writes; raises CommandError where the command would end with 1."""
    out = StringIO()
    try:
        call_command("verify_draws", *arguments, stdout=out)
    except CommandError as error:
        raise CommandError(f"{out.getvalue()}{error}") from error
    return out.getvalue()


@pytest.fixture
def assessed(an_ended_period):
    """The drawn consignments, each assessed in the period of its draw."""
    for draw in Draw.objects.select_related("consignment", "period"):
        draw.consignment.first_known_at = draw.period.starts_at
        draw.consignment.save()
        making.assessment(draw.consignment, is_drawn=draw.is_drawn, selected_by=["random"] * draw.is_drawn)


@pytest.fixture
def written(assessed, tmp_path):
    path = tmp_path / "draws.csv"
    path.write_text(export())
    return path


def test_an_honest_database_is_confirmed(assessed):
    assert by_command().startswith("12 consignments")


def test_an_honest_file_is_confirmed(written):
    assert by_command(str(written)).endswith("0 differences\n")


# what was done to the database, what is said
FORGED = {
    "a draw turned round": (
        lambda one: Draw.objects.filter(pk=one.pk).update(is_drawn=not one.is_drawn),
        "recomputed otherwise",
    ),
    "a number changed": (lambda one: Draw.objects.filter(pk=one.pk).update(number=0.123), "stored draw number"),
    "a draw left out": (lambda one: Draw.objects.filter(pk=one.pk).delete(), "never drawn"),
    "an assessment that hides its draw": (
        lambda one: making.assessment(one.consignment, round=2, state="superseded", is_drawn=not one.is_drawn),
        "otherwise than its draw",
    ),
    "a seed exchanged": (lambda one: one.period.__class__.objects.update(seed="00" * 32), "committed to"),
}


@pytest.mark.parametrize("name", FORGED)
def test_what_was_forged_in_the_database_is_found(assessed, name):
    forge, said = FORGED[name]
    one = Draw.objects.select_related("period").first()
    forge(one)
    with pytest.raises(CommandError, match=said) as raised:
        by_command()
    assert name == "a seed exchanged" or str(one.pk) in str(raised.value)


def test_a_draw_with_the_seed_of_another_week_is_found(assessed):
    one = Draw.objects.select_related("consignment", "period").first()
    one.consignment.first_known_at = one.period.ends_at
    one.consignment.save()
    with pytest.raises(CommandError, match="not known first"):
        by_command()


def test_a_line_left_out_of_the_file_is_found(written):
    lines = written.read_text().splitlines()
    left_out = lines.pop()
    written.write_text("\n".join(lines))
    with pytest.raises(CommandError, match=f"{left_out.split(',')[4]}: assessed in a period of the export"):
        by_command(str(written))


def test_a_forged_line_is_found(written):
    forged = "\n".join(
        line[:-1] + ("0" if line.endswith("1") else "1") if place == 3 else line
        for place, line in enumerate(written.read_text().splitlines())
    )
    written.write_text(forged)
    with pytest.raises(CommandError, match="1 differences"):
        by_command(str(written))


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "seed,consignment_id\nxx,yy\n"])
def test_what_is_no_export_is_said_to_be_none(tmp_path, text):
    (tmp_path / "other.csv").write_text(text)
    with pytest.raises(CommandError, match="row 1 is no row of period_starts_at"):
        by_command(str(tmp_path / "other.csv"))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"cannot read .*none\.csv"):
        by_command(str(tmp_path / "none.csv"))
