"""The daily look: raised once, kept while it is so, ended when it is no more, seen by one press."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from consignments.refusing import Refused
from profiling import alerting
from profiling.measuring.silence import is_silent
from profiling.models import AlertKind, RaisedAlert
from profiling.presenting.alert_lines import alert_line
from tests import factories as make
from tests.profiling import making

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
# name, days since the last reading, days on which it spoke before, is it silence
SILENCES = [
    ("daily, three days", 3.1, 28, True),
    ("daily, not three days yet", 2.9, 28, False),
    ("weekly, three weeks", 21.1, 4, True),
    ("weekly, two weeks", 14, 4, False),
    ("never regular", 60, 3, False),
    ("given up long ago", 91, 28, False),
]


@pytest.mark.parametrize(("since", "days", "silent"), [row[1:] for row in SILENCES], ids=[row[0] for row in SILENCES])
def test_silence_is_measured_by_the_usual_gap(since, days, silent):
    assert is_silent(NOW - timedelta(days=since), days, NOW) == silent


def kinds() -> set[str]:
    return set(RaisedAlert.objects.standing().values_list("kind", flat=True))


def readings(source, ages_in_days) -> None:
    for age in ages_in_days:
        known_at = timezone.now() - timedelta(days=age)
        make.observation(make.submission(source=source, document_kind="codeco", received_at=known_at))


@pytest.mark.django_db
class TestTheLook:
    def test_nothing_to_tell(self):
        making.version()
        assert alerting.look(timezone.now()) == 0

    def test_a_version_that_ends_soon_is_told_once(self):
        version = making.version(valid_until=timezone.localdate() + timedelta(days=10))
        assert alerting.look(timezone.now()) == 1
        assert alerting.look(timezone.now()) == 0
        alert = RaisedAlert.objects.get()
        assert (alert.kind, alert.profile, alert.unit) == (AlertKind.EXPIRES_SOON, version.profile, None)
        assert "Version 1 ends on" in alert_line(alert, timezone.now()).sentence

    def test_a_version_silent_for_long(self):
        making.version(activated_at=timezone.now() - timedelta(days=61))
        alerting.look(timezone.now())
        assert kinds() == {AlertKind.NO_HIT}

    def test_a_profile_below_chance_in_its_own_unit(self):
        version = making.version(making.profile(owner_unit=make.unit()))
        for _case in range(30):
            making.hit(making.assessment(lane="red", selected_by=["profile"], outcome="nil"), version)
        making.assessment(
            is_drawn=True, selected_by=["random"], outcome="seizure", of=make.consignment(unit=make.unit("OSH"))
        )
        alerting.look(timezone.now())
        assert kinds() == set()
        making.assessment(is_drawn=True, selected_by=["random"], outcome="seizure")
        alerting.look(timezone.now())
        alert = RaisedAlert.objects.get()
        assert (alert.kind, alert.unit) == (AlertKind.BELOW_BASELINE, make.unit())
        said = alert_line(alert, timezone.now()).sentence
        assert said == "0 of 30 examined were positive; at random 1 of 1."

    def test_a_post_with_more_than_it_can_examine(self):
        busy, idle = make.post("BUSY", daily_capacity=1), make.post("IDLE", daily_capacity=2)
        for post in (busy, idle):
            for _case in range(8):
                making.assessment(lane="red", selected_by=["profile"], post=post)
            making.assessment(post=post)  # put up by nothing
        alerting.look(timezone.now())
        alert = RaisedAlert.objects.get()
        assert (alert.kind, alert.post, alert.told["a_day"]) == (AlertKind.OVER_CAPACITY, busy, 1.1)

    def test_a_feed_that_fell_silent_and_one_that_did_not(self):
        silent, lively = make.source(), make.source()
        readings(silent, range(5, 30))
        readings(lively, range(10))
        alerting.look(timezone.now())
        alert = RaisedAlert.objects.get()
        assert (alert.kind, alert.source, alert.told["days"]) == (AlertKind.FEED_SILENT, silent, 25)
        readings(silent, [0])
        alerting.look(timezone.now())
        alert.refresh_from_db()
        assert alert.ended_at is not None and kinds() == set()

    def test_what_comes_back_is_told_anew(self):
        post = make.post("BUSY", daily_capacity=0)
        making.assessment(lane="red", selected_by=["profile"], post=post)
        alerting.look(timezone.now())
        first = RaisedAlert.objects.get()
        first.see(make.officer("supervisor"))
        alerting.look(timezone.now() + timedelta(days=8))
        assert alerting.look(timezone.now()) == 1
        assert RaisedAlert.objects.standing().unseen().exclude(pk=first.pk).count() == 1

    def test_seen_once_by_whoever_pressed_first(self):
        making.version(valid_until=timezone.localdate())
        alerting.look(timezone.now())
        first, second = make.officer("supervisor"), make.officer("supervisor")
        for officer in (first, second):
            RaisedAlert.objects.get().see(officer)
        alerting.look(timezone.now())
        alert = RaisedAlert.objects.get()
        assert alert.seen_by == first
        RaisedAlert.objects.update(ended_at=timezone.now())
        with pytest.raises(Refused, check=lambda refusal: refusal.code == "alert_ended"):
            alert.see(second)
