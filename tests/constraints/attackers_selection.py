"""For every constraint of holds, duty and alerts: something that tries to break it."""

from datetime import timedelta

from django.utils import timezone

from profiling.models import Assessment, Duty, RaisedAlert
from tests import factories as make
from tests.profiling import making


def assessment(made: dict, **columns):
    """Give an assessment these columns."""
    Assessment.objects.filter(pk=making.assessment(**made).pk).update(**columns)


def on_duty_twice():
    examiner = make.officer("examiner")
    for code in ("KULUNDU", "KYZYL-BEL"):
        Duty.objects.create(officer=examiner, post=make.post(code))


def duty_that_ended_before():
    now = timezone.now()
    Duty.objects.create(
        officer=make.officer("examiner"), post=make.post(), begun_at=now, ended_at=now - timedelta(hours=1)
    )


def alert(**columns):
    """Raise an alert about a post unless told otherwise."""
    return RaisedAlert.objects.create(**{"kind": "over_capacity", "unit": make.unit(), "post": make.post(), **columns})


def an_alert_twice():
    alert()
    alert()


ATTACKERS = {
    "a_seen_alert_says_by_whom": lambda: alert(seen_at=timezone.now()),
    "alert_kind_is_named": lambda: alert(kind="weather"),
    "an_alert_is_about_one_thing": lambda: alert(profile=making.profile()),
    "an_alert_stands_once": an_alert_twice,
    "an_officer_is_on_duty_at_one_post": on_duty_twice,
    "duty_ends_after_it_begins": duty_that_ended_before,
    "goods_are_seized_by_a_seizure_only": lambda: assessment({"outcome": "nil"}, seized=[{"category": "drugs"}]),
    "only_a_selection_is_lifted": lambda: assessment({}, lift_proposed_by=make.officer()),
}
