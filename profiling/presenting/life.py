"""Where a version stands in its life, as a row of stages; two of them are read off, not stored."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.models import ProfileVersion, VersionState


@dataclass(frozen=True, slots=True)
class Stage:
    label: str | Promise
    is_now: bool


STAGES: dict[str, str | Promise] = {
    VersionState.DRAFT: VersionState.DRAFT.label,
    "dry_run": _("Dry run"),
    VersionState.SUBMITTED: VersionState.SUBMITTED.label,
    VersionState.APPROVED: VersionState.APPROVED.label,
    VersionState.ACTIVE: VersionState.ACTIVE.label,
    "review": _("Review"),
}


def life_of(version: ProfileVersion) -> list[Stage]:
    """Return the stages from draft to review; the ends (suspended, expired, withdrawn) stand in place of the last."""
    stages, now = dict(STAGES), _stage(version)
    if now not in stages:
        del stages["review"]
        stages[now] = version.get_state_display()
    return [Stage(label, name == now) for name, label in stages.items()]


def _stage(version: ProfileVersion) -> str:
    if version.state == VersionState.DRAFT and version.current_backtest() is not None:
        return "dry_run"
    if version.is_review_due(timezone.localdate()):
        return "review"
    return str(version.state)
