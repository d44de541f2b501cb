"""What the routes of a seizure take: hand-overs, laboratory, arrests."""

from rest_framework import serializers

from seizures.whereabouts import ANSWERS, Agency, Destination


class HandOverSerializer(serializers.Serializer):
    """Who gives is not told: it is who has the goods now. An agency takes over by an act."""

    destination = serializers.ChoiceField(choices=Destination.choices)
    received_by = serializers.CharField(max_length=160)
    signed_by = serializers.CharField(max_length=120)
    at = serializers.DateTimeField()
    place = serializers.CharField(max_length=120)
    seal = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    agency = serializers.ChoiceField(choices=Agency.choices, required=False, allow_blank=True, default="")
    act_number = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    remark = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")


class AskLaboratorySerializer(serializers.Serializer):
    laboratory = serializers.CharField(max_length=120)
    number = serializers.CharField(max_length=40)
    on = serializers.DateField()


class LaboratoryAnswerSerializer(serializers.Serializer):
    state = serializers.ChoiceField(choices=[(one.value, one.label) for one in ANSWERS])
    number = serializers.CharField(max_length=40)
    on = serializers.DateField()
    finding = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")


class ArrestsSerializer(serializers.Serializer):
    persons = serializers.IntegerField(min_value=0, max_value=200)
    reason = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
