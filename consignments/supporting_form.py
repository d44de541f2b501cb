"""The form of a supporting document, typed by an officer from the paper, with lines of goods."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from consignments.models import SupportingDocument, SupportingGoods, SupportingKind

EMPTY_LINES = 3
MOST_LINES = 99
_BETWEEN_NUMBERS = re.compile(r"[,;\r\n]+")  # a seal may be written with a space in it
LABELS = {
    "kind": _("Kind"),
    "permit_sort": _("Sort of permit"),
    "number": _("Number"),
    "issued_on": _("Issued on"),
    "valid_until": _("Valid until"),
    "issuer": _("Issued by"),
    "sender_name": _("Seller, consignor, exporter"),
    "receiver_name": _("Buyer, consignee, holder"),
    "producer_name": _("Producer"),
    "origin_country": _("Country of origin"),
    "dispatch_country": _("Country of dispatch"),
    "destination_country": _("Country of destination"),
    "total_packages": _("Packages"),
    "gross_mass_kg": _("Gross, kg"),
    "net_mass_kg": _("Net, kg"),
    "value": _("Value"),
    "currency": _("Currency"),
    "incoterm": _("Incoterm"),
}
LINE_LABELS = {
    "commodity_code": _("HS code"),
    "description": _("Description"),
    "packages": _("Packages"),
    "gross_mass_kg": _("Gross, kg"),
    "net_mass_kg": _("Net, kg"),
    "value": _("Value"),
    "origin_country": _("Origin"),
}
_IN_CAPITALS = ("origin_country", "dispatch_country", "destination_country", "currency", "incoterm")


_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")  # Django copies it for each field


class NumbersField(forms.CharField):
    """Numbers of boxes or seals with commas or lines between them; None where nothing is typed."""

    def clean(self, value: Any) -> Any:
        numbers = [number for part in _BETWEEN_NUMBERS.split(super().clean(value)) if (number := part.strip())]
        if any(len(number) > 40 for number in numbers):
            raise forms.ValidationError(_("A number has 40 characters at most."))
        return numbers or None

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value


class SupportingDocumentForm(forms.ModelForm):
    containers = NumbersField(required=False, max_length=4000, label=_("Containers"))
    seals = NumbersField(required=False, max_length=4000, label=_("Seals"))

    class Meta:
        model = SupportingDocument
        fields = list(LABELS)
        labels = LABELS
        widgets = {
            name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for name in ("issued_on", "valid_until")
        }
        help_texts = {"net_mass_kg": _("Of a permit: what it permits.")}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in _IN_CAPITALS:
            self.fields[name].widget.attrs["class"] = "code"
        _bound_below(self)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in _IN_CAPITALS:
            cleaned[name] = (cleaned.get(name) or "").strip().upper()
        is_permit = cleaned.get("kind") == SupportingKind.PERMIT
        if is_permit and not cleaned.get("permit_sort"):
            self.add_error("permit_sort", _("Say of which sort the permit is."))
        if not is_permit:
            cleaned["permit_sort"] = ""
        return cleaned

    def _post_clean(self) -> None:
        """The values are a version to be made by a verb, not this instance changed: fields are checked, no instance."""

    def stated(self) -> dict[str, Any]:
        """Return the fields of the version to be made."""
        return {name: self.cleaned_data[name] for name in (*LABELS, "containers", "seals")}


class SupportingLineForm(forms.ModelForm):
    class Meta:
        model = SupportingGoods
        fields = list(LINE_LABELS)
        labels = LINE_LABELS
        widgets = {"description": forms.TextInput}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["description"].widget.attrs["maxlength"] = 4000
        _bound_below(self)

    def _post_clean(self) -> None:
        """As of the document."""


SupportingLines = forms.formset_factory(
    SupportingLineForm, extra=EMPTY_LINES, max_num=MOST_LINES, absolute_max=MOST_LINES
)


def as_typed(record: SupportingDocument | SupportingGoods, names: Iterable[str]) -> dict[str, Any]:
    """Return the fields of a record as a person would type them: 15640.000 is 15640."""
    values = {name: getattr(record, name) for name in names}
    return {name: f"{each.normalize():f}" if isinstance(each, Decimal) else each for name, each in values.items()}


def stated_lines(lines: Any) -> list[dict[str, Any]]:
    """Return the lines that hold something."""
    return [_in_capitals(line.cleaned_data) for line in lines if line.has_changed() or any(line.initial.values())]


def _in_capitals(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "origin_country": (line.get("origin_country") or "").upper()}


def _bound_below(form: forms.ModelForm) -> None:
    """No count, mass or value is below nought; the database says so too."""
    for name in ("packages", "total_packages", "gross_mass_kg", "net_mass_kg", "value"):
        if name in form.fields:
            form.fields[name].validators.append(MinValueValidator(0))
            form.fields[name].widget.attrs["min"] = 0
