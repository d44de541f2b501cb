"""Rates on pages: the number with its interval and n, its formula as a tip, and the drawn row of dot and band."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from profiling.measuring import Rate
from profiling.measuring.formulas import FORMULAS
from profiling.models import Category, QuantityUnit, RiskProfile, SeizedTotal
from profiling.presenting.in_language import in_language
from profiling.presenting.log_words import CAMPAIGN_VERBS, LIST_VERBS, VERSION_VERBS
from profiling.presenting.quantities import number
from profiling.presenting.rate_charts import rate_line

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """0.0936 is "9.4 %"; None is a dash: nothing was examined."""
    return "–" if share is None else _("%(number)s %%") % {"number": number(share * 100, 1)}


@register.filter
def interval(rate: Rate) -> str:
    """The 95 % interval as "[5.8 to 14.7 %]"; "" when nothing was examined."""
    if not rate.examined:
        return ""
    ends = {"low": number(rate.low * 100, 1), "high": number(rate.high * 100, 1)}
    return _("[%(low)s to %(high)s %%]") % ends


@register.filter
def count_of(rate: Rate) -> str:
    """ "16 of 171" """
    return _("%(positive)s of %(examined)s") % {
        "positive": number(rate.positive),
        "examined": number(rate.examined),
    }


@register.filter
def times(lift: float | None) -> str:
    """ "× 5.2"; a dash where it cannot be said."""
    return "–" if lift is None else f"× {number(lift, 1)}"


@register.simple_tag
def percent_of(rate: Rate) -> str:
    """The share of a rate, as `percent` writes it."""
    return percent(rate.share)


@register.simple_tag
def titled(profile: RiskProfile) -> str:
    """The title of a profile in the reader's language."""
    return in_language(profile, "title")


@register.simple_tag
def lift(rate: Rate, baseline: Rate) -> str:
    """How many times the baseline."""
    return times(rate.lift_over(baseline))


@register.simple_tag
def told(text: str, formula: str, name: str) -> SafeString:
    """A number that tells its formula; `name` makes the id of the tip unique on the page."""
    return format_html(
        '<span class="tipped"><button type="button" aria-describedby="tip-{}">{}</button>'
        '<span role="tooltip" id="tip-{}">{}</span></span>',
        name,
        text,
        name,
        FORMULAS[formula],
    )


@register.simple_tag
def formula(name: str) -> str:
    """The formula of a number, in the reader's language."""
    return str(FORMULAS[name])


@register.simple_tag
def seized_told(total: SeizedTotal) -> str:
    """ "Revenue: 18 600 packs"; categories and units by their names."""
    told = {
        "category": Category(total.category).label,
        "quantity": number(total.quantity),
        "unit": QuantityUnit(total.quantity_unit).label,
    }
    return _("%(category)s: %(quantity)s %(unit)s") % told


@register.simple_tag
def tick() -> SafeString:
    """The sign of what was passed."""
    return mark_safe(
        '<svg viewBox="0 0 16 16" aria-hidden="true">'
        '<path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
    )


@register.simple_tag
def rate_row(rate: Rate, baseline: Rate, top: float) -> SafeString:
    """Draw the dot and interval of a rate over the band of the baseline; the numbers stand beside it."""
    line = rate_line(rate, baseline, top)
    band: SafeString | str = ""
    if line.base is not None:
        band = format_html(
            '<rect class="basefill" x="{}" y="0" width="{}" height="18"/><path class="base" d="M{} 0V18"/>',
            line.base_low,
            line.base_width,
            line.base,
        )
    dot: SafeString | str = ""
    if line.point is not None:
        dot = format_html(
            '<path class="range" d="M{} 9H{}"/><circle class="point" cx="{}" cy="9" r="4"/>',
            line.low,
            line.high,
            line.point,
        )
    return format_html(
        '<svg class="chart" viewBox="0 0 220 18" aria-hidden="true">{}{}</svg>', band or mark_safe(""), dot
    )


@register.filter
def campaign_verb_told(verb: str) -> str:
    """A verb of the log of campaigns in the reader's language."""
    return str((VERSION_VERBS | CAMPAIGN_VERBS).get(verb, verb))


@register.filter
def verb_told(verb: str) -> str:
    """A verb of the log of profiles or watch lists in the reader's language."""
    return str((VERSION_VERBS | LIST_VERBS).get(verb, verb))
