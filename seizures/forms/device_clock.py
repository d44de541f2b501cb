"""The clock of the phone that filled a form: told by the page's script, missing without it, never a fault."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime


def device_clock(text: str) -> datetime | None:
    """Return the moment in an ISO text with its offset; None for anything else."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) and 2000 <= moment.year <= 2200 else None


class DeviceClockField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"data-clock": ""}), **kwargs)

    def clean(self, value: Any) -> Any:
        return device_clock(value) if isinstance(value, str) else None
