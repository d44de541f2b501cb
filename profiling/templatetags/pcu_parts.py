"""The small drawn parts of pages: lane, answer, score bar, sign of a banner; the address with one thing changed."""

from functools import lru_cache

from django import template
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from profiling.conditions.telling import SHOWN_UNITS
from profiling.presenting.pages_of_pieces import page_of_piece
from profiling.presenting.score import ScoreBar
from profiling.presenting.words import DOCUMENT_KINDS, PAPERS, PROCEDURES, word

register = template.Library()

# Shape first, then the letter, then the colour: nothing is said by colour alone.
LANE_SHAPES = {
    "red": mark_safe('<path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z"/>'),
    "yellow": mark_safe('<path d="M12 1l11 11-11 11L1 12z"/>'),
    "blue": mark_safe('<rect x="2" y="2" width="20" height="20" rx="2"/>'),
    "green": mark_safe('<circle cx="12" cy="12" r="10.5"/>'),
}
LANE_LETTERS = {
    "red": pgettext_lazy("letter of the red lane", "R"),
    "yellow": pgettext_lazy("letter of the yellow lane", "Y"),
    "blue": pgettext_lazy("letter of the blue lane", "B"),
    "green": pgettext_lazy("letter of the green lane", "G"),
}
LANE_SENTENCES = {
    "red": _("Red lane: examination"),
    "yellow": _("Yellow lane: document check"),
    "blue": _("Blue lane: no hold, audit later"),
    "green": _("Green lane: no hold"),
}
ANSWER_SIGNS = {
    "hit": mark_safe('<circle cx="8" cy="8" r="6"/>'),
    "no_hit": mark_safe('<circle cx="8" cy="8" r="5.2" stroke-width="1.5"/>'),
    "not_evaluable": mark_safe(
        '<circle cx="8" cy="8" r="6.2" stroke-width="1.5"/>'
        '<text x="8" y="11.6" text-anchor="middle" font-size="10" font-weight="700">?</text>'
    ),
}
NOTE_SIGN = mark_safe(
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<path d="M8 7.2v4.3M8 4.3v1.4" stroke="currentColor" stroke-width="1.6"/>'
)
WARNING_SIGN = mark_safe(
    '<path d="M8 1.5l7 12.5H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>'
    '<path d="M8 6v4M8 11.4v1.2" stroke="currentColor" stroke-width="1.6"/>'
)


@register.simple_tag
def box_link(number: str) -> SafeString:
    """Link a container, trailer, wagon or plate to its page; of several in short ("MSKU1234565 +2") to the first."""
    page = page_of_piece(number.split(" +")[0]) if number else ""
    return format_html('<a class="code" href="{}">{}</a>' if page else "{1}", page, number)


@register.simple_tag
def lane(name: str, size: str = "") -> SafeString:
    """Draw a lane; `size` is "", "s" or "big"."""
    return _lane(name, size, get_language() or "")


@lru_cache(maxsize=64)  # a page of the queue draws it sixty times
def _lane(name: str, size: str, language: str) -> SafeString:
    return format_html(
        '<svg class="lane {} {}" viewBox="0 0 24 24" role="img" aria-label="{}">{}<text x="12" y="16">{}</text></svg>',
        name[0],
        size,
        LANE_SENTENCES[name],
        LANE_SHAPES[name],
        LANE_LETTERS[name],
    )


@register.filter
def unit_told(unit: str) -> str:
    """The unit of a fact in the reader's language; "" for what is merely counted."""
    return str(SHOWN_UNITS.get(unit, ""))


@register.simple_tag
def answer(name: str) -> SafeString:
    """Draw an answer: hit, no_hit, not_evaluable. The word itself stands beside it."""
    return format_html('<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', ANSWER_SIGNS[name])


@register.simple_tag
def score_bar(bar: ScoreBar, size: str = "") -> SafeString:
    """Draw what a score is made of; `size` is "" or "tall"."""
    height = 14 if size == "tall" else 6
    segments = format_html_join(
        "",
        '<rect class="{}" x="{}" width="{}" height="{}"/>',
        ((segment.shade, segment.start, segment.width, height) for segment in bar.segments),
    )
    maybe: SafeString | str = ""
    if bar.maybe:
        maybe = format_html(
            '<rect class="maybe" x="{}" y="1" width="{}" height="{}"/>', bar.maybe.start, bar.maybe.width, height - 2
        )
    mark: SafeString | str = ""
    if bar.threshold is not None:
        mark = format_html('<path class="mark" d="M{} -2V{}"/>', bar.threshold, height + 2)
    naming = (
        format_html('role="img" aria-label="{}"', bar.sentence) if bar.sentence else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="scorebar {}" viewBox="0 0 {} {}" preserveAspectRatio="none" {}>'
        '<rect class="track" width="{}" height="{}" rx="1"/>{}{}{}</svg>',
        size,
        bar.length,
        height,
        naming,
        bar.length,
        height,
        segments,
        maybe,
        mark,
    )


@register.simple_tag
def sign(level: str) -> SafeString:
    """Draw the sign of a banner: a note, or a warning for `warning` and `error`."""
    drawn = WARNING_SIGN if level in {"warning", "error"} else NOTE_SIGN
    return format_html('<svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>', drawn)


@register.simple_tag(takes_context=True)
def address(context: template.Context, **changes: object) -> str:
    """Return this page's query string with `changes`; a change to None or "" drops the key, and so the first page."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    if "page" not in changes:
        query.pop("page", None)
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"?{query.urlencode()}" if query else request.path


@register.simple_tag
def document_kind(code: str) -> str:
    return word(DOCUMENT_KINDS, code)


@register.simple_tag
def procedure(code: str) -> str:
    return word(PROCEDURES, code)


@register.simple_tag
def paper(code: str) -> str:
    return word(PAPERS, code)
