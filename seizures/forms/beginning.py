"""Which piece is opened, and which other consignments in it with it."""

from typing import Any

from django import forms

from profiling.models import Assessment

from .device_clock import DeviceClockField


class BeginForm(forms.Form):
    equipment = forms.CharField(max_length=60, required=False)
    on_device_at = DeviceClockField()
    also = forms.ModelMultipleChoiceField(Assessment.objects.none(), required=False)

    def __init__(self, *args: Any, officer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["also"].queryset = Assessment.objects.visible_to(officer)  # type: ignore[attr-defined]
