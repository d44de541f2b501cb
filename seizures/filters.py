"""What a list of examinations or seizure lines can be narrowed to, for the page and the API alike."""

from datetime import datetime, time, timedelta

import django_filters as filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consignments.models import CustomsPost, PortControlUnit

from .models import Category, Concealment, Examination, ExaminationKind, ExaminationState, QuantityUnit, SeizureLine
from .standing import with_standing
from .whereabouts import LaboratoryState

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def local_midnight(day) -> datetime:
    """The first moment of a day at our posts."""
    return timezone.make_aware(datetime.combine(day, time.min))


class SeizureLineFilter(filters.FilterSet):
    """Days are local days of recording, both inclusive; corrected lines are left out unless asked for."""

    category = filters.ChoiceFilter(choices=Category.choices, label=_("Category"), empty_label=_("All categories"))
    quantity_unit = filters.ChoiceFilter(
        choices=QuantityUnit.choices,
        label=pgettext_lazy("of quantity", "Unit"),
        empty_label=pgettext_lazy("of quantity", "All units"),
    )
    concealment = filters.ChoiceFilter(choices=Concealment.choices, label=_("Where hidden"), empty_label=_("Anywhere"))
    unit = filters.CharFilter(field_name="unit__code", lookup_expr="iexact", label=_("Unit of officers"))
    reference = filters.CharFilter(lookup_expr="iexact", label=_("Number"))
    laboratory = filters.ChoiceFilter(
        choices=LaboratoryState.choices, method="by_laboratory", label=_("Laboratory"), empty_label=_("Any answer")
    )
    post = filters.CharFilter(field_name="examination__post__code", lookup_expr="iexact", label=_("Post"))
    commodity = filters.CharFilter(lookup_expr="icontains", label=_("Goods"))
    since = filters.DateFilter(method="from_day", label=_("From"), widget=DAY)
    until = filters.DateFilter(method="to_day", label=_("To"), widget=DAY)
    corrected = filters.BooleanFilter(
        method="with_corrected", label=_("Show corrected lines too"), widget=forms.CheckboxInput
    )
    examination = filters.UUIDFilter(field_name="examination")

    class Meta:
        model = SeizureLine
        fields: list[str] = []

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        return queryset if self.form.cleaned_data.get("corrected") else queryset.in_force()

    def from_day(self, queryset, _name, day):
        return queryset.recorded_between(local_midnight(day), None)

    def to_day(self, queryset, _name, day):
        return queryset.recorded_between(None, local_midnight(day + timedelta(days=1)))

    def by_laboratory(self, queryset, _name, state):
        return with_standing(queryset).filter(laboratory_now=state)

    def with_corrected(self, queryset, _name, _value):
        return queryset


class ExaminationFilter(filters.FilterSet):
    state = filters.ChoiceFilter(choices=ExaminationState.choices)
    kind = filters.ChoiceFilter(choices=ExaminationKind.choices)
    post = filters.CharFilter(field_name="post__code", lookup_expr="iexact")
    unit = filters.CharFilter(field_name="unit__code", lookup_expr="iexact")
    examiner = filters.CharFilter(field_name="examiner__username")
    assessment = filters.UUIDFilter(field_name="examined__assessment")
    equipment = filters.CharFilter(field_name="equipment_key", method="by_number", label="In any spelling")

    class Meta:
        model = Examination
        fields: list[str] = []

    def by_number(self, queryset, _name, number):
        return queryset.of_piece(number)


def units_of(officer) -> list[tuple[str, str]]:
    """The units an officer may narrow a list to: code and name; none for who sees one alone."""
    units = PortControlUnit.objects.order_by("code") if officer.may("read_all_units") else []
    return [(unit.code, str(unit)) for unit in units]


def posts_of(officer) -> list[tuple[str, str]]:
    """The posts an officer may narrow a list to: code and name."""
    posts = CustomsPost.objects.all() if officer.may("read_all_units") else officer.unit.posts.all()
    return [(post.code, str(post)) for post in posts]
