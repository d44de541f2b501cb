"""For each constraint of backtests, shadow runs, campaigns, reconstructed facts: something that tries to break it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from profiling.models import Backtest, Campaign, ProfileVersion, ReconstructedFacts, RiskProfile, ShadowHit, ShadowRun
from tests import factories as make
from tests.profiling import making


def backtest(**columns: Any) -> Backtest:
    now = timezone.now()
    usual = {
        "version": columns.pop("version", None) or making.version(state="draft"),
        "unit": make.unit(),
        "definition": making.DEFINITION,
        "definition_key": "0" * 64,
        "starts_at": now - timedelta(days=30),
        "ends_at": now,
        "asked_by": make.officer("supervisor"),
    }
    return Backtest.objects.create(**{**usual, **columns})


def two_unfinished_backtests():
    first = backtest()
    backtest(version=first.version, state="running")


def done_backtest_rewritten():
    done = backtest(state="done", result={}, result_schema=1, finished_at=timezone.now())
    Backtest.objects.filter(pk=done.pk).update(result={"whole": 1})


def shadow(**columns: Any) -> ShadowRun:
    now = timezone.now()
    usual = {
        "version": columns.pop("version", None) or making.version(state="draft"),
        "definition": making.DEFINITION,
        "started_by": make.officer("supervisor"),
        "starts_at": now,
        "ends_at": now + timedelta(days=14),
    }
    return ShadowRun.objects.create(**{**usual, **columns})


def two_running_shadows():
    first = shadow()
    shadow(version=first.version)


def shadow_hit(run: ShadowRun, assessment, answer: str = "hit"):
    ShadowHit.objects.create(run=run, assessment=assessment, answer=answer, points_low=50, points_high=50)


def shadow_hits_twice():
    run, assessment = shadow(), making.assessment()
    shadow_hit(run, assessment)
    shadow_hit(run, assessment)


def campaign(number: int = 1, **columns: Any) -> Campaign:
    now = timezone.now()
    usual = {
        "number": number,
        "name": "False boxes",
        "aim": "See.",
        "unit": make.unit(),
        "posts": ["KYZYL-BEL"],
        "starts_at": now,
        "ends_at": now + timedelta(days=7),
        "author": make.officer("supervisor"),
    }
    return Campaign.objects.create(**{**usual, **columns})


def two_campaigns_of_a_number():
    campaign(7)
    campaign(7)


def campaign_approved_by_its_author():
    one = make.officer("supervisor")
    campaign(author=one, approver=one)


def submitted_without_a_word():
    version = making.version(state="submitted")
    ProfileVersion.objects.filter(pk=version.pk).update(no_backtest_because="")


def two_profiles_of_one_form():
    token = uuid4()
    making.profile(form_token=token)
    RiskProfile.objects.create(code="PR-998", title="Twin", form_token=token)


def nothing_reconstructed():
    facts = making.facts(make.consignment())
    ReconstructedFacts.objects.create(facts=facts, columns=[], code_version="1")


NOW = timezone.now()

ATTACKERS = {
    "a_done_backtest_has_its_result": lambda: backtest(state="done"),
    "a_done_backtest_never_changes": done_backtest_rewritten,
    "a_failed_backtest_says_why": lambda: backtest(state="failed"),
    "a_running_campaign_was_approved": lambda: campaign(state="running"),
    "a_shadow_hits_an_assessment_once": shadow_hits_twice,
    "a_submission_has_a_backtest_or_says_why": submitted_without_a_word,
    "an_ended_shadow_says_when_and_why": lambda: shadow(state="ended", ended_at=NOW),
    "backtest_ends_after_it_begins": lambda: backtest(ends_at=NOW - timedelta(days=31)),
    "backtest_state_is_named": lambda: backtest(state="lost"),
    "campaign_author_is_not_approver": campaign_approved_by_its_author,
    "campaign_ends_after_it_begins": lambda: campaign(ends_at=NOW - timedelta(days=1)),
    "campaign_is_at_most_a_quarter": lambda: campaign(ends_at=NOW + timedelta(days=93)),
    "campaign_names_its_posts": lambda: campaign(posts=[]),
    "campaign_state_is_named": lambda: campaign(state="lost", approver=make.officer("supervisor")),
    "one_running_shadow_per_version": two_running_shadows,
    "one_unfinished_backtest_of_a_unit": two_unfinished_backtests,
    "profiling_campaign_number_key": two_campaigns_of_a_number,
    "profiling_riskprofile_form_token_key": two_profiles_of_one_form,
    "shadow_answer_is_named": lambda: shadow_hit(shadow(), making.assessment(), "perhaps"),
    "shadow_ends_after_it_begins": lambda: shadow(ends_at=NOW - timedelta(days=1)),
    "shadow_is_at_most_ninety_days": lambda: shadow(ends_at=NOW + timedelta(days=92)),
    "shadow_state_is_named": lambda: shadow(state="lost"),
    "something_was_reconstructed": nothing_reconstructed,
}
