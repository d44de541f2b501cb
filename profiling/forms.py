"""The forms of supervisors: a new profile, a version field by field, a version as JSON."""

import json
from datetime import timedelta
from typing import cast
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.models import CustomsPost, Mode
from profiling.models import Lane, ProfileVersion, WhenNotEvaluable

CATEGORIES = [
    ("", "–"),
    ("drugs", _("Drugs")),
    ("precursors", _("Precursors")),
    ("tobacco", _("Tobacco")),
    ("revenue", _("Revenue")),
    ("security", _("Security")),
    ("ipr", _("IPR, health and safety")),
    ("environment", _("Environment")),
]
LANES = [(lane.value, lane.label) for lane in (Lane.RED, Lane.YELLOW, Lane.BLUE)]


def read_json(text: str) -> object:
    """Return the value of a JSON text, None for an empty one; raise ValidationError where it is none."""
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise forms.ValidationError(_("This is not JSON: line %(line)s, column %(column)s."), params=where) from None
    except RecursionError:
        raise forms.ValidationError(_("The condition is nested too deeply.")) from None


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class NewProfileForm(forms.Form):
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)  # pressed twice, begun once
    code = forms.RegexField(
        r"^PR-\d{3,6}$", label=_("Code"), required=False, help_text=_("PR and a number; the next one if left empty.")
    )
    title = forms.CharField(label=_("Title"), max_length=160)
    category = forms.ChoiceField(label=_("Threat"), choices=CATEGORIES, required=False)


class FrameForm(forms.Form):
    """What stands around the definition."""

    valid_from = forms.DateField(label=_("Valid from"), widget=DateInput())
    valid_until = forms.DateField(label=_("Valid until"), widget=DateInput(), help_text=_("A year at most."))
    instruction = forms.CharField(
        label=_("Instruction to the examiner"),
        help_text=_("Seen in the yard. No names of sources."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )
    instruction_ru = forms.CharField(
        label=_("Instruction in Russian"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )
    instruction_ky = forms.CharField(
        label=_("Instruction in Kyrgyz"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )

    @staticmethod
    def initial_of(version: ProfileVersion | None) -> dict:
        today = timezone.localdate()
        if version is None:
            return {"valid_from": today, "valid_until": today + timedelta(days=365)}
        names = ["valid_from", "valid_until", "instruction", "instruction_ru", "instruction_ky"]
        return {name: getattr(version, name) for name in names}


class RuleForm(forms.Form):
    """Posts and modes, threshold and lane; what they say is judged with the whole definition."""

    posts = forms.MultipleChoiceField(
        label=_("Posts"),
        required=False,
        help_text=_("None marked: all posts."),
        widget=forms.CheckboxSelectMultiple,
    )
    modes = forms.MultipleChoiceField(
        label=_("Modes"),
        required=False,
        choices=Mode.choices,
        help_text=_("None marked: all modes."),
        widget=forms.CheckboxSelectMultiple,
    )
    threshold = forms.IntegerField(label=_("From points"), localize=False)
    lane = forms.ChoiceField(label=_("Lane"), choices=LANES)
    when_not_evaluable = forms.ChoiceField(label=_("If not evaluable"), choices=WhenNotEvaluable.choices)
    selection_percent = forms.FloatField(label=_("Share of those that hit, %"), initial=100)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        posts = cast(forms.MultipleChoiceField, self.fields["posts"])
        posts.choices = [(post.code, str(post)) for post in CustomsPost.objects.order_by("code")]


class JsonForm(forms.Form):
    """The whole definition as JSON."""

    definition = forms.CharField(
        label=_("Definition"),
        widget=forms.Textarea(attrs={"rows": 28, "class": "code", "spellcheck": "false"}),
        max_length=500_000,
    )

    def clean_definition(self):
        return read_json(self.cleaned_data["definition"])
