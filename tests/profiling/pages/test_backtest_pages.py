"""A backtest on pages: asked, watched, read by its unit, shown to the approver; and whom it is kept from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.backtesting import asking
from profiling.models import Backtest
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db

NO_SEAL = {"container_number_invalid": False, "seal_missing": True}
INVALID_BOX = {"container_number_invalid": True, "seal_missing": False}
SEALS = making.DEFINITION | {"indicators": [{"code": "E04", "points": 50}]}


@pytest.fixture
def draft(author):
    active = making.version()
    return making.version(active.profile, "draft", author=author, definition=SEALS)


def path_of(version) -> str:
    return f"/profiles/{version.profile.code}/versions/{version.number}/"


def text(answer) -> str:
    return answer.content.decode()


def run(desk, version) -> Backtest:
    desk.post(f"{path_of(version)}backtest/", {"days": "30"})
    asking.run_waiting(timezone.now())
    return version.backtests.first()


def test_asked_watched_and_read(desk, draft):
    making.assessment(facts_values=NO_SEAL, outcome="seizure")
    lost = making.assessment(facts_values=INVALID_BOX, outcome="revenue")
    desk.post(f"{path_of(draft)}backtest/", {"days": "30"})
    waiting = text(desk.get(path_of(draft)))
    assert "Waits for a worker." in waiting and 'hx-trigger="every 2s"' in waiting
    Backtest.objects.update(state="waiting", ends_at=timezone.now() + timedelta(minutes=1))
    asking.run_waiting()
    stored = draft.backtests.get()
    for path in [path_of(draft), f"/backtests/{stored.pk}/"]:
        page = text(desk.get(path))
        assert "Loses what the active version finds" in page and lost.consignment.reference in page
        assert "Thin history." in page and "Outcomes exist only for what was examined." in page
        assert "every 2s" not in page


def test_without_one_the_form_asks_why_and_with_one_the_approver_sees_it(desk, second_desk, draft):
    assert "no_backtest_because" in text(desk.get(path_of(draft)))
    refused = text(desk.post(f"{path_of(draft)}submit/", {"reason": "Wanted."}, follow=True))
    assert "Run a backtest of what it says now" in refused
    stored = run(desk, draft)
    assert "no_backtest_because" not in text(desk.get(path_of(draft)))
    desk.post(f"{path_of(draft)}submit/", {"reason": "Wanted."})
    page = text(second_desk.get(path_of(draft)))
    assert f"/backtests/{stored.pk}/" in page and "Stored backtest" in page


def test_why_there_is_none_is_shown_to_the_approver(desk, second_desk, draft):
    desk.post(f"{path_of(draft)}submit/", {"no_backtest_because": "The post opened yesterday."})
    page = text(second_desk.get(path_of(draft)))
    assert "Submitted without a backtest:" in page and "The post opened yesterday." in page


def test_it_is_cancelled_and_asked_again(desk, draft):
    desk.post(f"{path_of(draft)}backtest/", {"days": "90"})
    first = draft.backtests.get()
    desk.post(f"/backtests/{first.pk}/cancel/")
    first.refresh_from_db()
    assert first.state == "cancelled"
    assert "ended already" in text(desk.post(f"/backtests/{first.pk}/cancel/", follow=True))
    again = desk.post(f"/backtests/{first.pk}/again/")
    assert again.headers["Location"] == f"/backtests/{draft.backtests.first().pk}/" and draft.backtests.count() == 2


def test_a_changed_version_says_that_its_backtest_is_of_other_words(desk, draft, author):
    stored = run(desk, draft)
    draft.edit(author, definition=SEALS | {"threshold": 40})
    assert "The version was changed afterwards" in text(desk.get(f"/backtests/{stored.pk}/"))


def test_another_units_backtest_is_not_there_and_its_rows_are_on_no_page(desk, draft):
    theirs = make.officer("supervisor", unit=make.unit("OSH"))
    stored = run(desk, draft)
    desk.post(f"{path_of(draft)}submit/")
    osh = signed_in(theirs)
    assert osh.get(f"/backtests/{stored.pk}/").status_code == 404
    assert osh.post(f"/backtests/{stored.pk}/cancel/").status_code == 404
    page = text(osh.get(path_of(draft)))
    assert "over the history of another unit" in page and str(stored.pk) not in page
    assert signed_in(make.officer("coordinator")).get(f"/backtests/{stored.pk}/").status_code == 200


@pytest.mark.parametrize("role", ["auditor", "coordinator", "examiner", "client", "administrator"])
def test_who_writes_no_profiles_asks_for_no_backtest(draft, role):
    outsider = signed_in(make.officer(role))
    assert outsider.post(f"{path_of(draft)}backtest/", {"days": "30"}).status_code == 403
    assert not draft.backtests.exists()


def test_an_examiner_reads_none(desk, draft):
    stored = run(desk, draft)
    assert signed_in(make.officer("examiner")).get(f"/backtests/{stored.pk}/").status_code == 403


def test_what_is_everybodys_is_switched_by_a_head_or_the_coordinator():
    version = making.version()
    suspend, activate = f"{path_of(version)}suspend/", f"{path_of(version)}activate/"
    refused = text(signed_in(make.officer("supervisor")).post(suspend, {"reason": "Noise."}, follow=True))
    version.refresh_from_db()
    assert "a unit head or the coordinator switches it" in refused and version.state == "active"
    signed_in(make.officer("unit_head")).post(suspend, {"reason": "Noise."})
    version.refresh_from_db()
    assert version.state == "suspended"
    signed_in(make.officer("coordinator")).post(activate)
    version.refresh_from_db()
    assert version.state == "active"


def test_a_units_own_profile_is_switched_by_its_supervisor_not_by_the_coordinator(desk, author):
    version = making.version(making.profile(owner_unit=author.unit))
    signed_in(make.officer("coordinator")).post(f"{path_of(version)}suspend/", {"reason": "Noise."})
    version.refresh_from_db()
    assert version.state == "active"
    desk.post(f"{path_of(version)}suspend/", {"reason": "Noise."})
    version.refresh_from_db()
    assert version.state == "suspended"


def test_a_review_is_asked_for_a_month_before_the_end_and_put_on_record(desk):
    today = timezone.localdate()
    version = making.version(valid_from=today - timedelta(days=300), valid_until=today + timedelta(days=29))
    lasting = making.version(valid_until=today + timedelta(days=31))
    assert "A review is due." in text(desk.get(path_of(version))) and "review due" in text(desk.get("/profiles/"))
    assert "A review is due." not in text(desk.get(path_of(lasting)))
    desk.post(f"{path_of(version)}review/", {"reason": "Ends; version 2 takes its place."})
    page = text(desk.get(path_of(version)))
    assert "A review is due." not in page and "Ends; version 2 takes its place." in page
