"""The forms of a seizure's page: a hand-over, the laboratory, arrests, a photo. Each does its verb on the line."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from seizures.models import SeizureLine
from seizures.whereabouts import ANSWERS, Agency, Destination, HandOver, LaboratoryState

CHOOSE = [("", "…")]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class HandOverForm(forms.Form):
    """`at` is typed to the minute, in the time of the post."""

    destination = forms.ChoiceField(label=_("Where to"), choices=[*CHOOSE, *Destination.choices])
    received_by = forms.CharField(label=_("Received by"), max_length=160, help_text=_("who has it from now on"))
    signed_by = forms.CharField(label=_("Signed by"), max_length=120)
    at = forms.DateTimeField(label=_("When"), widget=MOMENT, initial=timezone.localtime)
    place = forms.CharField(label=_("Place"), max_length=120)
    seal = forms.CharField(label=_("Number of bag or seal"), max_length=40, required=False)
    agency = forms.ChoiceField(
        label=_("Agency"), choices=[("", _("none")), *Agency.choices], required=False, help_text=_("if one takes over")
    )
    act_number = forms.CharField(label=_("Number of the act"), max_length=40, required=False)
    remark = forms.CharField(label=_("Remark"), max_length=500, required=False)

    def done_by(self, officer: Any, line: SeizureLine) -> None:
        line.hand_over(officer, HandOver(**self.cleaned_data))


class LaboratoryForm(forms.Form):
    laboratory = forms.CharField(label=_("Laboratory"), max_length=120)
    number = forms.CharField(label=_("Number of the request"), max_length=40)
    on = forms.DateField(label=_("Sent on"), widget=DAY, initial=timezone.localdate)

    def done_by(self, officer: Any, line: SeizureLine) -> None:
        line.send_to_laboratory(officer, **self.cleaned_data)


class LaboratoryAnswerForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Answer"), choices=[*CHOOSE, *[(one, LaboratoryState(one).label) for one in ANSWERS]]
    )
    number = forms.CharField(label=_("Number of the report"), max_length=40)
    on = forms.DateField(label=_("Dated"), widget=DAY, initial=timezone.localdate)
    finding = forms.CharField(label=_("Finding"), max_length=500, required=False)

    def done_by(self, officer: Any, line: SeizureLine) -> None:
        line.record_laboratory_result(officer, **self.cleaned_data)


class ArrestsForm(forms.Form):
    persons = forms.IntegerField(label=_("Persons arrested"), min_value=0, max_value=200)
    reason = forms.CharField(
        label=_("Why"), max_length=500, required=False, help_text=_("needed where a number is corrected")
    )

    def done_by(self, officer: Any, line: SeizureLine) -> None:
        line.report_arrests(officer, **self.cleaned_data)


class PhotoForm(forms.Form):
    file = forms.FileField(label=_("Photo"), widget=forms.FileInput(attrs={"accept": "image/*"}))
    caption = forms.CharField(label=_("What it shows"), max_length=160, required=False)

    def done_by(self, officer: Any, line: SeizureLine) -> None:
        line.add_photo(officer, self.cleaned_data["file"].read(), self.cleaned_data["caption"])
