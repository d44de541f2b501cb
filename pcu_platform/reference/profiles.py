"""The starter profiles: written by one supervisor, approved by another, active from today for a year at most."""

from datetime import date, timedelta

from django.utils import timezone

from pcu_platform.models import Officer
from profiling.models import ProfileVersion, RiskProfile
from profiling.reference.starter_profiles import STARTER_PROFILES

VALID_FOR = timedelta(days=365)


def load_starter_profiles(valid_from: date | None = None) -> int:
    """Make the starter profiles that are missing and switch on those not shipped disabled; return how many are on."""
    author, approver = (Officer.objects.get(username=name) for name in ("supervisor", "supervisor2"))
    for starter in STARTER_PROFILES:
        profile, made = RiskProfile.objects.get_or_create(
            code=starter.code,
            defaults={
                "title": starter.title,
                "title_ru": starter.title_ru,
                "title_ky": starter.title_ky,
                "category": starter.category,
                "origin": starter.origin,
                "disabled_because": starter.disabled_because,
            },
        )
        if made:
            _first_version(profile, starter, author, approver, valid_from or timezone.localdate())
    return ProfileVersion.objects.filter(state="active").count()


def _first_version(profile, starter, author, approver, valid_from: date) -> None:
    version = ProfileVersion.objects.create(
        profile=profile,
        number=1,
        definition=starter.definition,
        instruction=starter.instruction,
        instruction_ru=starter.instruction_ru,
        instruction_ky=starter.instruction_ky,
        valid_from=valid_from,
        valid_until=valid_from + VALID_FOR,
        author=author,
    )
    if starter.disabled_because:
        return
    version.submit(author, no_backtest_because="Shipped with the platform: there is no history yet.")
    version.approve(approver)
    version.activate(approver)
