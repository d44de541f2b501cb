"""The reference data: complete, told, with a password for the accounts, and unchanged by a second loading."""

import pytest
from django.core.management import call_command

from consignments.models import CaseEvent, CustomsPost, PortControlUnit
from consignments.reference_posts import POSTS
from pcu_platform import health
from pcu_platform.models import Officer, PlatformState
from profiling.models import ExchangeRate, ProfileVersion, RiskProfile, WatchList, WatchListEntry

pytestmark = pytest.mark.django_db
TABLES = [PortControlUnit, CustomsPost, ExchangeRate, Officer, RiskProfile, ProfileVersion, WatchList, WatchListEntry]


def loaded(capsys) -> str:
    call_command("load_reference")
    return capsys.readouterr().out


def test_everything_an_empty_installation_needs_is_loaded(capsys):
    loaded(capsys)
    assert {"BATKEN", "OSH"} <= set(PortControlUnit.objects.values_list("code", flat=True))
    assert CustomsPost.objects.count() == len(POSTS)
    assert not CustomsPost.objects.filter(daily_capacity=None).exists()
    assert not CustomsPost.objects.filter(shift_cut_off=None).exists()
    assert {"USD", "KGS", "CNY", "RUB"} <= set(ExchangeRate.objects.values_list("currency", flat=True))
    assert ProfileVersion.objects.filter(state="active").count() == 11
    assert not ProfileVersion.objects.filter(profile__code="PR-003", state="active").exists()
    kinds = set(WatchList.objects.values_list("unit__code", "kind", "purpose"))
    assert kinds == {
        (unit, kind, purpose)
        for unit in ("BATKEN", "OSH")
        for kind, purpose in (("party", "risk"), ("container", "risk"), ("party", "trusted"))
    }


def test_it_makes_the_installation_ready_without_a_demo(capsys):
    loaded(capsys)
    assert health.check_data() == health.OK
    assert not PlatformState.objects.filter(key="demo").exists(), "no banner: nothing synthetic is in it"


def test_a_second_loading_changes_nothing(capsys):
    loaded(capsys)
    before = [table.objects.count() for table in [*TABLES, CaseEvent]]
    passwords = dict(Officer.objects.values_list("username", "password"))
    assert "password" not in loaded(capsys)
    assert [table.objects.count() for table in [*TABLES, CaseEvent]] == before
    assert dict(Officer.objects.values_list("username", "password")) == passwords


def test_a_password_is_made_up_and_told_once(capsys, settings):
    settings.DEMO_PASSWORD = ""
    told = loaded(capsys).rpartition("password of the accounts made: ")[2].strip()
    assert len(told) >= 12
    assert Officer.objects.get(username="analyst").check_password(told)


def test_a_given_password_is_not_told(capsys, settings):
    settings.DEMO_PASSWORD = "steppe-river-bridge-41"
    assert "password" not in loaded(capsys)
    assert Officer.objects.get(username="client").check_password("steppe-river-bridge-41")
