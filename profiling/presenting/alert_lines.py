"""Alerts in plain words: what is so, in one sentence with its numbers, and where to look."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from profiling.models import AlertKind, RaisedAlert
from profiling.presenting.moments import clock
from profiling.presenting.quantities import number

GRAVE = {AlertKind.BELOW_BASELINE, AlertKind.OVER_CAPACITY, AlertKind.FEED_SILENT}


@dataclass(frozen=True, slots=True)
class AlertLine:
    """`address`: the page that shows it, "" where there is none; `seen`: who knows of it and since when."""

    pk: UUID
    kind: str
    is_grave: bool
    about: str
    address: str
    sentence: str
    since: str
    seen: str
    ended: str


def alert_line(alert: RaisedAlert, now: datetime) -> AlertLine:
    """Make the line of an alert fetched with what it is about and who has seen it."""
    about, address = _about(alert)
    return AlertLine(
        pk=alert.pk,
        kind=alert.get_kind_display(),
        is_grave=alert.kind in GRAVE,
        about=about,
        address=address,
        sentence=sentence_of(alert),
        since=clock(alert.raised_at, now),
        seen=f"{alert.seen_by.short_name} {clock(alert.seen_at, now)}" if alert.seen_by else "",
        ended=clock(alert.ended_at, now),
    )


def sentence_of(alert: RaisedAlert) -> str:
    told = alert.told
    match alert.kind:
        case AlertKind.BELOW_BASELINE:
            said = _("%(positive)s of %(examined)s examined were positive; at random %(by_chance)s of %(drawn)s.")
            return said % {
                "positive": number(told["positive"]),
                "examined": number(told["examined"]),
                "by_chance": number(told["chance_positive"]),
                "drawn": number(told["chance_examined"]),
            }
        case AlertKind.NO_HIT:
            if told["last_hit_at"] is None:
                return _("It hit nothing in the last 12 months.")
            return _("Its last hit was on %(day)s.") % {"day": _day_of(told["last_hit_at"])}
        case AlertKind.EXPIRES_SOON:
            until = date_format(date.fromisoformat(told["valid_until"]), "DATE_FORMAT")
            return _("Version %(number)s ends on %(day)s.") % {"number": told["version"], "day": until}
        case AlertKind.OVER_CAPACITY:
            said = _("%(a_day)s a day were put up for selection in the last %(days)s days; the post examines %(most)s.")
            return said % {
                "a_day": number(told["a_day"], 1),
                "days": number(told["days"]),
                "most": number(told["capacity"]),
            }
    said = _("Its last reading came on %(day)s; before that it spoke on %(days)s of %(of_days)s days.")
    return said % {
        "day": _day_of(told["last_at"]),
        "days": number(told["days"]),
        "of_days": number(told["of_days"]),
    }


def _about(alert: RaisedAlert) -> tuple[str, str]:
    if alert.profile is not None:
        return alert.profile.code, reverse("profiling:profile-show", args=[alert.profile.code])
    if alert.post is not None:
        return str(alert.post), f"{reverse('profiling:hold-list')}?post={alert.post.code}"
    return str(alert.source), reverse("consignments:observation-list")


def _day_of(moment: str) -> str:
    return date_format(localtime(datetime.fromisoformat(moment)), "DATE_FORMAT")
