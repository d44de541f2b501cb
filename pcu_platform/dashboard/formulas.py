"""Formulas in words with the counts put in, in the reader's language."""

from django.utils.translation import gettext as _

from profiling.measuring import Rate
from profiling.measuring.alerts import ENOUGH_EXAMINED
from profiling.presenting.quantities import number
from profiling.templatetags.pcu_rates import percent

from .cells import Words


def share_formula(part: int, whole: int) -> str:
    """ "12 / 40 = 30.0 %"; "" where the whole is nothing."""
    if not whole:
        return ""
    return f"{number(part)} / {number(whole)} = {percent(part / whole)}"


def rate_formula(rate: Rate, baseline: Rate | None = None) -> str:
    """The hit rate, its interval, and how many times the random draw, with the counts put in."""
    if not rate.examined:
        return _("Nothing examined with a recorded result: no rate can be told.")
    counted = share_formula(rate.positive, rate.examined)
    told = [
        _("Positive / examined with a recorded result: %(counted)s.") % {"counted": counted},
        _("Interval by Wilson for 95 %%: %(low)s to %(high)s.")
        % {"low": percent(rate.low), "high": percent(rate.high)},
    ]
    lift = rate.lift_over(baseline) if baseline is not None else None
    if lift is not None and baseline is not None:
        divided = {"rate": percent(rate.share), "chance": percent(baseline.share), "times": number(lift, 1)}
        told.append(_("Beside the random draw: %(rate)s / %(chance)s = %(times)s.") % divided)
    return " ".join(told)


def judged(rate: Rate, baseline: Rate) -> Words:
    """What may be said of a rate beside the random draw: nothing at all where too few were examined."""
    if min(rate.examined, baseline.examined) < ENOUGH_EXAMINED:
        return Words(_("not enough to tell"))
    if rate.overlaps(baseline):
        return Words(_("not shown to differ"))
    return Words(_("better than chance"), "green") if rate.low > baseline.high else Words(_("below chance"), "red")


def judging_rule() -> str:
    return _(
        "Better or below is said only where the intervals part; not enough to tell: fewer than %(enough)s examined "
        "with a result, of the row or of the random draw."
    ) % {"enough": ENOUGH_EXAMINED}
