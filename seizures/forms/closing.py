"""The result of an examination as a form: kind, one result a consignment, new seal, remarks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from profiling.models import Assessment, Outcome
from seizures.models import ExaminationKind

from .amounts import AmountField
from .device_clock import DeviceClockField

# The fields, besides the results, that wait for the closing.
KEPT = ("kind", "new_seal", "no_new_seal_because", "place", "officers_present", "weighbridge_kg", "remarks")
OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.NOT_RECORDED]


class ClosingForm(forms.Form):
    """Nothing is required here: the examination itself says what still stops its closing."""

    kind = forms.ChoiceField(
        label=_("Kind of examination"), choices=[("", "…"), *ExaminationKind.choices], required=False
    )
    new_seal = forms.CharField(label=_("New customs seal"), max_length=40, required=False)
    no_new_seal_because = forms.CharField(label=_("If there is none, why"), max_length=160, required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False, help_text=_("bay, lane or warehouse"))
    officers_present = forms.CharField(label=_("Officers present"), max_length=300, required=False)
    weighbridge_kg = AmountField(
        label=_("Weighbridge, kg"), max_digits=9, decimal_places=1, min_value=Decimal("0.1"), required=False
    )
    on_device_at = DeviceClockField()
    remarks = forms.CharField(
        label=_("Remarks"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, examined: Sequence[Assessment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examined = examined
        for one in examined:
            self.fields[result_name(one)] = forms.ChoiceField(
                label=one.consignment.reference, choices=OUTCOMES, required=False, widget=forms.RadioSelect
            )

    def results(self) -> dict[Assessment, str]:
        return {one: self.cleaned_data[result_name(one)] for one in self.examined}


class CorrectResultForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Result"), choices=OUTCOMES, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


def result_name(assessment: Assessment) -> str:
    """The name of the field that holds the result of this consignment."""
    return f"result-{assessment.pk}"


def as_typed(post: Mapping[str, str], examined: Sequence[Assessment]) -> dict[str, str]:
    """Return what of a posted page belongs to the closing, as typed, to be kept until it is closed."""
    names = [*KEPT, *[result_name(one) for one in examined]]
    return {
        name: text
        for name, text in post.items()
        if text and (name in names or (name.startswith("lines-") and not name.endswith("_FORMS")))
    }
