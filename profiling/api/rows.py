"""How an assessment reads in the API."""

from datetime import datetime, timedelta

from django.core.validators import MaxValueValidator
from django.utils import timezone
from rest_framework import serializers

from profiling.models import Assessment


def latest_end_of_a_hold() -> datetime:
    """A year 9999 would stand on every page of the post, where it cannot even be told in local time."""
    return timezone.now() + timedelta(days=90)


class IndicatorSerializer(serializers.Serializer):
    """One indicator's answer with its evidence in a plain sentence."""

    code = serializers.CharField(help_text="Of the indicator catalogue, such as E01")
    label = serializers.CharField()  # type: ignore[assignment]
    answer = serializers.ChoiceField(choices=["hit", "no_hit", "not_evaluable"])
    points = serializers.IntegerField(help_text="The largest points any profile in scope gives for it; 0 if none")
    evidence = serializers.CharField(help_text="The value against its norm, in one sentence")


class AssessedConsignmentSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    reference = serializers.CharField()
    revision = serializers.IntegerField()
    document_kind = serializers.CharField()
    document_number = serializers.CharField()
    movement = serializers.CharField()


class AssessmentSerializer(serializers.ModelSerializer):
    """A round of one consignment: what was recommended, decided and found."""

    consignment = serializers.SerializerMethodField()
    indicators = serializers.SerializerMethodField()
    unit = serializers.CharField(source="unit.code")
    post = serializers.CharField(source="post.code", allow_null=True, default=None)
    assigned_to = serializers.CharField(source="assigned_to.username", allow_null=True, default=None)
    decided_by = serializers.CharField(source="decided_by.username", allow_null=True, default=None)
    lift_proposed_by = serializers.CharField(source="lift_proposed_by.username", allow_null=True, default=None)
    examiner = serializers.CharField(source="examiner.username", allow_null=True, default=None)

    class Meta:
        model = Assessment
        fields = [
            "id",
            "consignment",
            "round",
            "trigger",
            "unit",
            "post",
            "lane",
            "score",
            "score_possible",
            "selected_by",
            "state",
            "changed_after_decision",
            "arrival_at",
            "assigned_to",
            "decided_by",
            "decided_at",
            "decision_reason",
            "hold_until",
            "lift_proposed_by",
            "examiner",
            "outcome",
            "created_at",
            "indicators",
        ]

    def get_consignment(self, assessment) -> dict:
        consignment = assessment.consignment
        return AssessedConsignmentSerializer(
            {
                "id": consignment.pk,
                "reference": consignment.reference,
                "revision": assessment.revision.number,
                "document_kind": consignment.document_kind,
                "document_number": consignment.document_number,
                "movement": consignment.movement,
            }
        ).data

    def get_indicators(self, assessment) -> list:
        return list(IndicatorSerializer(self.context["indicators"].get(assessment.pk, []), many=True).data)


class DecisionSerializer(serializers.Serializer):
    reason = serializers.CharField(help_text="Why; a decision needs a reason", max_length=2000)


class SelectionSerializer(DecisionSerializer):
    hold_until = serializers.DateTimeField(
        required=False,
        validators=[MaxValueValidator(latest_end_of_a_hold)],
        help_text="Until when it holds; 72 hours if not given, 90 days at most",
    )
