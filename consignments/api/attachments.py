"""/api/v1/consignments/{id}/attachments/: files of a consignment, for officers and their systems."""

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.parsers import BaseParser
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from consignments.api.raw_body import read_body, refuse_framing
from consignments.attaching import as_answer, attach
from consignments.models import Attachment, AttachmentKind, Consignment
from consignments.models.stored_file import refuse_size

FILE_NAME = OpenApiParameter("filename", str, description="The file's name; its type is told by its bytes.")
KIND = OpenApiParameter("kind", str, enum=AttachmentKind.values, description="“other” when left out.")


class AnyBody(BaseParser):
    """`request.data` is the bytes of a file of any declared type, no more of them than a file may have."""

    media_type = "*/*"

    def parse(self, stream, media_type=None, parser_context=None) -> Any:
        return read_body(stream, settings.MAX_FILE_BYTES, refuse_size)


class AttachmentSerializer(serializers.ModelSerializer):
    url = serializers.SerializerMethodField(help_text="The file itself.")
    media_type = serializers.CharField(source="file.media_type", help_text="As told by the bytes.")
    byte_count = serializers.IntegerField(source="file.byte_count")
    sha256 = serializers.CharField(source="file_id")

    class Meta:
        model = Attachment
        fields = ["id", "url", "kind", "file_name", "media_type", "byte_count", "sha256", "added_at"]

    def get_url(self, attachment) -> str:
        return reverse("api-attachment-content", args=[attachment.consignment_id, attachment.pk])


class AttachmentViewSet(GenericViewSet):
    serializer_class = AttachmentSerializer
    queryset = Attachment.objects.none()
    pagination_class = None
    filter_backends: list = []

    def get_permissions(self):
        return [May("submit_documents", "examine")() if self.action == "create" else May("read_cases")()]

    def get_parsers(self):
        return [AnyBody()]

    @extend_schema(summary="The files attached to a consignment", responses=AttachmentSerializer(many=True))
    def list(self, request, pk):
        consignment = get_object_or_404(Consignment.objects.visible_to(request.user), pk=pk)
        rows = Attachment.objects.filter(consignment=consignment).in_place().with_files()
        return Response(AttachmentSerializer(rows, many=True).data)

    @extend_schema(
        summary="Attach a file",
        description="The body is the file as it is. Its bytes tell what it is: PDF, JPEG, PNG, WebP, HEIC, TIFF, "
        "text, office documents without macros. The same bytes are attached once.",
        parameters=[FILE_NAME, KIND],
        request={"application/octet-stream": OpenApiTypes.BINARY},
        responses={
            201: AttachmentSerializer,
            413: OpenApiResponse(description="The file is too large."),
            415: OpenApiResponse(description="Files of this type are not kept."),
        },
    )
    def create(self, request, pk):
        refuse_framing(request.headers)
        consignment = get_object_or_404(Consignment.objects.filter(unit_id=request.user.unit_id), pk=pk)
        asked = request.query_params
        attached = attach(
            consignment,
            request.data or b"",
            name=asked.get("filename", ""),
            kind=asked.get("kind", ""),
            by=request.user,
        )
        return Response(AttachmentSerializer(attached).data, status.HTTP_201_CREATED)

    @extend_schema(summary="The file as it came", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def content(self, request, pk, attachment_pk):
        seen = Attachment.objects.visible_to(request.user).in_place().select_related("file")
        found = get_object_or_404(seen, pk=attachment_pk, consignment_id=pk)
        return as_answer(bytes(found.file.content), found.file.media_type, found.file_name, to_save=True)
