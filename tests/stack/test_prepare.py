"""`manage.py prepare` loads the first data once, says so, and then leaves an installation's data alone."""

import io

import pytest
from django.core.management import call_command

from consignments.models import PortControlUnit
from pcu_platform.health import READY
from pcu_platform.models import Officer, PlatformState
from pcu_platform.stack.up import ACCOUNTS

pytestmark = pytest.mark.django_db


def prepare() -> list[str]:
    said = io.StringIO()
    call_command("prepare", "--empty", stdout=said)
    return said.getvalue().splitlines()


def test_the_first_run_loads_reference_data_and_says_ready():
    assert prepare()[:2] == ["migrations", "load_reference"]
    assert PlatformState.objects.get(key=READY).value == {"loaded_by": "load_reference"}
    assert PortControlUnit.objects.count() >= 2
    assert set(ACCOUNTS.split()) <= set(Officer.objects.values_list("username", flat=True))


def test_a_later_run_changes_nothing():
    prepare()
    Officer.objects.filter(username="analyst").update(full_name="Changed since")
    assert prepare() == ["migrations"]
    assert Officer.objects.get(username="analyst").full_name == "Changed since"


def test_an_interrupted_first_run_is_taken_up_again():
    prepare()
    PlatformState.objects.all().delete()  # as when it was killed before its last step
    assert prepare()[:2] == ["migrations", "load_reference"]
    assert PlatformState.objects.filter(key=READY).exists()
