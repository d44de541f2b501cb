"""/api/v1/registers/: companies, licences and protected brands, fed by a client of its own."""

import json

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.parsers import BaseParser
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from profiling.api.watch_lists import CsvParser
from profiling.models import RegisterFeed
from profiling.registers.feeding import feed_register
from profiling.registers.layouts import LAYOUTS
from profiling.registers.rows import rows_of_file, rows_of_json

REFUSED_TOLD = 200


class RawJsonParser(BaseParser):
    """The bytes of a JSON body as they are: their hash is kept."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        return stream.read()


class FeedSerializer(serializers.ModelSerializer):
    class Meta:
        model = RegisterFeed
        fields = ["register", "fed_at", "is_whole", "sha256", "rows_taken", "rows_refused", "rows_gone"]


class RefusedRowSerializer(serializers.Serializer):
    line = serializers.IntegerField(help_text="From 1; in a file the header is line 1")
    problem = serializers.CharField()


class FedSerializer(FeedSerializer):
    """What became of the rows: one that is refused stays out alone."""

    refused = RefusedRowSerializer(many=True)

    class Meta(FeedSerializer.Meta):
        fields = [*FeedSerializer.Meta.fields, "refused"]


_BODY = {"text/csv": OpenApiTypes.BINARY, "application/json": {"type": "array", "items": {"type": "object"}}}
_REGISTER = OpenApiParameter("register", str, OpenApiParameter.PATH, enum=sorted(LAYOUTS))


class RegisterViewSet(GenericViewSet):
    permission_classes = [May("feed_registers")]
    parser_classes = [CsvParser, RawJsonParser]
    serializer_class = FeedSerializer
    queryset = RegisterFeed.objects.all()

    @extend_schema(parameters=[_REGISTER], summary="When the register was fed last, and with what")
    def retrieve(self, request, register=None):
        newest = self.get_queryset().filter(register=register).order_by("-fed_at").first()
        if newest is None:
            raise NotFound
        return Response(FeedSerializer(newest).data)

    @extend_schema(parameters=[_REGISTER], request=_BODY, responses={201: FedSerializer})
    def add(self, request, register=None):
        """Add rows to the register, or bring them up to date; the others stay."""
        return self._fed(request, register, is_whole=False)

    @extend_schema(
        parameters=[_REGISTER, OpenApiParameter("may_shrink", bool)], request=_BODY, responses={201: FedSerializer}
    )
    def update(self, request, register=None):
        """Replace the register by these rows; 409 if it would lose half of them and `may_shrink` is not said."""
        return self._fed(request, register, is_whole=True)

    def _fed(self, request, register: str, *, is_whole: bool) -> Response:
        if register not in LAYOUTS:
            raise NotFound
        raw = request.data
        rows = rows_of_file(raw, register) if _is_csv(request) else rows_of_json(_rows_of(raw), register)
        fed = feed_register(
            register,
            rows,
            raw,
            officer=request.user,
            is_whole=is_whole,
            may_shrink=request.query_params.get("may_shrink") == "true",
        )
        told = FeedSerializer(fed).data
        told["refused"] = RefusedRowSerializer(rows.refused[:REFUSED_TOLD], many=True).data
        return Response(told, status.HTTP_201_CREATED)


def _is_csv(request) -> bool:
    return request.content_type.partition(";")[0].strip().lower() == CsvParser.media_type


def _rows_of(raw: bytes) -> list:
    try:
        rows = json.loads(raw)
    except (ValueError, RecursionError):
        raise ParseError("The body is no JSON.") from None
    if not isinstance(rows, list):
        raise ParseError("The body is a list of rows.")
    return rows
