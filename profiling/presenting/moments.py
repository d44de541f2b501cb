"""Moments and spans in an officer's words: today's times as 14:55 with "in 23 min", other days with the day."""

from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext as _

MINUTE, HOUR, DAY = 60, 3600, 86_400


def clock(at: datetime | None, now: datetime, *, only_the_day: bool = False) -> str:
    """Return "14:55" for today, "25 Nov 14:55" for another day, with the year where it differs; "" for None.

    only_the_day: the document stated no time, so none is shown.
    """
    if at is None:
        return ""
    local, today = timezone.localtime(at), timezone.localtime(now)
    if local.date() == today.date():
        return _("today") if only_the_day else formats.time_format(local, "TIME_FORMAT")
    same_year = local.year == today.year
    if only_the_day:
        return formats.date_format(local, "SHORT_DATE_FORMAT" if same_year else "DATE_FORMAT")
    return formats.date_format(local, "SHORT_DATETIME_FORMAT" if same_year else "DATETIME_FORMAT")


def time_of_day(at: datetime) -> str:
    return formats.time_format(timezone.localtime(at), "TIME_FORMAT")


def day(at: datetime) -> str:
    return formats.date_format(timezone.localtime(at), "SHORT_DATE_FORMAT")


def span(length: timedelta) -> str:
    """Return a length without its sign: "27 min", "1 h 08", "3 d 4 h"; hours are left out from ten days on."""
    seconds = abs(int(length.total_seconds()))
    days, hours, minutes = seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE
    if days >= 10:
        return _("%(days)d d") % {"days": days}
    if days:
        return _("%(days)d d %(hours)d h") % {"days": days, "hours": hours}
    if hours:
        return _("%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)d min") % {"minutes": minutes}


def distance(at: datetime | None, now: datetime) -> str:
    """Return "in 23 min" or "12 min ago"; "" for None."""
    if at is None:
        return ""
    if at >= now:
        return _("in %(span)s") % {"span": span(at - now)}
    return _("%(span)s ago") % {"span": span(now - at)}
