"""How submissions and consignments read in the API.

A submission's client reads these rows: nothing here may depend on what became of a consignment after registering.
"""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from consignments.models import (
    Consignment,
    ConsignmentParty,
    ConsignmentRevision,
    GoodsItem,
    Movement,
    Submission,
    TransportEquipment,
)
from consignments.problem_report import reported

SHOWN_PROBLEMS = 500


class ReceiptSerializer(serializers.ModelSerializer):
    """What a delivery is answered with."""

    url = serializers.SerializerMethodField(help_text="Ask here what became of it.")

    class Meta:
        model = Submission
        fields = ["id", "status", "url"]

    def get_url(self, submission) -> str:
        return reverse("api-submission-detail", args=[submission.pk])


class CountsSerializer(serializers.Serializer):
    consignments = serializers.IntegerField(source="consignments_count")
    registered = serializers.IntegerField(source="registered_count")
    rejected = serializers.IntegerField(source="rejected_count")


class ObservationCountsSerializer(serializers.Serializer):
    registered = serializers.IntegerField(
        source="observations_count", help_text="Readings that were new, and were entered."
    )
    rejected = serializers.IntegerField(source="observations_rejected_count")


class SubmissionSerializer(ReceiptSerializer):
    """A document and what became of its consignments and readings."""

    counts = CountsSerializer(source="*")
    observations = ObservationCountsSerializer(source="*")
    source: Any = serializers.SlugRelatedField(slug_field="name", read_only=True)
    awaits_confirmation = serializers.BooleanField(
        read_only=True, help_text="A PDF or photo: an officer will say what it states; then it is registered."
    )
    same_bytes_as = serializers.UUIDField(
        source="same_bytes_as_id", allow_null=True, help_text="The earlier submission of the same bytes, if any."
    )

    class Meta:
        model = Submission
        fields = [
            "id", "status", "url", "document_kind", "counts", "observations",
            "source", "file_name", "content_type", "byte_count",
            "sha256", "same_bytes_as", "awaits_confirmation", "received_at", "finished_at",
        ]  # fmt: skip


class ProblemSerializer(serializers.Serializer):
    path = serializers.CharField(help_text="Where: JSON pointer, XPath, segment, or sheet and cell.")
    problem = serializers.CharField(help_text="What is wrong, in the language of Accept-Language.")
    remedy = serializers.CharField(help_text="How to mend it.")
    severity = serializers.ChoiceField(
        choices=["error", "warning", "notice"], help_text="An error rejects the consignment it is in."
    )
    code = serializers.CharField(help_text="The same in every language.")
    document_number = serializers.CharField(help_text="The consignment it is in; empty: the document as a whole.")
    value = serializers.CharField(help_text="The offending text, cut at 200 characters.")


class SubmissionDetailSerializer(SubmissionSerializer):
    problems = serializers.SerializerMethodField()
    problems_total = serializers.SerializerMethodField()
    problems_url = serializers.SerializerMethodField(help_text="All problems as CSV.")

    class Meta(SubmissionSerializer.Meta):
        fields = [*SubmissionSerializer.Meta.fields, "problems_total", "problems_url", "problems"]

    @extend_schema_field(ProblemSerializer(many=True))
    def get_problems(self, submission) -> list[dict]:
        return [asdict(reported(problem)) for problem in submission.problems.all()[:SHOWN_PROBLEMS]]

    def get_problems_total(self, submission) -> int:
        return submission.problems.count()

    def get_problems_url(self, submission) -> str:
        return reverse("api-submission-problems", args=[submission.pk])


class PartySerializer(serializers.ModelSerializer):
    class Meta:
        model = ConsignmentParty
        fields = [
            "role", "name", "identifier", "identifier_kind", "address", "street", "city", "postcode", "country",
            "phone", "email", "is_natural_person",
        ]  # fmt: skip


class GoodsItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = GoodsItem
        fields = [
            "number", "commodity_code", "description", "packages", "package_kind", "gross_mass_kg", "net_mass_kg",
            "volume_m3", "value", "currency", "origin_country", "un_number", "marks", "equipment_numbers",
        ]  # fmt: skip


class EquipmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = TransportEquipment
        fields = [
            "kind", "number", "size_type", "fullness", "seals", "seals_stated_count", "gross_mass_kg", "tare_mass_kg",
        ]  # fmt: skip


class RevisionSerializer(serializers.ModelSerializer):
    """What the source stated, as it is in force."""

    mode = serializers.CharField(source="manifest.mode", allow_null=True)
    conveyance = serializers.CharField(source="manifest.conveyance_id")
    entry_post = serializers.CharField(source="manifest.entry_post.code", allow_null=True, default=None)
    exit_post = serializers.CharField(source="manifest.exit_post.code", allow_null=True, default=None)
    arrival_at = serializers.DateTimeField(source="manifest.arrival_at", allow_null=True)
    parties = PartySerializer(many=True)
    goods = GoodsItemSerializer(many=True)
    equipment = EquipmentSerializer(many=True)

    class Meta:
        model = ConsignmentRevision
        fields = [
            "number", "known_at", "is_cancelled", "submission", "transport_document_kind", "document_level",
            "master_document_number", "procedure", "issued_on", "taken_over_on", "place_of_loading",
            "place_of_delivery", "dispatch_country", "destination_country", "itinerary", "total_packages",
            "total_gross_mass_kg", "total_value", "total_currency", "freight_payment_method", "tir_carnet_number",
            "mode", "conveyance", "entry_post", "exit_post", "arrival_at", "parties", "goods", "equipment",
        ]  # fmt: skip


class ConsignmentSerializer(serializers.ModelSerializer):
    unit = serializers.CharField(source="unit.code")
    revision = serializers.IntegerField(source="latest_revision")

    class Meta:
        model = Consignment
        fields = [
            "id", "reference", "revision", "unit", "document_kind", "document_number", "identity_date", "movement",
            "first_known_at",
        ]  # fmt: skip


class ConsignmentDetailSerializer(ConsignmentSerializer):
    stated = serializers.SerializerMethodField()

    class Meta(ConsignmentSerializer.Meta):
        fields = [*ConsignmentSerializer.Meta.fields, "stated"]

    @extend_schema_field(RevisionSerializer)
    def get_stated(self, consignment) -> dict:
        in_force = consignment.revisions.select_related("manifest__entry_post", "manifest__exit_post")
        return RevisionSerializer(in_force.get(number=consignment.latest_revision)).data


class MovementSerializer(serializers.Serializer):
    movement = serializers.ChoiceField(
        choices=[(m.value, m.label) for m in Movement if m is not Movement.EXPECTED],
        help_text="arrived, left or never_came",
    )
