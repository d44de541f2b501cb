"""The form of a new campaign: its name and aim, when, where, and which versions."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from consignments.models import CustomsPost
from profiling.models import ProfileVersion


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class VersionsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: ProfileVersion) -> str:
        return f"{obj} {obj.profile.title}"


class CampaignForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    aim = forms.CharField(label=_("Aim"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    starts_at = forms.DateTimeField(label=_("Begins"), widget=MomentInput())
    ends_at = forms.DateTimeField(
        label=_("Ends"), widget=MomentInput(), help_text=_("By itself; three months at most.")
    )
    posts = forms.MultipleChoiceField(label=_("Posts"), widget=forms.CheckboxSelectMultiple)
    versions = VersionsField(
        label=_("Versions"),
        queryset=ProfileVersion.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They are copied and narrowed to these posts; the profiles themselves stay as they are."),
    )

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        posts = cast(forms.MultipleChoiceField, self.fields["posts"])
        posts.choices = [(post.code, str(post)) for post in CustomsPost.objects.filter(unit=officer.unit_id)]
        versions = cast(forms.ModelMultipleChoiceField, self.fields["versions"])
        choice = ProfileVersion.objects.visible_to(officer).filter(state__in=["active", "approved", "suspended"])
        versions.queryset = choice.filter(campaign=None).select_related("profile").order_by("profile__code", "-number")
