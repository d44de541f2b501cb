"""The page of a shadow run: who starts it, who reads it, from whom it is kept."""

import pytest

from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(author):
    return making.version(making.version().profile, "draft", author=author)


def path_of(version) -> str:
    return f"/profiles/{version.profile.code}/versions/{version.number}/shadow/"


def text(answer) -> str:
    return answer.content.decode()


def test_begun_watched_and_stopped(desk, draft):
    path = path_of(draft)
    assert "It has not run in the shadow yet" in text(desk.get(path))
    assert "selects nothing" in text(desk.post(f"{path}start/", {"days": "14", "reason": "Seals"}, follow=True))
    page = text(desk.get(path))
    assert 'data-side="shadow"' in page and "running until" in page
    assert "Say why" in text(desk.post(f"{path}stop/", {"reason": ""}, follow=True))
    assert "Enough seen." in text(desk.post(f"{path}stop/", {"reason": "Enough seen."}, follow=True))
    assert desk.post(f"{path}stop/", {"reason": "Again."}).status_code == 404


@pytest.mark.parametrize("days", ["", "0", "91", "many"])
def test_a_time_it_may_not_run_is_refused(desk, draft, days):
    assert "From a day to 90 days." in text(desk.post(f"{path_of(draft)}start/", {"days": days}, follow=True))
    assert not draft.shadow_runs.exists()


@pytest.mark.parametrize(
    ("role", "reads", "starts"),
    [("analyst", 200, 302), ("unit_head", 200, 302), ("coordinator", 200, 403), ("auditor", 200, 403),
     ("examiner", 403, 403), ("client", 403, 403), ("administrator", 403, 403)],
)  # fmt: skip
def test_who_reads_and_who_starts(draft, role, reads, starts):
    officer = signed_in(make.officer(role))
    assert officer.get(path_of(draft)).status_code == reads
    assert officer.post(f"{path_of(draft)}start/", {"days": "7"}).status_code == starts


def test_another_units_profile_is_not_there(desk):
    theirs = making.version(making.profile(owner_unit=make.unit("OSH")), "draft")
    assert desk.get(path_of(theirs)).status_code == 404
    assert desk.post(f"{path_of(theirs)}start/", {"days": "7"}).status_code == 404
