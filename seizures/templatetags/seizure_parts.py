"""An amount in the reader's language, without trailing noughts."""

from decimal import Decimal

from django import template

from profiling.presenting.quantities import number

register = template.Library()


@register.simple_tag
def amount(value: Decimal | None) -> str:
    return number(value)
