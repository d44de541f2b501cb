"""How examinations and seizure lines read in the API."""

from rest_framework import serializers

from seizures.models import CustodyStep, Examination, ExaminedConsignment, LaboratoryStep, SeizureLine


class CustodyStepSerializer(serializers.ModelSerializer):
    """One hand-over; `given_by` is who received the goods before."""

    recorded_by = serializers.CharField(source="recorded_by.username")

    class Meta:
        model = CustodyStep
        fields = [
            "number",
            "destination",
            "agency",
            "given_by",
            "received_by",
            "signed_by",
            "at",
            "place",
            "seal",
            "act_number",
            "remark",
            "recorded_by",
            "recorded_at",
        ]


class LaboratoryStepSerializer(serializers.ModelSerializer):
    recorded_by = serializers.CharField(source="recorded_by.username")

    class Meta:
        model = LaboratoryStep
        fields = ["state", "laboratory", "number", "on", "finding", "recorded_by", "recorded_at"]


class SeizureLineSerializer(serializers.ModelSerializer):
    """Goods taken. Never add quantities of different units; a corrected line is no longer in force."""

    unit = serializers.CharField(source="unit.code")
    examination_reference = serializers.CharField(source="examination.reference")
    consignment_reference = serializers.CharField(source="consignment.reference")
    recorded_by = serializers.CharField(source="recorded_by.username")
    in_force = serializers.BooleanField(source="is_in_force", help_text="Counts in figures")

    class Meta:
        model = SeizureLine
        fields = [
            "id",
            "reference",
            "unit",
            "examination",
            "examination_reference",
            "consignment",
            "consignment_reference",
            "category",
            "commodity",
            "quantity",
            "quantity_unit",
            "value",
            "currency",
            "concealment",
            "concealment_method",
            "concealment_note",
            "recorded_by",
            "recorded_at",
            "corrects",
            "correction_reason",
            "in_force",
        ]


class SeizureSerializer(SeizureLineSerializer):
    """A line with what became of the goods: who has them now, each hand-over, the laboratory, arrests."""

    held_by = serializers.CharField()
    custody = CustodyStepSerializer(source="custody_steps", many=True)
    laboratory = LaboratoryStepSerializer(source="laboratory_steps", many=True)
    arrests = serializers.SerializerMethodField(help_text="Persons, over all lines of the consignment; null: not told")

    class Meta(SeizureLineSerializer.Meta):
        fields = [*SeizureLineSerializer.Meta.fields, "held_by", "custody", "laboratory", "arrests"]

    def get_arrests(self, line: SeizureLine) -> int | None:
        last = line.arrest_reports().last()
        return last.persons if last else None


class ExaminedSerializer(serializers.ModelSerializer):
    consignment = serializers.UUIDField(source="assessment.consignment_id")
    reference = serializers.CharField(source="assessment.consignment.reference")

    class Meta:
        model = ExaminedConsignment
        fields = ["assessment", "consignment", "reference", "outcome"]


class ExaminedPieceSerializer(serializers.Serializer):
    kind = serializers.CharField(source="equipment_kind")
    number = serializers.CharField(source="equipment_number")


class ExaminationSerializer(serializers.ModelSerializer):
    """One piece of equipment opened or looked at; `examined` lists the consignments really examined."""

    unit = serializers.CharField(source="unit.code")
    post = serializers.CharField(source="post.code", allow_null=True, default=None)
    equipment = ExaminedPieceSerializer(source="*")
    checklist = serializers.DictField(
        child=serializers.DictField(), help_text='point -> {"answer": in_order | problem | not_done, "note": text}'
    )
    examiner = serializers.CharField(source="examiner.username")
    closed_by = serializers.CharField(source="closed_by.username", allow_null=True, default=None)
    examined = ExaminedSerializer(many=True)
    seizure_lines = SeizureLineSerializer(many=True)

    class Meta:
        model = Examination
        fields = [
            "id",
            "reference",
            "unit",
            "post",
            "equipment",
            "state",
            "kind",
            "checklist",
            "seal_read",
            "seal_state",
            "new_seal",
            "no_new_seal_because",
            "remarks",
            "place",
            "officers_present",
            "weighbridge_kg",
            "examiner",
            "begun_at",
            "begun_on_device_at",
            "closed_at",
            "closed_on_device_at",
            "closed_by",
            "examined",
            "seizure_lines",
        ]
