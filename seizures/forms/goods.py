"""The form of one line of seized goods, the set of them, and the form that corrects one."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from profiling.models import Assessment
from seizures.models import Category, Concealment, Method, QuantityUnit, Seized

from .amounts import AmountField

CHOOSE = [("", "…")]
MAX_LINES = 60


class GoodsFields(forms.Form):
    """What was taken, how much, and where it was hidden. A value is stated with its currency or not at all."""

    category = forms.ChoiceField(label=_("Category"), choices=[*CHOOSE, *Category.choices])
    commodity = forms.CharField(label=_("Goods"), max_length=120)
    quantity = AmountField(label=_("Quantity"), max_digits=16, decimal_places=3, min_value=Decimal("0.001"))
    quantity_unit = forms.ChoiceField(
        label=pgettext_lazy("of quantity", "Unit"), choices=[*CHOOSE, *QuantityUnit.choices]
    )
    concealment = forms.ChoiceField(label=_("Where hidden"), choices=[*CHOOSE, *Concealment.choices])
    concealment_method = forms.ChoiceField(
        label=_("How concealed"),
        choices=[*CHOOSE, *Method.choices],
        required=False,
    )
    concealment_note = forms.CharField(label=_("The place in words"), max_length=160, required=False)
    value = AmountField(label=_("Value"), max_digits=16, decimal_places=2, min_value=Decimal(0), required=False)
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$", label=_("Currency"), required=False, widget=forms.TextInput(attrs={"size": 3})
    )

    def clean_concealment_method(self) -> str:
        return self.cleaned_data["concealment_method"] or Method.NOT_STATED

    def clean_currency(self) -> str:
        return self.cleaned_data["currency"].upper()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("value") is not None and not given.get("currency"):
            self.add_error("currency", _("A value needs its currency."))
        return given


class GoodsForm(GoodsFields):
    """A line while an examination is closed; `examined` are the consignments it may have been found in."""

    def __init__(self, *args: Any, examined: Sequence[Assessment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examined = {str(one.pk): one for one in examined}
        if len(self.examined) > 1:
            choices = [(key, one.consignment.reference) for key, one in self.examined.items()]
            self.fields["assessment"] = forms.ChoiceField(label=_("Found in"), choices=[*CHOOSE, *choices])
            self.order_fields(["category", "commodity", "quantity", "quantity_unit", "concealment", "assessment"])

    def seized(self) -> Seized:
        """Return the line as a value; call it on a valid form."""
        given = dict(self.cleaned_data)
        key = given.pop("assessment", None) or next(iter(self.examined))
        return Seized(assessment=self.examined[key], **given)


class GoodsLines(forms.BaseFormSet):
    """Lines left wholly empty are no lines."""

    def filled(self) -> list[GoodsForm]:
        return [form for form in self.forms if form.has_changed()]

    def seized(self) -> list[Seized]:
        return [form.seized() for form in self.filled()]


GoodsFormSet = cast(
    type[GoodsLines],
    forms.formset_factory(GoodsForm, formset=GoodsLines, extra=0, max_num=MAX_LINES, absolute_max=MAX_LINES),
)


class CorrectLineForm(GoodsFields):
    """All that a line says, to be changed, and why. Quantity 0: nothing was taken after all."""

    quantity = AmountField(
        label=_("Quantity"),
        max_digits=16,
        decimal_places=3,
        min_value=Decimal(0),
        help_text=_("0 if nothing was taken after all"),
    )
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
