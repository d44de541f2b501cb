"""What stands at the head of a report in whatever format, in the reader's language."""

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from profiling.measuring.alerts import ENOUGH_EXAMINED

from .record import Report


def title_of(report: Report) -> str:
    if report.kind == "month":
        return _("Monthly report of the port control unit")
    return _("Quarterly report of the port control unit")


def unit_of(report: Report) -> str:
    return str(report.unit) if report.unit else _("all units")


def confidential() -> str:
    return _("Restricted: risk information, for official use only.")


def facts_of(report: Report) -> list[tuple[str, str]]:
    """Unit, period, revision and why, as of when, by whom."""
    counted = timezone.localtime(report.counted_at, timezone.get_default_timezone())
    return [
        (_("Unit"), unit_of(report)),
        (_("Period"), str(report.days)),
        (_("Revision"), f"{report.revision}. {report.get_because_display()}"),
        (_("Counted as of"), formats.date_format(counted, "DATETIME_FORMAT")),
        (_("Asked for by"), str(report.asked_by) if report.asked_by else _("the platform")),
    ]


def method() -> list[str]:
    """How the figures are to be read."""
    enough = {"enough": ENOUGH_EXAMINED}
    return [
        _("Only what was examined has a result; of what was released nothing is known unless it was examined later."),
        _("Hit rate: positive / examined with a recorded result. Intervals by Wilson for 95 %."),
        _("The random draw is taken from all consignments before anything else and tells what chance finds."),
        _("With fewer than %(enough)s examined nothing is said of better or worse.") % enough,
        _("Quantities of different units of measure are never added."),
        _("Days are days of the posts' clock. A later revision holds results that came after this one."),
    ]


def reading_language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]
