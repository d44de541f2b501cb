"""The pages of campaigns: all of them, a new one, one with its result, and its steps."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling import campaigning
from profiling.measuring.campaigns import campaign_result
from profiling.models import Campaign, CampaignState
from profiling.views.campaign_form import CampaignForm

BEGUN = [CampaignState.RUNNING, CampaignState.ENDED, CampaignState.STOPPED]


@dataclass(frozen=True, slots=True)
class Step:
    """needs: a verb of the role table. by_author: True: the author alone; False: anybody but the author."""

    name: str
    label: Promise
    needs: str
    states: tuple[CampaignState, ...]
    verb: Callable
    by_author: bool | None = None
    is_way_on: bool = False

    @property
    def url_name(self) -> str:
        return f"profiling:campaign-{self.name}"


STEPS = {
    "withdraw": Step(
        "withdraw",
        _("Withdraw"),
        "draft_profiles",
        (CampaignState.DRAFT, CampaignState.SUBMITTED, CampaignState.APPROVED),
        lambda campaign, officer, sent: campaigning.withdraw(campaign, officer, sent.get("reason", "")),
    ),
    "stop": Step(
        "stop",
        _("Stop"),
        "approve_profiles",
        (CampaignState.RUNNING,),
        lambda campaign, officer, sent: campaigning.stop(campaign, officer, sent.get("reason", "")),
    ),
    "submit": Step(
        "submit",
        _("Submit for approval"),
        "draft_profiles",
        (CampaignState.DRAFT,),
        lambda campaign, officer, sent: campaigning.submit(
            campaign, officer, sent.get("reason", ""), sent.get("no_backtest_because", "")
        ),
        by_author=True,
        is_way_on=True,
    ),
    "approve": Step(
        "approve",
        _("Approve"),
        "approve_profiles",
        (CampaignState.SUBMITTED,),
        lambda campaign, officer, sent: campaigning.approve(campaign, officer, sent.get("reason", "")),
        by_author=False,
        is_way_on=True,
    ),
}


@may("read_profiles")
def show_list(request: OfficerRequest) -> HttpResponse:
    campaigns = Campaign.objects.visible_to(request.user).select_related("unit", "author")
    shown = {"campaigns": campaigns, "may_draft": request.user.may("draft_profiles")}
    return render(request, "profiling/campaigns/list.html", shown)


@may("draft_profiles")
def new(request: OfficerRequest) -> HttpResponse:
    form = CampaignForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = campaigning.plan(request.user, **form.cleaned_data)
            return redirect("profiling:campaign-show", made.number)
        except Refused as refused:
            form.add_error(None, refused.message)
    return render(request, "profiling/campaigns/new.html", {"form": form}, status=422 if form.errors else 200)


@may("read_profiles")
def show(request: OfficerRequest, number: int) -> HttpResponse:
    """What is it for, how far is it, what did it bring?"""
    campaign = _visible(request, number)
    steps = [
        (step, _offered(request.user, campaign, step))
        for step in STEPS.values()
        if campaign.state in step.states and request.user.may(step.needs)
    ]
    shown = {
        "campaign": campaign,
        "versions": campaign.versions.select_related("profile").order_by("profile__code"),
        "result": campaign_result(campaign) if campaign.state in BEGUN and campaign.started_at else None,
        "events": campaign.events().select_related("actor"),
        "steps": steps,
    }
    return render(request, "profiling/campaigns/show.html", shown)


@may("draft_profiles", "approve_profiles")
@require_POST
def take_step(request: OfficerRequest, number: int, step: str) -> HttpResponse:
    campaign, taken = _visible(request, number), STEPS[step]
    try:
        if not request.user.may(taken.needs):
            raise Refused("barred", str(_("Your role does not allow this step.")))
        taken.verb(campaign, request.user, request.POST)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:campaign-show", number)


def _offered(officer, campaign: Campaign, step: Step) -> bool:
    return step.by_author is None or step.by_author == (officer.pk == campaign.author_id)


def _visible(request: OfficerRequest, number: int) -> Campaign:
    campaigns = Campaign.objects.visible_to(request.user).select_related("unit", "author", "approver")
    return get_object_or_404(campaigns, number=number)
