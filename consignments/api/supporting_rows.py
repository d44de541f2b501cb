"""How supporting documents read in the API, and how they are sent. A client reads only what it sent itself."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from consignments.models import PermitSort, SupportingDocument, SupportingGoods, SupportingKind
from consignments.supporting import MOST_LINES

PAPER_FIELDS = [
    *("kind", "permit_sort", "number", "issued_on", "valid_until", "issuer", "sender_name", "receiver_name"),
    *("producer_name", "origin_country", "dispatch_country", "destination_country", "total_packages"),
    *("gross_mass_kg", "net_mass_kg", "value", "currency", "incoterm", "containers", "seals"),
]
MOST_NUMBERS = 200  # containers or seals on one paper
COUNTRY = r"^[A-Z]{2}$"


class LineSerializer(serializers.ModelSerializer):
    """One line of goods."""

    origin_country = serializers.RegexField(COUNTRY, required=False, help_text="ISO 3166-1, two capitals.")

    class Meta:
        model = SupportingGoods
        fields = [
            *("commodity_code", "description", "packages", "gross_mass_kg", "net_mass_kg", "value", "origin_country")
        ]
        extra_kwargs: dict[str, dict[str, Any]] = {
            **{name: {"min_value": 0} for name in ("packages", "gross_mass_kg", "net_mass_kg", "value")},
            "description": {"max_length": 4000},
        }


class SupportingDocumentSerializer(serializers.ModelSerializer):
    """A paper and what it says itself. What it does not state is left out: an empty list states that there is none."""

    kind = serializers.ChoiceField(SupportingKind.choices)
    permit_sort = serializers.ChoiceField(
        [choice for choice in PermitSort.choices if choice[0]], required=False, help_text="Of a permit, and only there."
    )
    origin_country = serializers.RegexField(COUNTRY, required=False, help_text="ISO 3166-1, two capitals.")
    dispatch_country = serializers.RegexField(COUNTRY, required=False)
    destination_country = serializers.RegexField(COUNTRY, required=False)
    currency = serializers.RegexField(r"^[A-Z]{3}$", required=False, help_text="ISO 4217.")
    incoterm = serializers.RegexField(r"^[A-Z]{3}$", required=False)
    containers = serializers.ListField(
        child=serializers.CharField(max_length=40), required=False, allow_null=True, max_length=MOST_NUMBERS
    )
    seals = serializers.ListField(
        child=serializers.CharField(max_length=40), required=False, allow_null=True, max_length=MOST_NUMBERS
    )
    goods = LineSerializer(many=True, required=False, max_length=MOST_LINES)  # type: ignore[call-arg]

    class Meta:
        model = SupportingDocument
        # No version and no word of a withdrawal: what officers do with a paper is not its sender's to know.
        fields = ["id", "known_at", *PAPER_FIELDS, "goods"]
        read_only_fields = ["id", "known_at"]
        extra_kwargs: dict[str, dict[str, Any]] = {
            **{name: {"min_value": 0} for name in ("total_packages", "gross_mass_kg", "net_mass_kg", "value")},
            "sender_name": {"help_text": "Seller, consignor or exporter, as the paper says."},
            "receiver_name": {"help_text": "Buyer, consignee, or the holder of a permit."},
            "net_mass_kg": {"min_value": 0, "help_text": "Of a permit: the quantity it permits."},
        }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        is_permit = attrs["kind"] == SupportingKind.PERMIT
        if is_permit != bool(attrs.get("permit_sort")):
            raise serializers.ValidationError({"permit_sort": _("A permit says of which sort it is, and no other.")})
        return attrs


class NewSupportingDocumentSerializer(SupportingDocumentSerializer):
    """A paper with the consignment it belongs to, told by the number of its transport document."""

    document_number = serializers.CharField(
        max_length=120,
        write_only=True,
        help_text="Of the consignment: number of its transport document, as you sent it.",
    )
    identity_date = serializers.DateField(
        required=False,
        write_only=True,
        help_text="Where the number stands on several: the consignment's date of issue.",
    )

    class Meta(SupportingDocumentSerializer.Meta):
        fields = ["document_number", "identity_date", *SupportingDocumentSerializer.Meta.fields]
