"""The forms of watch lists and warnings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from profiling.models import Lane, ListKind, Purpose


class ListForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("What it lists"), choices=ListKind.choices)
    purpose = forms.ChoiceField(label=_("Purpose"), choices=Purpose.choices)
    lane = forms.ChoiceField(
        label=_("Lane of a match"),
        choices=[(lane.value, lane.label) for lane in (Lane.RED, Lane.YELLOW)],
        help_text=_("A trusted trader has no lane; it lowers points."),
    )
    instruction = forms.CharField(
        label=_("Instruction to the examiner"),
        help_text=_("Seen in the yard. No names of sources."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )


class EntryForm(forms.Form):
    value = forms.CharField(label=_("Name or number"), max_length=300)
    identifier = forms.CharField(label=_("INN or other number"), max_length=40, required=False)
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=_("Country"),
        required=False,
        error_messages={"invalid": _("Two letters, as KG, or leave it empty.")},
        widget=forms.TextInput(attrs={"maxlength": 2, "class": "pts"}),
    )
    note = forms.CharField(label=_("Why, who asked"), max_length=2000, required=False)


class UploadForm(forms.Form):
    file = forms.FileField(label=_("CSV file"), widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}))


class WarningForm(forms.Form):
    reference = forms.CharField(label=pgettext_lazy("warning", "Reference"), max_length=40)
    from_unit = forms.CharField(label=pgettext_lazy("sender", "From"), max_length=120)
    kind = forms.ChoiceField(label=_("What it names"), choices=ListKind.choices)
    value = forms.CharField(label=_("Name or number"), max_length=300)
    text = forms.CharField(
        label=_("Message"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=5000
    )
