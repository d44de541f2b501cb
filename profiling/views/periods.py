"""The period a page is asked for, by `?days=`."""

from django.utils.translation import gettext_lazy as _

from consignments.access import OfficerRequest
from profiling.measuring import Period

CHOICES = {30: _("30 days"), 90: _("90 days"), 365: _("12 months")}


def asked_period(request: OfficerRequest, usual: int = 365) -> tuple[int, Period]:
    """Return the days asked for (one of CHOICES, else the usual) and the period that ends now."""
    asked = request.GET.get("days", "")
    days = int(asked) if asked.isdecimal() and int(asked) in CHOICES else usual
    return days, Period.last_days(days)
