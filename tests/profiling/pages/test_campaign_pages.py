"""The pages of campaigns: from the form to the approval, and from whom they are kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pcu_platform.demo.clock import Clock, running_at
from profiling import campaigning
from profiling.models import Campaign
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    """What begins in an hour begins on the same day, at whatever hour the tests run."""
    with running_at(Clock(timezone.localtime().replace(hour=12, minute=0))):
        yield


def text(answer) -> str:
    return answer.content.decode()


def sent(*versions, **changes) -> dict:
    begins = timezone.localtime() + timedelta(hours=1)
    return {
        "name": "False boxes",
        "aim": "See whether it is used here.",
        "starts_at": begins.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (begins + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M"),
        "posts": [make.post().code],
        "versions": [str(version.pk) for version in versions],
        **changes,
    }


@pytest.fixture
def campaign(author):
    now = timezone.now()
    return campaigning.plan(
        author, name="False boxes", aim="See.", posts=[make.post().code], starts_at=now,
        ends_at=now + timedelta(days=2), versions=[making.version()],
    )  # fmt: skip


def test_from_the_form_to_what_it_brought(desk, second_desk):
    answer = desk.post("/campaigns/new/", sent(making.version()))
    campaign = Campaign.objects.get()
    path = f"/campaigns/{campaign.number}/"
    assert answer.headers["Location"] == path
    assert "See whether it is used here." in text(desk.get(path))
    assert "Run a backtest" in text(desk.post(f"{path}submit/", follow=True))
    desk.post(f"{path}submit/", {"reason": "Wanted.", "no_backtest_because": "New."})
    assert "You planned this campaign" in text(desk.post(f"{path}approve/", follow=True))
    second_desk.post(f"{path}approve/", {"reason": "Seen."})
    campaigning.turn_due(timezone.now() + timedelta(hours=2))
    page = text(desk.get(path))
    assert 'data-rate="0/0"' in page and "What it brought" in page
    assert "C-001" in text(desk.get("/campaigns/"))
    second_desk.post(f"{path}stop/", {"reason": "Enough."})
    campaign.refresh_from_db()
    assert campaign.state == "stopped"


def test_a_faulty_form_says_what_is_wrong(desk):
    page = text(desk.post("/campaigns/new/", sent(posts=["NOWHERE"])))
    assert "NOWHERE" in page and not Campaign.objects.exists()
    late = (timezone.localtime() + timedelta(days=200)).strftime("%Y-%m-%dT%H:%M")
    assert "within three months" in text(desk.post("/campaigns/new/", sent(making.version(), ends_at=late)))


def test_a_version_of_another_unit_is_not_to_be_had(desk):
    theirs = making.version(making.profile(owner_unit=make.unit("OSH")))
    assert desk.post("/campaigns/new/", sent(theirs)).status_code == 422


@pytest.mark.parametrize(
    ("role", "reads", "plans"),
    [("analyst", 200, 200), ("unit_head", 200, 200), ("coordinator", 200, 403), ("auditor", 200, 403),
     ("examiner", 403, 403), ("client", 403, 403), ("administrator", 403, 403)],
)  # fmt: skip
def test_who_reads_and_who_plans(campaign, role, reads, plans):
    officer = signed_in(make.officer(role))
    for path in ["/campaigns/", f"/campaigns/{campaign.number}/"]:
        assert officer.get(path).status_code == reads
    assert officer.get("/campaigns/new/").status_code == plans


def test_an_analyst_stops_none_and_another_unit_sees_none(campaign):
    path = f"/campaigns/{campaign.number}/"
    osh = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    assert osh.get(path).status_code == 404 and osh.post(f"{path}withdraw/", {"reason": "No."}).status_code == 404
    refused = text(signed_in(make.officer("analyst")).post(f"{path}stop/", {"reason": "No."}, follow=True))
    assert "Your role does not allow this step." in refused


def test_its_versions_are_stepped_by_the_campaign_alone(desk, campaign):
    version = campaign.versions.get()
    path = f"/profiles/{version.profile.code}/versions/1/"
    refused = text(desk.post(f"{path}submit/", {"no_backtest_because": "New."}, follow=True))
    assert "Its campaign takes this step" in refused
