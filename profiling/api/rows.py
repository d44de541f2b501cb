"""How an assessment reads in the API."""

from datetime import datetime, timedelta

from django.core.validators import MaxValueValidator
from django.utils import timezone
from rest_framework import serializers

from profiling.asking import secret_names
from profiling.models import Addressee, Assessment, Question
from profiling.questions import named_in


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


class ReasonSerializer(serializers.Serializer):
    reason = serializers.CharField(help_text="Why; a decision needs a reason", max_length=2000)


class DecisionSerializer(ReasonSerializer):
    revision = serializers.IntegerField(
        required=False,
        min_value=1,
        help_text="The revision you read, as the row states it; 409 `newer_revision` when a later one is known",
    )


class QuestionSerializer(DecisionSerializer):
    """reason is for colleagues; question is what the addressee reads."""

    question = serializers.CharField(
        required=False, allow_blank=True, max_length=4000, help_text="Left out: it is asked by word of mouth"
    )
    addressee = serializers.ChoiceField(choices=Addressee.choices, required=False, default=Addressee.DECLARANT)
    addressee_name = serializers.CharField(required=False, allow_blank=True, default="", max_length=200)
    language = serializers.ChoiceField(choices=["ky", "ru", "en"], required=False, default="ru")
    answer_by = serializers.DateTimeField(
        required=False, validators=[MaxValueValidator(latest_end_of_a_hold)], help_text="The usual time if not given"
    )
    put_to_sender = serializers.BooleanField(
        required=False, default=False, help_text="Show the question to the client that sent the document"
    )

    def validate_question(self, question: str) -> str:
        return _confidential(question)

    def validate_addressee_name(self, name: str) -> str:
        return _confidential(name)

    @property
    def asked(self) -> Question:
        given = self.validated_data
        return Question(
            addressee=given["addressee"],
            addressee_name=given["addressee_name"],
            text=given.get("question", ""),
            language=given["language"],
            due_at=given.get("answer_by"),
            is_put_to_sender=given["put_to_sender"],
        )


class SelectionSerializer(DecisionSerializer):
    hold_until = serializers.DateTimeField(
        required=False,
        validators=[MaxValueValidator(latest_end_of_a_hold)],
        help_text="Until when it holds; 72 hours if not given, 90 days at most",
    )


def _confidential(text: str) -> str:
    if named := named_in(text, secret_names()):
        raise serializers.ValidationError(f"The addressee must not read “{named[0]}”: it is confidential.")
    return text
