"""How profiles and their versions read and are written in the API."""

from rest_framework import serializers

from profiling.api.rates import PerformanceSerializer
from profiling.models import ProfileVersion, RiskProfile


class VersionSerializer(serializers.ModelSerializer):
    """One version of a profile. Its definition says all by itself: see docs/profiles.md."""

    profile = serializers.CharField(source="profile.code", read_only=True)
    author = serializers.CharField(source="author.username", read_only=True)
    approver = serializers.CharField(source="approver.username", read_only=True, default=None, allow_null=True)
    definition = serializers.JSONField()

    class Meta:
        model = ProfileVersion
        fields = [
            "id",
            "profile",
            "number",
            "state",
            "definition",
            "instruction",
            "instruction_ru",
            "instruction_ky",
            "valid_from",
            "valid_until",
            "author",
            "approver",
            "submitted_at",
            "approved_at",
            "activated_at",
            "ended_at",
            "created_at",
        ]
        read_only_fields = [
            "id",
            "number",
            "state",
            "submitted_at",
            "approved_at",
            "activated_at",
            "ended_at",
            "created_at",
        ]


class VersionInShortSerializer(serializers.ModelSerializer):
    lane = serializers.CharField(source="definition.lane")

    class Meta:
        model = ProfileVersion
        fields = ["id", "number", "state", "lane", "valid_from", "valid_until", "activated_at", "ended_at"]


class ProfileSerializer(serializers.ModelSerializer):
    """A profile with its versions and how it did over twelve months, beside the random draw."""

    owner_unit = serializers.CharField(source="owner_unit.code", default=None, allow_null=True)
    versions = VersionInShortSerializer(many=True)
    performance = serializers.SerializerMethodField()

    class Meta:
        model = RiskProfile
        fields = [
            "id",
            "code",
            "title",
            "title_ru",
            "title_ky",
            "category",
            "owner_unit",
            "origin",
            "disabled_because",
            "versions",
            "performance",
        ]

    def get_performance(self, profile) -> PerformanceSerializer:
        return self.context["performances"][profile.pk]


class NewProfileSerializer(serializers.Serializer):
    """A new profile with its first draft."""

    code = serializers.RegexField(r"^PR-\d{3,6}$", required=False, help_text="The next free one if left out")
    title = serializers.CharField(max_length=160)
    category = serializers.CharField(max_length=30, required=False)
    definition = serializers.JSONField()
    instruction = serializers.CharField(required=False, max_length=2000)
    valid_from = serializers.DateField(required=False)
    valid_until = serializers.DateField(required=False)


class StepSerializer(serializers.Serializer):
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=1000)
    no_backtest_because = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=1000,
        help_text="When submitting: why there is no recent backtest of this definition",
    )
