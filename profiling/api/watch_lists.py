"""/api/v1/watchlists/: lists, their entries, files of entries, and the look-up of a name or number."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import BaseParser, JSONParser
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from consignments.access import May
from profiling.models import ListKind, Purpose, WatchList, WatchListEntry
from profiling.watching.entries import add_entry, begin_list, end_entry, import_entries
from profiling.watching.looking_up import look_up


class CsvParser(BaseParser):
    """The bytes of a CSV file as they are."""

    media_type = "text/csv"

    def parse(self, stream, media_type=None, parser_context=None):
        return stream.read()


class WatchListSerializer(serializers.ModelSerializer):
    unit = serializers.CharField(source="unit.code", default=None, allow_null=True, read_only=True)
    live_entries = serializers.IntegerField(source="live_count", read_only=True)

    class Meta:
        model = WatchList
        fields = [
            "id",
            "name",
            "kind",
            "purpose",
            "lane",
            "instruction",
            "unit",
            "is_active",
            "changed_at",
            "live_entries",
        ]
        read_only_fields = ["is_active", "changed_at"]


class NewListSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=120)
    kind = serializers.ChoiceField(choices=ListKind.choices)
    purpose = serializers.ChoiceField(choices=Purpose.choices, default=Purpose.RISK)
    lane = serializers.ChoiceField(choices=["red", "yellow"], default="red")
    instruction = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)


class EntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = WatchListEntry
        fields = ["id", "value", "identifier", "country", "note", "added_at", "ended_at"]
        read_only_fields = ["added_at", "ended_at"]


class RowProblemSerializer(serializers.Serializer):
    line = serializers.IntegerField()
    problem = serializers.CharField()
    remedy = serializers.CharField()


class ImportedSerializer(serializers.Serializer):
    """What became of a file: a bad row stays out alone."""

    added = serializers.IntegerField()
    known = serializers.IntegerField(help_text="Rows that were on the list already")
    rounds = serializers.IntegerField(
        allow_null=True, help_text="Cases that are assessed anew; null while a worker compares a long file with them"
    )
    problems = RowProblemSerializer(many=True)


class FoundSerializer(serializers.Serializer):
    watch_list = serializers.CharField(source="entry.watch_list.name")
    entry = EntrySerializer()
    score = serializers.FloatField(help_text="0 to 100")
    is_match = serializers.BooleanField(help_text="Whether an assessment would take it for the same")
    agreed = serializers.ListField(child=serializers.CharField())


class ReasonSerializer(serializers.Serializer):
    reason = serializers.CharField(max_length=1000)


@extend_schema_view(
    list=extend_schema(summary="The watch lists of your unit and of all units"),
    retrieve=extend_schema(summary="One watch list"),
)
class WatchListViewSet(ReadOnlyModelViewSet):
    permission_classes = [May("read_watch_lists")]
    serializer_class = WatchListSerializer
    filterset_fields = ["kind", "purpose", "is_active"]
    queryset = WatchList.objects.none()

    def get_queryset(self):
        return WatchList.objects.visible_to(self.request.user).select_related("unit").with_counts()

    def get_permissions(self):
        return super().get_permissions() if self.request.method == "GET" else [May("edit_watch_lists")()]

    @extend_schema(request=NewListSerializer, responses={201: WatchListSerializer})
    def create(self, request):
        """Begin a list of your unit."""
        made = begin_list(request.user, **_valid(NewListSerializer, request.data))
        return Response(WatchListSerializer(self.get_queryset().get(pk=made.pk)).data, status.HTTP_201_CREATED)

    @extend_schema(responses=EntrySerializer(many=True), parameters=[OpenApiParameter("search", str)])
    @action(detail=True, methods=["get"])
    def entries(self, request, pk=None):
        """The live entries."""
        entries = self.get_object().entries.live()
        if text := request.query_params.get("search", ""):
            entries = entries.bearing(text[:100])
        page = self.paginate_queryset(entries)
        return self.get_paginated_response(EntrySerializer(page, many=True).data)

    @extend_schema(request=EntrySerializer, responses={201: EntrySerializer})
    @entries.mapping.post
    def add(self, request, pk=None):
        """Put one entry in; cases it may concern are assessed anew."""
        entry = add_entry(self.get_object(), request.user, **_valid(EntrySerializer, request.data))
        return Response(EntrySerializer(entry).data, status.HTTP_201_CREATED)

    @extend_schema(request={"text/csv": OpenApiTypes.BINARY}, responses=ImportedSerializer)
    @action(detail=True, methods=["post"], parser_classes=[CsvParser])
    def upload(self, request, pk=None):
        """Put the rows of a CSV file in (columns value, identifier, country, note)."""
        return Response(ImportedSerializer(import_entries(self.get_object(), request.user, request.data)).data)

    @extend_schema(request=ReasonSerializer, responses={204: None})
    @action(
        detail=True,
        methods=["post"],
        url_path=r"entries/(?P<entry_id>[0-9a-f-]{36})/end",
        parser_classes=[JSONParser],
    )
    def end(self, request, pk=None, entry_id=None):
        """Take an entry off; what it has stopped stays stopped."""
        entry = get_object_or_404(self.get_object().entries, pk=entry_id)
        end_entry(entry, request.user, **_valid(ReasonSerializer, request.data))
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(responses=FoundSerializer(many=True), parameters=[OpenApiParameter("name", str, required=True)])
    @action(detail=False, methods=["get"], url_path="look-up", pagination_class=None, filterset_fields=None)
    def look_up(self, request):
        """What of the lists equals or resembles a name, plate, box, document or INN."""
        text = request.query_params.get("name", "").strip()[:300]
        found = look_up(text, request.user) if text else []
        return Response(FoundSerializer(found, many=True).data)


def _valid(serializer_class: type[serializers.BaseSerializer], data) -> dict[str, Any]:
    body = serializer_class(data=data)
    body.is_valid(raise_exception=True)
    return body.validated_data
