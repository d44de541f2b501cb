"""A mark on a picture: where, in per cent from the left and from the top, how large, and what is seen there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def _percent(label: Any, **more: Any) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"step": "any", "min": 0, "max": 100, "inputmode": "decimal"})
    return forms.FloatField(label=label, min_value=0, max_value=100, widget=widget, **more)


class MarkForm(forms.Form):
    """Without width and height it marks a point."""

    note = forms.CharField(label=_("What is seen there"), max_length=300)
    x = _percent(_("From the left, %"))
    y = _percent(_("From the top, %"))
    width = _percent(_("Width, %"), required=False)
    height = _percent(_("Height, %"), required=False)

    def place(self) -> dict[str, float]:
        """Return the place as shares of the picture; what sticks out at the right or below is cut off."""
        given = {name: (self.cleaned_data[name] or 0) / 100 for name in ("x", "y", "width", "height")}
        given["width"] = min(given["width"], 1 - given["x"])
        given["height"] = min(given["height"], 1 - given["y"])
        return given
