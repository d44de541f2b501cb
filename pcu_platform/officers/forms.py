"""The forms of accounts."""

from typing import cast

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from consignments.models import PortControlUnit
from pcu_platform.models import Officer
from pcu_platform.officers.managing import roles_given_by


class AccountForm(forms.Form):
    """Name, role and unit; only what the manager may give is offered."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    role = forms.ChoiceField(label=_("Role"))
    unit = forms.ModelChoiceField(
        PortControlUnit.objects.all(),
        label=_("Unit"),
        required=False,
        empty_label=_("None (central roles only)"),
    )

    def __init__(self, *args, manager: Officer, **kwargs):
        super().__init__(*args, **kwargs)
        role, unit = cast(forms.ChoiceField, self.fields["role"]), cast(forms.ModelChoiceField, self.fields["unit"])
        role.choices = [(each.value, each.label) for each in roles_given_by(manager)]
        if manager.unit is not None and not manager.may("manage_all_officers"):
            unit.queryset = PortControlUnit.objects.filter(pk=manager.unit.pk)
            unit.initial, unit.empty_label = manager.unit.pk, None


class NewAccountForm(AccountForm):
    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{2,59}$",
        label=_("User name"),
        help_text=_("Small Latin letters, digits, dot, hyphen; at least three."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ["username", "full_name", "role", "unit"]


class PasswordForm(SetPasswordForm):
    """The officer's own password, twice."""
