"""An amount in the reader's language, without trailing noughts; the pictures of one point."""

from collections.abc import Iterable
from decimal import Decimal

from django import template

from profiling.presenting.quantities import number
from seizures.presenting.photos import PhotoRow
from seizures.whereabouts import LaboratoryState

register = template.Library()


@register.simple_tag
def amount(value: Decimal | None) -> str:
    return number(value)


@register.filter
def of_point(photos: Iterable[PhotoRow], point: str) -> list[PhotoRow]:
    return [photo for photo in photos or () if photo.point == point]


@register.simple_tag
def laboratory_state(state: str | None) -> str:
    return str(LaboratoryState(state).label) if state else "–"


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: str | None) -> str:
    """Return this page's query string with `changes` ("" where nothing is left); None drops a key."""
    asked = context["request"].GET.copy()
    for key, value in {"page": None, **changes}.items():
        asked.pop(key, None)
        if value is not None:
            asked[key] = value
    return f"?{asked.urlencode()}" if asked else ""
