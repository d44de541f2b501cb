"""The verbs of campaigns: planned, submitted, approved by another person, begun and ended by the clock, or stopped.

A campaign's versions are copies in profiles of their own: so a version that runs for good is not touched, what was
evaluated is what is stored, and the figures of the campaign are the figures of its versions.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from profiling.models import Campaign, CampaignState, ProfileVersion, RiskProfile
from profiling.models.campaign import LONGEST_CAMPAIGN

log = structlog.get_logger(__name__)

SUBJECT = "campaign"
MOST_VERSIONS = 20


@transaction.atomic
def plan(
    officer,
    *,
    name: str,
    aim: str,
    posts: Sequence[str],
    starts_at: datetime,
    ends_at: datetime,
    versions: Sequence[ProfileVersion],
) -> Campaign:
    """Return a draft that copies these versions, narrowed to these posts."""
    if not posts or not 1 <= len(versions) <= MOST_VERSIONS:
        raise Refused("campaign_empty", _("Name at least one post, and one to twenty versions."))
    if not timezone.now() < ends_at or not starts_at < ends_at <= starts_at + LONGEST_CAMPAIGN:
        raise Refused("period_wrong", _("It has to end in the future, after it begins, and within three months."))
    number = (Campaign.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    campaign = Campaign.objects.create(
        number=number,
        name=name,
        aim=aim,
        unit_id=officer.unit_id,
        posts=list(posts),
        starts_at=starts_at,
        ends_at=ends_at,
        author_id=officer.pk,
    )
    for position, version in enumerate(versions, 1):
        _copy(version, campaign, f"{campaign}-{position:02}", officer)
    copied = [str(version) for version in versions]
    record(SUBJECT, campaign.pk, "planned", actor=officer, after={"versions": copied, "posts": list(posts)})
    return campaign


@transaction.atomic
def submit(campaign: Campaign, officer, reason: str = "", no_backtest_because: str = "") -> None:
    """Ask another person; each version goes with its own backtest or this reason why not."""
    _lock(campaign, [CampaignState.DRAFT])
    if officer.pk != campaign.author_id:
        raise Refused("not_the_author", _("Another officer planned this campaign."))
    for version in campaign.versions.all():
        version.submit(officer, reason, no_backtest_because)
    _move(campaign, "submitted", officer, reason, state=CampaignState.SUBMITTED)


@transaction.atomic
def approve(campaign: Campaign, officer, reason: str = "") -> None:
    """Put one's name to all of it; never to one's own."""
    _lock(campaign, [CampaignState.SUBMITTED])
    if officer.pk == campaign.author_id:
        raise Refused("second_officer_needed", _("You planned this campaign; another person has to approve it."))
    for version in campaign.versions.all():
        version.approve(officer, reason)
    _move(campaign, "approved", officer, reason, state=CampaignState.APPROVED, approver_id=officer.pk)


@transaction.atomic
def stop(campaign: Campaign, officer, reason: str) -> None:
    """End it before its time."""
    _lock(campaign, [CampaignState.RUNNING])
    for version in campaign.versions.active():
        version.suspend(officer, reason)
    _move(campaign, "stopped", officer, _stated(reason), state=CampaignState.STOPPED, ended_at=timezone.now())


@transaction.atomic
def withdraw(campaign: Campaign, officer, reason: str) -> None:
    """Give it up before it began."""
    _lock(campaign, [CampaignState.DRAFT, CampaignState.SUBMITTED, CampaignState.APPROVED])
    for version in campaign.versions.exclude(state="withdrawn"):
        version.withdraw(officer, reason)
    _move(campaign, "withdrawn", officer, _stated(reason), state=CampaignState.WITHDRAWN)


def turn_due(now: datetime) -> int:
    """Begin and end what the clock says; return how many. Running it twice, or twice at once, changes nothing."""
    turned = 0
    for campaign in Campaign.objects.due_to_end(now):
        turned += _turn(campaign, now, _end)
    for campaign in Campaign.objects.due_to_start(now):
        turned += _turn(campaign, now, _begin)
    return turned


def _turn(campaign: Campaign, now: datetime, verb) -> int:
    try:
        with transaction.atomic():
            verb(campaign, now)
    except Refused as refused:
        log.warning("campaign_not_turned", campaign=str(campaign), because=refused.code)
        return 0
    except Exception:
        # What comes in has to be assessed whatever is wrong with a campaign.
        log.exception("campaign_not_turned", campaign=str(campaign))
        return 0
    return 1


def _begin(campaign: Campaign, now: datetime) -> None:
    _lock(campaign, [CampaignState.APPROVED])
    versions = list(campaign.versions.all())
    if any(version.state != "approved" for version in versions):
        # Somebody edited or withdrew one: what another person approved is no longer there as a whole.
        _move(campaign, "stopped", None, "changed after its approval", state=CampaignState.STOPPED, ended_at=now)
        return
    for version in versions:
        version.activate(None)
    _move(campaign, "begun", None, "", state=CampaignState.RUNNING, started_at=now)


def _end(campaign: Campaign, now: datetime) -> None:
    _lock(campaign, [CampaignState.APPROVED, CampaignState.RUNNING])
    for version in campaign.versions.active():
        version.expire()
    _move(campaign, "ended", None, "", state=CampaignState.ENDED, ended_at=now)


def _copy(version: ProfileVersion, campaign: Campaign, code: str, officer) -> None:
    of = version.profile
    names = {name: getattr(of, name) for name in ("title", "title_ru", "title_ky", "category", "origin")}
    profile = RiskProfile.objects.create(code=code, owner_unit_id=campaign.unit_id, **names)
    texts = {name: getattr(version, name) for name in ("instruction", "instruction_ru", "instruction_ky")}
    profile.versions.draft(
        profile,
        officer,
        definition={**version.definition, "posts": campaign.posts},
        valid_from=timezone.localtime(campaign.starts_at).date(),
        valid_until=timezone.localtime(campaign.ends_at).date(),
        campaign=campaign,
        **texts,
    )


def _lock(campaign: Campaign, states: list[CampaignState]) -> None:
    """Read it afresh, locked; refuse unless it is in one of these states."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    campaign.refresh_from_db()
    if campaign.state not in states:
        state = {"state": CampaignState(campaign.state).label}
        raise Refused("wrong_state", _("This campaign cannot take that step now. It is: %(state)s.") % state)


def _move(campaign: Campaign, verb: str, officer, reason: str, **changes) -> None:
    before = {"state": campaign.state}
    for name, value in changes.items():
        setattr(campaign, name, value)
    campaign.save(update_fields=list(changes))
    record(
        SUBJECT, campaign.pk, verb, actor=officer, before=before, after={"state": campaign.state}, reason=reason.strip()
    )


def _stated(reason: str) -> str:
    if not reason.strip():
        raise Refused("reason_missing", _("Say why: this step needs a reason."))
    return reason
