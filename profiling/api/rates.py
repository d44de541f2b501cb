"""How a rate reads in the API: never alone, always with its counts and interval."""

from rest_framework import serializers

from profiling.measuring import Performance, Rate


class RateSerializer(serializers.Serializer):
    """Positive / examined with a recorded result, with its 95 % Wilson interval; all in 0-1."""

    positive = serializers.IntegerField()
    examined = serializers.IntegerField()
    share = serializers.FloatField(allow_null=True, help_text="Null when nothing was examined")
    low = serializers.FloatField()
    high = serializers.FloatField()


class PerformanceSerializer(RateSerializer):
    selections = serializers.IntegerField(help_text="Consignments the profile put up for selection in the period")


def rate_row(rate: Rate) -> dict:
    return RateSerializer(rate).data


def performance_row(found: Performance) -> dict:
    return {"selections": found.selections, **rate_row(found.rate)}
