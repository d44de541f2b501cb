"""What the examination routes take: checked once here, plain values and the verbs' own words afterwards."""

from decimal import Decimal

from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from profiling.models import Assessment, Outcome
from seizures.checklists import Answer
from seizures.models import Category, Concealment, ExaminationKind, Method, QuantityUnit, Seized
from seizures.seals import SealState

OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.NOT_RECORDED]


@extend_schema_field(OpenApiTypes.UUID)
class OwnAssessment(serializers.PrimaryKeyRelatedField):
    """An assessment the officer may see; another unit's answers 404, like an id that nobody has."""

    def get_queryset(self):
        request = self.context.get("request")
        officer = getattr(request, "user", None)
        if officer is None or not officer.is_authenticated:
            return Assessment.objects.none()
        return Assessment.objects.visible_to(officer).select_related("consignment", "revision__manifest")

    def fail(self, key, **kwargs):
        if key == "does_not_exist":
            raise Http404
        super().fail(key, **kwargs)


class BeginSerializer(serializers.Serializer):
    assessment = OwnAssessment()
    equipment = serializers.CharField(
        required=False, max_length=60, help_text="Needed only where the consignment travels in several"
    )
    also = OwnAssessment(many=True, required=False, help_text="Others in the same piece that are really opened")


class IncludeSerializer(serializers.Serializer):
    assessment = OwnAssessment()


class AnswerSerializer(serializers.Serializer):
    point = serializers.CharField(max_length=20)
    answer = serializers.ChoiceField(choices=Answer.choices)
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)


class SealSerializer(serializers.Serializer):
    number = serializers.CharField(allow_blank=True, max_length=120, help_text="As read; several set apart by commas")
    state = serializers.ChoiceField(choices=SealState.choices)


class SeizedSerializer(serializers.Serializer):
    """One line of goods taken. `assessment` may be left out where one consignment alone was examined."""

    assessment = OwnAssessment(required=False)
    category = serializers.ChoiceField(choices=Category.choices)
    commodity = serializers.CharField(max_length=120)
    quantity = serializers.DecimalField(max_digits=16, decimal_places=3, min_value=Decimal("0.001"))
    quantity_unit = serializers.ChoiceField(choices=QuantityUnit.choices)
    concealment = serializers.ChoiceField(choices=Concealment.choices, default=Concealment.NONE)
    concealment_method = serializers.ChoiceField(choices=Method.choices, default=Method.NOT_STATED)
    concealment_note = serializers.CharField(max_length=160, required=False, allow_blank=True, default="")
    value = serializers.DecimalField(
        max_digits=16, decimal_places=2, min_value=Decimal(0), required=False, allow_null=True, default=None
    )
    currency = serializers.RegexField(r"^[A-Z]{3}$", required=False, allow_blank=True, default="")

    def validate(self, given):
        if given["value"] is not None and not given["currency"]:
            raise serializers.ValidationError({"currency": _("A value needs its currency.")})
        return given


class ResultSerializer(serializers.Serializer):
    assessment = OwnAssessment()
    outcome = serializers.ChoiceField(choices=OUTCOMES)


class CircumstancesSerializer(serializers.Serializer):
    place = serializers.CharField(required=False, allow_blank=True, default="", max_length=120)
    officers_present = serializers.CharField(required=False, allow_blank=True, default="", max_length=300)
    weighbridge_kg = serializers.DecimalField(
        max_digits=9, decimal_places=1, min_value=Decimal("0.1"), required=False, allow_null=True, default=None
    )
    on_device_at = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="When it was closed, by the clock of the device"
    )


class CloseSerializer(serializers.Serializer):
    """Answers and seal may come with the closing, or before it one by one."""

    kind = serializers.ChoiceField(choices=ExaminationKind.choices)
    results = ResultSerializer(many=True)
    seizure_lines = SeizedSerializer(many=True, required=False, default=list)
    answers = AnswerSerializer(many=True, required=False, default=list)
    seal = SealSerializer(required=False)
    new_seal = serializers.CharField(required=False, allow_blank=True, default="", max_length=40)
    no_new_seal_because = serializers.CharField(required=False, allow_blank=True, default="", max_length=160)
    remarks = serializers.CharField(required=False, allow_blank=True, default="", max_length=5000)
    circumstances = CircumstancesSerializer(required=False)


class CorrectResultSerializer(serializers.Serializer):
    assessment = OwnAssessment()
    outcome = serializers.ChoiceField(choices=OUTCOMES)
    reason = serializers.CharField(max_length=2000)
    seizure_lines = SeizedSerializer(many=True, required=False, default=list)


class CorrectLineSerializer(serializers.Serializer):
    """What is left out stays as it was; quantity 0 says that nothing was taken after all."""

    reason = serializers.CharField(max_length=2000)
    category = serializers.ChoiceField(choices=Category.choices, required=False)
    commodity = serializers.CharField(max_length=120, required=False)
    quantity = serializers.DecimalField(max_digits=16, decimal_places=3, min_value=Decimal(0), required=False)
    quantity_unit = serializers.ChoiceField(choices=QuantityUnit.choices, required=False)
    concealment = serializers.ChoiceField(choices=Concealment.choices, required=False)
    concealment_method = serializers.ChoiceField(choices=Method.choices, required=False)
    concealment_note = serializers.CharField(max_length=160, required=False, allow_blank=True)
    value = serializers.DecimalField(
        max_digits=16, decimal_places=2, min_value=Decimal(0), required=False, allow_null=True
    )
    currency = serializers.RegexField(r"^[A-Z]{3}$", required=False, allow_blank=True)


def seized_values(lines: list[dict], only: Assessment | None) -> list[Seized]:
    """Return the lines as values; a line without an assessment is of `only`, refused where there is none."""
    values = []
    for index, line in enumerate(lines):
        of = line.get("assessment", only)
        if of is None:
            told: dict = {"seizure_lines": {index: {"assessment": [gettext("Say in which consignment it was found.")]}}}
            raise serializers.ValidationError(told)
        values.append(Seized(**{**line, "assessment": of}))
    return values
