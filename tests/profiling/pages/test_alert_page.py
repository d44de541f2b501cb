"""The page of alerts: who sees which, and the press that says a supervisor knows."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from profiling import alerting
from profiling.models import RaisedAlert
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def alert() -> RaisedAlert:
    of = making.profile(owner_unit=make.unit())
    making.version(of, valid_until=timezone.localdate() + timedelta(days=3))
    alerting.look(timezone.now())
    return RaisedAlert.objects.get()


def test_one_press_says_that_the_supervisor_knows(desk, author, alert):
    assert alert.profile.code in desk.get("/figures/alerts/").content.decode()
    assert desk.get("/profiles/").context["unseen_alerts"] == desk.get("/figures/").context["unseen_alerts"] == 1
    desk.post(f"/figures/alerts/{alert.pk}/see/")
    assert desk.get("/figures/").context["unseen_alerts"] == 0
    assert author.short_name in desk.get("/figures/alerts/").content.decode()


def test_what_is_over_stands_apart(desk, alert):
    RaisedAlert.objects.update(ended_at=timezone.now())
    assert alert.profile.code not in desk.get("/figures/alerts/").content.decode()
    assert alert.profile.code in desk.get("/figures/alerts/?ended=1").content.decode()


def test_an_analyst_reads_but_does_not_press(alert):
    analyst = signed_in(make.officer("analyst"))
    assert "by nobody yet" in analyst.get("/figures/alerts/").content.decode()
    assert analyst.post(f"/figures/alerts/{alert.pk}/see/").status_code == 403


def test_another_units_alert_is_not_there(alert):
    stranger = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    assert alert.profile.code not in stranger.get("/figures/alerts/").content.decode()
    assert stranger.post(f"/figures/alerts/{alert.pk}/see/").status_code == 404


@pytest.mark.parametrize("role", ["examiner", "client", "administrator"])
def test_it_is_not_for_who_reads_no_figures(role, alert):
    assert signed_in(make.officer(role)).get("/figures/alerts/").status_code == 403
    assert Client().get("/figures/alerts/").status_code == 302
