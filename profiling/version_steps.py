"""The steps of a version's life as a page offers them: the verb, who may take it and when, what is said after."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.models import ProfileVersion


@dataclass(frozen=True, slots=True)
class Said:
    """What an officer writes with a step."""

    reason: str = ""
    no_backtest_because: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """reason: "" (none asked), "may" or "must". is_way_on: the step that leads towards active."""

    name: str
    label: Promise
    needs: str
    states: frozenset[str]
    reason: str
    said: Promise
    verb: Callable[[ProfileVersion, object, Said], None]
    is_way_on: bool = False

    @property
    def url_name(self) -> str:
        return f"profiling:version-{self.name}"


STEPS = {
    step.name: step
    for step in (
        Step(
            "submit",
            _("Submit for approval"),
            "draft_profiles",
            frozenset({"draft"}),
            "may",
            _("%(version)s is submitted; another person has to approve it."),
            lambda version, officer, said: version.submit(officer, said.reason, said.no_backtest_because),
            is_way_on=True,
        ),
        Step(
            "approve",
            _("Approve"),
            "approve_profiles",
            frozenset({"submitted"}),
            "may",
            _("%(version)s is approved. It selects nothing until it is activated."),
            lambda version, officer, said: version.approve(officer, said.reason),
            is_way_on=True,
        ),
        Step(
            "activate",
            _("Activate"),
            "approve_profiles",
            frozenset({"approved", "suspended"}),
            "",
            _("%(version)s is active. What waits is being assessed anew."),
            lambda version, officer, _said: version.activate(officer),
            is_way_on=True,
        ),
        Step(
            "send-back",
            _("Send back"),
            "approve_profiles",
            frozenset({"submitted", "approved"}),
            "must",
            _("%(version)s is a draft again."),
            lambda version, officer, said: version.send_back(officer, said.reason),
        ),
        Step(
            "suspend",
            _("Suspend"),
            "approve_profiles",
            frozenset({"active"}),
            "must",
            _("%(version)s is suspended. What it recommended so far stands."),
            lambda version, officer, said: version.suspend(officer, said.reason),
        ),
        Step(
            "review",
            _("Record a review"),
            "approve_profiles",
            frozenset({"active"}),
            "must",
            _("The review of %(version)s is on record."),
            lambda version, officer, said: version.review(officer, said.reason),
        ),
        Step(
            "withdraw",
            _("Withdraw"),
            "draft_profiles",
            frozenset({"draft", "submitted", "approved", "suspended"}),
            "must",
            _("%(version)s is withdrawn."),
            lambda version, officer, said: version.withdraw(officer, said.reason),
        ),
    )
}


OF_THE_CAMPAIGN = frozenset({"submit", "approve", "activate"})
SWITCHES = frozenset({"activate", "suspend"})


@dataclass(frozen=True, slots=True)
class OfferedStep:
    """A step on a page; `barred` says why this officer cannot take it, "" when it can be taken."""

    step: Step
    barred: str | Promise = ""


def steps_open_to(officer, version: ProfileVersion) -> list[OfferedStep]:
    """Return the steps of the version's state that the officer's role allows; the way on comes last."""
    offered = []
    for step in STEPS.values():
        if version.state in step.states and (allows(officer, version, step) or officer.may(step.needs)):
            offered.append(OfferedStep(step, barred(officer, version, step)))
    return sorted(offered, key=lambda each: each.step.is_way_on)


def allows(officer, version: ProfileVersion, step: Step) -> bool:
    """Whether the officer's role allows the step; what all units share has its own authority."""
    if step.name in SWITCHES and version.profile.owner_unit_id is None:
        return officer.may("govern_shared")
    return officer.may(step.needs)


def barred(officer, version: ProfileVersion, step: Step) -> str | Promise:
    """Return why this officer cannot take the step; "" when nothing stands against it."""
    if not allows(officer, version, step):
        if officer.may(step.needs):
            return _("It is everybody's profile; a unit head or the coordinator switches it.")
        return _("Your role does not allow this step.")
    if version.campaign_id and step.name in OF_THE_CAMPAIGN:
        return _("Its campaign takes this step for all its versions.")
    if step.name == "approve" and officer.pk == version.author_id:
        return _("You wrote it; another person has to approve it.")
    if step.name == "submit" and officer.pk != version.author_id:
        return _("Its author submits it.")
    if step.name == "withdraw" and officer.pk != version.author_id and not officer.may("approve_profiles"):
        return _("Its author or a supervisor withdraws it.")
    if step.name == "activate" and version.profile.disabled_because:
        return version.profile.disabled_because
    return ""
