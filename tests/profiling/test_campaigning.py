"""A campaign: planned by one, approved by another, begun and ended by the clock, and what it brought."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.refusing import Refused
from pcu_platform.demo.clock import Clock, running_at
from profiling import campaigning
from profiling.assessing import assess_due
from profiling.measuring import Rate
from profiling.measuring.campaigns import campaign_result
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

BAD_BOX = [{"number": "MSKU1234560", "seals": ["S1"]}]
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


@pytest.fixture
def author():
    return make.officer("supervisor")


@pytest.fixture
def second():
    return make.officer("supervisor")


@pytest.fixture(autouse=True)
def noon():
    """What begins in an hour begins on the same day, at whatever hour the tests run."""
    with running_at(Clock(timezone.localtime().replace(hour=12, minute=0))):
        yield


@pytest.fixture
def now(noon):
    return timezone.now()


def planned(author, now, **fields):
    suspended = making.version(state="suspended")
    return campaigning.plan(
        author,
        **{
            "name": "False boxes",
            "aim": "See whether the new stamp is used here too.",
            "posts": ["KYZYL-BEL"],
            "starts_at": now + HOUR,
            "ends_at": now + 48 * HOUR,
            "versions": [suspended],
            **fields,
        },
    )


def approved(author, second, now, **fields):
    campaign = planned(author, now, **fields)
    campaigning.submit(campaign, author, "Wanted.", "New here.")
    campaigning.approve(campaign, second)
    return campaign


def arriving(post: str = "KYZYL-BEL"):
    made = make.consignment(
        round_due="revision", movement="arrived", equipment=BAD_BOX, manifest_fields={"entry_post": make.post(post)}
    )
    assess_due()
    return made.assessments.latest("created_at")


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args, **kwargs)
    return refused.value.code


def test_it_copies_versions_and_narrows_them_to_its_posts(author, now):
    source = making.version(instruction="Read the number.")
    campaign = planned(author, now, versions=[source], posts=["KYZYL-BEL", "DOSTUK"])
    copy = campaign.versions.get()
    assert copy.definition["posts"] == ["KYZYL-BEL", "DOSTUK"] and "posts" not in source.definition
    assert (copy.state, copy.instruction, copy.profile.owner_unit) == ("draft", "Read the number.", author.unit)
    assert copy.profile.code == f"{campaign}-01"
    assert copy.valid_until == timezone.localtime(campaign.ends_at).date()
    source.refresh_from_db()
    assert source.state == "active"


def test_the_clock_begins_and_ends_it(author, second, now):
    campaign = approved(author, second, now)
    assert campaigning.turn_due(now) == 0
    assert arriving().lane == "green"
    assert campaigning.turn_due(now + HOUR) == 1
    campaign.refresh_from_db()
    assert (campaign.state, campaign.versions.get().state) == ("running", "active")
    assert campaigning.turn_due(now + HOUR) == 0
    assert (arriving().lane, arriving("DOSTUK").lane) == ("red", "green")
    assert campaigning.turn_due(now + 48 * HOUR) == 1
    campaign.refresh_from_db()
    assert (campaign.state, campaign.versions.get().state) == ("ended", "expired")
    assert arriving().lane == "green"
    verbs = [event.verb for event in campaign.events()]
    assert verbs == ["planned", "submitted", "approved", "begun", "ended"]


def test_what_it_brought_counts_its_own_selections(author, second, now):
    campaign = approved(author, second, now, starts_at=now - HOUR)
    campaigning.turn_due(now)
    for outcome in ("seizure", "nil"):
        case = arriving()
        case.select(second, "Number is false")
        case.record_outcome(outcome, make.officer("examiner"))
    arriving()
    campaign.refresh_from_db()
    found = campaign_result(campaign, timezone.now() + HOUR)
    assert (found.selections, found.rate, found.seizures) == (3, Rate(1, 2), 1)
    assert [n for _day, n in found.days] == [3]
    assert [figures.selections for _version, figures in found.versions] == [3]


def test_one_that_nobody_approved_does_not_begin(author, now):
    campaign = planned(author, now)
    campaigning.submit(campaign, author, "", "New here.")
    assert campaigning.turn_due(now + 2 * HOUR) == 0


def test_its_author_does_not_approve_and_no_other_submits(author, second, now):
    campaign = planned(author, now)
    assert refusal(campaigning.submit, campaign, second, "", "New.") == "not_the_author"
    assert refusal(campaigning.submit, campaign, author) == "backtest_missing"
    campaign.refresh_from_db()
    assert (campaign.state, campaign.versions.get().state) == ("draft", "draft")
    campaigning.submit(campaign, author, "", "New.")
    assert refusal(campaigning.approve, campaign, author) == "second_officer_needed"


def test_a_version_edited_after_the_approval_stops_the_whole(author, second, now):
    campaign = approved(author, second, now)
    campaign.versions.get().edit(author, instruction="Look twice.")
    campaigning.turn_due(now + HOUR)
    campaign.refresh_from_db()
    assert (campaign.state, campaign.versions.get().state) == ("stopped", "draft")
    assert campaign.events().last().reason == "changed after its approval"


def test_it_is_stopped_with_a_reason_and_withdrawn_before_it_begins(author, second, now):
    running = approved(author, second, now, starts_at=now - HOUR)
    campaigning.turn_due(now)
    assert refusal(campaigning.stop, running, second, " ") == "reason_missing"
    campaigning.stop(running, second, "Seen enough.")
    assert (running.state, running.versions.get().state) == ("stopped", "suspended")
    waiting = approved(author, second, now)
    campaigning.withdraw(waiting, author, "Not wanted.")
    assert (waiting.state, waiting.versions.get().state) == ("withdrawn", "withdrawn")
    assert campaigning.turn_due(now + 2 * HOUR) == 0


def test_one_that_missed_its_time_ends_without_having_begun(author, second, now):
    campaign = approved(author, second, now)
    campaigning.turn_due(now + 72 * HOUR)
    campaign.refresh_from_db()
    assert (campaign.state, campaign.started_at, campaign.versions.get().activated_at) == ("ended", None, None)


REFUSALS = [
    ("no posts", {"posts": []}, "campaign_empty"),
    ("no versions", {"versions": []}, "campaign_empty"),
    ("over already", {"starts_at": -3, "ends_at": -1}, "period_wrong"),
    ("ends before it begins", {"starts_at": 5, "ends_at": 4}, "period_wrong"),
    ("four months", {"starts_at": 1, "ends_at": 24 * 120}, "period_wrong"),
]


@pytest.mark.parametrize(("fields", "code"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
def test_refusals(author, now, fields, code):
    moments = {name: now + value * HOUR if isinstance(value, int) else value for name, value in fields.items()}
    assert refusal(planned, author, now, **moments) == code
