"""Amounts as they are typed at a post: "18 600", "12,4", "12.4"."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def typed_amount(text: str) -> str:
    """Return what was typed as a plain decimal: spaces set thousands apart, one comma or point begins the decimals.

    Raises ValidationError where it could mean two numbers ("1,234.5", "1.234.567").
    """
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if len(re.findall(r"[.,]", bare)) > 1:
        raise ValidationError(_("Write thousands with spaces and one point or comma: 18 600,5."), code="ambiguous")
    return bare.replace(",", ".")


class AmountField(forms.DecimalField):
    """A number typed in any of these ways; `inputmode` brings up the number pad without refusing a space."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(typed_amount(value) if isinstance(value, str) else value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return super().has_changed(initial, data)
        except ValidationError:
            return True
